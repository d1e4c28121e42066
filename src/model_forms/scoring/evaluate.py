"""One set of answers through all scores: sufficiency, rule, band, explanation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

from model_forms.questionnaire import Cap, Questionnaire, Score
from model_forms.response import BLANK, Answer
from model_forms.rules.marks import MARKS, NOT_APPLICABLE, Points
from model_forms.rules.missing import Missing
from model_forms.rules.sight import Verdict
from model_forms.rules.summary import ItemSummary, Observation
from model_forms.scoring.explained import ScoreExplained
from model_forms.scoring.explaining import explained
from model_forms.scoring.observe import observed, summary
from model_forms.scoring.plan import Plan, plan_of
from model_forms.scoring.prepared import Prepared
from model_forms.scoring.result import (
    ScoreResult,
    Support,
    support_of_one,
    support_of_panel,
)

if TYPE_CHECKING:
    from model_forms.conditions import Lookup


class Scores(dict[str, ScoreResult]):
    """
    The result of each score by its id, and why each is what it is.

    Without a *panel* the demands on roles and respondents are left out, since there
    is one respondent; the explanation says so.
    """

    __slots__ = ("plan",)
    plan: Plan
    panel: ClassVar[bool]

    def complete(self) -> None:
        """Work out what is not there yet, and put all in the questionnaire's order."""
        found = {id: self[id] for id in self.plan.prepared}
        self.clear()
        self.update(found)

    def __missing__(self, id: str) -> ScoreResult:
        prepared = self.plan.prepared[id]
        found = self[id] = self.work_out(prepared, self.support(prepared))
        return found

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire whose scores these are."""
        return self.plan.questionnaire

    @property
    def answer(self) -> Lookup | None:
        """Find the answers that conditions look at; None when there are several."""
        raise NotImplementedError

    def seen(self, missing: Missing) -> Sequence[Points]:
        """Return each item's points, or its mark, as *missing* looks at them."""
        raise NotImplementedError

    def item(self, key: str) -> ItemSummary:
        """Return the summary of an item."""
        raise NotImplementedError

    def support(self, prepared: Prepared) -> Support:
        """Return what was answered to the items that a score stands on."""
        raise NotImplementedError

    def below(self, key: str, limit: Fraction) -> bool:
        """Tell whether a gate is closed; an unknown gate is not in place."""
        raise NotImplementedError

    def verdict(self, id: str) -> Verdict:
        """Return a score's value or why it is withheld, for rules that build on it."""
        found = self[id]
        return found.withheld or "" if found.value is None else found.value

    def observations(self, key: str) -> Sequence[Observation]:
        """Return what each respondent answered to an item."""
        raise NotImplementedError

    def explanation(self, id: str) -> ScoreExplained:
        """Return why the score *id* is what it is, down to each answer and its cell."""
        return explained(self, id)

    def work_out(self, prepared: Prepared, support: Support) -> ScoreResult:
        """Return the result of a score, worked out from the answers."""
        return self._judged(prepared, prepared.step(self), support)

    def _judged(
        self, prepared: Prepared, verdict: Verdict, support: Support
    ) -> ScoreResult:
        score = prepared.score
        closed = [cap for cap, _ in self.closed(score)] if score.caps else ()
        judge = prepared.standard.panel if self.panel else prepared.standard.alone
        return judge(verdict, support, closed)

    def keeping_down(self, score: Score) -> tuple[str, ...]:
        """Return the items whose gates keep the band lower than the value would."""
        bands = self.questionnaire.band_set.get(score.bands or "")
        value = self[score.id].value
        if bands is None or value is None:
            return ()
        codes = [band.code for band in bands.bands]
        natural = codes.index(bands.of(value).code)
        found = [
            key
            for cap, keys in self.closed(score)
            if codes.index(cap.band) < natural
            for key in keys
        ]
        return tuple(dict.fromkeys(found))

    def closed(self, score: Score) -> list[tuple[Cap, tuple[str, ...]]]:
        """Return the gates of *score* that are closed, with the items that do it."""
        found = [
            (cap, tuple(key for key in cap.items if self.below(key, cap.below)))
            for cap in score.caps
        ]
        return [(cap, keys) for cap, keys in found if keys]


class PanelScores(Scores):
    """The scores of several respondents, from the *summaries* of the items."""

    __slots__ = ("_only", "_seen", "summaries")
    panel = True

    def __init__(
        self,
        questionnaire: Questionnaire,
        summaries: Mapping[str, ItemSummary],
        only: Lookup | None,
    ) -> None:
        """Score a panel; *only* finds the answers when it has a single respondent."""
        self.summaries, self._only = summaries, only
        self._seen: dict[Missing, list[Points]] = {}
        self.plan = plan_of(questionnaire)
        self.complete()

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.questionnaire, self.summaries, self._only)

    @property
    def answer(self) -> Lookup | None:
        """Find the answers that conditions look at; None when there are several."""
        return self._only

    def seen(self, missing: Missing) -> Sequence[Points]:
        """Return each item's mean over roles, or its mark, as *missing* sees them."""
        if missing not in self._seen:
            summaries = (self.summaries[key] for key in self.plan.places)
            self._seen[missing] = [missing.points(each) for each in summaries]
        return self._seen[missing]

    def item(self, key: str) -> ItemSummary:
        """Return the summary of an item."""
        return self.summaries[key]

    def observations(self, key: str) -> Sequence[Observation]:
        """Return what each respondent answered to an item."""
        return self.summaries[key].observations

    def support(self, prepared: Prepared) -> Support:
        """Return what was answered to the items that a score stands on."""
        return support_of_panel([self.summaries[key] for key in prepared.items])

    def below(self, key: str, limit: Fraction) -> bool:
        """Tell whether a gate is closed; an unknown gate is not in place."""
        found = self.summaries[key]
        if found.count("dont_know") or (found.in_base and not found.answered):
            return True
        lowest = min(found.by_role.values(), default=None)
        return lowest is not None and lowest < limit


class SingleScores(Scores):
    """The scores of one respondent's *answers*, or of one row of a table."""

    __slots__ = ("_points", "answers", "role")
    panel = False

    def __init__(
        self, plan: Plan, answers: Mapping[str, Answer], role: str | None
    ) -> None:
        """Score one set of answers, given by somebody with *role*."""
        self.plan, self.answers, self.role = plan, answers, role
        self._points: list[Points] | None = None
        keys = plan.keys_in(answers)
        if keys is None:
            self.complete()
        else:
            self._look_up(keys)

    def _look_up(self, keys: list[int]) -> None:
        """Find the results again by the *keys* of the scores, or work them out."""
        plan = self.plan
        found = [find(key) for find, key in zip(plan.finds, keys)]  # noqa: B905
        # All of them, for the order; those that lack are worked out right away.
        self.update(zip(plan.prepared, found))  # type: ignore[arg-type]  # noqa: B905
        if not all(found):
            for place in plan.order:
                if found[place] is None:
                    prepared = plan.each_prepared[place]
                    self[prepared.score.id] = self._new(prepared, keys[place])

    def _new(self, prepared: Prepared, key: int) -> ScoreResult:
        """Return a result that is not kept, and keep it if it comes again by *key*."""
        solved = prepared.solved(key)
        if solved is None:
            support = prepared.support(key) or self.support(prepared)
            found = self.work_out(prepared, support)
        else:
            found = self._judged(prepared, *solved)
        return prepared.kept(key, found) if prepared.keeps else found

    def __reduce__(self) -> tuple[Any, ...]:
        return _single, (self.questionnaire, self.plan.each, self.answers, self.role)

    @property
    def answer(self) -> Lookup:
        """Find the answers that conditions look at."""
        return self._answer

    def _answer(self, key: str) -> Answer:
        return self.answers.get(key, BLANK)

    def seen(self, missing: Missing | None = None) -> Sequence[Points]:  # noqa: ARG002
        """Return each item's points, or its mark; a policy changes none of them."""
        found = self._points
        if found is None:
            found = self._points = self.plan.values(self.answers)
        return found

    def item(self, key: str) -> ItemSummary:
        """Return the summary of an item."""
        questionnaire = self.questionnaire
        alone = [(self.role, self._answer(key))]
        return summary(questionnaire, questionnaire.item(key), alone)

    def observations(self, key: str) -> Sequence[Observation]:
        """Return what the respondent answered to an item."""
        item = self.questionnaire.item(key)
        return (observed(self.questionnaire, item, (self.role, self._answer(key))),)

    def support(self, prepared: Prepared) -> Support:
        """Return what was answered to the items that a score stands on."""
        return support_of_one(prepared.pick(self.seen()))

    def below(self, key: str, limit: Fraction) -> bool:
        """Tell whether a gate is closed; an unknown gate is not in place."""
        value = self.seen()[self.plan.places[key]]
        if value in MARKS:
            return value != NOT_APPLICABLE
        return value < limit


def _single(
    questionnaire: Questionnaire,
    each: str | None,
    answers: Mapping[str, Answer],
    role: str | None,
) -> SingleScores:
    return SingleScores(plan_of(questionnaire, each), answers, role)
