"""Tools about one person on paper: the only way they leave the program."""

from __future__ import annotations

from model_forms.errors import OnlyOnPaper, UnsupportedFormat
from model_forms.individual import ON_PAPER, refuse_unless_on
from model_forms.issue import Issue
from model_forms.plugins import report_writer
from model_forms.questionnaire import Questionnaire
from model_forms.report.blocks import Block, Callout, Paragraph, Report, Run
from model_forms.report.printed import printed_form
from model_forms.text import both

READ_FIRST = both("Læs dette først", "Read this first")


def print_individual(
    questionnaire: Questionnaire,
    issue: Issue | None,
    response: object,
    suffix: str,
    switch_on: str | None,
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
    return write(individual_sheet(questionnaire, asked.language))


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
        blocks=(*opening, *printed_form(questionnaire, language)),
    )
