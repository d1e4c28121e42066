"""Forms back: answers and findings of the files that were returned."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from model_forms.cli.output import document, findings, message, progress, result
from model_forms.cli.verb import READ, WRITE, Exit, Verb, as_json, example, in_language
from model_forms.importing import Imported
from model_forms.text import both, counted


@click.command(
    "import",
    cls=Verb,
    epilog=example(
        "model-forms import returned/*.xlsx --out responses.jsonl",
        "model-forms import police.xlsx --json",
    ),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=READ)
@click.option("--out", type=WRITE, help="Write the accepted responses, one a line.")
@as_json
@in_language
def import_(
    files: tuple[Path, ...], out: Path | None, *, as_json: bool, lang: str
) -> Exit:
    """
    Read forms that came back.

    Says what was found in each file. One with an error is refused; only accepted
    responses are written to --out.
    """
    from model_forms import face  # noqa: PLC0415  light start

    label = both("Læser skemaer", "Reading forms").get(lang)
    with progress(label, len(files)) as step:
        found = face.import_many(files, progress=lambda _: step())
    if out is not None:
        count = face.write_responses(found, out)
        words = counted(
            len(found),
            both("af 1 besvarelse", "of 1 response"),
            both("af {count} besvarelser", "of {count} responses"),
        )
        da, en = words.get("da"), words.get("en")
        told = both(f"Skrev {count} {da} i {out}", f"Wrote {count} {en} to {out}")
        message(told.get(lang))
    if as_json:
        document([_plain(each) for each in found])
    else:
        for each in found:
            result(_summary(each, lang))
            findings(each.file, each.findings, lang)
    return Exit.DONE if all(each.accepted for each in found) else Exit.REFUSED


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


def _plain(imported: Imported) -> dict[str, Any]:
    from model_forms.codec import finding_to, response_to  # noqa: PLC0415  light start

    response = imported.response
    return {
        "file": imported.file,
        "accepted": imported.accepted,
        "response": None if response is None else response_to(response),
        "findings": [finding_to(each) for each in imported.findings],
    }
