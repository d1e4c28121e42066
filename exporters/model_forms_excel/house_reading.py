"""A house's own workbook, from bytes to a value: read once, and proved to be of use."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from attrs import field, frozen
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from model_forms.finding import Finding
from model_forms.forms.identity import carried, shown_id
from model_forms.privacy import suspicions
from model_forms.theme import PLAIN, Theme
from model_forms_excel import house_told as told
from model_forms_excel.cells import parse_a1
from model_forms_excel.guard import Container
from model_forms_excel.house import Area, Frame, House, HouseSheet, Picture
from model_forms_excel.house_area import SheetReader
from model_forms_excel.house_cells import CellReader
from model_forms_excel.house_colours import Colours, colours_of, house_theme
from model_forms_excel.house_file import (
    DAMAGED,
    OUR_FORM,
    PERSONAL,
    TOO_LARGE,
    blaming_template,
    opened_safely,
    refusal,
)
from model_forms_excel.house_frame import frame_of, joined
from model_forms_excel.house_package import Facts, reduced
from model_forms_excel.house_pictures import header_pictures, pictures_in
from model_forms_excel.house_proof import prove
from model_forms_excel.house_styles import house_looks, normal_font
from model_forms_excel.house_words import said_by
from model_forms_excel.identity import MARKERS

_HERE = re.compile(r"\{\{\s*(content|indhold)\s*\}\}", re.IGNORECASE)
_PAPERS = frozenset(range(1, 42))
_A4, _MOST_FROZEN = 9, 20
_MOST_CELLS, _MOST_LETTERS = 4_000, 200_000


def house_of(template: bytes, theme: Theme = PLAIN) -> House:
    """
    Return what is taken over from a house's workbook (.xlsx or .xltx).

    Raises UnreadableDocument when it is no such workbook, a damaged one, one with
    macros, or one that names a person by number.
    """
    return _read(template, theme)


def about_template(template: bytes) -> tuple[Finding, ...]:
    """
    Return what of a template is left out, or is not as it was; nothing is an error.

    Raises UnreadableDocument as `house_of` does.
    """
    return house_of(template).findings


@lru_cache(maxsize=4)
def _read(template: bytes, theme: Theme) -> House:
    with blaming_template():
        container = opened_safely(template)
        house = _Reading.opened(container, theme).house()
        _weigh(house)
        prove(house)
    _refuse_form(house)
    _refuse_personal(house)
    return house


@frozen
class _Sheet:
    """A sheet with what is known of it beside its cells."""

    sheet: Any
    facts: Facts
    reader: SheetReader
    whole: bool = True

    @property
    def name(self) -> str:
        return str(self.sheet.title)

    @property
    def is_visible(self) -> bool:
        return bool(self.sheet.sheet_state == "visible")


@frozen
class _Reading:
    container: Container
    book: Any
    cells: CellReader
    colours: Colours
    sheets: tuple[_Sheet, ...]
    flags: frozenset[str]
    _told: list[Finding] = field(factory=list, init=False)

    @classmethod
    def opened(cls, container: Container, theme: Theme) -> _Reading:
        """Open what is left of the workbook when all that acts is taken out."""
        small = reduced(container)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                book = load_workbook(
                    io.BytesIO(small.data), data_only=True, keep_links=False
                )
            except InvalidFileException as error:
                raise refusal(DAMAGED) from error
        if len(book.worksheets) != len(small.sheets) or not small.sheets:
            raise refusal(DAMAGED)
        colours = colours_of(book.loaded_theme)
        look = house_theme(colours, normal_font(book), theme)
        cells = CellReader(colours, look)
        pairs = zip(book.worksheets, small.sheets, strict=True)
        sheets = tuple(_sheet(container, sheet, facts, cells) for sheet, facts in pairs)
        return cls(container, book, cells, colours, sheets, small.flags)

    def house(self) -> House:
        """Put together what is taken over, and tell what is not."""
        marks = [(each, at) for each in self.sheets for at in _marks(each)]
        marked = marks[0] if marks else None
        source = marked[0] if marked is not None else self._first
        above, below = self._around(marked) if marked is not None else (Area(), Area())
        others = tuple(self._others(marked[0] if marked is not None else None))
        frame = self._frame(source)
        self._say(source if marked is not None else None, len(marks))
        tab = self.colours.of(source.sheet.sheet_properties.tabColor)
        return House(
            theme=self.cells.theme,
            looks=house_looks(self.book, self.cells),
            above=above,
            below=below,
            sheets=others,
            frame=frame,
            tab=tab,
            findings=tuple(dict.fromkeys(self._told)),
        )

    @property
    def _first(self) -> _Sheet:
        """The first sheet that is seen."""
        return next((e for e in self.sheets if e.is_visible), self.sheets[0])

    def _around(self, marked: tuple[_Sheet, tuple[int, int]]) -> tuple[Area, Area]:
        """Return what stands above and below the mark; its own row is above it."""
        sheet, (row, _) = marked
        skip = frozenset(_marks(sheet))
        above = sheet.reader.area(1, row, skip)
        below = sheet.reader.area(row + 1, max(sheet.reader.last, row + 1), skip)
        return above, below

    def _others(self, marked: _Sheet | None) -> Iterator[HouseSheet]:
        for each in self.sheets:
            if not each.is_visible:
                self._told.append(told.left_out("hidden", each.name))
            elif each is not marked:
                area = each.reader.area(1, each.reader.last, frozenset(_marks(each)))
                if area.rows:
                    self._tell(each)
                    yield self._kept(each, area)

    def _kept(self, each: _Sheet, area: Area) -> HouseSheet:
        setup = each.sheet.page_setup
        paper = int(setup.paperSize or _A4)
        return HouseSheet(
            name=each.name,
            area=area,
            tab=self.colours.of(each.sheet.sheet_properties.tabColor),
            landscape=setup.orientation == "landscape",
            paper=paper if paper in _PAPERS else _A4,
            gridlines=each.sheet.sheet_view.showGridLines is not False,
            frozen=_frozen(each.sheet),
        )

    def _frame(self, source: _Sheet) -> Frame:
        facts = source.facts
        part = facts.frame
        known = part is not None and part in self.container
        pictures: Mapping[int, Any] = {}
        if known and part is not None:
            pictures = header_pictures(self.container, part)
        frame, whole = frame_of(facts.header, facts.footer, pictures)
        if not whole:
            self._told.append(told.left_out("long-frame", source.name))
        if "other-pages" in facts.left:
            self._told.append(told.left_out("other-pages", source.name))
        return frame

    def _say(self, marked: _Sheet | None, marks: int) -> None:
        """Tell what is left out of the marked sheet, and of the whole workbook."""
        if marked is None:
            self._told.append(told.left_out("no-mark"))
        else:
            self._tell(marked)
        if marks > 1:
            self._told.append(told.left_out("second-mark"))
        self._told.extend(told.left_out(each) for each in sorted(self.flags))

    def _tell(self, sheet: _Sheet) -> None:
        left = {*sheet.facts.left, *sheet.reader.left} - {"other-pages"}
        if not sheet.whole:
            left.add("drawing")
        self._told.extend(told.left_out(each, sheet.name) for each in sorted(left))
        if sheet.facts.formulas:
            self._told.append(told.formulas(len(sheet.facts.formulas), sheet.name))


def _sheet(container: Container, sheet: Any, facts: Facts, cells: CellReader) -> _Sheet:  # noqa: ANN401
    pictures: tuple[Picture, ...] = ()
    whole = True
    if facts.drawing is not None and facts.drawing in container:
        pictures, whole = pictures_in(container, facts.drawing)
    return _Sheet(sheet, facts, SheetReader(sheet, cells, pictures), whole)


def _frozen(sheet: Any) -> tuple[int, int]:  # noqa: ANN401  openpyxl is untyped
    """Return how many rows and columns stay in sight; more would leave no room."""
    if not sheet.freeze_panes:
        return 0, 0
    row, column = parse_a1(str(sheet.freeze_panes))
    return min(row - 1, _MOST_FROZEN), min(column - 1, _MOST_FROZEN)


def _marks(sheet: _Sheet) -> list[tuple[int, int]]:
    """Return the cells of a sheet that say where our text goes, from the top."""
    if not sheet.is_visible:
        return []
    return sorted(
        at
        for at, cell in sheet.sheet._cells.items()  # noqa: SLF001  no dense grid
        if isinstance(cell.value, str) and _HERE.fullmatch(cell.value.strip())
    )


def _weigh(house: House) -> None:
    """Refuse more words than a form can carry: they stand in each one twice."""
    found = [*said_by(house)]
    if len(found) > _MOST_CELLS or sum(map(len, found)) > _MOST_LETTERS:
        raise refusal(TOO_LARGE)


def _refuse_form(house: House) -> None:
    """Refuse a form of ours: what is written in it would be two forms."""
    areas = (house.above, house.below, *(each.area for each in house.sheets))
    for value in (value for area in areas for value in area.values):
        if isinstance(value, str) and (
            value in MARKERS or shown_id(value) or carried(value)
        ):
            raise refusal(OUR_FORM)


def _refuse_personal(house: House) -> None:
    """Refuse what would put somebody's number into every form that is sent out."""
    areas = (house.above, house.below, *(each.area for each in house.sheets))
    texts = [*said_by(house)]
    texts += [each.alt for area in areas for each in area.pictures]
    texts += [each.name for each in house.sheets]
    texts += [joined(house.frame.header), joined(house.frame.footer)]
    for text in texts:
        if any(each.kind == "cpr" for each in suspicions(text)):
            raise refusal(PERSONAL)
