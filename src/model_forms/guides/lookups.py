"""Parts of a questionnaire by the names that a guide uses."""

from __future__ import annotations

from model_forms.guides.trouble import picked
from model_forms.questionnaire import (
    BandSet,
    Item,
    Matrix,
    Option,
    Questionnaire,
    Scale,
    Section,
)
from model_forms.text import both

_SECTION = both("afsnit", "section")
_SCALE = both("skala", "scale")
_VALUE = both("værdi på skalaen", "value of the scale")
_ITEM = both("spørgsmål", "item")
_BANDS = both("sæt af niveauer", "set of bands")
_MATRIX = both("matrix", "matrix")


def section_of(questionnaire: Questionnaire, key: str) -> Section:
    """Return a section; Wrong when there is none."""
    known = {each.key: each for each in questionnaire.sections}
    return picked("unknown-section", _SECTION, key, known)


def scale_of(questionnaire: Questionnaire, id: str) -> Scale:
    """Return a scale; Wrong when there is none."""
    return picked("unknown-scale", _SCALE, id, questionnaire.scale)


def option_of(scale: Scale, value: str) -> Option:
    """Return an option by its value as it is written; Wrong when there is none."""
    known = {str(each.value): each for each in scale.options}
    return picked("unknown-option", _VALUE, value, known)


def item_of(questionnaire: Questionnaire, key: str) -> Item:
    """Return an item or a column of a table; Wrong when there is none."""
    known = {**questionnaire.columns, **questionnaire.items}
    return picked("unknown-item", _ITEM, key, known)


def bands_of(questionnaire: Questionnaire, id: str) -> BandSet:
    """Return a set of bands; Wrong when there is none."""
    return picked("unknown-bands", _BANDS, id, questionnaire.band_set)


def matrix_of(questionnaire: Questionnaire, id: str) -> Matrix:
    """Return a matrix; Wrong when there is none."""
    known = {each.id: each for each in questionnaire.matrices}
    return picked("unknown-matrix", _MATRIX, id, known)
