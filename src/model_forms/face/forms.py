"""Forms out, and forms back."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

from model_forms import feeding
from model_forms.batch import Intake, read_many, read_one
from model_forms.catalog import installed
from model_forms.documents import make_folder, name_of, read
from model_forms.earlier import earlier as earlier_tools
from model_forms.face.named import Named, listed, resolved
from model_forms.feeding import Fed
from model_forms.importing import Imported
from model_forms.individual import refuse_answers
from model_forms.issue import Issue
from model_forms.issuing import Partner, checked, partners_from, refuse_unfit
from model_forms.ledger import Ledger
from model_forms.plugins import form_writer
from model_forms.questionnaire import Questionnaire
from model_forms.response import Response
from model_forms.typing import Find, Readable, Writable
from model_forms.writing import House, house_in, suffix_of, write_document, written

log = logging.getLogger("model_forms")


def export(  # noqa: PLR0913  each is one thing to say
    questionnaire: Named,
    to: Writable | None = None,
    *,
    issue: Issue | None = None,
    response: Response | None = None,
    format: str | None = None,
    switch_on: str | None = None,
    template: Readable | None = None,
) -> bytes:
    """
    Return the form for one respondent, and write it to *to* when that is given.

    With *response* its answers and remarks are filled in already. A tool about one
    person is off by default: *switch_on* must be its id, and it is only printed.

    The format is taken from the ending of a path, or from *format*, such as
    ``".xlsx"``. The form stands in *template*, a house's own document or workbook, if
    there is one. Raises UnknownRole, UnknownLanguage, UnsupportedFormat, and
    ExportRefused when the issue or the response holds text that points at a person, or
    the response an answer that the questionnaire does not allow. Raises
    UnreadableDocument when the template cannot be used, and SwitchedOff and
    OnlyOnPaper for a tool about one person.
    """
    house = house_in(template)
    return _export(questionnaire, to, house, issue, response, format, switch_on)


def _export(  # noqa: PLR0913, PLR0917  as the verb
    questionnaire: Named,
    to: Writable | None,
    house: House,
    issue: Issue | None,
    response: Response | None,
    format: str | None,
    switch_on: str | None,
) -> bytes:
    value = resolved(questionnaire)
    if value.individual is not None:
        from model_forms.printing import print_individual  # noqa: PLC0415  seldom

        suffix = suffix_of(to, format)
        data = print_individual(value, issue, response, suffix, switch_on, house)
        return written(data, to)
    issued = checked(value, issue or Issue())
    if response is not None:
        refuse_unfit(value, response)
    writer = form_writer(suffix_of(to, format, ".xlsx"))
    data = house.write(writer, value, issued, response=response)
    log.info("exported %s for role %s", value.ref, issued.role)
    return written(data, to)


def print_form(
    questionnaire: Named,
    to: Writable | None = None,
    *,
    issue: Issue | None = None,
    format: str | None = None,
    template: Readable | None = None,
) -> bytes:
    """
    Return a form to be filled in by hand, and write it to *to* when that is given.

    It has boxes to tick, lines to write on and a page for each section, with what the
    issue's role is asked; it cannot be read back. Raises UnsupportedFormat,
    UnknownRole, UnknownLanguage, ExportRefused when the issue holds text that points
    at a person, UnreadableDocument when *template* cannot be used, and OnlyOnPaper
    for a tool about one person, which `export` prints.
    """
    from model_forms.printing import paper_form  # noqa: PLC0415  seldom

    value = resolved(questionnaire)
    refuse_answers(value)
    report = paper_form(value, checked(value, issue or Issue()))
    return write_document(report, to, format=format, template=template)


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
    known = earlier_tools(listed(earlier), find or installed().find, area=wanted.area)
    day = today or datetime.now().astimezone().date()
    return feeding.propose(resolved(questionnaire), known, wanted, day)


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
    note: Callable[[Issue, Path], object] | None = None,
    template: Readable | None = None,
) -> Iterator[Path]:
    """
    Write one form for each row of a CSV file, and yield each path as it is written.

    The columns are respondent, role, and optionally lang. The whole file is checked
    before anything is written; ExportRefused names every row with a problem. What
    *earlier* proposes stands in each form, in its own language, and what *fill* gives
    for its issue is filled in already. *note* is told what was issued in which file.
    *template* is as in `export`.
    """
    value = resolved(questionnaire)
    refuse_answers(value)
    before, house = listed(earlier), house_in(template)
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
        _export(value, path, house, wanted, filled, format, None)
        if note is not None:
            note(wanted, path)
        yield path


def import_(
    source: Readable,
    *,
    find: Callable[..., Questionnaire | None] | None = None,
    ledger: Ledger | None = None,
    sheet: str | None = None,
    replace: bool = False,
) -> Imported:
    """
    Return the answers and findings of one returned file.

    *find* finds the questionnaire that the file says it is; the installed packs are
    asked when it is left out. What the file holds never raises.

    With a *ledger* it decides what the file is: a sheet that was not issued and a
    second return are errors, unless the second may *replace* the first. *sheet* is
    the id to use where the file itself has none.
    """
    intake = Intake(
        find=find or installed().find, ledger=ledger, sheet=sheet, replace=replace
    )
    return read_one(source, intake)


def import_many(  # noqa: PLR0913  each is one thing to say
    sources: Iterable[Readable],
    *,
    find: Callable[..., Questionnaire | None] | None = None,
    ledger: Ledger | None = None,
    sheet: str | None = None,
    replace: bool = False,
    progress: Callable[[Imported], object] | None = None,
) -> tuple[Imported, ...]:
    """
    Return what each file gives, in the order given; see `import_`.

    Two files of one respondent are refused when they differ; of equal ones the first
    is kept. *progress* is called after each file.
    """
    intake = Intake(
        find=find or installed().find, ledger=ledger, sheet=sheet, replace=replace
    )
    return read_many(sources, intake, progress)
