"""Lists that are real: bullets of nine levels, and numbers that begin anew."""

from __future__ import annotations

from itertools import chain, repeat
from typing import Any

from attrs import define, frozen
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from model_forms.report.blocks import Bullets
from model_forms.theme import Theme
from model_forms_word.looks import FRAME_INDENT
from model_forms_word.markup import parse

BULLET_LIST = 1
DEEPEST = 8
STYLES = ("ListBullet", "ListBullet2", "ListBullet3")
COUNTED = ("ListNumber", "ListNumber2")
# Characters of ordinary fonts: those of Symbol are boxes where it is missing.
_MARKS = ("•", "–", "·")
_STEP = 340
_HANGING = 280
_COUNTED_HANGING = 340
_COUNTED_STEP = 400


@frozen
class Mark:
    """
    What stands before an item: its level, and the list that it belongs to.

    One that is *marked* has it from its style.
    """

    level: int
    list: int
    counts: bool
    marked: bool


@define
class Lists:
    """
    The lists of a document; each that counts begins at 1.

    *marking* is how many of the bullets' styles put the mark there by themselves.
    """

    _element: Any  # python-docx has no type for it
    bullet: int
    _counted: int
    _framed: int
    marking: int = len(STYLES)

    @property
    def framed(self) -> str:
        """The property of an item inside a frame."""
        place = f'<w:ilvl w:val="0"/><w:numId w:val="{self._framed}"/>'
        return f"<w:numPr>{place}</w:numPr>"

    @property
    def outermost(self) -> str:
        """The property of an item whose style has no mark."""
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.bullet}"/></w:numPr>'

    def marks(self, block: Bullets) -> list[Mark]:
        """Return what stands before each item of *block*."""
        counting: dict[int, int] = {}
        found = []
        counted = chain(block.numbered, repeat(False))  # noqa: FBT003  of each item
        indents = chain(block.indents, repeat(0))
        for _, indent, counts in zip(block.items, indents, counted, strict=False):
            level = min(max(indent, 0), DEEPEST)
            # What is deeper than this item has ended, and will begin anew.
            counting = {at: each for at, each in counting.items() if at <= level}
            if counts and level not in counting:
                counting[level] = self._anew(level)
            number = counting[level] if counts else self.bullet
            marked = not counts and level < self.marking
            found.append(Mark(level, number, counts=counts, marked=marked))
        return found

    def _anew(self, level: int) -> int:
        number = self._element.add_num(self._counted)
        number.add_lvlOverride(ilvl=level).add_startOverride(1)
        return int(number.numId)


def own_lists(document: Document, theme: Theme) -> Lists:
    """Let the template's first list be ours; the template's own has one level."""
    element = document.part.numbering_part.element
    # A style that two lists claim is numbered by whichever Word meets first.
    for link in list(element.iter(qn("w:pStyle"))):
        if link.get(qn("w:val")) in STYLES:
            link.getparent().remove(link)
    bullets, counted, framed = _define(element, theme, styled=True)
    for each in element.findall(qn("w:num")):
        if each.get(qn("w:numId")) == str(BULLET_LIST):
            each.find(qn("w:abstractNumId")).set(qn("w:val"), str(bullets))
    return Lists(element, BULLET_LIST, counted, _numbered(element, framed))


def house_lists(document: Document, theme: Theme) -> Lists:
    """Add our lists to those of a house's own document."""
    try:
        document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
        element = document.part.numbering_part.element
    except KeyError:
        element = _numbering(document)
    bullets, counted, framed = _define(element, theme, styled=False)
    return Lists(
        element, _numbered(element, bullets), counted, _numbered(element, framed)
    )


def _numbering(document: Document) -> Any:  # noqa: ANN401  as above
    (element,) = parse("<w:numbering/>")
    package = document.part.package
    name = package.next_partname("/word/numbering%d.xml")
    part = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, element, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element


def _numbered(element: Any, definition: int) -> int:  # noqa: ANN401  as above
    return int(element.add_num(definition).numId)


def _define(element: Any, theme: Theme, *, styled: bool) -> tuple[int, int, int]:  # noqa: ANN401
    """Add our three definitions above the lists, and return their numbers."""
    found = element.findall(qn("w:abstractNum"))
    taken = [int(each.get(qn("w:abstractNumId"))) for each in found]
    first = max([98, *taken]) + 1
    levels = (
        [_bullet(level, theme, styled=styled) for level in range(DEEPEST + 1)],
        [_count(level, theme) for level in range(DEEPEST + 1)],
        [_in_frame(theme)],
    )
    lists = element.findall(qn("w:num"))
    for number, each in enumerate(levels, start=first):
        (definition,) = parse(
            f'<w:abstractNum w:abstractNumId="{number}">'
            f'<w:multiLevelType w:val="hybridMultilevel"/>{"".join(each)}'
            "</w:abstractNum>"
        )
        if lists:
            lists[0].addprevious(definition)
        elif found:
            found[-1].addnext(definition)
            found = [definition]
        else:
            element.insert(0, definition)
            found = [definition]
    return first, first + 1, first + 2


def _bullet(number: int, theme: Theme, *, styled: bool) -> str:
    style = ""
    if styled and number < len(STYLES):
        style = f'<w:pStyle w:val="{STYLES[number]}"/>'
    place = f'w:left="{_STEP * (number + 1)}" w:hanging="{_HANGING}"'
    mark = _MARKS[number % len(_MARKS)]
    return _level(number, "bullet", style, mark, f"<w:ind {place}/>", theme)


def _count(number: int, theme: Theme) -> str:
    place = f'w:left="{_COUNTED_STEP + _STEP * number}" w:hanging="{_COUNTED_HANGING}"'
    kind = "lowerLetter" if number % 2 else "decimal"
    mark = f"%{number + 1}" + (")" if number % 2 else ".")
    return _level(number, kind, "", mark, f"<w:ind {place}/>", theme)


def _in_frame(theme: Theme) -> str:
    near = '<w:suff w:val="space"/>'
    return _level(0, "bullet", near, _MARKS[0], FRAME_INDENT, theme)


def _level(  # noqa: PLR0913, PLR0917  the parts of a level in their order
    number: int, kind: str, before: str, mark: str, place: str, theme: Theme
) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{kind}"/>{before}'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{place}</w:pPr>"
        f'<w:rPr><w:color w:val="{theme.quiet}"/></w:rPr></w:lvl>'
    )
