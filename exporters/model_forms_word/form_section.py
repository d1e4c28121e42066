"""A form in a house's document of several columns stands across all of them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from attrs import evolve
from docx.oxml.ns import qn

from model_forms_word.house import columns_of, section_of, width_of
from model_forms_word.markup import parse
from model_forms_word.place import Place

_ONCE = ("w:titlePg", "w:pgNumType")
"""What is said where a section begins a page: the first of the parts keeps it."""

_BEFORE_TYPE = (
    "w:headerReference", "w:footerReference", "w:footnotePr", "w:endnotePr",
)  # fmt: skip


def across(place: Place) -> Place:
    """
    Return *place* in a section of one column.

    The house's own section is divided: what stands before the form and after it keeps
    its columns, and no part begins a new page.
    """
    section = section_of(place.before)
    if section is None or columns_of(section) == 1:
        return place
    if _follows(place.before):
        _end(place.before, deepcopy(section))
        _go_on(section)
    if place.before is section:
        _widen(section)
        return evolve(place, width=width_of(section))
    own = deepcopy(section)
    _widen(own)
    _go_on(section)
    last = _end(place.before, own)
    return evolve(place, before=last, width=width_of(own))


def _follows(element: Any) -> bool:  # noqa: ANN401  python-docx has no types
    """Tell whether anything of the same section stands before *element*."""
    before = element.getprevious()
    return before is not None and before.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None


def _end(element: Any, section: Any) -> Any:  # noqa: ANN401  as above
    """End a section before *element*, and return the paragraph that does."""
    (mark,) = parse("<w:p><w:pPr/></w:p>")
    mark[0].append(section)
    element.addprevious(mark)
    return mark


def _widen(section: Any) -> None:  # noqa: ANN401  as above
    for each in section.findall(qn("w:cols")):
        each.set(qn("w:num"), "1")
        for name in ("w:equalWidth", "w:sep"):
            each.attrib.pop(qn(name), None)
        for column in list(each):
            each.remove(column)


def _go_on(section: Any) -> None:  # noqa: ANN401  as above
    """Let a section begin on the page where the one before it ends."""
    for name in ("w:type", *_ONCE):
        for each in section.findall(qn(name)):
            section.remove(each)
    (kind,) = parse('<w:type w:val="continuous"/>')
    heads = {qn(each) for each in _BEFORE_TYPE}
    place = sum(each.tag in heads for each in section)
    section.insert(place, kind)
