"""The pictures in a house's workbook: on its sheets, and in its print header."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from typing import Any

from attrs import evolve
from openpyxl.xml.functions import fromstring

from model_forms_excel.cells import LAST_COLUMN, LAST_ROW
from model_forms_excel.guard import Container
from model_forms_excel.house import Picture
from model_forms_excel.xlsx_package import read_links

_ANCHORS = frozenset({"oneCellAnchor", "twoCellAnchor", "absoluteAnchor"})
_NOT_PICTURES = frozenset({"sp", "cxnSp", "graphicFrame", "grpSp", "contentPart"})
_KINDS = frozenset({"PNG", "JPEG", "GIF"})
_EMU, _POINT = 9525, 96 / 72
_LARGEST = 4000
_MOST = 20
_SIZE = re.compile(r"(width|height):([0-9.]{1,12})(pt|px|in|mm|cm)?")
_UNITS = {"pt": _POINT, "px": 1.0, "in": 96.0, "mm": 96 / 25.4, "cm": 96 / 2.54}
_PLACES = {"LH": 0, "CH": 1, "RH": 2}


def pictures_in(container: Container, part: str) -> tuple[tuple[Picture, ...], bool]:
    """Return the pictures of a drawing, and whether all that it holds is among them."""
    links = read_links(container, part)
    found: list[Picture] = []
    whole = True
    for anchor in fromstring(container.read(part)):
        if _local(anchor) not in _ANCHORS:
            whole = whole and _local(anchor) != "AlternateContent"
            continue
        pictures = [each for each in anchor if _local(each) == "pic"]
        whole = whole and not any(_local(each) in _NOT_PICTURES for each in anchor)
        whole = whole and not any(_local(e) == "AlternateContent" for e in anchor)
        for pic in pictures[:1]:
            id = _first(pic, "blip", "embed")
            link = links.get(id)
            data = _data(container, link.part) if link is not None else None
            made = _placed(anchor, pic, data) if data is not None else None
            if made is None or len(found) >= _MOST:
                whole = False
            else:
                found.append(made)
    return tuple(found), whole


def header_pictures(container: Container, part: str) -> dict[int, Picture]:
    """Return the pictures of a print header, by their places from the left."""
    links = read_links(container, part)
    found: dict[int, Picture] = {}
    for shape in fromstring(container.read(part)):
        place = _PLACES.get(shape.get("id", ""))
        if _local(shape) != "shape" or place is None:
            continue
        id = _first(shape, "imagedata", "relid")
        link = links.get(id)
        data = _data(container, link.part) if link is not None else None
        made = measured(data) if data is not None else None
        if made is None:
            continue
        sizes = {
            name: float(number) * _UNITS[unit or "px"]
            for name, number, unit in _SIZE.findall(shape.get("style", ""))
        }
        found[place] = evolve(
            made,
            width=_pixels(sizes.get("width", made.width)),
            height=_pixels(sizes.get("height", made.height)),
            alt=_first(shape, "imagedata", "title"),
        )
    return found


def measured(data: bytes) -> Picture | None:
    """Return a picture of the size that it has itself; None when it is of no use."""
    from xlsxwriter.exceptions import XlsxWriterException  # noqa: PLC0415  light import
    from xlsxwriter.image import Image  # noqa: PLC0415

    try:
        image = Image(io.BytesIO(data))
        width, height = image.width, image.height
        across, down = 96 / (image.x_dpi or 96), 96 / (image.y_dpi or 96)
    # A broken picture is read by unpacking its bytes, which fails in many ways.
    except (XlsxWriterException, struct.error, ValueError, LookupError, OSError):
        return None
    if image.image_type not in _KINDS or not (width and height):
        return None
    return Picture(
        data=data, width=_pixels(width * across), height=_pixels(height * down)
    )


def _data(container: Container, part: str | None) -> bytes | None:
    return container.read(part) if part is not None and part in container else None


def _placed(anchor: Any, pic: Any, data: bytes) -> Picture | None:  # noqa: ANN401
    made = measured(data)
    if made is None:
        return None
    at = {"col": 0, "colOff": 0, "row": 0, "rowOff": 0}
    for each in anchor:
        if _local(each) == "from":
            at |= {_local(e): _whole(e.text) for e in each if _local(e) in at}
    sizes = [
        (_whole(e.get("cx")), _whole(e.get("cy")))
        for e in (*anchor, *(i for i in pic.iter()))
        if _local(e) == "ext" and e.get("cx")
    ]
    wide, high = next((s for s in sizes if min(s) > 0), (0, 0))
    alt = _first(pic, "cNvPr", "descr") or _first(pic, "cNvPr", "title")
    return evolve(
        made,
        row=min(at["row"], LAST_ROW - 1),
        column=min(at["col"], LAST_COLUMN - 1),
        x=min(at["colOff"] // _EMU, _LARGEST),
        y=min(at["rowOff"] // _EMU, _LARGEST),
        width=_pixels(wide / _EMU) if wide else made.width,
        height=_pixels(high / _EMU) if high else made.height,
        alt=alt[:250],
    )


def _first(element: Any, name: str, attribute: str) -> str:  # noqa: ANN401
    return next(iter(_attributes(element, name, attribute)), "")


def _attributes(element: Any, name: str, attribute: str) -> Iterator[str]:  # noqa: ANN401
    for each in element.iter():
        if _local(each) == name:
            for key, value in each.attrib.items():
                if str(key).rpartition("}")[2] == attribute:
                    yield str(value)


def _whole(text: str | None) -> int:
    stripped = (text or "").strip()
    return int(stripped) if stripped.isdecimal() and len(stripped) < 12 else 0  # noqa: PLR2004


def _pixels(size: float) -> int:
    return round(min(max(size, 1), _LARGEST))


def _local(element: Any) -> str:  # noqa: ANN401  an element, which has no types
    return str(element.tag).rpartition("}")[2]
