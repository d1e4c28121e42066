"""The command that makes a local adaptation of a form that was edited itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from model_forms.cli.local import catalog, with_adaptations, write_adaptation
from model_forms.cli.output import document, findings, message, result
from model_forms.cli.verb import (
    READ,
    WRITE,
    Exit,
    Verb,
    as_json,
    example,
    in_language,
)
from model_forms.text import Text, both, counted

if TYPE_CHECKING:
    from model_forms.adaptation.adoption import Adopted, Adoption


@click.command(
    cls=Verb,
    epilog=example(
        "model-forms adopt edited.xlsx --house 'Ådal Kommune' --out local.json"
    ),
)
@click.argument("file", type=READ)
@click.option("--out", type=WRITE, help="Write the adaptation (.json).")
@click.option("--id", metavar="ID", help="Its id: letters, digits and underscore.")
@click.option("--version", metavar="VERSION", help="Its version, such as 1.0.0.")
@click.option("--house", metavar="TEXT", help="Whose it is, such as »Ådal Kommune«.")
@with_adaptations
@as_json
@in_language
def adopt(  # noqa: PLR0913  one for each option
    file: Path,
    out: Path | None,
    adaptations: tuple[Path, ...],
    *,
    id: str | None,
    version: str | None,
    house: str | None,
    as_json: bool,
    lang: str,
) -> Exit:
    """
    Make a local adaptation of a form that you have edited.

    Lists each change, and what it does to comparison with the national form. Nothing
    is written when something in the form cannot be taken over: it is told with its
    cell. Correct the form, or the adaptation's own file.
    """
    from model_forms import face  # noqa: PLC0415  light start

    find = catalog(adaptations).find
    found = face.adopt(file, find=find, id=id, version=version, house=house)
    if as_json:
        document(_plain(file, found))
    else:
        for each in found.changes:
            result(_line(each, lang))
        findings(str(file), found.findings, lang)
    if out is not None:
        if found.adaptation is not None:
            write_adaptation(found.adaptation, out)
        message(_ending(found, out).get(lang))
    return Exit.DONE if found.accepted else Exit.REFUSED


def _line(change: Adopted, language: str) -> str:
    """Return a change as a line: its cell, if it is new, its words, its verdict."""
    where = f"{change.at}: " if change.at is not None else ""
    verdict = change.verdict.words.get(language)
    return f"{where}{change.words.get(language)} – {verdict}"


def _ending(found: Adoption, out: Path) -> Text:
    if not found.accepted:
        return both(
            f"{out} er ikke skrevet: ret det, der står ovenfor.",
            f"{out} was not written: correct what stands above.",
        )
    words = counted(
        len(found.changes),
        both("1 ændring", "1 change"),
        both("{count} ændringer", "{count} changes"),
    )
    da, en = words.get("da"), words.get("en")
    return both(
        f"Skrev {da} i {out}. Se dem igennem, og brug dem med »export --adaptation«.",
        f"Wrote {en} to {out}. Go through them and use them with export --adaptation.",
    )


def _plain(file: Path, found: Adoption) -> dict[str, Any]:
    from model_forms.codec import adaptation_to, finding_to  # noqa: PLC0415  light start

    made = found.adaptation
    return {
        "file": str(file),
        "accepted": found.accepted,
        "adaptation": None if made is None else adaptation_to(made),
        "changes": [_change(each) for each in found.changes],
        "findings": [finding_to(each) for each in found.findings],
    }


def _change(change: Adopted) -> dict[str, Any]:
    verdict = change.verdict
    return {
        "kind": change.change.kind,
        "words": dict(change.words),
        "verdict": {"degree": verdict.degree, "words": dict(verdict.words)},
        "at": None if change.at is None else str(change.at),
    }
