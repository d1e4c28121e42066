"""The few words that the document adds to those of the report."""

from __future__ import annotations

from attrs import frozen

from model_forms_word.markup import clean


@frozen(kw_only=True)
class Words:
    """A language's tag and its words for figures, tables and page numbers."""

    tag: str
    table: str = "Table"
    figure: str = "Figure"
    page: str = "Page"
    of: str = "of"
    columns: str = "Columns"


_KNOWN = {
    "da": Words(
        tag="da-DK",
        table="Tabel",
        figure="Figur",
        page="Side",
        of="af",
        columns="Kolonner",
    ),
    "en": Words(tag="en-GB"),
}


def words_in(language: str) -> Words:
    """Return the words in *language*; English words where it is not known."""
    code = clean(language)
    known = _KNOWN.get(code.split("-")[0].lower())
    return known or Words(tag=code or "en-GB")
