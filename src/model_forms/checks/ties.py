"""What hangs on tables and on other questionnaires: columns, days, and feeds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from model_forms.checks.outline import Node, Outline
from model_forms.finding import Finding
from model_forms.json_schema import meant, problem
from model_forms.text import both

Columns = Mapping[str | None, Mapping[str, Node]]
"""The answers asked for by each table, by column; None is the response itself."""


def loose_ties(outline: Outline) -> Iterator[Finding]:
    """Yield names that are no column of the table, or no item, they are tied to."""
    columns = _columns(outline)
    own = outline.root.text("id")
    for feed in outline.root.children("feeds"):
        yield from _foreign(feed, "source", own)
        yield from _column(columns, feed, "column", feed.text("into"))
        for spot in ("disagreements", "gaps"):
            yield from _column(columns, feed, spot, None)
        for there, here in feed.child("copies").data.items():
            path = f"{feed.path}.copies.{there}"
            yield from _named(columns, path, here, feed.text("into"))
    for matrix in outline.root.children("matrices"):
        yield from _column(columns, matrix, "decision", matrix.text("each"))
    for gate in outline.root.children("gates"):
        yield from _foreign(gate, "opens", own)
    for review in outline.root.children("reviews"):
        yield from _review(columns, review)
    yield from _days(columns)


def _columns(outline: Outline) -> Columns:
    found: dict[str | None, dict[str, Node]] = {
        None: dict.fromkeys(
            (key for _, key in outline.extra_keys()), Node("$.extras", {})
        )
    }
    for item in outline.top_items():
        _gather(item, None, found)
    return found


def _gather(
    item: Node, table: str | None, found: dict[str | None, dict[str, Node]]
) -> None:
    key, answer = item.text("key"), item.child("answer")
    if key is None:
        return
    found.setdefault(table, {})[key] = answer
    for column in answer.children("columns"):
        _gather(column, key, found)


def _review(columns: Columns, review: Node) -> Iterator[Finding]:
    table = review.text("table")
    yield from _column(columns, review, "label", table)
    for path, name in review.names("show"):
        yield from _named(columns, path, name, table)
    yield from _column(columns, review.child("due"), "date", table, kind="date")
    yield from _column(columns, review.child("balance"), "column", table)
    yield from _column(columns, review.child("link"), "column", table, kind="reference")


def _column(
    columns: Columns,
    node: Node,
    field: str,
    table: str | None,
    *,
    kind: str | None = None,
) -> Iterator[Finding]:
    if node.text(field) is not None:
        path, name = f"{node.path}.{field}", node.text(field)
        yield from _named(columns, path, name, table, kind=kind)


def _named(
    columns: Columns,
    path: str,
    name: object,
    table: str | None,
    *,
    kind: str | None = None,
) -> Iterator[Finding]:
    if table not in columns:
        return  # the table itself is unknown, which is told elsewhere
    known = columns[table]
    if name not in known:
        da, en = meant(name, known)
        where = ("skemaet", "the questionnaire") if table is None else (table, table)
        yield problem(
            "unknown-column",
            path,
            both(
                f"»{name}« findes ikke i {where[0]}.{da}",
                f"{name!r} is not in {where[1]}.{en}",
            ),
        )
    elif kind is not None and known[str(name)].text("kind") != kind:
        yield problem(
            "wrong-kind",
            path,
            both(
                f"»{name}« skal være af typen {kind}.",
                f"{name!r} must be of the kind {kind}.",
            ),
        )


def _days(columns: Columns) -> Iterator[Finding]:
    """Yield days that must not lie before something that is no other day."""
    for table, answers in columns.items():
        for key, answer in answers.items():
            before = answer.text("not_before")
            path = f"{answer.path}.not_before"
            if before == key:
                yield problem(
                    "own-limit",
                    path,
                    both(
                        f"»{key}« kan ikke være sin egen grænse.",
                        f"{key!r} cannot be its own limit.",
                    ),
                )
            elif before is not None:
                yield from _named(columns, path, before, table, kind="date")


def _foreign(node: Node, field: str, own: str | None) -> Iterator[Finding]:
    if own is not None and node.text(field) == own:
        yield problem(
            "own-name",
            f"{node.path}.{field}",
            both(
                f"Her skal stå et andet skema end »{own}« selv.",
                f"Here must stand another questionnaire than {own!r} itself.",
            ),
        )
