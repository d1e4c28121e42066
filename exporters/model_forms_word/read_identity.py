"""Which form a document is: every trace of it, wherever it was left."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.forms.identity import PROPERTY, Found, found_from, ids_in
from model_forms_word.form_identity import joined
from model_forms_word.form_words import WORDS
from model_forms_word.read_values import Document


def found_in(document: Document) -> Found:
    """Return every identity and every id that *document* carries."""
    ids = ids_in(document.custom.get(PROPERTY, ""))
    ids |= ids_in(document.core.get("identifier", ""))
    keywords = document.core.get("keywords", "")
    if PROPERTY in keywords:
        ids |= ids_in(keywords)
    for words in _visible(document):
        ids |= ids_in(words)
    texts = (*document.texts, joined(document.custom))
    return found_from([each for each in texts if each], ids)


def _visible(document: Document) -> Iterator[str]:
    """Yield the lines that show an id to people."""
    labels = tuple(f"{words}: " for _, words in WORDS["form_id"])
    for each in document.loose:
        yield from (words for words in each.cell.paragraphs if words.startswith(labels))
