"""How each style looks in a theme: what a house changes when it changes styles."""

from __future__ import annotations

from attrs import frozen

from model_forms.theme import Theme
from model_forms_word.markup import attribute
from model_forms_word.page import TEXT_WIDTH

_LARGER_HEADINGS = (2, -1)
_BAR = 24


@frozen
class Look:
    """A style's properties of the paragraph and of the letters, as markup."""

    paragraph: str
    letters: str

    def markup(self) -> str:
        """Return both in the order in which a style holds them."""
        return f"<w:pPr>{self.paragraph}</w:pPr><w:rPr>{self.letters}</w:rPr>"


def defaults(theme: Theme, tag: str) -> str:
    """Return what holds for all text: font, size and language."""
    font, language = attribute(theme.font), attribute(tag)
    fonts = " ".join(f'w:{each}="{font}"' for each in ("ascii", "hAnsi", "cs"))
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f"<w:rFonts {fonts}/>{_size(theme.body_size)}"
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f"{_space(0, 6, 1.05)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def looks(theme: Theme) -> dict[str, Look]:
    """Return the look of each paragraph style by its name."""
    return {
        "Normal": Look("", _letters(theme.ink)),
        **_titles(theme),
        **_headings(theme),
        **_running(theme),
        **_lists(),
        **_around_tables(theme),
        "Intense Quote": _callout(theme),
        "footer": _footer(theme),
    }


def _titles(theme: Theme) -> dict[str, Look]:
    title = _letters(theme.brand, theme.title_size + 3, bold=True)
    return {
        "Title": Look(f"<w:keepNext/><w:keepLines/>{_space(0, 2, 1)}", title),
        "Subtitle": Look(_space(0, 10, 1), _letters(theme.quiet, theme.body_size + 1)),
    }


def _headings(theme: Theme) -> dict[str, Look]:
    first, second = (theme.heading_size + more for more in _LARGER_HEADINGS)
    sizes = {1: (first, 16, 5), 2: (second, 13, 4), 3: (theme.body_size, 10, 2)}
    return {
        f"Heading {level}": _heading(theme, level, *sizes.get(level, sizes[3]))
        for level in range(1, 10)
    }


def _heading(theme: Theme, level: int, size: int, above: int, below: int) -> Look:
    place = f'<w:outlineLvl w:val="{level - 1}"/>'
    colour = theme.brand if level < 3 else theme.ink  # noqa: PLR2004
    return Look(
        f"<w:keepNext/><w:keepLines/>{_space(above, below, 1)}{place}",
        _letters(colour, size, bold=True),
    )


def _running(theme: Theme) -> dict[str, Look]:
    small = _letters(theme.quiet, theme.small_size)
    return {
        "Body Text": Look(_space(0, 6, 1.05), ""),
        "Lead": Look(_space(0, 8, 1.1), _letters(theme.ink, theme.body_size + 1)),
        "Small Print": Look(_space(0, 6, 1.05), small),
    }


def _lists() -> dict[str, Look]:
    names = ("List Bullet", "List Bullet 2", "List Bullet 3")
    return {
        name: Look(f"{_numbered(level)}{_space(0, 3, 1.03)}", "")
        for level, name in enumerate(names)
    }


def _numbered(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def _around_tables(theme: Theme) -> dict[str, Look]:
    size = theme.body_size - 1
    caption = _letters(theme.ink, size, bold=True)
    title = _letters(theme.on_brand, size, bold=True)
    return {
        "caption": Look(f"<w:keepNext/><w:keepLines/>{_space(11, 4, 1)}", caption),
        "Figure": Look(_space(0, 8, 1), ""),
        "Table Heading": Look(f"<w:keepNext/>{_space(0, 0, 1)}", title),
        "Table Text": Look(_space(0, 0, 1), _letters(theme.ink, size)),
    }


def _callout(theme: Theme) -> Look:
    fill = theme.fills["neutral"]
    edges = (
        ("top", fill, 8, 6),
        ("left", theme.brand, _BAR, 8),
        ("bottom", fill, 8, 6),
        ("right", fill, 8, 8),
    )
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{width}" w:space="{gap}" w:color="{colour}"/>'
        for side, colour, width, gap in edges
    )
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    return Look(
        f"<w:keepLines/><w:pBdr>{borders}</w:pBdr>{shade}{_space(10, 12, 1.05)}"
        '<w:ind w:left="200" w:right="180"/>',
        _letters(theme.ink),
    )


def _footer(theme: Theme) -> Look:
    edge = f'w:val="single" w:sz="4" w:space="6" w:color="{theme.line}"'
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    return Look(
        f"<w:pBdr><w:top {edge}/></w:pBdr>{tab}{_space(0, 0, 1)}",
        _letters(theme.quiet, theme.small_size),
    )


def _space(above: float, below: float, line: float) -> str:
    """Return the space around a paragraph in points, and between its lines."""
    around = f'w:before="{round(above * 20)}" w:after="{round(below * 20)}"'
    return f'<w:spacing {around} w:line="{round(line * 240)}" w:lineRule="auto"/>'


def _letters(colour: str, size: float | None = None, *, bold: bool = False) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    return f'{weight}<w:color w:val="{colour}"/>{_size(size) if size else ""}'


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
