"""The changes that lead from a base to a document made of it: one way to say them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from model_forms import questionnaire as q
from model_forms.adaptation.addresses import Object, words_at
from model_forms.adaptation.order import placed
from model_forms.checks.outline import Outline
from model_forms.codec import adaptation_from, questionnaire_to

_EVERYONE = ["*"]


def changes_between(base: q.Questionnaire, document: Object) -> tuple[q.AnyChange, ...]:
    """
    Return the changes that make *document* of *base*.

    *document* is what changes have made of the base's own document. The same document
    gives the same changes, whatever led to it: words that are the base's again are no
    change, and a question of their own stands there as it is now.
    """
    found = list(_Between(questionnaire_to(base), document).changes())
    ref = {"id": base.id, "version": base.version, "hash": base.hash}
    read = adaptation_from({"id": "x", "version": "0", "base": ref, "changes": found})
    return read.changes


class _Between:
    """The documents of a base and of what was made of it, side by side."""

    def __init__(self, base: Object, other: Object) -> None:
        self._base, self._other = base, other
        self._items, self._now = _items(base), _items(other)
        self._sections, self._later = _sections(base), _sections(other)

    def changes(self) -> Iterator[Object]:
        """Yield every change, in an order in which they can be made."""
        yield from self._translated()
        yield from self._reworded()
        yield from self._placed_sections()
        yield from self._placed_items()
        yield from self._asked()
        yield from self._hidden()
        yield from self._weighed()
        yield from self._limits()

    def _translated(self) -> Iterator[Object]:
        there = self._base["languages"]
        old, new = words_at(self._base), words_at(self._other)
        for language in self._other["languages"]:
            if language not in there:
                words = {
                    address: each[language]
                    for address, each in new.items()
                    if address in old
                    and each[language] != next(iter(old[address].values()))
                }
                yield {"kind": "translate", "language": language, "words": words}

    def _reworded(self) -> Iterator[Object]:
        old, new = words_at(self._base), words_at(self._other)
        kept = self._base["languages"]
        for address, words in new.items():
            before = old.get(address)
            if before is None and self._is_of_added(address):
                continue
            changed = {
                language: each
                for language, each in words.items()
                if (before is None or language in kept)
                and each != (before or {}).get(language)
            }
            if changed:
                yield {"kind": "reword", "at": address, "words": changed}

    def _is_of_added(self, address: str) -> bool:
        kind, _, rest = address.partition(".")
        known = {"items": self._items, "sections": self._sections}.get(kind)
        return known is not None and rest.partition(".")[0] not in known

    def _placed_sections(self) -> Iterator[Object]:
        for _, each in placed({"": [*self._sections]}, {"": [*self._later]}):
            after = {"after": each.after} if each.after is not None else {}
            if each.name in self._sections:
                yield {"kind": "move", "at": f"sections.{each.name}", **after}
            else:
                section = self._later[each.name]
                own = [i for i in section["items"] if i["key"] not in self._items]
                made = {**section, "items": own}
                yield {"kind": "add_section", "section": made, **after}

    def _placed_items(self) -> Iterator[Object]:
        before, now = _lists(self._base), _lists(self._other)
        new = self._later.keys() - self._sections.keys()
        for section in new:
            items = self._later[section]["items"]
            before[section] = [i["key"] for i in items if i["key"] not in self._items]
        home = {key: each for each, keys in before.items() for key in keys}
        for section, each in placed(before, now):
            after = {"after": each.after} if each.after is not None else {}
            if each.name in home:
                to = {"section": section} if home[each.name] != section else {}
                yield {"kind": "move", "at": f"items.{each.name}", **after, **to}
            elif section in self._later:
                item = self._now[each.name]
                yield {"kind": "add_item", "section": section, "item": item, **after}

    def _asked(self) -> Iterator[Object]:
        for key, item in self._now.items():
            before = self._items.get(key, item)
            roles = item.get("roles", _EVERYONE)
            if roles != before.get("roles", _EVERYONE):
                yield {"kind": "roles", "item": key, "roles": roles}

    def _hidden(self) -> Iterator[Object]:
        gone: set[str] = set()
        for key, section in self._sections.items():
            if key not in self._later:
                yield {"kind": "hide", "at": f"sections.{key}"}
                gone |= {each["key"] for each in section["items"]}
                continue
            left = self._later[key].get("extras", ())
            for suffix in section.get("extras", ()):
                if suffix not in left:
                    yield {"kind": "hide", "at": f"items.{key}_{suffix}"}
        for key, item in self._items.items():
            if key in gone or key in self._now:
                # What stood in a hidden table went with it.
                gone |= _below(item) if key in gone else set()
            else:
                yield {"kind": "hide", "at": f"items.{key}"}
                gone |= _below(item)

    def _weighed(self) -> Iterator[Object]:
        later = {each["id"]: each["rule"] for each in self._other.get("scores", ())}
        for score in self._base.get("scores", ()):
            if score["id"] not in later:
                continue
            old = score["rule"].get("weights", {})
            new = later[score["id"]].get("weights", {})
            changed = {
                key: new.get(key, 1)
                for key in sorted({*old, *new})
                if old.get(key, 1) != new.get(key, 1)
            }
            if changed:
                yield {"kind": "weights", "score": score["id"], "weights": changed}

    def _limits(self) -> Iterator[Object]:
        later = {each["id"]: each["bands"] for each in self._other.get("bands", ())}
        for bands in self._base.get("bands", ()):
            changed = {
                now["code"]: _limit(now)
                for old, now in zip(bands["bands"], later[bands["id"]], strict=True)
                if _limit(old) != _limit(now)
            }
            if changed:
                yield {"kind": "thresholds", "bands": bands["id"], "limits": changed}


def _sections(document: Object) -> dict[str, Object]:
    return {each["key"]: each for each in document["sections"]}


def _items(document: Object) -> dict[str, Object]:
    """Return the items and columns of *document* by key; extras are not among them."""
    return {each.data["key"]: {**each.data} for each in Outline.of(document).items()}


def _lists(document: Object) -> dict[str, list[str]]:
    """Return the keys of what stands in each section and in each table, in order."""
    found = {
        each["key"]: [item["key"] for item in each["items"]]
        for each in document["sections"]
    }
    for key, item in _items(document).items():
        columns = item["answer"].get("columns")
        if columns is not None:
            # No section has such a name: keys have no bracket.
            found[f"{key}[]"] = [each["key"] for each in columns]
    return found


def _below(item: Mapping[str, Any]) -> set[str]:
    columns = item["answer"].get("columns", ())
    return {key for each in columns for key in (each["key"], *_below(each))}


def _limit(band: Object) -> Any:  # noqa: ANN401  JSON
    return band.get("above", band.get("at_least"))
