"""The result of a score: its value and band, or why it is withheld, and its base."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property, lru_cache

from attrs import frozen

from model_forms.numbers import shown
from model_forms.questionnaire import BandSet, Cap, Questionnaire, Score, Sufficiency
from model_forms.rules.decision import Decision
from model_forms.rules.marks import Points, counted, marks_in
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
    """What was answered to the items of a score: its base, and answers counted."""

    base: Base
    given: int
    unknown: int

    @cached_property
    def coverage(self) -> Fraction | None:
        """Given answers among given and don't know; None when there are neither."""
        known = self.given + self.unknown
        return Fraction(self.given, known) if known else None

    def below(self, limit: Fraction) -> bool:
        """Tell whether the coverage is less than *limit*; none is not."""
        known = self.given + self.unknown
        return self.given * limit.denominator < limit.numerator * known


def support_of_one(got: Sequence[Points]) -> Support:
    """Return what one respondent's points and marks amount to."""
    return support_of_marks(len(got), marks_in(sum(got)))


@lru_cache(maxsize=4096)
def support_of_marks(count: int, marks: int) -> Support:
    """Return what answers to *count* items amount to, of how many have each mark."""
    blank, unknown, irrelevant, worthless = counted(marks)
    items = count - irrelevant
    given = items - unknown - blank
    answered = given - worthless
    base = Base(
        items=items,
        answered=answered,
        roles=int(answered > 0),
        respondents=int(given > 0),
    )
    return Support(base=base, given=given, unknown=unknown)


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
    return Support(base=base, given=sum(given), unknown=unknown)


@frozen(kw_only=True)
class Standard:
    """What a score is judged by: what is enough to show it, its bands, its gaps."""

    score: Score
    enough: Sufficiency | None
    bands: BandSet | None
    gap: Fraction | None

    @classmethod
    def of(cls, questionnaire: Questionnaire, score: Score) -> Standard:
        """Return what the questionnaire judges *score* by."""
        return cls(
            score=score,
            enough=questionnaire.enough.get(score.sufficiency or ""),
            bands=questionnaire.band_set.get(score.bands or ""),
            gap=questionnaire.panel.knowledge_gap,
        )

    def alone(
        self, verdict: Verdict, support: Support, closed: Sequence[Cap]
    ) -> ScoreResult:
        """Return the result of one respondent: none is asked to be more."""
        return self._result(verdict, support, closed, panel=False)

    def panel(
        self, verdict: Verdict, support: Support, closed: Sequence[Cap]
    ) -> ScoreResult:
        """Return the result of a panel; *closed* gates keep the band down."""
        return self._result(verdict, support, closed, panel=True)

    def _result(
        self, verdict: Verdict, support: Support, closed: Sequence[Cap], *, panel: bool
    ) -> ScoreResult:
        base = support.base
        if self.enough is not None:
            verdict = shortfall(self.enough, base, panel=panel) or verdict
        value, withheld = (
            (None, verdict) if isinstance(verdict, str) else (verdict, None)
        )
        return ScoreResult(
            id=self.score.id,
            value=value,
            shown=None if value is None else shown(value, self.score.decimals),
            band=None if value is None else self.band(value, closed),
            withheld=withheld,
            base=base,
            coverage=support.coverage,
            knowledge_gap=self.gap is not None and support.below(self.gap),
        )

    def band(self, value: Fraction, closed: Sequence[Cap]) -> str | None:
        """Return the code of the band, as low as the closed gates keep it."""
        if isinstance(self.score.rule, Decision):
            return self.score.rule.code(value)
        if self.bands is None:
            return None
        natural = self.bands.of(value).code
        return capped(self.bands, natural, closed) if closed else natural


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


def capped(bands: BandSet, natural: str, closed: Sequence[Cap]) -> str:
    """Return the code of the band that the closed gates leave of *natural*."""
    codes = [band.code for band in bands.bands]
    place = codes.index(natural)
    return codes[min([place, *(codes.index(cap.band) for cap in closed)])]
