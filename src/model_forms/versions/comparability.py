"""What can be compared between two versions: verdicts for items, scores and bands."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from model_forms.questionnaire import Questionnaire
from model_forms.versions.items_compared import gone, item_compared
from model_forms.versions.pairs import Pairs, Path, pairs_of
from model_forms.versions.scores_compared import Scored, lacks
from model_forms.versions.verdict import Degree, Scaling, Verdict

__all__ = ["Comparability", "Degree", "Scaling", "Verdict", "comparable"]


@frozen(kw_only=True)
class Comparability:
    """
    How far *one* version can be compared with the *other*, the newer.

    *items* and *scores* are by the key or id that *other* has, columns of tables
    included; what only *one* has stands under its own. *bands* are by the score's id,
    for scores with bands.
    """

    one: Questionnaire = field(repr=False)
    other: Questionnaire = field(repr=False)
    items: Mapping[str, Verdict] = field(hash=False)
    scores: Mapping[str, Verdict] = field(hash=False)
    bands: Mapping[str, Verdict] = field(hash=False)


def comparable(
    one: Questionnaire, other: Questionnaire, migration: Path = None
) -> Comparability:
    """
    Return what can be compared between two versions of one questionnaire.

    Either may be adapted locally. Items are known by their keys; *migration* says
    which have other keys, were split, merged, dropped or put on another scale; there
    may be several, in turn.
    """
    return compared(pairs_of(one, other, migration))


def compared(pairs: Pairs) -> Comparability:
    """Return what can be compared between what belongs together."""
    items = {key: item_compared(pairs, key) for key in pairs.new}
    scored = Scored(pairs, items)
    scores = {id: scored.score(id) for id in pairs.other.score}
    bands = {id: scored.band(id) for id in pairs.other.score}
    for key in pairs.gone:
        items.setdefault(key, gone(pairs, key))
    for id, score in pairs.one.score.items():
        if id not in pairs.rescored:
            scores.setdefault(id, lacks(pairs.other))
            if score.bands is not None:
                bands.setdefault(id, lacks(pairs.other))
    return Comparability(
        one=pairs.one,
        other=pairs.other,
        items=items,
        scores=scores,
        bands={id: each for id, each in bands.items() if each is not None},
    )
