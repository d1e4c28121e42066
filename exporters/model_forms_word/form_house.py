"""A form in a house's own document: opened, and proved to be read as it was meant."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from attrs import evolve
from docx.document import Document
from docx.oxml.ns import qn

from model_forms.errors import UnreadableDocument
from model_forms.forms.identity import Identity
from model_forms.forms.refused import Refused
from model_forms.forms.template import TEMPLATE
from model_forms.text import both
from model_forms.theme import PLAIN
from model_forms_word.form_layout import Layout
from model_forms_word.form_section import across
from model_forms_word.form_styles import house_styles
from model_forms_word.house import open_house
from model_forms_word.house_file import blaming_template
from model_forms_word.markup import is_number
from model_forms_word.place import Place
from model_forms_word.read_document import read_document
from model_forms_word.read_house import House, house_in, without_hints
from model_forms_word.read_identity import found_in
from model_forms_word.read_leftovers import Leftovers
from model_forms_word.read_locate import locate
from model_forms_word.read_values import Document as Values
from model_forms_word.read_witnesses import witnesses_of
from model_forms_word.words import Words

_IN_CELL = both(
    "mærket {{ indhold }} står i en tabel; et skema skal stå uden for tabeller",
    "the mark {{ content }} stands in a table; a form must stand outside tables",
)
_A_FORM = both(
    "den er selv et udsendt skema; brug det dokument, som skemaer laves i",
    "it is itself a form that was sent out; use the document that forms are made in",
)
_TOO_MUCH = both(
    "et skema i den ville være for stort til at blive læst igen; gør billederne "
    "mindre, eller slet det, der ikke hører til brevpapiret",
    "a form in it would be too large to be read again; make its pictures smaller, or "
    "delete what is no part of the letterhead",
)
_CONFUSING = both(
    "et skema i den kunne ikke læses igen, fordi dens egne ord eller felter ligner "
    "skemaets; slet dem, eller skriv dem om",
    "a form in it could not be read again, since its own words or fields look like "
    "those of the form; delete them or write them otherwise",
)
_FOR_READING = ("w:documentProtection", "w:writeProtection", "w:trackRevisions")
"""Settings in which a partner could not fill in the form, or not as it is meant."""


def open_for_form(template: bytes, words: Words, plan: Layout) -> Place:
    """
    Return the place in *template* where a form is written.

    Raises UnreadableDocument when no form can stand there and be read again.
    """
    place = open_house(template, PLAIN, words)
    if place.before.getparent().tag != qn("w:body"):
        raise UnreadableDocument(TEMPLATE, _IN_CELL)
    with blaming_template():
        _let_fill_in(place.document)
        _forget_tags(place.document, frozenset(witnesses_of(plan).tags))
        styles = house_styles(place.document, place.theme, place.styles)
        return across(evolve(place, styles=styles))


def _let_fill_in(document: Document) -> None:
    for name in _FOR_READING:
        for each in document.settings.element.findall(qn(name)):
            each.getparent().remove(each)
    document.core_properties.category = ""


def _forget_tags(document: Document, ours: frozenset[str]) -> None:
    """Take the tags off the house's controls that name a question of the form."""
    for each in list(document.element.iter(qn("w:tag"))):
        if each.get(qn("w:val")) in ours:
            each.getparent().remove(each)


def numbers_in(document: Document) -> frozenset[int]:
    """Return the numbers that the document's controls and bookmarks have."""
    found: Any = document.element.iter(qn("w:id"), qn("w:bookmarkStart"))
    numbers = (each.get(qn("w:val")) or each.get(qn("w:id")) or "" for each in found)
    return frozenset(int(each) for each in numbers if is_number(each))


def house_of(place: Place) -> House:
    """Return what a house's document says before the form stands in it."""
    saved = BytesIO()
    place.document.save(saved)
    values = _read(saved.getvalue())
    if found_in(values).is_ours:
        raise UnreadableDocument(TEMPLATE, _A_FORM)
    hinted = _read(without_hints(saved.getvalue()))
    return house_in(values).joined(house_in(hinted))


def prove(data: bytes, plan: Layout, identity: Identity, house: House) -> None:
    """Raise UnreadableDocument when an untouched form is not read as it was written."""
    values = _read(data)
    own, aside = house.parted(values, plan)
    located = locate(own, plan, identity.rows)
    left = Leftovers(own, plan, located, identity, house, aside)
    whole = all(
        any(spot.key == key for found in located.spots.values() for spot in found)
        for key in plan.rows
    )
    if not whole or located.findings or located.blocked or [*left.additions()]:
        raise UnreadableDocument(TEMPLATE, _CONFUSING)


def _read(data: bytes) -> Values:
    try:
        return read_document(data)
    except Refused as refused:
        raise UnreadableDocument(TEMPLATE, _TOO_MUCH) from refused
