"""One list of nine levels behind the bullet styles, so that nesting is real."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn

from model_forms.theme import Theme
from model_forms_word.markup import parse

BULLET_LIST = 1
DEEPEST = 8
STYLES = ("ListBullet", "ListBullet2", "ListBullet3")
# Characters of ordinary fonts: those of Symbol are boxes where it is missing.
_MARKS = ("•", "–", "·")
_STEP = 340
_HANGING = 280
_OWN = 99


def set_bullets(document: Document, theme: Theme) -> None:
    """Let the template's first list be ours; the template's own has one level."""
    numbering = document.part.numbering_part.element
    # A style that two lists claim is numbered by whichever Word meets first.
    for link in list(numbering.iter(qn("w:pStyle"))):
        if link.get(qn("w:val")) in STYLES:
            link.getparent().remove(link)
    (levels,) = parse(_levels(theme))
    lists = numbering.findall(qn("w:num"))
    lists[0].addprevious(levels)
    for each in lists:
        if each.get(qn("w:numId")) == str(BULLET_LIST):
            each.find(qn("w:abstractNumId")).set(qn("w:val"), str(_OWN))


def _levels(theme: Theme) -> str:
    levels = "".join(_level(number, theme) for number in range(DEEPEST + 1))
    return (
        f'<w:abstractNum w:abstractNumId="{_OWN}">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
    )


def _level(number: int, theme: Theme) -> str:
    style = f'<w:pStyle w:val="{STYLES[number]}"/>' if number < len(STYLES) else ""
    place = f'w:left="{_STEP * (number + 1)}" w:hanging="{_HANGING}"'
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/>'
        f'<w:numFmt w:val="bullet"/>{style}'
        f'<w:lvlText w:val="{_MARKS[number % len(_MARKS)]}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr><w:ind {place}/></w:pPr>"
        f'<w:rPr><w:color w:val="{theme.quiet}"/></w:rPr></w:lvl>'
    )
