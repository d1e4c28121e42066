"""The named styles of a house's workbook, where it has them, for our own looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from model_forms_excel.house import Look
from model_forms_excel.house_cells import CellReader

_NORMAL = 0
# Numbers of Excel's own styles: their names are in the language of the program.
_OURS: Mapping[int, tuple[str, tuple[float, float]]] = {
    15: ("title", (14.0, 24.0)),
    16: ("section", (11.0, 15.0)),
    17: ("row", (10.0, 13.0)),
}
"""Title, Heading 1 and Heading 2: which look each is, and what sizes have room."""


def normal_font(book: Any) -> Any:  # noqa: ANN401  openpyxl is untyped
    """Return the font of cells that nobody gave another one, if it is known."""
    found = next((e for e in book._named_styles if e.builtinId == _NORMAL), None)  # noqa: SLF001
    return found.font if found is not None else None


def house_looks(book: Any, cells: CellReader) -> Mapping[str, Look]:  # noqa: ANN401
    """
    Return what the house's Title and headings say of ours.

    Their fills are not taken over: ours stand in rows of several cells.
    """
    found: dict[str, Look] = {}
    for style in book._named_styles:  # noqa: SLF001  no public way to all of them
        if style.builtinId in _OURS and style.font is not None:
            name, (low, high) = _OURS[style.builtinId]
            letters = cells.letters(style.font)
            size = min(max(float(str(letters["font_size"])), low), high)
            look: dict[str, object] = {
                **letters,
                "font_size": size,
                "bold": bool(style.font.b),
                "italic": bool(style.font.i),
            }
            if name != "title":
                look["bottom_color"] = letters["font_color"]
            found[name] = look
    return found
