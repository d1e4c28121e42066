"""Whether anyone can read a document, whoever made it."""

from __future__ import annotations

from model_forms.accessibility.examine import examine
from model_forms.accessibility.unusable import UNKNOWN
from model_forms.documents import name_of, read
from model_forms.errors import UnreadableDocument
from model_forms.finding import Finding
from model_forms.plugins import outliners
from model_forms.typing import Readable


def lint(source: Readable, *, language: str = "da") -> tuple[Finding, ...]:
    """
    Return what in a document shuts readers out, errors first.

    The file is a Word document or an Excel workbook, whoever made it; its content
    says which. Places in it are told in *language*. Nothing in it is run. Raises
    UnreadableDocument when it is none of them, encrypted, damaged or too large.
    """
    data, name = read(source), name_of(source)
    for outline in outliners():
        try:
            found = outline(data, language=language)
        except UnreadableDocument as error:
            # Only here is it known what the file is called.
            raise UnreadableDocument(name, error.reason) from error
        if found is not None:
            return examine(found)
    raise UnreadableDocument(name, UNKNOWN)
