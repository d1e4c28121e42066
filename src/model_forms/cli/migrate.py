"""Answers to an older version carried forward to a newer one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from model_forms.cli.local import catalog, chosen
from model_forms.cli.output import document, message, result, sentence
from model_forms.cli.verb import READ, WRITE, Exit, Verb, as_json, example, in_language
from model_forms.text import both, counted

if TYPE_CHECKING:
    from model_forms.versions.ledger import Migrated


@click.command(
    cls=Verb,
    epilog=example(
        "model-forms migrate responses.jsonl --to area_mapping@1.1.0 --out new.jsonl",
        "model-forms migrate responses.jsonl --to area_mapping --out new.jsonl --json",
    ),
)
@click.argument("responses", metavar="RESPONSES.jsonl", type=READ)
@click.option(
    "--to",
    "wanted",
    metavar="ID[@VERSION]",
    required=True,
    help="The questionnaire that they shall answer; without a version the newest.",
)
@click.option(
    "--adaptation",
    type=READ,
    help="A local adaptation (.json) of the questionnaire that they shall answer.",
)
@click.option(
    "--from-adaptation",
    "answered",
    type=READ,
    multiple=True,
    help="A local adaptation (.json) that was answered; may be repeated.",
)
@click.option(
    "--out", type=WRITE, required=True, help="Where to write the responses (.jsonl)."
)
@as_json
@in_language
def migrate(  # noqa: PLR0913  one for each option
    responses: Path,
    wanted: str,
    adaptation: Path | None,
    answered: tuple[Path, ...],
    out: Path,
    *,
    as_json: bool,
    lang: str,
) -> Exit:
    """
    Carry responses forward to a newer version.

    Writes them as responses to that version, and tells for each what was carried,
    what was not and why, and which questions are new to the respondent.
    """
    from model_forms import face  # noqa: PLC0415  light start

    other = chosen(wanted, adaptation)
    found = face.migrate(responses, other, find=catalog(answered).find)
    count = face.write_responses(found, out)
    if as_json:
        from model_forms.versions.plain import migrated_to  # noqa: PLC0415

        document([migrated_to(each) for each in found])
    else:
        for each in found:
            _tell(each, lang)
    told = counted(
        count,
        both("1 besvarelse er ført over til", "1 response was carried to"),
        both(
            "{count} besvarelser er ført over til", "{count} responses were carried to"
        ),
    )
    message(f"{told.get(lang)} {other.ref}: {out}")
    return Exit.DONE if all(each.complete for each in found) else Exit.REFUSED


def _tell(migrated: Migrated, language: str) -> None:
    source = migrated.source
    who = source.respondent.label or source.respondent.role or "–"
    facts = ", ".join(each for each in (who, source.area, source.round) if each)
    result(f"{facts}: {migrated.was} → {migrated.other.ref}")
    if migrated.response is None:
        for finding in migrated.findings:
            result(f"  {sentence(finding, language)}")
        return
    for words in migrated.told():
        result(f"  {words.get(language)}")
