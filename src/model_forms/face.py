"""
The verbs of the command line, as functions.

They take and give paths, bytes or binary file objects, hold no state, and are safe to
use from several threads. They log under ``model_forms`` and never print.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from attrs import evolve

from model_forms import assessment as assessing
from model_forms import feeding, figures, programme
from model_forms.answer_schema import answer_schema
from model_forms.assessment import Assessment
from model_forms.batch import read_many, read_one
from model_forms.catalog import definition_findings, installed
from model_forms.codec import response_from, response_to
from model_forms.demands import unmet_demands
from model_forms.documents import (
    lines,
    make_folder,
    name_of,
    parse,
    read,
    write,
)
from model_forms.earlier import earlier as earlier_tools
from model_forms.errors import (
    DefinitionRejected,
    NoResponses,
    UnknownQuestionnaire,
)
from model_forms.feeding import Fed
from model_forms.finding import Finding
from model_forms.importing import Imported
from model_forms.individual import refuse_answers
from model_forms.issue import Issue
from model_forms.issuing import (
    Partner,
    checked,
    partners_from,
    refuse_personal,
    refuse_unfit,
)
from model_forms.json_schema import NAMES, published, shape_findings
from model_forms.listing import Listing, listing, outline
from model_forms.plugins import form_writer
from model_forms.questionnaire import Questionnaire
from model_forms.report.assessment_report import assessment_report
from model_forms.response import Response
from model_forms.reviewing import completed
from model_forms.typing import Find, Readable, Writable
from model_forms.validate import check_response
from model_forms.writing import write_document

_KINDS = {
    programme.PROGRAMME_FORMAT: programme.installed_findings,
    figures.FIGURES_FORMAT: figures.installed_findings,
}
log = logging.getLogger("model_forms")

Named = Questionnaire | str
"""A questionnaire, or ``id`` or ``id@version`` of an installed one."""


def _resolved(questionnaire: Named) -> Questionnaire:
    if isinstance(questionnaire, Questionnaire):
        return questionnaire
    return installed().get(questionnaire)


def list_(language: str = "da") -> tuple[Listing, ...]:
    """Return every questionnaire found: id, version, hash, title, status, pack."""
    return tuple(listing(entry, language) for entry in installed())


def show(questionnaire: Named, language: str = "da") -> str:
    """Return a readable outline: sections, items, scales, scores."""
    return outline(_resolved(questionnaire), language)


def check(source: Readable) -> tuple[Finding, ...]:
    """
    Return everything wrong with a questionnaire, response, programme or figures.

    Responses may stand one to a line. Raises UnreadableDocument when it is no JSON.
    """
    data, name = read(source), name_of(source)
    if name.endswith(".jsonl"):
        return tuple(
            evolve(finding, file=where)
            for where, each, repeated in lines(data, name)
            for finding in (*repeated, *_response_findings(each))
        )
    document, repeated = parse(data, name)
    if isinstance(document, dict) and "answers" in document:
        return repeated + _response_findings(document)
    for kind, findings in _KINDS.items():
        if isinstance(document, dict) and document.get("format") == kind:
            return repeated + findings(document)
    return definition_findings(data, name)


def _response_findings(document: Any) -> tuple[Finding, ...]:  # noqa: ANN401  JSON
    shape = shape_findings(document, "response")
    if shape:
        return shape
    response = response_from(document)
    questionnaire = installed().find(response.questionnaire)
    if questionnaire is None:
        return (assessing.not_installed(response),)
    if questionnaire.hash != response.questionnaire.hash:
        return (assessing.other_content(response),)
    role = response.respondent.role
    return check_response(questionnaire, response) + unmet_demands(
        questionnaire, response, role=role
    )


def schema(name: str) -> dict[str, Any]:
    """
    Return a JSON Schema (2020-12): *questionnaire*, *response*, *programme*,
    *figures*, or the one that describes the responses to ``id`` or ``id@version``.

    Raises UnknownQuestionnaire.
    """  # noqa: D205
    if name in NAMES:
        return published(name)
    try:
        return answer_schema(installed().get(name))
    except UnknownQuestionnaire as error:
        raise UnknownQuestionnaire(name, (*NAMES, *error.known)) from None


def export(  # noqa: PLR0913  each is one thing to say
    questionnaire: Named,
    to: Writable | None = None,
    *,
    issue: Issue | None = None,
    response: Response | None = None,
    format: str | None = None,
    switch_on: str | None = None,
) -> bytes:
    """
    Return the form for one respondent, and write it to *to* when that is given.

    With *response* its answers and remarks are filled in already. A tool about one
    person is off by default: *switch_on* must be its id, and it is only printed.

    The format is taken from the ending of a path, or from *format*, such as
    ``".xlsx"``. Raises UnknownRole, UnknownLanguage, UnsupportedFormat, and
    ExportRefused when the issue or the response holds text that points at a person, or
    the response an answer that the questionnaire does not allow. Raises SwitchedOff
    and OnlyOnPaper for a tool about one person.
    """
    value = _resolved(questionnaire)
    if value.individual is not None:
        from model_forms.printing import print_individual  # noqa: PLC0415  seldom

        suffix = format or _suffix(to, ".docx")
        data = print_individual(value, issue, response, suffix, switch_on)
        return _written(data, to)
    issued = checked(value, issue or Issue())
    if response is not None:
        refuse_unfit(value, response)
    suffix = format or _suffix(to, ".xlsx")
    data = form_writer(suffix)(value, issued, response=response)
    log.info("exported %s for role %s", value.ref, issued.role)
    return _written(data, to)


def _suffix(to: Writable | None, otherwise: str) -> str:
    return Path(name_of(to)).suffix if to is not None else otherwise


def _written(data: bytes, to: Writable | None) -> bytes:
    if to is not None:
        write(data, to)
    return data


def propose(
    questionnaire: Named,
    earlier: Iterable[Response] | Readable,
    *,
    issue: Issue | None = None,
    today: date | None = None,
    find: Find | None = None,
) -> Fed:
    """
    Return *issue* with what responses to earlier tools propose for this form.

    ``export(questionnaire, to, issue=fed.issue)`` then writes the form with them.
    *today* is the day that ages are counted to; the machine's day when left out.
    """
    wanted = issue or Issue()
    known = earlier_tools(_listed(earlier), find or installed().find, area=wanted.area)
    day = today or datetime.now().astimezone().date()
    return feeding.propose(_resolved(questionnaire), known, wanted, day)


def export_partners(  # noqa: PLR0913  each is one thing to say
    questionnaire: Named,
    partners: Readable,
    out: str | Path,
    *,
    issue: Issue | None = None,
    format: str = ".xlsx",
    earlier: Iterable[Response] | Readable = (),
    today: date | None = None,
    fill: Callable[[Issue], Response | None] | None = None,
) -> Iterator[Path]:
    """
    Write one form for each row of a CSV file, and yield each path as it is written.

    The columns are respondent, role, and optionally lang. The whole file is checked
    before anything is written; ExportRefused names every row with a problem. What
    *earlier* proposes stands in each form, in its own language, and what *fill* gives
    for its issue is filled in already.
    """
    value = _resolved(questionnaire)
    refuse_answers(value)
    before = _listed(earlier)
    rows: tuple[Partner, ...] = partners_from(
        value, read(partners), name_of(partners), issue or Issue()
    )
    folder = Path(out)
    make_folder(folder)
    for partner in rows:
        path = folder / f"{partner.file_name}{format}"
        wanted = partner.issue
        if before:
            wanted = propose(value, before, issue=wanted, today=today).issue
        filled = fill(partner.issue) if fill is not None else None
        export(value, path, issue=wanted, response=filled)
        yield path


def import_(
    source: Readable, *, find: Callable[..., Questionnaire | None] | None = None
) -> Imported:
    """
    Return the answers and findings of one returned file.

    *find* finds the questionnaire that the file says it is; the installed packs are
    asked when it is left out. What the file holds never raises.
    """
    return read_one(source, find or installed().find)


def import_many(
    sources: Iterable[Readable],
    *,
    find: Callable[..., Questionnaire | None] | None = None,
    progress: Callable[[Imported], object] | None = None,
) -> tuple[Imported, ...]:
    """
    Return what each file gives, in the order given.

    Two files of one respondent are refused when they differ; of equal ones the first
    is kept. *progress* is called after each file.
    """
    return read_many(sources, find or installed().find, progress)


def write_responses(imported: Iterable[Imported], to: Writable) -> int:
    """Write the accepted responses, one JSON object a line; return how many."""
    kept = [each.response for each in imported if each.accepted and each.response]
    text = "".join(
        json.dumps(response_to(each), ensure_ascii=False) + "\n" for each in kept
    )
    write(text.encode(), to)
    return len(kept)


def read_responses(source: Readable) -> tuple[Response, ...]:
    """
    Return the responses in a file of one JSON object a line; DefinitionRejected
    holds everything wrong with their shape."""  # noqa: D205, D209
    data, name = read(source), name_of(source)
    found = []
    for where, document, repeated in lines(data, name):
        wrong = repeated + shape_findings(document, "response")
        if wrong:
            raise DefinitionRejected(where, wrong)
        found.append(response_from(document))
    return tuple(found)


def assess(
    responses: Iterable[Response] | Readable,
    *,
    earlier: Iterable[Response] | Readable = (),
    today: date | None = None,
    find: Callable[..., Questionnaire | None] | None = None,
) -> Assessment:
    """
    Return the assessment of responses of one questionnaire, area and round.

    *earlier* are responses to the tools before it: they tell whether the gates before
    this one are open, and what a plan's rows refer to. *today* decides what is late;
    it is the machine's day when left out.

    Raises NotComparable when they do not belong together, UnknownQuestionnaire when
    what they answer is not installed, and NoResponses when there are none.
    """
    listed = _listed(responses)
    if not listed:
        raise NoResponses
    ref = listed[0].questionnaire
    questionnaire = (find or installed().find)(ref)
    if questionnaire is None:
        known = tuple(f"{each.id}@{each.version}" for each in installed())
        raise UnknownQuestionnaire(str(ref), known)
    found = assessing.assess(questionnaire, listed)
    known_before = earlier_tools(
        _listed(earlier), find or installed().find, area=found.area
    )
    day = today or datetime.now().astimezone().date()
    return completed(found, known_before, _guards(questionnaire), day)


def _guards(opened: Questionnaire) -> Iterator[Questionnaire]:
    """Yield the installed questionnaires with a gate before *opened*."""
    catalog = installed()
    for id in catalog.ids:
        try:
            questionnaire = catalog.get(id)
        except DefinitionRejected:
            continue  # told when it is asked for; it cannot guard another
        if any(gate.opens == opened.id for gate in questionnaire.gates):
            yield questionnaire


def _listed(responses: Iterable[Response] | Readable) -> list[Response]:
    if isinstance(responses, str | bytes | Path) or hasattr(responses, "read"):
        return list(read_responses(responses))  # type: ignore[arg-type]
    return list(responses)  # type: ignore[arg-type]


def write_report(
    assessment: Assessment,
    to: Writable | None = None,
    *,
    language: Literal["da", "en"] | str = "da",  # noqa: PYI051  says what is usual
    format: str | None = None,
    template: Readable | None = None,
) -> bytes:
    """
    Return the report of an assessment, and write it to *to* when that is given.

    It stands in *template*, a house's own document, if there is one. Raises
    UnsupportedFormat, ExportRefused when an answer points at a person, and
    UnreadableDocument when the template cannot be used.
    """
    refuse_personal(assessment)
    report = assessment_report(assessment, language)
    return write_document(report, to, format=format, template=template)


def guide(
    name: str,
    to: Writable | None = None,
    *,
    language: Literal["da", "en"] | str = "da",  # noqa: PYI051  says what is usual
    format: str | None = None,
    template: Readable | None = None,
) -> bytes:
    """
    Return one of the packs' guides as a document; write it to *to* if that is given.

    Raises UnknownGuide, UnsupportedFormat, DefinitionRejected with all that is wrong
    in the guide, and UnreadableDocument when *template* cannot be used.
    """
    from model_forms.guides.make import guide_report  # noqa: PLC0415  reads Markdown
    from model_forms.guides.shelf import find_guide  # noqa: PLC0415

    report = guide_report(find_guide(name), language)
    return write_document(report, to, format=format, template=template)


def demo(out: str | Path, *, progress: Callable[[str], object] | None = None) -> Any:  # noqa: ANN401  see Demo
    """Run the whole road on the embedded example, and return what it made."""
    from model_forms.example import run  # noqa: PLC0415  the only use

    return run(Path(out), progress or (lambda _: None))
