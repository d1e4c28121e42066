"""What responses say together, and documents about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from model_forms import assessment as assessing
from model_forms.assessment import Assessment
from model_forms.catalog import installed
from model_forms.earlier import earlier as earlier_tools
from model_forms.errors import (
    DefinitionRejected,
    NoResponses,
    UnknownQuestionnaire,
)
from model_forms.face.named import listed
from model_forms.issuing import refuse_personal
from model_forms.migrations import migrations
from model_forms.plugins import results_writer
from model_forms.questionnaire import Questionnaire
from model_forms.report.assessment_report import assessment_report
from model_forms.response import Response
from model_forms.reviewing import completed
from model_forms.typing import Readable, Writable
from model_forms.versions.since import Shelf, since_earlier
from model_forms.writing import house_in, suffix_of, write_document, written


def assess(
    responses: Iterable[Response] | Readable,
    *,
    earlier: Iterable[Response] | Readable = (),
    before: Iterable[Response] | Readable = (),
    today: date | None = None,
    find: Callable[..., Questionnaire | None] | None = None,
) -> Assessment:
    """
    Return the assessment of responses of one questionnaire, area and round.

    *earlier* are responses to the tools before it: they tell whether the gates before
    this one are open, and what a plan's rows refer to. *before* are responses of
    earlier rounds of the same tool, also to earlier versions: the change since them
    is told. *today* decides what is late; it is the machine's day when left out.

    Raises NotComparable when they do not belong together, UnknownQuestionnaire when
    what they answer is not installed, and NoResponses when there are none.
    """
    given = listed(responses)
    if not given:
        raise NoResponses
    ref = given[0].questionnaire
    questionnaire = (find or installed().find)(ref)
    if questionnaire is None:
        known = tuple(f"{each.id}@{each.version}" for each in installed())
        raise UnknownQuestionnaire(str(ref), known)
    found = assessing.assess(questionnaire, given)
    known_before = earlier_tools(
        listed(earlier), find or installed().find, area=found.area
    )
    day = today or datetime.now().astimezone().date()
    done = completed(found, known_before, _guards(questionnaire), day)
    rounds = listed(before)
    if not rounds:
        return done
    return since_earlier(done, rounds, Shelf(find or installed().find, migrations()))


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

    A workbook (``.xlsx``) holds every answer and works the figures out from them, so
    that they follow when an answer is corrected. It stands in *template*, a house's
    own document or workbook, if there is one. Raises UnsupportedFormat,
    ExportRefused when an answer points at a person, and UnreadableDocument when the
    template cannot be used.
    """
    refuse_personal(assessment)
    writer = results_writer(suffix_of(to, format))
    if writer is None:
        report = assessment_report(assessment, language)
        return write_document(report, to, format=format, template=template)
    made = house_in(template).write(writer, assessment, language=language)
    return written(made, to)


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
