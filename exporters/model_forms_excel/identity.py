"""What a sheet carries to be known again: written in many places, read from any."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from attrs import asdict, frozen

from model_forms.issue import Issue
from model_forms.questionnaire import Questionnaire
from model_forms.response import QuestionnaireRef
from model_forms_excel.cells import Book, Sheet
from model_forms_excel.layout import COVER, META

CONSTANT = "mf_sheet"
PROPERTY = "model-forms"
_ID = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")


@frozen(kw_only=True)
class Identity:
    """Which sheet a file is: the questionnaire, the issue, and the rows of tables."""

    ref: QuestionnaireRef
    issue: Issue
    rows: Mapping[str, int]

    @property
    def sheet_id(self) -> str:
        """The short id that belongs to this identity."""
        return self.issue.sheet_id(self.ref)


def identity_text(identity: Identity) -> str:
    """Return the identity as the file carries it, with the id that belongs to it."""
    document = {
        "questionnaire": asdict(identity.ref),
        "issue": asdict(identity.issue),
        "rows": dict(identity.rows),
        "sheet": identity.sheet_id,
    }
    return json.dumps(document, ensure_ascii=False, sort_keys=True)


def form_id(questionnaire: Questionnaire, sheet_id: str) -> str:
    """Return the id as people see it on the cover and in the footer."""
    return f"{questionnaire.id} {questionnaire.version} · {sheet_id}"


@frozen(kw_only=True)
class Found:
    """What a file says of itself; *ids* are all the sheet ids that stand in it."""

    identities: tuple[Identity, ...]
    ids: frozenset[str]

    @property
    def is_ours(self) -> bool:
        """Whether the file says anything of itself that only our sheets say."""
        return bool(self.identities or self.ids)


def marker(sheet: Sheet) -> str | None:
    """Return what stands in A1, by which our sheets are known."""
    cell = sheet.cells.get((1, 1))
    return cell.value if cell is not None and isinstance(cell.value, str) else None


def found_in(book: Book) -> Found:
    """Return every identity and every id that *book* carries."""
    texts = _meta_texts(book)
    parsed = [each for text in texts if (each := _parsed(text)) is not None]
    ids = {str(document.get("sheet")) for document, _ in parsed}
    ids |= _ids(book.constants.get(CONSTANT, ""))
    ids |= _ids(book.custom.get(PROPERTY, ""))
    keywords = book.core.get("keywords", "")
    if PROPERTY in keywords:
        ids |= _ids(keywords)
    for sheet in book.sheets:
        if marker(sheet) == COVER:
            ids |= _cover_ids(sheet)
    return Found(
        identities=tuple(identity for _, identity in parsed), ids=frozenset(ids)
    )


def _ids(text: str) -> set[str]:
    return set(_ID.findall(text))


def _cover_ids(sheet: Sheet) -> set[str]:
    return {
        each
        for cell in sheet.cells.values()
        if isinstance(cell.value, str) and " · " in cell.value
        for each in _ids(cell.value)
    }


def _meta_texts(book: Book) -> list[str]:
    return [
        str(cell.value)
        for sheet in book.sheets
        if marker(sheet) == META and (cell := sheet.cells.get((2, 1))) is not None
    ]


def _parsed(text: str) -> tuple[dict[str, Any], Identity] | None:
    try:
        document = json.loads(text)
        identity = Identity(
            ref=QuestionnaireRef(**document["questionnaire"]),
            issue=Issue(**document["issue"]),
            rows={str(key): int(count) for key, count in document["rows"].items()},
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return document, identity
