"""Many files at once: each is answered, whatever the others hold."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from attrs import evolve, frozen

from model_forms.assessment import without_doubles
from model_forms.documents import name_of, read
from model_forms.errors import UnreadableDocument
from model_forms.finding import Finding
from model_forms.forms.identity import Witness
from model_forms.importing import Imported
from model_forms.individual import never_kept
from model_forms.ledger.comparing import compared
from model_forms.ledger.values import Ledger
from model_forms.plugins import importers
from model_forms.questionnaire import Questionnaire
from model_forms.response import QuestionnaireRef, Response
from model_forms.text import Text, both
from model_forms.typing import Find, Readable

Key = tuple[object, ...]


@frozen(kw_only=True)
class Intake:
    """
    What is known beside the files.

    *find* finds questionnaires, *ledger* says what was sent out.

    With *replace* a second return takes the place of the first. *sheet* is the id that
    somebody chose for a file that does not say which form it is.
    """

    find: Find
    ledger: Ledger | None = None
    replace: bool = False
    sheet: str | None = None

    def witness(self) -> dict[str, Witness]:
        """Return what importers are told beside the file: nothing without a ledger."""
        if self.ledger is None:
            return {}
        return {"witness": Witness(issued=self.ledger.find, sheet=self.sheet)}


def read_one(source: Readable, intake: Intake) -> Imported:
    """Return what one returned file gives. Nothing that it holds raises."""
    found = _read_one(source, intake)
    if intake.ledger is None:
        return found
    more = compared(intake.ledger, found, replace=intake.replace)
    return found.with_findings(*more)


def _read_one(source: Readable, intake: Intake) -> Imported:
    name = name_of(source)
    try:
        data = read(source)
    except UnreadableDocument as error:
        return Imported(file=name, findings=(_unreadable(error.reason),))
    for importer in importers():
        if importer.recognises(data):
            on_paper: list[QuestionnaireRef] = []
            find = _guarded(intake.find, on_paper)
            found = importer.read(data, name=name, find=find, **intake.witness())
            if on_paper:
                return Imported(file=name, findings=(never_kept(),))
            return _sourced(found, data)
    return Imported(file=name, findings=(_not_a_form(),))


def _guarded(find: Find, on_paper: list[QuestionnaireRef]) -> Find:
    """Hide tools about one person from importers, whoever wrote the importer."""

    def found(ref: QuestionnaireRef) -> Questionnaire | None:
        questionnaire = find(ref)
        if questionnaire is not None and questionnaire.individual is not None:
            on_paper.append(ref)
            return None
        return questionnaire

    return found


def _sourced(found: Imported, data: bytes) -> Imported:
    response = found.response
    if response is None or response.source is None:
        return found
    source = evolve(response.source, sha256=hashlib.sha256(data).hexdigest())
    return evolve(found, response=evolve(response, source=source))


def _unreadable(reason: Text) -> Finding:
    return Finding(
        severity="error",
        code="unreadable-file",
        message=both(
            f"Filen kan ikke åbnes ({reason.get('da')}).",
            f"The file cannot be opened ({reason.get('en')}).",
        ),
    )


def _not_a_form() -> Finding:
    return Finding(
        severity="error",
        code="not-a-form",
        message=both(
            "Filen er hverken et regneark eller et Word-dokument, som kan læses. Send "
            "det udfyldte skema som Excel-projektmappe (.xlsx), OpenDocument-regneark "
            "(.ods) eller Word-dokument (.docx).",
            "The file is neither a spreadsheet nor a Word document that can be read. "
            "Send the completed form as an Excel workbook (.xlsx), an OpenDocument "
            "spreadsheet (.ods) or a Word document (.docx).",
        ),
    )


def read_many(
    sources: Iterable[Readable],
    intake: Intake,
    progress: Callable[[Imported], object] | None = None,
) -> tuple[Imported, ...]:
    """Return what each file gives; two of one respondent are compared at the end."""
    found = []
    for source in sources:
        imported = read_one(source, intake)
        if progress is not None:
            progress(imported)
        found.append(imported)
    return _without_doubles(found)


def _group(response: Response) -> Key:
    return response.questionnaire, response.area, response.round


def _without_doubles(found: list[Imported]) -> tuple[Imported, ...]:
    """Refuse all but one of a respondent's equal files, and all different ones."""
    groups: dict[Key, list[Imported]] = {}
    for each in found:
        if each.accepted and each.response is not None:
            key = (*_group(each.response), each.response.respondent)
            groups.setdefault(key, []).append(each)
    marked: dict[int, Finding] = {}
    for group in groups.values():
        kept, findings = without_doubles(
            [each.response for each in group if each.response]
        )
        spared = group[0] if kept else None
        for each in group:
            if findings and each is not spared:
                marked[id(each)] = evolve(findings[0], severity="error")
    return tuple(
        each.with_findings(marked[id(each)]) if id(each) in marked else each
        for each in found
    )
