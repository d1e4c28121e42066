"""Two versions of a score, and of its bands, held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, field, frozen

from model_forms.checks.ranges import Ranges
from model_forms.questionnaire import Band, BandSet, Cap, Questionnaire, Score
from model_forms.scoring.words import quoted
from model_forms.text import Text, both
from model_forms.versions.pairs import Pairs
from model_forms.versions.rules_compared import Rules
from model_forms.versions.scales_compared import moved
from model_forms.versions.verdict import (
    UNCHANGED,
    Scaling,
    Verdict,
    judge,
    missing_from,
    not_comparable,
    together,
)
from model_forms.versions.wordings import altered, in_some, version_words

_PROFILE = both("det hører til en anden profil", "it belongs to another profile")
_ROWS = both("det er regnet ud for andre rækker", "it is worked out for other rows")
_ENOUGH = both(
    "kravene til grundlaget er andre", "other requirements must be met to show it"
)
_LIMITS = both("niveauerne har andre grænser", "the bands have other limits")
_CODES = both("der er andre niveauer", "there are other bands")
_CAPS = both("andre spørgsmål holder niveauet nede", "other items keep the band down")


@frozen
class Scored:
    """The verdicts of scores, each worked out once; *items* are by their new keys."""

    pairs: Pairs
    items: Mapping[str, Verdict] = field(hash=False)
    _known: dict[str, Verdict] = field(factory=dict, init=False, repr=False, eq=False)

    def score(self, id: str) -> Verdict:
        """Return how far the new score *id* can be compared with the old."""
        if id not in self._known:
            self._known[id] = self._compared(id)
        return self._known[id]

    def _compared(self, id: str) -> Verdict:
        if id not in self.pairs.scores:
            return lacks(self.pairs.one)
        old = self.pairs.one.score[self.pairs.scores[id]]
        new = self.pairs.other.score[id]
        rule = Rules(self.pairs, self.items, self.score).compared(old.rule, new.rule)
        return together([rule, *self._beside(old, new, rule)], rule.scaling)

    def _beside(self, old: Score, new: Score, rule: Verdict) -> Iterator[Verdict]:
        """Yield what is changed beside the rule."""
        if rule.scaling not in (None, UNCHANGED):
            ends = [
                (reach.low, reach.high)
                for reach in (
                    Ranges(self.pairs.one).score_reach(old.id),
                    Ranges(self.pairs.other).score_reach(new.id),
                )
            ]
            yield Verdict(degree="rescaled", reasons=(moved(ends[0], ends[1]),))
        if old.profile != new.profile:
            yield not_comparable(_PROFILE)
        each = self.pairs.renamed.get(old.each or "", old.each)
        if each != new.each:
            yield not_comparable(_ROWS)
        if not same_sufficiency(self.pairs, old, new):
            yield judge(_ENOUGH)

    def band(self, id: str) -> Verdict | None:
        """Return how far the band of the new score *id* can be; None without bands."""
        new = self.pairs.other.score[id]
        after = _bands(self.pairs.other, new)
        if id not in self.pairs.scores:
            return self.score(id) if after else None
        old = self.pairs.one.score[self.pairs.scores[id]]
        before = _bands(self.pairs.one, old)
        if before is None and after is None:
            return None
        if before is None or after is None:
            where = self.pairs.one if before is None else self.pairs.other
            return _no_bands(where)
        score = self.score(id)
        scaling = score.scaling or UNCHANGED
        parts = [score, *bands_compared(before, after, scaling)]
        if {*map(self._cap, old.caps)} != {*map(_new_cap, new.caps)}:
            parts.append(not_comparable(_CAPS))
        return together(parts, score.scaling)

    def _cap(self, cap: Cap) -> object:
        """Return a cap with the new keys, and its limit as the new items have it."""
        renamed = self.pairs.renamed
        below = frozenset(
            (renamed.get(key, f"{key} (-)"), self._below(cap, key)) for key in cap.items
        )
        return below, cap.band

    def _below(self, cap: Cap, key: str) -> object:
        verdict = self.items.get(self.pairs.renamed.get(key, ""))
        scaling = verdict.scaling if verdict is not None else None
        return (scaling or UNCHANGED).of(cap.below)


def _new_cap(cap: Cap) -> object:
    return frozenset((key, cap.below) for key in cap.items), cap.band


def lacks(questionnaire: Questionnaire) -> Verdict:
    """Return that a score is missing from one of the sides."""
    return missing_from(version_words(questionnaire), both("tallet", "the score"))


def _no_bands(questionnaire: Questionnaire) -> Verdict:
    where = version_words(questionnaire)
    return not_comparable(
        both(
            f"tallet har ingen niveauer i {where.get('da')}",
            f"the score has no bands in {where.get('en')}",
        )
    )


def same_sufficiency(pairs: Pairs, old: Score, new: Score) -> bool:
    """Tell whether the same is asked before the score is shown."""
    before = pairs.one.enough.get(old.sufficiency or "")
    after = pairs.other.enough.get(new.sufficiency or "")
    if before is None or after is None:
        return before is after
    return evolve(before, id=after.id) == after


def _bands(questionnaire: Questionnaire, score: Score) -> BandSet | None:
    return questionnaire.band_set.get(score.bands or "")


def bands_compared(
    one: BandSet, other: BandSet, scaling: Scaling = UNCHANGED
) -> Iterator[Verdict]:
    """Yield what is changed in the bands; old limits are moved as the score is."""
    if [each.code for each in one.bands] != [each.code for each in other.bands]:
        yield not_comparable(_CODES)
        return
    for old, new in zip(one.bands, other.bands, strict=True):
        if _limit(old, scaling) != _limit(new, UNCHANGED):
            yield not_comparable(_LIMITS)
        if altered(old.label, new.label):
            yield judge(in_some(_called(old.label, new.label), old.label, new.label))


def _limit(band: Band, scaling: Scaling) -> object:
    if band.limit is None:
        return None
    return band.above is not None, scaling.of(band.limit)


def _called(before: Text, after: Text) -> Text:
    old, new = quoted(before), quoted(after)
    return both(
        f"niveauet {old.get('da')} hedder {new.get('da')}",
        f"the band {old.get('en')} is called {new.get('en')}",
    )
