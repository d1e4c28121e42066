"""A ledger as a JSON document, and everything wrong with one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from attrs import asdict

from model_forms.errors import DefinitionRejected
from model_forms.finding import Finding
from model_forms.issue import issue_from, issue_to
from model_forms.json_schema import problem, shape_findings
from model_forms.ledger.values import Issued, Ledger, Return
from model_forms.response import QuestionnaireRef
from model_forms.text import both

LEDGER_FORMAT = "model-forms/ledger/1"


def ledger_to(ledger: Ledger) -> dict[str, Any]:
    """Return *ledger* as plain JSON values, in the order the sheets were issued."""
    return {
        "format": LEDGER_FORMAT,
        "sheets": [_sheet_to(each) for each in ledger.sheets.values()],
    }


def ledger_from(document: object, name: str = "<ledger>") -> Ledger:
    """
    Return the ledger in *document*, as ``ledger_to`` made it.

    Raises DefinitionRejected with everything that is wrong; *name* is what to call the
    document then.
    """
    findings = ledger_findings(document)
    if findings or not isinstance(document, dict):
        raise DefinitionRejected(name, findings)
    sheets = (_sheet_from(each) for each in document["sheets"])
    return Ledger(sheets={each.sheet: each for each in sheets})


def ledger_findings(document: object) -> tuple[Finding, ...]:
    """Return everything wrong with a ledger's document."""
    shape = shape_findings(document, "ledger")
    if shape or not isinstance(document, dict):
        return shape
    return tuple(_wrong_sheets(document["sheets"]))


def _wrong_sheets(sheets: list[dict[str, Any]]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for place, sheet in enumerate(sheets):
        path = f"$.sheets[{place}].sheet"
        try:
            found = _sheet_from(sheet)
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            yield _unusable(f"$.sheets[{place}]", error)
            continue
        if found.sheet != sheet["sheet"]:
            yield _other_id(path, sheet["sheet"], found.sheet)
        if sheet["sheet"] in first:
            yield _twice(path, sheet["sheet"], first[sheet["sheet"]])
        first.setdefault(sheet["sheet"], path)


def _unusable(path: str, error: Exception) -> Finding:
    return problem(
        "unusable-entry",
        path,
        both(
            f"Oplysningerne om arket kan ikke bruges ({error}).",
            f"What is said about the sheet cannot be used ({error}).",
        ),
    )


def _other_id(path: str, seen: str, wanted: str) -> Finding:
    return problem(
        "other-sheet-id",
        path,
        both(
            f"Id'et »{seen}« passer ikke til oplysningerne om arket, som giver "
            f"»{wanted}«. Er noget blevet rettet i hånden?",
            f"The id {seen!r} does not agree with what is said about the sheet, which "
            f"gives {wanted!r}. Was something changed by hand?",
        ),
    )


def _twice(path: str, seen: str, first: str) -> Finding:
    return problem(
        "duplicate-key",
        path,
        both(
            f"»{seen}« findes allerede ({first}).",
            f"{seen!r} exists already ({first}).",
        ),
    )


def _sheet_to(sheet: Issued) -> dict[str, Any]:
    document = {
        "sheet": sheet.sheet,
        "questionnaire": asdict(sheet.ref),
        # As JSON has it: with lists for tuples, however deep.
        "issue": json.loads(json.dumps(issue_to(sheet.issue))),
        "file": sheet.file,
        "day": _day_to(sheet.day),
        "returned": [
            {"file": each.file, "sha256": each.sha256, "day": _day_to(each.day)}
            for each in sheet.returned
        ],
    }
    return {key: value for key, value in document.items() if value is not None}


def _sheet_from(document: Mapping[str, Any]) -> Issued:
    return Issued(
        ref=QuestionnaireRef(**document["questionnaire"]),
        issue=issue_from(document["issue"]),
        file=document.get("file"),
        day=_day_from(document.get("day")),
        returned=tuple(
            Return(
                file=each["file"],
                sha256=each["sha256"],
                day=_day_from(each.get("day")),
            )
            for each in document.get("returned", ())
        ),
    )


def _day_to(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _day_from(written: str | None) -> date | None:
    return date.fromisoformat(written) if written is not None else None
