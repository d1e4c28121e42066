"""Everything wrong with documents that people write."""

from __future__ import annotations

from pathlib import Path

import click

from model_forms.cli.local import catalog, with_adaptations
from model_forms.cli.through import go_through
from model_forms.cli.verb import READ, Exit, Verb, as_json, example, in_language
from model_forms.finding import any_error


@click.command(
    cls=Verb,
    epilog=example(
        "model-forms check questionnaires/my_pack/well_being-1.0.0.json",
        "model-forms check responses.jsonl --json",
    ),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=READ)
@with_adaptations
@as_json
@in_language
def check(
    files: tuple[Path, ...],
    adaptations: tuple[Path, ...],
    *,
    as_json: bool,
    lang: str,
) -> Exit:
    """
    Report all that is wrong in a file.

    A file holds one questionnaire, adaptation, migration or response (JSON); one that
    ends in .jsonl holds a response a line, and one that ends in .md is a guide.
    """
    from model_forms import face  # noqa: PLC0415  light start

    find = catalog(adaptations).find
    return go_through(
        files,
        lambda file: face.check(file, find=find),
        wrong=any_error,
        as_json=as_json,
        language=lang,
    )
