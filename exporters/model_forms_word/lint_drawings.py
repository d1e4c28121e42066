"""Pictures, charts, shapes and text boxes, in today's markup and in yesterday's."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from model_forms.accessibility.outline import Box, Picture, PictureKind
from model_forms_word.lint_found import at
from model_forms_word.lint_look import OFF
from model_forms_word.read_markup import attribute, name

if TYPE_CHECKING:
    from model_forms_word.lint_body import BodyReader, Within

_SHAPES = frozenset({"shape", "rect", "oval", "line", "roundrect", "group", "polyline"})


def read_drawing(element: Element, reader: BodyReader, within: Within) -> int:
    """Note what a drawing is; return how many things it says."""
    told = 0
    for frame in element:
        marks = _marks(frame)
        about = marks.get("docPr")
        if about is None or attribute(about, "hidden") not in {*OFF, ""}:
            continue
        floating = name(frame) == "anchor"
        texts = [each for each in frame.iter() if name(each) == "txbxContent"]
        words = " ".join(reader.boxed(each, within) for each in texts).strip()
        place = at(*within.where)
        told += 1
        if words:
            if floating and not within.edge:
                reader.found.boxes.append(Box(at=place, words=words))
            continue
        inner = marks.get("cNvPr")
        reader.found.pictures.append(
            Picture(
                at=place,
                kind=_kind(marks),
                alt=attribute(about, "descr") or attribute(about, "title"),
                file=attribute(inner, "name") if inner is not None else "",
                decorative=_is_decorative(marks),
                floating=floating and not within.edge,
            )
        )
    return told


def _marks(frame: Element) -> dict[str, Element]:
    """Return the first element of each name; what older programs see is left out."""
    found: dict[str, Element] = {}
    for each in frame.iter():
        found.setdefault(name(each), each)
    return found


def _kind(marks: dict[str, Element]) -> PictureKind:
    if "pic" in marks:
        return "picture"
    return "chart" if "chart" in marks or "relIds" in marks else "shape"


def _is_decorative(marks: dict[str, Element]) -> bool:
    mark = marks.get("decorative")
    return mark is not None and attribute(mark, "val") not in {*OFF, ""}


def read_pict(element: Element, reader: BodyReader, within: Within) -> int:
    """Note what a drawing in Word's older markup is."""
    told = 0
    for each in element:
        if name(each) not in _SHAPES or attribute(each, "hr") not in {*OFF, ""}:
            continue
        marks = _marks(each)
        texts = [part for part in each.iter() if name(part) == "txbxContent"]
        words = " ".join(reader.boxed(part, within) for part in texts).strip()
        told += 1
        if words and not within.edge:
            reader.found.boxes.append(Box(at=at(*within.where), words=words))
        elif not words and "textpath" not in marks:
            kind: PictureKind = "picture" if "imagedata" in marks else "shape"
            alt = attribute(each, "alt")
            picture = Picture(at=at(*within.where), kind=kind, alt=alt)
            reader.found.pictures.append(picture)
    return told
