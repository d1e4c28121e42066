"""Pictures, charts, shapes and text boxes that lie on a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from attrs import frozen

from model_forms.accessibility.outline import Box, Picture, PictureKind
from model_forms.finding import Place
from model_forms_excel.cells import LAST_COLUMN, LAST_ROW, a1
from model_forms_excel.lint_found import Found
from model_forms_excel.lint_parts import attribute, child, local

_KINDS: dict[str, PictureKind] = {
    "pic": "picture", "graphicFrame": "chart", "sp": "shape", "cxnSp": "shape",
}  # fmt: skip
_ON = frozenset({"1", "true"})


@frozen
class DrawingReader:
    """Reads the drawing of one sheet."""

    sheet: str
    found: Found

    def read(self, root: Element) -> int:
        """Note what lies on the sheet; return how many things there are."""
        count = 0
        for anchor in root:
            at = Place(sheet=self.sheet, cell=_cell(child(anchor, "from")))
            for each in _shown(anchor):
                count += 1
                self._thing(each, at)
        return count

    def _thing(self, element: Element, at: Place) -> None:
        about = next((e for e in element.iter() if local(e) == "cNvPr"), None)
        if about is None or attribute(about, "hidden") in _ON:
            return
        words = "".join(e.text or "" for e in element.iter() if local(e) == "t")
        if local(element) == "sp" and words.strip():
            self.found.boxes.append(Box(at=at, words=words))
            return
        marks = [e for e in about.iter() if local(e) == "decorative"]
        self.found.pictures.append(
            Picture(
                at=at,
                kind=_KINDS[local(element)],
                alt=attribute(about, "descr") or attribute(about, "title"),
                file=attribute(about, "name"),
                decorative=any(attribute(each, "val") in _ON for each in marks),
            )
        )


def _shown(element: Element) -> Iterator[Element]:
    """Yield each thing; a group without words of its own is what is in it."""
    for each in element:
        kind = local(each)
        if kind in _KINDS:
            yield each
        elif kind in {"grpSp", "AlternateContent", "Choice"}:
            yield from _shown(each)


def _cell(corner: Element | None) -> str | None:
    row, column = (_number(child(corner, each)) for each in ("row", "col"))
    inside = 0 <= row < LAST_ROW and 0 <= column < LAST_COLUMN
    return a1(row + 1, column + 1) if corner is not None and inside else None


def _number(element: Element | None) -> int:
    return int((element.text if element is not None else None) or 0)
