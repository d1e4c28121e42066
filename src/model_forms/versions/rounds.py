"""
Change between rounds: what has changed in the area, apart from what changed in method.

Three things make a figure move: the area, who answered, and how it was asked and worked
out. They are kept apart. Earlier answers are carried to the newest version and worked
out by its rules, so that the method is the same; what is left is told for all, and for
the roles that answered both times. Where nothing can be compared no change is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from attrs import field, frozen

from model_forms.assessment import Assessment
from model_forms.questionnaire import Score
from model_forms.scoring.result import ScoreResult
from model_forms.versions.comparability import Comparability, Verdict
from model_forms.versions.shift import Shift
from model_forms.versions.verdict import SAME
from model_forms.versions.weighing import Weighing, weighed


@frozen(kw_only=True)
class ScoreChange:
    """
    One score in two rounds: as it was reported *then* and is *now*, and its *shift*.

    Without a shift nothing can be compared; *verdict* says why. *items* are the items
    that the shift rests on: all of the score, or, when it is *partly* comparable, those
    that are the same in both rounds. *bands* says whether the words can be compared.
    """

    id: str
    verdict: Verdict
    bands: Verdict | None
    then: ScoreResult | None
    now: ScoreResult
    items: tuple[str, ...] = ()
    partly: bool = False
    shift: Shift | None = None


@frozen(kw_only=True)
class ItemChange:
    """One item in two rounds, on the newest scale; no shift when not comparable."""

    key: str
    verdict: Verdict
    shift: Shift | None
    coverage: tuple[Fraction | None, Fraction | None]
    disagreed: tuple[bool, bool]


@frozen(kw_only=True)
class RoundChange:
    """
    What has changed from the round of *before* to that of *after*.

    *carried* is *before* by the newest version's rules. *both* are the roles that
    answered both times, *came* and *left* the others. There is no order of more and
    less: items and scores stand as in the questionnaire.
    """

    before: Assessment
    carried: Assessment
    after: Assessment
    both: tuple[str | None, ...]
    came: tuple[str | None, ...]
    left: tuple[str | None, ...]
    scores: Mapping[str, ScoreChange] = field(hash=False)
    items: Mapping[str, ItemChange] = field(hash=False)

    @property
    def same_method(self) -> bool:
        """Whether both rounds were asked and worked out alike."""
        return self.before.questionnaire.ref == self.after.questionnaire.ref


@frozen(kw_only=True)
class Rounds:
    """
    Two or more rounds of one area, from the first to the newest.

    *steps* are the changes from each round to the next one. *lines* has each score's
    number in each round as the newest version works it out; None where it has none or
    cannot be compared with the newest round.
    """

    steps: tuple[RoundChange, ...]
    lines: Mapping[str, tuple[ScoreResult | None, ...]] = field(hash=False)

    @property
    def newest(self) -> RoundChange:
        """What has changed since the round before."""
        return self.steps[-1]

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of the rounds, from the first to the newest."""
        rounds = (self.steps[0].before, *(each.after for each in self.steps))
        return tuple(each.round or "–" for each in rounds)


def round_change(
    before: Assessment,
    carried: Assessment,
    after: Assessment,
    comparability: Comparability,
    renamed: Mapping[str, str] = MappingProxyType({}),
) -> RoundChange:
    """
    Return the change from *before* to *after*.

    *carried* holds the answers of *before*, carried to the questionnaire of *after*.
    *renamed* has the old id of each score that is called otherwise now.
    """
    then, now = (
        dict.fromkeys(each.role for each in side.respondents)
        for side in (before, after)
    )
    shared = frozenset(then) & frozenset(now)
    weighing = weighed(carried, after, comparability)
    return RoundChange(
        before=before,
        carried=carried,
        after=after,
        both=tuple(each for each in now if each in shared),
        came=tuple(each for each in now if each not in shared),
        left=tuple(each for each in then if each not in shared),
        scores={
            score.id: _score(
                weighing,
                score,
                before.scores.get(renamed.get(score.id, score.id)),
                comparability,
            )
            for score in after.questionnaire.scores
            if score.each is None
        },
        items={
            key: _item(weighing, key, comparability.items.get(key, SAME))
            for key in after.items
        },
    )


def rounds_of(steps: Iterable[RoundChange], rounds: Sequence[Assessment]) -> Rounds:
    """
    Return the rounds that *steps* lead through, with each score's line.

    *rounds* are all of them as the newest version works them out, the newest last.
    """
    listed = tuple(steps)
    lines = {
        score.id: tuple(_line(listed, rounds, score.id))
        for score in rounds[-1].questionnaire.scores
        if score.each is None
    }
    return Rounds(steps=listed, lines=lines)


def _line(
    steps: tuple[RoundChange, ...], rounds: Sequence[Assessment], id: str
) -> Iterable[ScoreResult | None]:
    """Yield a score's result in each round; a break leaves out what is before it."""
    whole = [
        id in each.scores
        and each.scores[id].shift is not None
        and not each.scores[id].partly
        for each in steps
    ]
    for place, each in enumerate(rounds):
        yield each.scores.get(id) if all(whole[place:]) else None


def _score(
    weighing: Weighing, score: Score, then: ScoreResult | None, found: Comparability
) -> ScoreChange:
    verdict = found.scores.get(score.id, SAME)
    items = weighing.items.get(score.id)
    return ScoreChange(
        id=score.id,
        verdict=verdict,
        bands=found.bands.get(score.id),
        then=then,
        now=weighing.after.scores[score.id],
        items=items or (),
        partly=verdict.degree == "not_comparable",
        shift=None if items is None else weighing.shift(score.id),
    )


def _item(weighing: Weighing, key: str, verdict: Verdict) -> ItemChange:
    sides = weighing.before, weighing.after
    found = [each.items[key] for each in sides]
    comparable = verdict.degree != "not_comparable"
    return ItemChange(
        key=key,
        verdict=verdict,
        shift=weighing.item_shift(key) if comparable else None,
        coverage=(found[0].coverage, found[1].coverage),
        disagreed=(sides[0].disagrees(key), sides[1].disagrees(key)),
    )
