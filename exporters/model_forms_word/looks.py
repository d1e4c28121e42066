"""How each style looks in a theme: what a house changes when it changes styles."""

from __future__ import annotations

from attrs import frozen

from model_forms.theme import Theme
from model_forms_word.markup import attribute
from model_forms_word.page import ROOMY, Page

_LARGER_HEADINGS = (2, -1)
_BAR = 24
_TICK = 15
_RULED = 26
FRAME_INDENT = '<w:ind w:left="200" w:right="180"/>'
BOX_FONT = "Segoe UI Symbol"
"""Has the box to tick on every Windows; elsewhere another font steps in."""


@frozen
class Look:
    """A style's properties of the paragraph and of the letters, as markup."""

    paragraph: str
    letters: str

    def markup(self) -> str:
        """Return both in the order in which a style holds them."""
        return f"<w:pPr>{self.paragraph}</w:pPr><w:rPr>{self.letters}</w:rPr>"


def defaults(theme: Theme, tag: str, page: Page = ROOMY) -> str:
    """Return what holds for all text: font, size and language."""
    font, language = attribute(theme.font), attribute(tag)
    fonts = " ".join(f'w:{each}="{font}"' for each in ("ascii", "hAnsi", "cs"))
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f"<w:rFonts {fonts}/>{_size(theme.body_size)}"
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f"{_Sheet(theme, page).space(0, 6, 1.05)}"
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def looks(theme: Theme, page: Page = ROOMY) -> dict[str, Look]:
    """Return the look of each paragraph style by its name."""
    sheet = _Sheet(theme, page)
    return {
        "Normal": Look("", _letters(theme.ink)),
        **sheet.titles(),
        **sheet.headings(),
        **sheet.running(),
        **sheet.lists(),
        **sheet.around_tables(),
        **sheet.contents(),
        "Intense Quote": sheet.callout(),
        "footer": sheet.footer(),
    }


def letter_looks(theme: Theme) -> dict[str, Look]:
    """Return the look of each character style by its name."""
    symbol = " ".join(
        f'w:{each}="{BOX_FONT}"' for each in ("ascii", "hAnsi", "eastAsia", "cs")
    )
    colour, line = f'<w:color w:val="{theme.resource}"/>', '<w:u w:val="single"/>'
    link, small = colour + line, colour + _size(theme.small_size) + line
    return {
        "Strong": Look("", "<w:b/><w:bCs/>"),
        "Emphasis": Look("", "<w:i/><w:iCs/>"),
        "Hyperlink": Look("", link),
        "Small Link": Look("", small),
        "Citation": Look("", _letters(theme.quiet, theme.small_size)),
        "Tick Box": Look("", f"<w:rFonts {symbol}/>{_size(_TICK)}"),
    }


@frozen
class _Sheet:
    """The looks in one theme on one page."""

    theme: Theme
    page: Page

    def space(self, above: float, below: float, line: float) -> str:
        """Return the space around a paragraph in points, and between its lines."""
        top, bottom = (round(each * 20 * self.page.air) for each in (above, below))
        around = f'w:before="{top}" w:after="{bottom}"'
        return f'<w:spacing {around} w:line="{round(line * 240)}" w:lineRule="auto"/>'

    def titles(self) -> dict[str, Look]:
        theme = self.theme
        title = _letters(theme.brand, theme.title_size + 3, bold=True)
        keep = f"<w:keepNext/><w:keepLines/>{self.space(0, 2, 1)}"
        subtitle = _letters(theme.quiet, theme.body_size + 1)
        return {
            "Title": Look(keep, title),
            "Subtitle": Look(self.space(0, 10, 1), subtitle),
        }

    def headings(self) -> dict[str, Look]:
        first, second = (self.theme.heading_size + more for more in _LARGER_HEADINGS)
        third = (self.theme.body_size, 10, 2)
        sizes = {1: (first, 16, 5), 2: (second, 13, 4)}
        return {
            f"Heading {level}": self._heading(level, *sizes.get(level, third))
            for level in range(1, 10)
        }

    def _heading(self, level: int, size: int, above: int, below: int) -> Look:
        place = f'<w:outlineLvl w:val="{level - 1}"/>'
        colour = self.theme.brand if level < 3 else self.theme.ink  # noqa: PLR2004
        return Look(
            f"<w:keepNext/><w:keepLines/>{self.space(above, below, 1)}{place}",
            _letters(colour, size, bold=True),
        )

    def running(self) -> dict[str, Look]:
        theme = self.theme
        lead = _letters(theme.ink, theme.body_size + 1)
        small = _letters(theme.quiet, theme.small_size)
        return {
            "Body Text": Look(self.space(0, 6, 1.05), ""),
            "Lead": Look(self.space(0, 8, 1.1), lead),
            "Small Print": Look(self.space(0, 6, 1.05), small),
        }

    def lists(self) -> dict[str, Look]:
        bullets = ("List Bullet", "List Bullet 2", "List Bullet 3")
        counted = ("List Number", "List Number 2")
        close = self.space(0, 3, 1.03)
        return {
            name: Look(f"{_numbered(level)}{close}", "")
            for level, name in enumerate(bullets)
        } | {name: Look(close, "") for name in counted}

    def around_tables(self) -> dict[str, Look]:
        theme = self.theme
        size = theme.body_size - 1
        caption = _letters(theme.ink, size, bold=True)
        title = _letters(theme.on_brand, size, bold=True)
        rule = f'w:val="single" w:sz="4" w:space="1" w:color="{theme.quiet}"'
        ruled = f"<w:pBdr><w:bottom {rule}/><w:between {rule}/></w:pBdr>"
        tall = f'<w:spacing w:before="0" w:after="0" w:line="{_RULED * 20}"'
        return {
            "caption": Look(
                f"<w:keepNext/><w:keepLines/>{self.space(11, 4, 1)}", caption
            ),
            # A style called Figure would be a figure of its own in a tagged PDF.
            "Chart": Look(self.space(0, 8, 1), ""),
            "Table Heading": Look(f"<w:keepNext/>{self.space(0, 0, 1)}", title),
            "Table Text": Look(self.space(0, 0, 1), _letters(theme.ink, size)),
            "Ruled Line": Look(f'{ruled}{tall} w:lineRule="exact"/>', ""),
        }

    def contents(self) -> dict[str, Look]:
        theme = self.theme
        title = _letters(theme.brand, theme.heading_size, bold=True)
        body = '<w:outlineLvl w:val="9"/>'
        keep = f"<w:keepNext/>{self.space(14, 6, 1)}{body}"
        return {
            "TOC Heading": Look(keep, title),
            "toc 1": self._entry(0, 4, "<w:b/><w:bCs/>"),
            "toc 2": self._entry(300, 0, _size(theme.body_size - 1)),
        }

    def _entry(self, indent: int, above: int, letters: str) -> Look:
        edge = f'w:val="right" w:leader="dot" w:pos="{self.page.width}"'
        place = f'<w:ind w:left="{indent}"/>' if indent else ""
        return Look(
            f"<w:tabs><w:tab {edge}/></w:tabs>{self.space(above, 1, 1)}{place}", letters
        )

    def callout(self) -> Look:
        fill = self.theme.fills["neutral"]
        edges = (
            ("top", fill, 8, 6),
            ("left", self.theme.brand, _BAR, 8),
            ("bottom", fill, 8, 6),
            ("right", fill, 8, 8),
        )
        borders = "".join(
            f'<w:{side} w:val="single" w:sz="{width}" w:space="{gap}"'
            f' w:color="{colour}"/>'
            for side, colour, width, gap in edges
        )
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
        return Look(
            f"<w:keepLines/><w:pBdr>{borders}</w:pBdr>{shade}"
            f"{self.space(8, 9, 1.05)}{FRAME_INDENT}",
            _letters(self.theme.ink, self.theme.body_size - 1),
        )

    def footer(self) -> Look:
        edge = f'w:val="single" w:sz="4" w:space="6" w:color="{self.theme.line}"'
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{self.page.width}"/></w:tabs>'
        return Look(
            f"<w:pBdr><w:top {edge}/></w:pBdr>{tab}{self.space(0, 0, 1)}",
            _letters(self.theme.quiet, self.theme.small_size),
        )


def _numbered(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def _letters(colour: str, size: float | None = None, *, bold: bool = False) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    return f'{weight}<w:color w:val="{colour}"/>{_size(size) if size else ""}'


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
