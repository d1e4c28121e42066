"""The house's own words in a form: carried in the file, and known when it returns."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from attrs import field, frozen

from model_forms.forms.cell import Cell
from model_forms.forms.fields import written
from model_forms.forms.normal import normal
from model_forms_excel.house import House
from model_forms_excel.layout import COVER

_MOST = 5_000


@frozen
class HouseWords:
    """
    What stood on the cover and on the house's own sheets, how often each.

    *text* is how far the texts of the cover stand to the right of their labels.
    """

    cover: Counter[str] = field(factory=Counter)
    sheets: Counter[str] = field(factory=Counter)
    text: int = 1


def carried_words(house: House, text: int) -> str:
    """Return what a form made for *house* carries of its words; "" for no house."""
    cover = [*map(_said, (*house.above.values, *house.below.values))]
    sheets = [_said(value) for each in house.sheets for value in each.area.values]
    if house.above.rows:
        cover.append(normal(COVER))
    if not cover and not sheets and text == 1:
        return ""
    found = {"cover": cover, "sheets": sheets, "text": text}
    return json.dumps(found, ensure_ascii=False)


def words_in(text: str) -> HouseWords:
    """Return what `carried_words` made; no words when it was tampered with."""
    try:
        found = json.loads(text) if text else {}
        cover, sheets = _list(found.get("cover", ())), _list(found.get("sheets", ()))
        offset = found.get("text", 1)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return HouseWords()
    offset = offset if isinstance(offset, int) and 0 < offset < _MOST else 1
    return HouseWords(Counter(cover), Counter(sheets), offset)


def house_key(cell: Cell) -> str:
    """Return by what a cell is known among the house's words."""
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        return normal(written(cell))
    return _number(float(cell.value))


def said_by(house: House) -> Iterable[str]:
    """Yield every text that stands in the house's cells, as a reader would see it."""
    areas = (house.above, house.below, *(each.area for each in house.sheets))
    return (_said(value) for area in areas for value in area.values)


def _said(value: str | float | datetime) -> str:
    if isinstance(value, str):
        return normal(value)
    if isinstance(value, datetime):
        return normal(written(Cell(value, "date")))
    return _number(value)


def _number(value: float) -> str:
    # Programs write the last digits of a fraction in different ways.
    return f"{value:.12g}"


def _list(found: object) -> list[str]:
    if not isinstance(found, list | tuple) or len(found) > _MOST:
        return []
    return [each for each in found if isinstance(each, str)]
