"""What shuts readers out of documents, whoever made them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from attrs import frozen

from model_forms.cli.output import document, findings, result
from model_forms.cli.unreadable import unreadable
from model_forms.cli.verb import READ, Exit, Verb, as_json, example, in_language
from model_forms.errors import UnreadableDocument
from model_forms.finding import Finding
from model_forms.text import both


@frozen
class _Linted:
    """One file and what was found; *ended* is how it alone would end the command."""

    file: str
    findings: tuple[Finding, ...]
    ended: Exit


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
    linted = [_lint(file, lang) for file in files]
    if as_json:
        document([_plain(each) for each in linted])
    else:
        for each in linted:
            findings(each.file, each.findings, lang)
            if each.ended is Exit.DONE:
                fine = both("ingen fejl.", "no errors.")
                result(f"{each.file}: {fine.get(lang)}")
    return max(each.ended for each in linted)


def _lint(file: Path, language: str) -> _Linted:
    from model_forms import face  # noqa: PLC0415  light start

    try:
        found = face.lint(file, language=language)
    except UnreadableDocument as error:
        return _Linted(str(file), (unreadable(error),), Exit.UNUSABLE)
    doubted = any(each.severity != "info" for each in found)
    return _Linted(str(file), found, Exit.REFUSED if doubted else Exit.DONE)


def _plain(linted: _Linted) -> dict[str, Any]:
    from model_forms.codec import finding_to  # noqa: PLC0415  light start

    return {
        "file": linted.file,
        "accepted": linted.ended is Exit.DONE,
        "findings": [finding_to(each) for each in linted.findings],
    }
