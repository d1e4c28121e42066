"""A Markdown table as a table with a caption, and columns as wide as they need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from markdown_it.tree import SyntaxTreeNode

from model_forms.report.blocks import Column, Rich, Table, TableCell, plain

CAPTION = ": "
"""What a line below a table begins with when it is the table's caption."""

_LONGEST = 120
_EVENED = 0.7
_SHORTEST = 6
_ALIGNED: dict[str, Literal["right", "center"]] = {
    "text-align:right": "right",
    "text-align:center": "center",
}


def table(
    node: SyntaxTreeNode, words: Callable[[SyntaxTreeNode], Rich], caption: str | None
) -> Table:
    """
    Return a table, its cells read by *words*.

    A caption written right below the rows, without a line between, looks like a row.
    """
    rows = [
        [words(cell) for cell in row.children] for part in node.children
        for row in part.children
    ]  # fmt: skip
    heads, cells = node.children[0].children[0].children, rows[1:]
    if caption is None and cells and _is_caption(cells[-1]):
        caption = plain(cells.pop()[0])
    shown = tuple(tuple(TableCell(text=each) for each in row) for row in cells)
    widths = _widths([rows[0], *cells])
    return Table(
        caption=(caption or "").removeprefix(CAPTION).strip(),
        columns=tuple(
            Column(
                title=plain(title),
                width=width,
                align=_ALIGNED.get(str(head.attrs.get("style")), "left"),
            )
            for title, head, width in zip(rows[0], heads, widths, strict=True)
        ),
        rows=shown,
    )


def _is_caption(cells: list[Rich]) -> bool:
    first, *others = (plain(each) for each in cells)
    return first.startswith(CAPTION) and not any(others)


def _widths(rows: list[list[Rich]]) -> list[float]:
    """Return shares by how much each column has to say, the longest held back."""
    return [
        _share([len(plain(each)) for each in column])
        for column in zip(*rows, strict=True)
    ]


def _share(lengths: list[int]) -> float:
    usual = (max(lengths) + 2 * sum(lengths) / len(lengths)) / 2
    return float(max(_SHORTEST, min(usual, _LONGEST)) ** _EVENED)
