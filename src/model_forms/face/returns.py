"""A form back to its partner, with what is wrong marked in it."""

from __future__ import annotations

from model_forms.documents import read
from model_forms.importing import Imported
from model_forms.plugins import importers
from model_forms.typing import Readable

PERSONAL = "personal-data"
"""The finding about a CPR number, or about a list of persons."""


def mark_up(
    source: Readable, imported: Imported, *, language: str | None = None
) -> bytes | None:
    """
    Return the file with the errors and warnings of *imported* marked at its fields.

    *source* is the very file that *imported* was read from: what it gave when it was
    read, nothing else. Everything else in it stays as it is, and the marked file can
    be corrected and imported again. What only the coordinator can settle, such as a
    second return, is not told in it. None when a CPR number stands in the file, which
    does not leave again with it; when there is nothing to mark, or when such
    a file cannot be marked: then send the findings as text. *language* is the form's
    own when left out. Raises UnreadableDocument when *source* cannot be opened.
    """
    data = read(source)
    if any(each.code == PERSONAL for each in imported.findings):
        return None
    for importer in importers():
        if importer.recognises(data):
            if importer.mark_up is None:
                return None
            return importer.mark_up(data, imported.for_sender, language=language)
    return None
