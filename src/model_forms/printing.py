"""Forms on paper: to be filled in by hand, and never read back."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.errors import OnlyOnPaper, UnsupportedFormat
from model_forms.forms.cover import adapted_by, cover_lines, deadline_of, subtitle
from model_forms.forms.identity import form_id
from model_forms.forms.words import say
from model_forms.individual import ON_PAPER, refuse_unless_on
from model_forms.issue import Issue
from model_forms.plugins import report_writer
from model_forms.questionnaire import Questionnaire
from model_forms.report.blocks import (
    Block,
    Bullets,
    Callout,
    Heading,
    Paragraph,
    Report,
    Run,
)
from model_forms.report.printed import printed_form
from model_forms.text import both
from model_forms.writing import House

_HOW = both("Sådan udfylder I skemaet", "How to fill in the form")
_STEPS = (
    both(
        "Sæt kryds i boksen, eller skriv på linjen.",
        "Tick the box, or write on the line.",
    ),
    both(
        "Ved I det ikke, så kryds »Ved ikke«. Det er også viden.",
        "Tick “Don't know” if you do not know. That is knowledge too.",
    ),
    both(
        "Skriv tydeligt: Svarene bliver tastet ind af en anden.",
        "Write clearly: somebody will type your answers.",
    ),
)
_BACK = both("Senest {deadline}.", "No later than {deadline}.")
READ_FIRST = both("Læs dette først", "Read this first")


def print_individual(  # noqa: PLR0913, PLR0917  as the verb
    questionnaire: Questionnaire,
    issue: Issue | None,
    response: object,
    suffix: str,
    switch_on: str | None,
    house: House,
) -> bytes:
    """
    Return the sheet on paper: nobody's name, no answers, and nothing to read back.

    Raises SwitchedOff unless *switch_on* names it, UnknownLanguage, and OnlyOnPaper
    when answers, a respondent or a file that can be filled in were asked for.
    """
    refuse_unless_on(questionnaire, switch_on)
    asked = issue or Issue()
    if response is not None or asked.respondent or asked.role or asked.proposals:
        raise OnlyOnPaper(questionnaire.id)
    try:
        write = report_writer(suffix)
    except UnsupportedFormat as error:
        raise OnlyOnPaper(questionnaire.id) from error
    return house.write(write, individual_sheet(questionnaire, asked.language))


def individual_sheet(questionnaire: Questionnaire, language: str) -> Report:
    """Return the sheet as blocks: what it is and is not, then boxes to tick."""
    opening: list[Block] = [
        Callout(title=READ_FIRST.get(language), text=notice.text.get(language))
        for notice in questionnaire.notice("privacy")
    ]
    told = {notice.text for notice in questionnaire.notice("privacy")}
    opening += [
        Paragraph(
            text=(
                Run(text=f"{line.label.get(language)} ", bold=True),
                Run(text=line.text.get(language)),
            )
        )
        for line in questionnaire.cover
        if line.text not in told
    ]
    return Report(
        title=questionnaire.title.get(language),
        subtitle=questionnaire.purpose.get(language),
        language=language,
        category=ON_PAPER,
        footer=f"{questionnaire.id} {questionnaire.version}",
        blocks=(*opening, *printed_form(questionnaire, language, level=1)),
    )


def paper_form(questionnaire: Questionnaire, issue: Issue) -> Report:
    """Return the form of *issue* as blocks: boxes to tick, a page for each section."""
    language = issue.language
    return Report(
        title=questionnaire.title.get(language),
        subtitle=subtitle(issue, filled_by=True),
        language=language,
        footer=form_id(questionnaire, issue.sheet_id(questionnaire.ref)),
        density="compact",
        blocks=(
            *_cover(questionnaire, issue),
            *printed_form(
                questionnaire, language, level=1, role=issue.role, paged=True
            ),
        ),
    )


def _cover(questionnaire: Questionnaire, issue: Issue) -> Iterator[Block]:
    """Yield what the form is about, and how it is filled in by hand."""
    language = issue.language
    until = _BACK.get(language).format(deadline=deadline_of(questionnaire, issue))
    for label, text in cover_lines(questionnaire, issue, until, sheets=False):
        yield _line(label, text)
    yield Heading(text=_HOW.get(language), level=1)
    yield Bullets(items=tuple(each.get(language) for each in _STEPS))
    if questionnaire.definitions:
        yield Heading(text=say("meaning", language), level=1)
    for each in questionnaire.definitions:
        yield _line(each.term.get(language), each.text.get(language))
    local = adapted_by(questionnaire, language)
    if local:
        yield Paragraph(text=local, kind="quiet")


def _line(label: str, text: str) -> Paragraph:
    end = "" if label.endswith(("?", ":")) else ":"
    return Paragraph(text=(Run(text=f"{label}{end} ", bold=True), Run(text=text)))
