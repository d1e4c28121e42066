"""What the styles of an xlsx file say about a value: date, struck through, fill."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from model_forms.forms.markup import Attributes, Walk, named
from model_forms_excel.guard import Container
from model_forms_excel.scalars import shows_dates, shows_percent
from model_forms_excel.xlsx_package import MAIN

_LOOKS = ("numFmtId", "fontId", "fillId")
_SECTIONS = ("fonts", "fills", "cellXfs", "cellStyleXfs", "dxfs")


@frozen
class Format:
    """How a cell looks, as far as it changes what the cell means."""

    date: bool = False
    struck: bool = False
    fill: str | None = None
    percent: bool = False

    @property
    def marks(self) -> bool:
        """Tell whether a blank cell with this format says something."""
        return self.struck or self.fill is not None


PLAIN = Format()


def read_formats(container: Container, part: str) -> dict[str, Format]:
    """Return the cell formats of the styles in *part*, by index as cells write it."""
    styles = _Styles()
    styles.walk().over(container.read(part), container.budget)
    return styles.formats()


class _Styles:
    def __init__(self) -> None:
        self.section = ""
        self.codes: dict[int, str] = {}
        self.struck: list[bool] = []
        self.fills: list[str | None] = []
        self.cells: list[tuple[int, int, int]] = []

    def walk(self) -> Walk:
        starts = {
            "numFmt": self.start_number_format,
            "font": self.start_font,
            "strike": self.start_strike,
            "fill": self.start_fill,
            "patternFill": self.start_pattern,
            "gradientFill": self.start_gradient,
            "fgColor": self.start_colour,
            "xf": self.start_cell_format,
        }
        for section in _SECTIONS:
            starts[section] = self.entered(section)
        return Walk(starts=named(MAIN, starts), ends={})

    def entered(self, section: str) -> Callable[[Attributes], None]:
        def start(_attributes: Attributes) -> None:
            self.section = section

        return start

    def start_number_format(self, attributes: Attributes) -> None:
        code = attributes.get("formatCode", "")
        self.codes[int(attributes.get("numFmtId", 0))] = code

    def start_font(self, _attributes: Attributes) -> None:
        if self.section == "fonts":
            self.struck.append(False)

    def start_strike(self, attributes: Attributes) -> None:
        if self.section == "fonts":
            self.struck[-1] = is_on(attributes)

    def start_fill(self, _attributes: Attributes) -> None:
        if self.section == "fills":
            self.fills.append(None)

    def start_pattern(self, attributes: Attributes) -> None:
        if self.section == "fills" and attributes.get("patternType", "none") != "none":
            self.fills[-1] = "pattern"

    def start_gradient(self, _attributes: Attributes) -> None:
        if self.section == "fills":
            self.fills[-1] = "gradient"

    def start_colour(self, attributes: Attributes) -> None:
        if self.section == "fills" and self.fills[-1] is not None:
            self.fills[-1] = _colour(attributes)

    def start_cell_format(self, attributes: Attributes) -> None:
        if self.section == "cellXfs":
            number, font, fill = (int(attributes.get(name, 0)) for name in _LOOKS)
            self.cells.append((number, font, fill))

    def formats(self) -> dict[str, Format]:
        made = {key: self.format(*key) for key in set(self.cells)}
        return {str(index): made[key] for index, key in enumerate(self.cells)}

    def format(self, number: int, font: int, fill: int) -> Format:
        code = self.codes.get(number)
        return Format(
            date=shows_dates(number, code),
            percent=shows_percent(number, code),
            struck=0 <= font < len(self.struck) and self.struck[font],
            fill=self.fills[fill] if 0 <= fill < len(self.fills) else None,
        )


def is_on(attributes: Attributes) -> bool:
    """Tell whether a switch such as ``<strike/>`` or ``<strike val="0"/>`` is on."""
    return attributes.get("val", "1") in {"1", "true"}


def _colour(attributes: Attributes) -> str:
    if "rgb" in attributes:
        return attributes["rgb"]
    for name in ("theme", "indexed"):
        if name in attributes:
            tint = f":{attributes['tint']}" if "tint" in attributes else ""
            return f"{name}:{attributes[name]}{tint}"
    return "pattern"
