"""One set of answers through all scores: sufficiency, rule, band, explanation."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from attrs import field, frozen

from model_forms.conditions import Lookup
from model_forms.numbers import shown
from model_forms.questionnaire import BandSet, Questionnaire, Score, Sufficiency
from model_forms.rules.scope import Explanation, Outcome, Withheld
from model_forms.rules.summary import ItemSummary, Observation
from model_forms.scoring import explain
from model_forms.text import Text


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
    A score: its unrounded *value* and its band, or the reason why it is withheld.

    *shown* is the value rounded half away from zero; *band* was found from the
    unrounded value. *coverage* is given answers among given and don't know.
    """

    id: str
    value: Fraction | None
    shown: int | float | None
    band: str | None
    withheld: Withheld | None
    base: Base
    coverage: Fraction | None
    knowledge_gap: bool
    _scores: Scores = field(alias="scores", eq=False, repr=False)

    @cached_property
    def explanation(self) -> Explanation:
        """Why the score is what it is, down to each answer and its cell."""
        score = self._scores.questionnaire.score[self.id]
        return explain.score(self._scores, score, self)


@frozen
class Scores:
    """
    The scores of one set of item summaries, worked out when asked for.

    With *panel* false the demands on roles and respondents are left out, since there
    is one respondent; the explanation says so. *answer* finds the answers that
    conditions look at; it is None when there are several respondents.
    """

    questionnaire: Questionnaire
    summaries: Mapping[str, ItemSummary]
    answer: Lookup | None = None
    panel: bool = True
    _found: dict[str, ScoreResult] = field(factory=dict, init=False, eq=False)
    _outcomes: dict[str, Outcome] = field(factory=dict, init=False, eq=False)

    def item(self, key: str) -> ItemSummary:
        """Return the summary of an item."""
        return self.summaries[key]

    def title(self, key: str) -> Text:
        """Return the words of an item or a score."""
        if key in self.questionnaire.score:
            return self.questionnaire.score[key].title
        return self.questionnaire.item(key).text

    def observed(self, observation: Observation, key: str) -> Explanation:
        """Return the explanation of one respondent's answer."""
        return explain.observation(self.questionnaire, observation, key)

    def outcome(self, id: str) -> Outcome:
        """Return a score's bare outcome, for the rules that build on it."""
        self.result(id)
        return self._outcomes[id]

    def parts(self, id: str) -> tuple[Explanation, ...]:
        """Return what a score's value is made of."""
        return self.questionnaire.score[id].rule.parts(self)

    def result(self, id: str) -> ScoreResult:
        """Return the score *id*; KeyError if the questionnaire has none."""
        if id not in self._found:
            self._found[id] = self._evaluate(self.questionnaire.score[id])
        return self._found[id]

    def all(self) -> dict[str, ScoreResult]:
        """Return every score that is not worked out for each row of a table."""
        return {
            score.id: self.result(score.id)
            for score in self.questionnaire.scores
            if score.each is None
        }

    def _evaluate(self, score: Score) -> ScoreResult:
        summaries = [
            self.summaries[key] for key in stands_on(self.questionnaire, score)
        ]
        base = base_of(summaries)
        reason = self._insufficient(score, base)
        outcome = score.rule.value(self)
        if reason is not None:
            outcome = Outcome(withheld=reason)
        self._outcomes[score.id] = outcome
        coverage = coverage_of(summaries)
        gap = self.questionnaire.panel.knowledge_gap
        value = outcome.value
        bands = self.questionnaire.band_set.get(score.bands or "")
        return ScoreResult(
            id=score.id,
            value=value,
            shown=None if value is None else shown(value, score.decimals),
            band=self._band(score, bands, outcome),
            withheld=outcome.withheld,
            base=base,
            coverage=coverage,
            knowledge_gap=gap is not None and coverage is not None and coverage < gap,
            scores=self,
        )

    def _insufficient(self, score: Score, base: Base) -> Withheld | None:
        if score.sufficiency is None:
            return None
        return shortfall(
            self.questionnaire.enough[score.sufficiency], base, panel=self.panel
        )

    def _band(
        self, score: Score, bands: BandSet | None, outcome: Outcome
    ) -> str | None:
        if outcome.value is None:
            return None
        if outcome.code is not None or bands is None:
            return outcome.code
        codes = [band.code for band in bands.bands]
        place = codes.index(bands.of(outcome.value).code)
        for cap in score.caps:
            if any(self._below(key, cap.below) for key in cap.items):
                place = min(place, codes.index(cap.band))
        return codes[place]

    def closed(self, score: Score) -> tuple[str, ...]:
        """Return the gates that keep a score's band lower than its value would."""
        bands = self.questionnaire.band_set.get(score.bands or "")
        value = self._outcomes[score.id].value
        if bands is None or value is None or not score.caps:
            return ()
        codes = [band.code for band in bands.bands]
        natural = codes.index(bands.of(value).code)
        found = [
            key
            for cap in score.caps
            for key in cap.items
            if codes.index(cap.band) < natural and self._below(key, cap.below)
        ]
        return tuple(dict.fromkeys(found))

    def _below(self, key: str, limit: Fraction) -> bool:
        """Tell whether a gate is closed; an unknown gate is not in place."""
        summary = self.summaries[key]
        if summary.count("dont_know") or (summary.in_base and not summary.answered):
            return True
        lowest = min(summary.by_role.values(), default=None)
        return lowest is not None and lowest < limit


def stands_on(questionnaire: Questionnaire, score: Score) -> tuple[str, ...]:
    """Return the items that *score* stands on, also through other scores."""
    found = list(score.rule.items)
    for other in score.rule.scores:
        found += stands_on(questionnaire, questionnaire.score[other])
    return tuple(dict.fromkeys(found))


def base_of(summaries: list[ItemSummary]) -> Base:
    """Return what a score over these items stands on."""
    within = [summary for summary in summaries if summary.in_base]
    roles = {role for summary in within for role in summary.by_role}
    respondents = max((summary.count("given") for summary in within), default=0)
    return Base(
        items=len(within),
        answered=sum(summary.answered for summary in within),
        roles=len(roles),
        respondents=respondents,
    )


def coverage_of(summaries: list[ItemSummary]) -> Fraction | None:
    """Return given answers among given and don't know; None if there are neither."""
    given = sum(summary.count("given") for summary in summaries)
    unknown = sum(summary.count("dont_know") for summary in summaries)
    return Fraction(given, given + unknown) if given + unknown else None


def shortfall(enough: Sufficiency, base: Base, *, panel: bool) -> Withheld | None:
    """Return why a score on *base* is withheld; None when it may be shown."""
    if base.items < enough.items:
        return "too_few_items"
    if base.answered == 0:
        return "no_answers"
    if Fraction(base.answered, base.items) < enough.share:
        return "insufficient_basis"
    few = base.roles < enough.roles or base.respondents < enough.respondents
    return "insufficient_basis" if panel and few else None
