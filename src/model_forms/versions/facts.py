"""One thing that differs between two versions, and what the tellers of them share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from attrs import field, frozen

from model_forms.questionnaire import Questionnaire, Score
from model_forms.scoring.words import joined
from model_forms.text import Text
from model_forms.versions.comparability import Comparability
from model_forms.versions.pairs import Pairs
from model_forms.versions.verdict import Verdict, judge
from model_forms.versions.wordings import altered

Kind = Literal[
    "added",
    "removed",
    "split",
    "merged",
    "reworded",
    "help",
    "label",
    "translated",
    "cover_changed",
    "notice_changed",
    "definition_changed",
    "renamed",
    "code_changed",
    "answer_changed",
    "scale_changed",
    "direction_changed",
    "roles_changed",
    "required_changed",
    "condition_changed",
    "rule_changed",
    "weights_changed",
    "sufficiency_changed",
    "bands_changed",
    "matrix_changed",
    "panel_changed",
    "moved",
    "lock_changed",
    "house_changed",
    "status_changed",
    "use_changed",
    "sources_changed",
    "other",
]

Group = Literal["new", "gone", "words", "asked", "scores", "place", "around"]

GROUP: Mapping[Kind, Group] = {
    "added": "new",
    "removed": "gone",
    "split": "asked",
    "merged": "asked",
    "reworded": "words",
    "help": "words",
    "label": "words",
    "translated": "words",
    "cover_changed": "words",
    "notice_changed": "words",
    "definition_changed": "words",
    "renamed": "around",
    "code_changed": "place",
    "answer_changed": "asked",
    "scale_changed": "asked",
    "direction_changed": "asked",
    "roles_changed": "asked",
    "required_changed": "asked",
    "condition_changed": "asked",
    "rule_changed": "scores",
    "weights_changed": "scores",
    "sufficiency_changed": "scores",
    "bands_changed": "scores",
    "matrix_changed": "scores",
    "panel_changed": "scores",
    "moved": "place",
    "lock_changed": "around",
    "house_changed": "around",
    "status_changed": "around",
    "use_changed": "around",
    "sources_changed": "around",
    "other": "around",
}


_JUDGE = judge()


@frozen(kw_only=True)
class Fact:
    """
    One thing that differs: *what* it is about, and how it was *before* and is *after*.

    *at* is its address in the newer version, or in the older when it is gone.
    *scores* are those that it makes other than the same: with a verdict on what it
    alone does when it is about words or who is asked, on the band when it is about
    bands, and on the score otherwise. *because* is a declared reason.
    """

    kind: Kind
    at: str
    what: Text
    before: Text | None = None
    after: Text | None = None
    scores: Mapping[str, Verdict] = field(factory=dict, hash=False)
    because: Text | None = None

    @property
    def group(self) -> Group:
        """Where the fact belongs when it is told."""
        return GROUP[self.kind]


@frozen
class Sides:
    """Two versions, what belongs together in them, and what can be compared."""

    pairs: Pairs
    found: Comparability

    @property
    def one(self) -> Questionnaire:
        """The older version."""
        return self.pairs.one

    @property
    def other(self) -> Questionnaire:
        """The newer version."""
        return self.pairs.other

    @cached_property
    def _readers(self) -> dict[str, set[str]]:
        """The ids of the scores that read each item, by its key on either side."""
        found: dict[str, set[str]] = {}
        for each, rescored in ((self.one, self.pairs.rescored), (self.other, {})):
            for id in each.score:
                for key in _read(each, id):
                    found.setdefault(key, set()).add(rescored.get(id, id))
        return found

    @cached_property
    def _built(self) -> dict[str, set[str]]:
        """The ids of the scores that build on each score, itself included."""
        found: dict[str, set[str]] = {}
        for each, rescored in ((self.one, self.pairs.rescored), (self.other, {})):
            for id in each.score:
                for part in _parts(each, id):
                    name = rescored.get(part, part)
                    found.setdefault(name, set()).add(rescored.get(id, id))
        return found

    def on_items(self, *keys: str) -> dict[str, Verdict]:
        """Return the scores that read the items and are not the same."""
        ids = set().union(*(self._readers.get(key, set()) for key in keys))
        return self._changed(ids)

    def judged(self, *keys: str) -> dict[str, Verdict]:
        """Return the scores that read the items, as other words leave them."""
        return dict.fromkeys(self.on_items(*keys), _JUDGE)

    def on_scores(self, *ids: str) -> dict[str, Verdict]:
        """Return the scores that build on these, or are these, and are not the same."""
        return self._changed(set().union(*(self._built.get(id, {id}) for id in ids)))

    def _changed(self, ids: set[str]) -> dict[str, Verdict]:
        return {
            id: verdict
            for id, verdict in self.found.scores.items()
            if id in ids and verdict.degree != "same"
        }

    def title(self, id: str) -> Text:
        """Return the title of a score of either side."""
        score = self.other.score.get(id) or self.one.score[id]
        return score.title


def _parts(questionnaire: Questionnaire, id: str) -> set[str]:
    """Return a score and those that it builds on, all the way down."""
    found: set[str] = set()
    waiting = [id]
    while waiting:
        each = waiting.pop()
        if each not in found and each in questionnaire.score:
            found.add(each)
            waiting += questionnaire.score[each].rule.scores
    return found


def _read(questionnaire: Questionnaire, id: str) -> set[str]:
    scores: list[Score] = [
        questionnaire.score[each] for each in _parts(questionnaire, id)
    ]
    return {key for score in scores for key in score.rule.items}


def worded(  # noqa: PLR0913  what a fact is made of
    kind: Kind,
    at: str,
    what: Text,
    one: Text | None,
    other: Text | None,
    *,
    scores: Mapping[str, Verdict] | None = None,
) -> Iterator[Fact]:
    """Yield that words differ, if they do in a language that both sides have."""
    if altered(one, other):
        yield Fact(
            kind=kind, at=at, what=what, before=one, after=other, scores=scores or {}
        )


def told(parts: Iterable[Text], between: str = "; ") -> Text | None:
    """Return *parts* one after the other; None when there are none."""
    found = list(parts)
    return joined(found, between) if found else None
