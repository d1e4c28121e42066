"""What differs between two versions, fact by fact, and what it does to the scores."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, field, frozen

from model_forms.errors import NotComparable
from model_forms.questionnaire import Item, Questionnaire
from model_forms.text import Text, both
from model_forms.versions.comparability import Comparability, compared
from model_forms.versions.facts import Fact, Group, Kind, Sides
from model_forms.versions.facts_around import around_facts
from model_forms.versions.facts_items import item_facts
from model_forms.versions.facts_order import order_facts
from model_forms.versions.facts_scales import scale_facts
from model_forms.versions.facts_scores import score_facts
from model_forms.versions.pairs import Pairs, Path, pairs_of
from model_forms.versions.verdict import Degree, Verdict

__all__ = ["Difference", "Fact", "Group", "Kind", "diff"]

_OTHER = Fact(
    kind="other",
    at="",
    what=both(
        "Andet, der ikke ændrer spørgsmål, svar eller tal",
        "Something else that changes no question, answer or score",
    ),
)


@frozen(kw_only=True)
class Difference:
    """
    What differs from *one* version to the *other*, the newer: each fact told once.

    *comparability* says what can be compared all the same.
    """

    one: Questionnaire = field(repr=False)
    other: Questionnaire = field(repr=False)
    facts: tuple[Fact, ...]
    comparability: Comparability
    pairs: Pairs = field(repr=False, eq=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not self.facts

    @property
    def items_added(self) -> tuple[Item, ...]:
        """The questions that are new, without those that stand in every section."""
        keys = {item.key for each in self.other.sections for item in each.items}
        return tuple(self.pairs.new[k] for k in self.pairs.added if k in keys)

    @property
    def items_gone(self) -> tuple[Item, ...]:
        """The questions that are gone, without those that stand in every section."""
        keys = {item.key for each in self.one.sections for item in each.items}
        return tuple(self.pairs.old[k] for k in self.pairs.gone if k in keys)

    def item(self, key: str) -> Item:
        """Return an item or column of either version."""
        return self.pairs.new.get(key) or self.pairs.old[key]

    def score_title(self, id: str) -> Text:
        """Return the title of a score of either version."""
        score = self.other.score.get(id) or self.one.score[id]
        return score.title

    def of(self, *groups: Group) -> tuple[Fact, ...]:
        """Return the facts that are told together."""
        return tuple(each for each in self.facts if each.group in groups)

    @property
    def counts(self) -> Mapping[Degree, int]:
        """How many of the newer version's scores have each verdict."""
        found: dict[Degree, int] = {}
        for id in self.other.score:
            degree = self.comparability.scores[id].degree
            found[degree] = found.get(degree, 0) + 1
        return found

    def verdicts(self) -> Mapping[str, Verdict]:
        """Return the verdict of each score; of its band, where only that is worse."""
        found = dict(self.comparability.scores)
        for id, band in self.comparability.bands.items():
            if found[id].degree == "same":
                found[id] = band
        return found


def diff(
    one: Questionnaire, other: Questionnaire, migration: Path = None
) -> Difference:
    """
    Return what differs between two versions of one questionnaire.

    Either may be adapted locally. *migration* says which items have other keys.
    Raises NotComparable when they are not the same questionnaire.
    """
    if one.id != other.id:
        raise NotComparable(
            both(
                f"{one.ref} og {other.ref} er to forskellige spørgeskemaer.",
                f"{one.ref} and {other.ref} are two different questionnaires.",
            )
        )
    pairs = pairs_of(one, other, migration)
    found = compared(pairs)
    sides = Sides(pairs, found)
    facts = (
        *item_facts(sides),
        *scale_facts(sides),
        *score_facts(sides),
        *order_facts(sides),
        *around_facts(sides),
    )
    if not facts and _content(one) != _content(other):
        facts = (_OTHER,)
    return Difference(
        one=one, other=other, facts=facts, comparability=found, pairs=pairs
    )


def _content(questionnaire: Questionnaire) -> Questionnaire:
    return evolve(questionnaire, version="", adaptation=None, base=None, hash="")
