"""Words put anywhere else than in an answer or a remark: kept as additions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from model_forms.finding import Finding, Place
from model_forms.issuing import personal_answer
from model_forms.privacy import is_personal
from model_forms.questionnaire import Item
from model_forms.response import Addition
from model_forms_excel.cells import Book, Cell, Sheet
from model_forms_excel.entries import remark_key
from model_forms_excel.identity import Identity, form_id, marker
from model_forms_excel.layout import COVER, FORM, GUIDE, LISTS, META, Layout
from model_forms_excel.locate import Located, witnesses_of
from model_forms_excel.normal import normal
from model_forms_excel.parse import is_empty, written
from model_forms_excel.telling import place
from model_forms_excel.words import WORDS
from model_forms_excel.write_cover import cover_lines, subtitle
from model_forms_excel.write_guide import guide_rows

HIDDEN = (LISTS, META)


@lru_cache(maxsize=64)
def _always(layout: Layout) -> frozenset[str]:
    """Return the texts that stand in every sheet of a layout."""
    questionnaire, language = layout.questionnaire, layout.language
    words = [FORM, COVER, GUIDE, questionnaire.title.get(language)]
    words += [each.get(language) for each in WORDS.values()]
    words += [part for row in guide_rows(questionnaire, language) for part in row]
    words += [each.text.get(language) for each in questionnaire.notices]
    for line in layout.lines.values():
        words += [line.text, line.code]
    return frozenset(normal(each) for each in words)


def issued_words(layout: Layout, identity: Identity) -> frozenset[str]:
    """Return every text that stood in the sheet when it was issued."""
    questionnaire, issue = layout.questionnaire, identity.issue
    words = [form_id(questionnaire, identity.sheet_id)]
    words += [subtitle(issue, filled_by=each) for each in (True, False)]
    words += [part for line in cover_lines(questionnaire, issue) for part in line]
    return _always(layout) | {normal(each) for each in words}


def additions(
    book: Book, layout: Layout, located: Located, identity: Identity
) -> Iterator[Addition | Finding]:
    """Yield what the partner wrote elsewhere, and a finding where it is personal."""
    read = set(_read_cells(layout, located))
    issued = issued_words(layout, identity)
    keys = witnesses_of(layout).keys
    for sheet in book.sheets:
        if marker(sheet) in HIDDEN:
            continue
        for address in sorted(sheet.cells):
            cell = sheet.cells[address]
            if (
                (sheet.name, *address) in read
                or is_empty(cell)
                or _is_ours(cell, issued, keys)
            ):
                continue
            yield _kept(written(cell), place(sheet.name, *address))
        yield from _comments(sheet)


def _is_ours(cell: Cell, issued: frozenset[str], keys: dict[str, str]) -> bool:
    if cell.formula is not None:
        return True
    text = cell.value
    return isinstance(text, str) and (text in keys or normal(text) in issued)


def _comments(sheet: Sheet) -> Iterator[Addition | Finding]:
    for address, text in sorted(sheet.comments.items()):
        if text.strip():
            yield _kept(text.strip(), place(sheet.name, *address))


def _kept(text: str, at: Place) -> Addition | Finding:
    return personal_answer("", at) if is_personal(text) else Addition(text=text, at=at)


def _read_cells(layout: Layout, located: Located) -> Iterator[tuple[str, int, int]]:
    """Yield the cells that were read as an answer or as the remark of an answer."""
    for key, spots in located.spots.items():
        line = layout.lines[key]
        owns_remark = line.item is not None and remark_line(line.item, key)
        for spot in spots:
            if line.has_field:
                yield spot.sheet, spot.row, spot.columns["answer"]
            if owns_remark and "remark" in spot.columns:
                yield spot.sheet, spot.row, spot.columns["remark"]


def remark_line(item: Item, key: str) -> bool:
    """Tell whether the remark on this line belongs to the item's whole answer."""
    path = key.lstrip("#")
    return remark_key(item, path) == key
