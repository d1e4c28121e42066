"""The styles of a house's document: used where it has them, added where not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

import docx
from attrs import define, evolve, field
from docx.document import Document
from docx.oxml.ns import qn

from model_forms.theme import Theme
from model_forms_word.looks import letter_looks, looks
from model_forms_word.numbering import STYLES, Lists
from model_forms_word.page import Page
from model_forms_word.styles import restyle
from model_forms_word.words import Words

# A house's Intense Quote is a quotation in the middle of the page, and no box.
_CALLOUT = "Intense Quote"
_CALLOUT_NAME = "Callout"
_NOT_OURS = {"normal", "footer"}


def adopt(
    document: Document, theme: Theme, words: Words, page: Page, lists: Lists
) -> tuple[dict[str, str], Lists]:
    """
    Return by which id the document knows each of our styles, and its lists.

    A style that it has not got is added, in its own colours.
    """
    own = docx.Document()
    restyle(own, theme, words, page)
    styles = _Styles(own.styles.element, document.styles.element, lists.bullet)
    names = (*looks(theme), *letter_looks(theme), "Report Table")
    known = styles.adopt(each for each in names if each not in _NOT_OURS)
    marking = sum(styles.marks(known[each]) for each in STYLES)
    return known, evolve(lists, marking=marking)


def adopt_more(
    document: Document, own: Document, known: Mapping[str, str], names: Iterable[str]
) -> dict[str, str]:
    """
    Return *known*, and by which id the document knows more styles of ours.

    *own* is a document that has them; a style that the house has not got is added.
    """
    styles = _Styles(own.styles.element, document.styles.element, bullet=0)
    return {**known, **styles.adopt(names)}


@define
class _Styles:
    """Our styles and those of the house, by id; what is added counts as the house's."""

    _ours: Any  # elements of python-docx, which have no types
    _theirs: Any
    _bullet: int
    _known: dict[str, str] = field(init=False, factory=dict)

    def adopt(self, names: Iterable[str]) -> dict[str, str]:
        for name in names:
            element = _named(self._ours, name)
            if element is not None:
                self._adopted(element)
        return self._known

    def marks(self, id: str) -> bool:
        """Tell whether a style puts a mark before its paragraphs."""
        seen = set()
        while id and id not in seen:
            seen.add(id)
            found = self._theirs.xpath(f"w:style[@w:styleId='{id}']")
            if not found:
                return False
            if found[0].xpath("w:pPr/w:numPr/w:numId[@w:val!='0']"):
                return True
            id = next(iter(found[0].xpath("w:basedOn/@w:val")), "")
        return False

    def _adopted(self, element: Any) -> str:  # noqa: ANN401  as above
        """Return the house's id of one of our styles, adding it if need be."""
        id, kind = element.get(qn("w:styleId")), element.get(qn("w:type"))
        if id in self._known:
            return self._known[id]
        name = element.find(qn("w:name")).get(qn("w:val"))
        name = _CALLOUT_NAME if name == _CALLOUT else name
        found = _named(self._theirs, name, kind)
        if found is None and element.get(qn("w:default")) == "1":
            found = _default(self._theirs, kind)
        if found is None:
            found = self._added(element, name)
        self._known[id] = found.get(qn("w:styleId"))
        return self._known[id]

    def _added(self, element: Any, name: str) -> Any:  # noqa: ANN401  as above
        fresh = deepcopy(element)
        fresh.find(qn("w:name")).set(qn("w:val"), name)
        taken = set(self._theirs.xpath("w:style/@w:styleId"))
        id = first = name.replace(" ", "")
        count = 1
        while id in taken:
            id, count = f"{first}{count}", count + 1
        fresh.set(qn("w:styleId"), id)
        for each in fresh.xpath("w:link | w:next | w:aliases"):
            fresh.remove(each)
        fresh.attrib.pop(qn("w:default"), None)
        for each in fresh.xpath("w:basedOn"):
            parent = self._ours.xpath(f"w:style[@w:styleId='{each.get(qn('w:val'))}']")
            each.set(qn("w:val"), self._adopted(parent[0]))
        for each in fresh.xpath("w:pPr/w:numPr/w:numId"):
            each.set(qn("w:val"), str(self._bullet))
        self._theirs.append(fresh)
        return fresh


def _named(styles: Any, name: str, kind: str | None = None) -> Any:  # noqa: ANN401
    """Return the style that programs know by *name*, however it is written."""
    for each in styles.findall(qn("w:style")):
        found = each.find(qn("w:name"))
        if found is None or kind not in {None, each.get(qn("w:type"))}:
            continue
        if found.get(qn("w:val"), "").lower() == name.lower():
            return each
    return None


def _default(styles: Any, kind: str) -> Any:  # noqa: ANN401  as above
    found = styles.xpath(f"w:style[@w:type='{kind}' and @w:default='1']")
    return found[0] if found else None
