"""Forms back: answers and findings of the files that were returned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from model_forms.cli.house import in_house, tell_house
from model_forms.cli.ledger import Record, with_ledger
from model_forms.cli.local import catalog, with_adaptations
from model_forms.cli.output import document, findings, message, progress, result
from model_forms.cli.returned import write_receipts, write_returns
from model_forms.cli.verb import (
    FOLDER,
    READ_ANY,
    WRITE,
    Exit,
    Verb,
    as_json,
    example,
    in_language,
)
from model_forms.importing import Imported
from model_forms.text import both, counted


@click.command(
    "import",
    cls=Verb,
    epilog=example(
        "model-forms import returned --out responses.jsonl --return correct",
        "model-forms import police.xlsx --json",
    ),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=READ_ANY)
@click.option("--out", type=WRITE, help="Write the accepted responses, one a line.")
@click.option(
    "--return",
    "back",
    type=FOLDER,
    help="Write each refused file with its problems marked, to be sent back.",
)
@click.option(
    "--receipts", type=FOLDER, help="Write a receipt for each accepted file (.docx)."
)
@in_house
@with_adaptations
@with_ledger("Decides what each file is; accepted files are noted in it.")
@click.option("--as", "sheet", metavar="ID", help="The form id of a file without one.")
@click.option("--replace", is_flag=True, help="A second return replaces the first.")
@as_json
@in_language
def import_(  # noqa: PLR0913  one for each option
    files: tuple[Path, ...],
    out: Path | None,
    *,
    back: Path | None,
    receipts: Path | None,
    template: Path | None,
    adaptations: tuple[Path, ...],
    ledger: Path | None,
    sheet: str | None,
    replace: bool,
    as_json: bool,
    lang: str,
) -> Exit:
    """
    Read forms that came back.

    Says what was found in each file; a folder stands for the files in it. One with an
    error is refused; only accepted responses are written to --out.
    """
    from model_forms import face  # noqa: PLC0415  light start

    paths = _listed(files)
    if sheet is not None and (ledger is None or len(paths) != 1):
        wanted = "--as goes with one file and --ledger FILE."
        raise click.UsageError(wanted)
    find = catalog(adaptations).find
    record = Record.opened(ledger)
    label = both("Læser skemaer", "Reading forms").get(lang)
    with progress(label, len(paths)) as step:
        found = face.import_many(
            paths,
            find=find,
            ledger=record.ledger,
            sheet=sheet,
            replace=replace,
            progress=lambda _: step(),
        )
    if out is not None:
        _told_out(face.write_responses(found, out), len(found), out, lang)
    if back is not None:
        write_returns(paths, found, back, lang, find, template=template)
    if receipts is not None:
        write_receipts(found, receipts, lang, find, template=template)
    tell_house(template, lang)
    _tell(found, lang, as_json=as_json)
    record.note_returned(found, lang)
    return Exit.DONE if all(each.accepted for each in found) else Exit.REFUSED


def _tell(found: Sequence[Imported], language: str, *, as_json: bool) -> None:
    if as_json:
        document([_plain(each) for each in found])
    else:
        for each in found:
            result(_summary(each, language))
            findings(each.file, each.findings, language)
    _total(found, language)


def _listed(files: Iterable[Path]) -> list[Path]:
    """Return the files, and those in each folder but hidden and lock files."""
    found: list[Path] = []
    for file in files:
        inside = sorted(file.iterdir()) if file.is_dir() else [file]
        found += [
            each
            for each in inside
            if each == file
            or (each.is_file() and not each.name.startswith((".", "~$")))
        ]
    if not found:
        wanted = f"There are no files in {', '.join(str(each) for each in files)}."
        raise click.UsageError(wanted)
    return found


def _told_out(count: int, total: int, out: Path, language: str) -> None:
    words = counted(
        total,
        both("af 1 besvarelse", "of 1 response"),
        both("af {count} besvarelser", "of {count} responses"),
    )
    da, en = words.get("da"), words.get("en")
    told = both(f"Skrev {count} {da} i {out}", f"Wrote {count} {en} to {out}")
    message(told.get(language))


def _summary(imported: Imported, language: str) -> str:
    response = imported.response
    if response is None or not imported.accepted:
        return f"{imported.file}: {both('afvist', 'refused').get(language)}"
    count = len(response.answers)
    taken = counted(
        count,
        both("modtaget, 1 svar", "accepted, 1 answer"),
        both("modtaget, {count} svar", "accepted, {count} answers"),
    ).get(language)
    respondent = response.respondent
    about = (respondent.label or respondent.role, response.area, response.round)
    who = ", ".join(each for each in about if each)
    return f"{imported.file}: {taken}" + (f" ({who})" if who else "")


def _total(found: Sequence[Imported], language: str) -> None:
    """Say of several files how many were accepted, and which were not."""
    if len(found) == 1:
        return
    refused = [each.file for each in found if not each.accepted]
    good = len(found) - len(refused)
    told = both(
        f"{len(found)} filer: {good} modtaget, {len(refused)} afvist.",
        f"{len(found)} files: {good} accepted, {len(refused)} refused.",
    )
    message(told.get(language))
    if refused:
        listed = ", ".join(refused)
        message(both(f"Afvist: {listed}", f"Refused: {listed}").get(language))


def _plain(imported: Imported) -> dict[str, Any]:
    from model_forms.codec import finding_to, response_to  # noqa: PLC0415  light start

    response = imported.response
    return {
        "file": imported.file,
        "accepted": imported.accepted,
        "response": None if response is None else response_to(response),
        "findings": [finding_to(each) for each in imported.findings],
        "sheet": imported.sheet,
    }
