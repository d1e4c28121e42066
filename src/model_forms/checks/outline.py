"""A tolerant view of a questionnaire document: its parts, each with its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen


@frozen
class Node:
    """An object in the document, and where it stands."""

    path: str
    data: Mapping[str, Any]

    def text(self, field: str) -> str | None:
        """Return the string in *field*; None when there is none."""
        value = self.data.get(field)
        return value if isinstance(value, str) else None

    def child(self, field: str) -> Node:
        """Return the object in *field*; an empty one when there is none."""
        value = self.data.get(field)
        return Node(f"{self.path}.{field}", value if isinstance(value, dict) else {})

    def children(self, field: str) -> Iterator[Node]:
        """Yield the objects of the list in *field*."""
        value = self.data.get(field)
        for place, each in enumerate(value if isinstance(value, list) else ()):
            if isinstance(each, dict):
                yield Node(f"{self.path}.{field}[{place}]", each)

    def names(self, field: str) -> Iterator[tuple[str, str]]:
        """Yield path and value of the strings of the list in *field*."""
        value = self.data.get(field)
        for place, each in enumerate(value if isinstance(value, list) else ()):
            if isinstance(each, str):
                yield f"{self.path}.{field}[{place}]", each


@frozen
class Outline:
    """The whole document, with the parts that other parts refer to."""

    root: Node

    @classmethod
    def of(cls, document: object) -> Outline:
        """Return the view of *document*, which may be anything."""
        return cls(Node("$", document if isinstance(document, dict) else {}))

    def ids(self, field: str, key: str = "id") -> list[str]:
        """Return the names of the parts listed in *field*."""
        found = (each.text(key) for each in self.root.children(field))
        return [each for each in found if each is not None]

    def sections(self) -> Iterator[Node]:
        """Yield the sections."""
        yield from self.root.children("sections")

    def items(self) -> Iterator[Node]:
        """Yield every item, and every column of every table."""
        for section in self.sections():
            for item in section.children("items"):
                yield item
                yield from _columns(item)

    def top_items(self) -> Iterator[Node]:
        """Yield every item that is not a column."""
        for section in self.sections():
            yield from section.children("items")

    def extras(self) -> Iterator[Node]:
        """Yield the extras."""
        yield from self.root.children("extras")

    def scores(self) -> Iterator[Node]:
        """Yield the scores."""
        yield from self.root.children("scores")

    def extra_keys(self) -> Iterator[tuple[str, str]]:
        """Yield path and key of each item that an extra makes in a section."""
        for section in self.sections():
            for path, suffix in section.names("extras"):
                yield path, f"{section.text('key')}_{suffix}"

    def item_keys(self) -> list[str]:
        """Return every key that a rule or a condition may name."""
        own = [key for each in self.items() if (key := each.text("key"))]
        return own + [key for _, key in self.extra_keys()]

    def answers(self) -> Iterator[Node]:
        """Yield what each item and each extra asks for."""
        for each in (*self.items(), *self.extras()):
            yield each.child("answer")


def _columns(item: Node) -> Iterator[Node]:
    for column in item.child("answer").children("columns"):
        yield column
        yield from _columns(column)


def objects(node: Node) -> Iterator[Node]:
    """Yield every object in the document, however deep."""
    yield node
    for field, value in node.data.items():
        if isinstance(value, dict):
            yield from objects(Node(f"{node.path}.{field}", value))
        elif isinstance(value, list):
            for child in node.children(field):
                yield from objects(child)
