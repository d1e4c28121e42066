"""Forms out: one for one respondent, or one for each row of a partners' file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from model_forms.cli.output import message, progress
from model_forms.cli.verb import FOLDER, READ, WRITE, Exit, Verb, example
from model_forms.issue import Issue
from model_forms.text import both


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
@click.option("--partners", type=READ, help="CSV: respondent, role, and perhaps lang.")
@click.option("--out", type=FOLDER, help="The folder for the partners' forms.")
def export(
    questionnaire: str,
    to: Path | None,
    partners: Path | None,
    out: Path | None,
    **given: str,
) -> Exit:
    """
    Write forms for respondents to fill in.

    One form for one respondent (--to), or one for each row of a CSV file (--partners
    and --out).
    """
    from model_forms import face  # noqa: PLC0415  light start

    issue = _issue(given)
    if partners is not None and out is not None and to is None:
        _refuse_per_form(issue)
        _many(questionnaire, partners, out, issue)
    elif to is not None and partners is None and out is None:
        face.export(questionnaire, to, issue=issue)
        message(both(f"Skrev {to}", f"Wrote {to}").get(issue.language))
    else:
        wanted = "Give either --to FILE, or --partners FILE and --out DIR."
        raise click.UsageError(wanted)
    return Exit.DONE


def _issue(given: Mapping[str, str]) -> Issue:
    return Issue(
        role=given["role"],
        respondent=given["respondent"],
        area=given["area"],
        round=given["round"],
        language=given["lang"],
        deadline=given["deadline"],
    )


def _refuse_per_form(issue: Issue) -> None:
    if issue.role is not None or issue.respondent is not None:
        wrong = "--role and --respondent are columns of the --partners file."
        raise click.UsageError(wrong)


def _many(questionnaire: str, partners: Path, out: Path, issue: Issue) -> None:
    from model_forms import face  # noqa: PLC0415  light start

    label = both("Skriver skemaer", "Writing forms").get(issue.language)
    count = 0
    with progress(label) as step:
        for _ in face.export_partners(questionnaire, partners, out, issue=issue):
            count += 1
            step()
    done = both(f"Skrev {count} skemaer i {out}", f"Wrote {count} forms to {out}")
    message(done.get(issue.language))
