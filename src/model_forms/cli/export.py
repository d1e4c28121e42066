"""Forms out: one for one respondent, or one for each row of a partners' file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from model_forms.cli.house import in_house, tell_house
from model_forms.cli.ledger import Record, with_ledger
from model_forms.cli.local import chosen, with_adaptation
from model_forms.cli.output import message, progress, sentence
from model_forms.cli.prefill import Prefill, read_prefill, with_figures
from model_forms.cli.verb import FOLDER, READ, WRITE, Exit, Verb, example
from model_forms.finding import any_error
from model_forms.issue import Issue
from model_forms.response import Response
from model_forms.text import both, counted

if TYPE_CHECKING:
    from model_forms.feeding import Fed
    from model_forms.questionnaire import Questionnaire


@click.command(
    cls=Verb,
    epilog=example(
        "model-forms export area_mapping --to police.xlsx --role police",
        "model-forms export area_mapping --partners partners.csv --out sheets",
    ),
)
@click.argument("questionnaire", metavar="ID[@VERSION]")
@click.option("--to", type=WRITE, help="The file to write: .xlsx or .docx.")
@click.option("--role", metavar="CODE", help="The respondent's role.")
@click.option("--respondent", metavar="TEXT", help="A workplace, never a person.")
@click.option("--area", metavar="TEXT", help="The area that is mapped.")
@click.option("--round", metavar="TEXT", help="The round, such as 2026-11.")
@click.option("--deadline", metavar="TEXT", help="Shown on the form as it is given.")
@click.option(
    "--lang",
    metavar="da|en",
    default="da",
    show_default=True,
    help="The language of the form.",
)
@click.option(
    "--from",
    "earlier",
    type=READ,
    multiple=True,
    help="Responses (.jsonl) to earlier tools: what they propose is shown.",
)
@click.option(
    "--switch-on", metavar="ID", help="Print a tool that is off: give its name again."
)
@click.option(
    "--paper", is_flag=True, help="A form to print and fill in by hand: .docx."
)
@in_house
@with_adaptation
@with_figures
@with_ledger("A JSON file in which each form that is written is noted.")
@click.option("--partners", type=READ, help="CSV: respondent, role, and perhaps lang.")
@click.option("--out", type=FOLDER, help="The folder for the partners' forms.")
def export(  # noqa: PLR0913, PLR0917  one for each option
    questionnaire: str,
    to: Path | None,
    partners: Path | None,
    out: Path | None,
    earlier: tuple[Path, ...],
    switch_on: str | None,
    adaptation: Path | None,
    figures: Path | None,
    ledger: Path | None,
    template: Path | None,
    *,
    paper: bool,
    **given: str,
) -> Exit:
    """
    Write forms for respondents to fill in.

    One form for one respondent (--to), or one for each row of a CSV file (--partners
    and --out).
    """
    from model_forms import face  # noqa: PLC0415  light start

    issue = _issue(given)
    _check_usage(issue, to, partners, out)
    value = chosen(questionnaire, adaptation)
    if paper:
        _refuse_on_paper(to, earlier, figures, ledger, switch_on)
        face.print_form(value, to, issue=issue, template=template)
        tell_house(template, issue.language)
        return _wrote(to, issue.language)
    fed = _fed(value, earlier, issue)
    prefill = read_prefill(value, figures, issue.language)
    record = Record.opened(ledger, value)
    run = _Run(value=value, fed=fed, prefill=prefill, record=record, template=template)
    if to is not None:
        run.one(issue, to, switch_on)
    elif partners is not None and out is not None:
        run.many(issue, partners, out, _responses(earlier))
    tell_house(template, issue.language)
    record.told(issue.language)
    return Exit.REFUSED if any_error(fed.findings) or prefill.refused else Exit.DONE


@frozen(kw_only=True)
class _Run:
    """What forms are written of, whether it is one or many."""

    value: Questionnaire
    fed: Fed
    prefill: Prefill
    record: Record
    template: Path | None

    def one(self, issue: Issue, to: Path, switch_on: str | None) -> None:
        from model_forms import face  # noqa: PLC0415  light start

        face.export(
            self.value,
            to,
            issue=self.fed.issue,
            response=self.prefill(issue),
            switch_on=switch_on,
            template=self.template,
        )
        self.record.note_issued(self.fed.issue, to)
        _wrote(to, issue.language)

    def many(
        self, issue: Issue, partners: Path, out: Path, before: list[Response]
    ) -> None:
        from model_forms import face  # noqa: PLC0415  light start

        forms = face.export_partners(
            self.value,
            partners,
            out,
            issue=issue,
            earlier=before,
            fill=self.prefill,
            note=self.record.note_issued,
            template=self.template,
        )
        try:
            _many(forms, out, issue.language)
        finally:  # what is written may be sent, whatever happens to the rest
            self.record.save()


def _responses(earlier: tuple[Path, ...]) -> list[Response]:
    from model_forms import face  # noqa: PLC0415  light start

    return [each for path in earlier for each in face.read_responses(path)]


def _fed(questionnaire: Questionnaire, earlier: tuple[Path, ...], issue: Issue) -> Fed:
    """Return the issue with what the earlier files propose; say what was not used."""
    from model_forms import face  # noqa: PLC0415  light start
    from model_forms.feeding import Fed  # noqa: PLC0415

    if not earlier:
        return Fed(issue, ())
    fed = face.propose(questionnaire, _responses(earlier), issue=issue)
    for each in fed.findings:
        message(sentence(each, issue.language))
    count = len(fed.issue.proposals)
    told = counted(
        count,
        both("1 forslag er lagt ind.", "1 proposal was put in."),
        both("{count} forslag er lagt ind.", "{count} proposals were put in."),
    )
    message(told.get(issue.language))
    return fed


def _issue(given: Mapping[str, str]) -> Issue:
    return Issue(
        role=given["role"],
        respondent=given["respondent"],
        area=given["area"],
        round=given["round"],
        language=given["lang"],
        deadline=given["deadline"],
    )


def _check_usage(
    issue: Issue, to: Path | None, partners: Path | None, out: Path | None
) -> None:
    """Refuse what is neither one form nor the forms of a partners' file."""
    one = to is not None and partners is None and out is None
    if not one and (partners is None or out is None or to is not None):
        wanted = "Give either --to FILE, or --partners FILE and --out DIR."
        raise click.UsageError(wanted)
    if not one and (issue.role is not None or issue.respondent is not None):
        wrong = "--role and --respondent are columns of the --partners file."
        raise click.UsageError(wrong)


def _refuse_on_paper(to: Path | None, *others: object) -> None:
    """Refuse what a form on paper has no use for: nothing on it is read back."""
    if to is None or any(others):
        wanted = (
            "--paper goes with --to FILE.docx, and not with --from, --figures, "
            "--ledger or --switch-on: it is filled in by hand and never read."
        )
        raise click.UsageError(wanted)


def _wrote(to: Path | None, language: str) -> Exit:
    message(both(f"Skrev {to}", f"Wrote {to}").get(language))
    return Exit.DONE


def _many(forms: Iterator[Path], out: Path, language: str) -> None:
    label = both("Skriver skemaer", "Writing forms").get(language)
    count = 0
    with progress(label) as step:
        for _ in forms:
            count += 1
            step()
    told = counted(
        count, both("1 skema", "1 form"), both("{count} skemaer", "{count} forms")
    )
    done = both(f"Skrev {told.get('da')} i {out}", f"Wrote {told.get('en')} to {out}")
    message(done.get(language))
