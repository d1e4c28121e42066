"""What shuts readers out of documents, whoever made them."""

from __future__ import annotations

from pathlib import Path

import click

from model_forms.cli.through import go_through
from model_forms.cli.verb import READ, Exit, Verb, as_json, example, in_language


@click.command(
    cls=Verb,
    epilog=example(
        "model-forms lint rapport.docx skema.xlsx",
        "model-forms lint *.docx --json",
    ),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=READ)
@as_json
@in_language
def lint(files: tuple[Path, ...], *, as_json: bool, lang: str) -> Exit:
    """
    Report what shuts readers out of Word documents and Excel workbooks.

    The rules are those of EN 301 549 for documents. Any file can be gone through: a
    form, a report, a template or one of your own. What is only advice does not change
    the exit code.
    """
    from model_forms import face  # noqa: PLC0415  light start

    return go_through(
        files,
        lambda file: face.lint(file, language=lang),
        wrong=lambda found: any(each.severity != "info" for each in found),
        as_json=as_json,
        language=lang,
    )
