"""The result of a score: its value and band, or why it is withheld, and its base."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

from model_forms.numbers import shown
from model_forms.questionnaire import BandSet, Cap, Questionnaire, Score, Sufficiency
from model_forms.rules.decision import Decision
from model_forms.rules.marks import (
    BLANK,
    DONT_KNOW,
    NOT_APPLICABLE,
    WORTHLESS,
    Points,
)
from model_forms.rules.scope import Withheld
from model_forms.rules.sight import Verdict
from model_forms.rules.summary import ItemSummary


@frozen(kw_only=True)
class Base:
    """What a score stands on: items in the base, items answered, roles, respondents."""

    items: int
    answered: int
    roles: int
    respondents: int


@frozen(kw_only=True)
class ScoreResult:
    """
    A score: its unrounded *value* and its band, or the reason why it is *withheld*.

    *shown* is the value rounded half away from zero; *band* was found from the
    unrounded value. *coverage* is given answers among given and don't know. Why it is
    so is told by the scores that it was found among.
    """

    id: str
    value: Fraction | None
    shown: int | float | None
    band: str | None
    withheld: Withheld | None
    base: Base
    coverage: Fraction | None
    knowledge_gap: bool


@frozen(kw_only=True)
class Support:
    """What was answered to the items of a score, counted."""

    base: Base
    coverage: Fraction | None


@frozen(kw_only=True)
class Circumstances:
    """
    What decides over a verdict.

    With *panel* false the demands on roles and respondents are left out. *closed* are
    the gates that keep the band down.
    """

    support: Support
    panel: bool
    closed: Sequence[Cap]


def support_of_one(got: Sequence[Points]) -> Support:
    """Return what one respondent's points and marks amount to."""
    unknown, worthless = got.count(DONT_KNOW), got.count(WORTHLESS)
    items = len(got) - got.count(NOT_APPLICABLE)
    given = items - unknown - got.count(BLANK)
    answered = given - worthless
    base = Base(
        items=items,
        answered=answered,
        roles=int(answered > 0),
        respondents=int(given > 0),
    )
    return Support(base=base, coverage=_share(given, unknown))


def support_of_panel(summaries: Sequence[ItemSummary]) -> Support:
    """Return what several respondents' answers to the items amount to."""
    given = [each.count("given") for each in summaries]
    unknown = sum(each.count("dont_know") for each in summaries)
    within = [each for each in summaries if each.in_base]
    base = Base(
        items=len(within),
        answered=sum(each.answered for each in within),
        roles=len({role for each in within for role in each.by_role}),
        respondents=max((each.count("given") for each in within), default=0),
    )
    return Support(base=base, coverage=_share(sum(given), unknown))


def _share(given: int, unknown: int) -> Fraction | None:
    return Fraction(given, given + unknown) if given + unknown else None


def result_of(
    questionnaire: Questionnaire, score: Score, verdict: Verdict, under: Circumstances
) -> ScoreResult:
    """Return the result of *score* with what its rule gave."""
    support = under.support
    short = None
    if score.sufficiency is not None:
        enough = questionnaire.enough[score.sufficiency]
        short = shortfall(enough, support.base, panel=under.panel)
    verdict = verdict if short is None else short
    gap, coverage = questionnaire.panel.knowledge_gap, support.coverage
    value = None if isinstance(verdict, str) else verdict
    closed = under.closed
    return ScoreResult(
        id=score.id,
        value=value,
        shown=None if value is None else shown(value, score.decimals),
        band=None if value is None else band_of(questionnaire, score, value, closed),
        withheld=verdict if isinstance(verdict, str) else None,
        base=support.base,
        coverage=coverage,
        knowledge_gap=gap is not None and coverage is not None and coverage < gap,
    )


def shortfall(enough: Sufficiency, base: Base, *, panel: bool) -> Withheld | None:
    """Return why a score on *base* is withheld; None when it may be shown."""
    if base.items < enough.items:
        return "too_few_items"
    if base.answered == 0:
        return "no_answers"
    if base.answered < enough.share * base.items:
        return "insufficient_basis"
    few = base.roles < enough.roles or base.respondents < enough.respondents
    return "insufficient_basis" if panel and few else None


def band_of(
    questionnaire: Questionnaire,
    score: Score,
    value: Fraction,
    closed: Sequence[Cap],
) -> str | None:
    """Return the code of the band, as low as the closed gates keep it."""
    if isinstance(score.rule, Decision):
        return score.rule.code(value)
    bands = questionnaire.band_set.get(score.bands or "")
    if bands is None:
        return None
    return capped(bands, bands.of(value).code, closed)


def capped(bands: BandSet, natural: str, closed: Sequence[Cap]) -> str:
    """Return the code of the band that the closed gates leave of *natural*."""
    codes = [band.code for band in bands.bands]
    place = codes.index(natural)
    return codes[min([place, *(codes.index(cap.band) for cap in closed)])]
