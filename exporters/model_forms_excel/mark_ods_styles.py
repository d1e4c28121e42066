"""The styles of the page and of the marks in an ods file."""

from __future__ import annotations

from attrs import field, frozen

from model_forms.theme import PLAIN
from model_forms_excel.mark_page import (
    MARK_WIDTH,
    NUMBER_WIDTH,
    WARM,
    WARM_FILL,
    WHAT_WIDTH,
    WHERE_WIDTH,
)

_CHARACTER = 5.6
"""Points that a character needs in a column."""

_LINES = frozenset({"hidden", "title", "about", "lead", "section"})
"""What stands on one line, however wide its column is."""


@frozen
class Looks:
    """The names of our styles in one file, all with a beginning that is free there."""

    start: str
    master: str = ""
    heights: dict[float, str] = field(factory=dict)

    def __getattr__(self, name: str) -> str:
        return f"{self.start}{name}"

    def row(self, points: float) -> str:
        """Return the style of a row on the page that is so high."""
        return self.heights.setdefault(points, f"{self.start}row{len(self.heights)}")

    def automatic(self) -> str:
        """Return the styles for the part that holds the sheets."""
        columns = {
            "column": MARK_WIDTH, "number": NUMBER_WIDTH, "where": WHERE_WIDTH,
            "what": WHAT_WIDTH,
        }  # fmt: skip
        page = f' style:master-page-name="{self.master}"' if self.master else ""
        sheet = (
            f'<style:style style:name="{self.start}page" style:family="table"{page}>'
            '<style:table-properties table:display="true"/></style:style>'
        )
        made = [self._column(each, width) for each, width in columns.items()]
        made += [self._height(each, name) for each, name in self.heights.items()]
        return sheet + "".join([*made, *self._cells()])

    def _column(self, name: str, width: int) -> str:
        return (
            f'<style:style style:name="{self.start}{name}" style:family='
            '"table-column"><style:table-column-properties style:column-width='
            f'"{width * _CHARACTER:.0f}pt"/></style:style>'
        )

    def _height(self, points: float, name: str) -> str:
        return (
            f'<style:style style:name="{name}" style:family="table-row">'
            f'<style:table-row-properties style:row-height="{points:g}pt" '
            'style:use-optimal-row-height="false"/></style:style>'
        )

    def _cells(self) -> tuple[str, ...]:
        theme = PLAIN
        rule = f' fo:border-bottom="0.74pt solid #{theme.line}"'
        brand = f' fo:border-bottom="1.5pt solid #{theme.brand}"'
        ink, quiet = theme.ink, theme.quiet
        body, small = theme.body_size, theme.small_size
        return (
            self._cell("hidden", quiet, small),
            self._cell("bar", ink, body, f' fo:background-color="#{theme.brand}"'),
            self._cell("title", theme.brand, theme.title_size, bold=True),
            self._cell("about", quiet, body + 1),
            self._cell("lead", ink, body),
            self._cell("section", theme.brand, 13, brand, bold=True),
            self._cell("head", quiet, body, bold=True),
            self._cell("nr", quiet, small, rule),
            self._cell("text", ink, body, rule),
            self._cell("heading", WARM, body, bold=True),
            self._cell("mark", WARM, 10, ' style:cell-protect="none"', bold=True),
        )

    def _cell(
        self, name: str, colour: str, size: int, more: str = "", *, bold: bool = False
    ) -> str:
        weight = ' fo:font-weight="bold"' if bold else ""
        option = "no-wrap" if name in _LINES else "wrap"
        return (
            f'<style:style style:name="{self.start}{name}" style:family="table-cell" '
            'style:parent-style-name="Default"><style:table-cell-properties '
            f'style:vertical-align="middle" fo:wrap-option="{option}"{more}/>'
            f'<style:text-properties fo:color="#{colour}" fo:font-size="{size}pt"'
            f'{weight} fo:font-family="{PLAIN.font}"/></style:style>'
        )

    def common(self) -> str:
        """Return the style of the highlight, for the part with the named styles."""
        return (
            f'<style:style style:name="{self.start}highlight" style:family='
            '"table-cell" style:parent-style-name="Default"><style:table-cell-'
            f'properties fo:background-color="#{WARM_FILL}" fo:border="0.74pt solid '
            f'#{WARM}" style:vertical-align="middle"/><style:text-properties '
            f'fo:color="#{PLAIN.ink}"/></style:style>'
        )
