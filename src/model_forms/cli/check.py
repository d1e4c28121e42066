"""Everything wrong with documents that people write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from attrs import frozen

from model_forms.cli.local import catalog, with_adaptations
from model_forms.cli.output import document, findings, result
from model_forms.cli.unreadable import unreadable
from model_forms.cli.verb import READ, Exit, Verb, as_json, example, in_language
from model_forms.errors import UnreadableDocument
from model_forms.finding import Finding, any_error
from model_forms.text import both
from model_forms.typing import Find


@frozen
class _Checked:
    """One file and what was found; *ended* is how it alone would end the command."""

    file: str
    findings: tuple[Finding, ...]
    ended: Exit


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
    find = catalog(adaptations).find
    checked = [_check(file, find) for file in files]
    if as_json:
        document([_plain(each) for each in checked])
    else:
        for each in checked:
            findings(each.file, each.findings, lang)
            if each.ended is Exit.DONE:
                fine = both("ingen fejl.", "no errors.")
                result(f"{each.file}: {fine.get(lang)}")
    return max(each.ended for each in checked)


def _check(file: Path, find: Find) -> _Checked:
    from model_forms import face  # noqa: PLC0415  light start

    try:
        found = face.check(file, find=find)
    except UnreadableDocument as error:
        return _Checked(str(file), (unreadable(error),), Exit.UNUSABLE)
    ended = Exit.REFUSED if any_error(found) else Exit.DONE
    return _Checked(str(file), found, ended)


def _plain(checked: _Checked) -> dict[str, Any]:
    from model_forms.codec import finding_to  # noqa: PLC0415  light start

    return {
        "file": checked.file,
        "accepted": checked.ended is Exit.DONE,
        "findings": [
            {**finding_to(each), **({"file": each.file} if each.file else {})}
            for each in checked.findings
        ],
    }
