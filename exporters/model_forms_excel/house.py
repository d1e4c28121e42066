"""A house's own workbook as values: how it looks, what it says, where ours stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from attrs import evolve, field, frozen

from model_forms.finding import Finding
from model_forms.theme import PLAIN, Theme

Look = Mapping[str, object]
"""What a cell looks like, in XlsxWriter's own words."""

Shown = str | float | datetime | None


@frozen
class HouseCell:
    """A cell as it is shown; *link* is the address that a click on it opens."""

    value: Shown
    look: Look = field(factory=dict, hash=False)
    link: str | None = None


@frozen(kw_only=True)
class Picture:
    """
    A picture, by the cell of its area that it begins in, all sizes in pixels.

    *alt* says in words what it shows; a picture without is taken for decoration.
    """

    data: bytes = field(repr=False)
    row: int = 0
    column: int = 0
    x: int = 0
    y: int = 0
    width: int
    height: int
    alt: str = ""


@frozen(kw_only=True)
class Area:
    """
    A stretch of rows of one sheet; rows and columns count from 0 within it.

    *widths* are those of its columns in pixels, *heights* those of rows that have one
    of their own, in points. *merges* are (top, left, bottom, right).
    """

    cells: Mapping[tuple[int, int], HouseCell] = field(factory=dict, hash=False)
    widths: tuple[int, ...] = ()
    rows: int = 0
    heights: Mapping[int, float] = field(factory=dict, hash=False)
    merges: tuple[tuple[int, int, int, int], ...] = ()
    pictures: tuple[Picture, ...] = ()

    @property
    def values(self) -> tuple[str | float | datetime, ...]:
        """What its cells say, from the top."""
        found = (self.cells[at].value for at in sorted(self.cells))
        return tuple(each for each in found if each is not None)


@frozen(kw_only=True)
class HouseSheet:
    """
    A sheet of the house's own; *paper* and *landscape* are for print.

    *frozen* is how many rows and columns stay where they are.
    """

    name: str
    area: Area
    tab: str | None = None
    landscape: bool = False
    paper: int = 9
    gridlines: bool = True
    frozen: tuple[int, int] = (0, 0)


@frozen(kw_only=True)
class Frame:
    """
    What is printed above and below each page, in Excel's own codes.

    The parts are those to the left, in the middle and to the right. *pictures* are in
    the header, by the same places.
    """

    header: tuple[str, str, str] = ("", "", "")
    footer: tuple[str, str, str] = ("", "", "")
    pictures: Mapping[int, Picture] = field(factory=dict, hash=False)


@frozen(kw_only=True)
class House:
    """
    Everything that is taken over from a house's workbook.

    *looks* are what its own styles say of ours, by the name of the look. *above* and
    *below* stand around the text of the cover, *sheets* behind our own. *findings*
    tell what could not be kept.
    """

    theme: Theme = PLAIN
    looks: Mapping[str, Look] = field(factory=dict, hash=False)
    above: Area = field(factory=Area)
    below: Area = field(factory=Area)
    sheets: tuple[HouseSheet, ...] = ()
    frame: Frame = field(factory=Frame)
    tab: str | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def has_letterhead(self) -> bool:
        """Whether something of the house's stands on the cover itself."""
        return bool(self.above.rows or self.below.rows)


NO_HOUSE = House()


def house_in(template: bytes | None, theme: Theme = PLAIN) -> House:
    """
    Return what is taken over from a house's workbook, or *theme* alone without one.

    Raises UnreadableDocument when it cannot be used.
    """
    if template is None:
        return NO_HOUSE if theme is PLAIN else evolve(NO_HOUSE, theme=theme)
    from model_forms_excel.house_reading import house_of  # noqa: PLC0415  light import

    return house_of(template, theme)
