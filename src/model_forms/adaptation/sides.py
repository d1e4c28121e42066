"""The three sides of a rebase: the base before, the base now, and the local one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import frozen

from model_forms import questionnaire as q
from model_forms.adaptation.addresses import words_at
from model_forms.adaptation.apply import adapted
from model_forms.codec import questionnaire_to
from model_forms.questionnaire.migration import Migration, Split
from model_forms.versions.pairs import pairs_of


@frozen(slots=False)
class Sides:
    """
    The base *one* before, the base *other* now, and the *local* one made from *one*.

    *renamed* has the address now of what is still there: ``items.KEY``, ``scores.ID``.
    """

    one: q.Questionnaire
    other: q.Questionnaire
    local: q.Questionnaire
    renamed: Mapping[str, str]

    @cached_property
    def words_before(self) -> Mapping[str, Mapping[str, str]]:
        """The words of the base before, by address."""
        return words_at(questionnaire_to(self.one))

    @cached_property
    def words_now(self) -> Mapping[str, Mapping[str, str]]:
        """The words of the base now, by address."""
        return words_at(questionnaire_to(self.other))

    def now(self, address: str) -> str:
        """Return what *address* is called now."""
        for old, new in self.renamed.items():
            if address == old or address.startswith(f"{old}."):
                return new + address[len(old) :]
        return address

    def item_now(self, key: str) -> str:
        """Return what the item *key* is called now."""
        return self.now(f"items.{key}").removeprefix("items.")

    def score_now(self, id: str) -> str:
        """Return what the score *id* is called now."""
        return self.now(f"scores.{id}").removeprefix("scores.")

    def there(self, address: str) -> bool:
        """Tell whether the item or section of an address now is in the base now."""
        kind, _, rest = address.partition(".")
        key = rest.partition(".")[0]
        if kind == "items":
            return key in self.other.items or key in self.other.columns
        return kind != "sections" or any(e.key == key for e in self.other.sections)

    def anchor(self, key: str | None, added: Sequence[str]) -> str | None:
        """
        Return what stands before something now: *key*, or the nearest before it.

        *added* are local ones that have been carried already.
        """
        if key is None:
            return None
        for keys in self._orders():
            if key in keys:
                for each in reversed(keys[: keys.index(key) + 1]):
                    now = self.item_now(each)
                    if self.there(f"items.{now}") or each in added:
                        return now
                    if self.there(f"sections.{each}"):
                        return each
        return None

    def _orders(self) -> list[list[str]]:
        """Return the orders in which local things stand: sections, and their items."""
        sections = self.local.sections
        orders = [[each.key for each in sections]]
        orders += [[item.key for item in each.items] for each in sections]
        orders += [[item.key for item in each.items] for each in self.one.sections]
        return orders


def sides_of(
    adaptation: q.Adaptation,
    one: q.Questionnaire,
    other: q.Questionnaire,
    path: Sequence[Migration],
) -> Sides:
    """Return the three sides; DefinitionRejected when *one* is not the base."""
    pairs = pairs_of(one, other, path)
    renamed = {f"scores.{old}": f"scores.{new}" for old, new in pairs.rescored.items()}
    for old, new in pairs.renamed.items():
        if not isinstance(pairs.origins[new].step, Split):  # that is another question
            renamed[f"items.{old}"] = f"items.{new}"
    return Sides(one, other, adapted(one, adaptation), renamed)
