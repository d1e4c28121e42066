"""A local adaptation carried to a new national version."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from model_forms.cli.output import document, findings, message, result
from model_forms.cli.verb import READ, WRITE, Exit, Verb, as_json, example, in_language
from model_forms.text import both

if TYPE_CHECKING:
    from model_forms.adaptation.rebase import Rebased


@click.command(
    cls=Verb,
    epilog=example(
        "model-forms rebase local.json --to area_mapping@1.1.0 --out local-1.1.json"
    ),
)
@click.argument("adaptation", metavar="ADAPTATION.json", type=READ)
@click.option("--to", metavar="ID[@VERSION]", required=True, help="The new version.")
@click.option("--out", type=WRITE, help="Write the new adaptation, when it is settled.")
@click.option(
    "--settle",
    type=click.Choice(["local", "national"]),
    help="Decide all conflicts for this side, where that can be.",
)
@as_json
@in_language
def rebase(  # noqa: PLR0913  one for each option
    adaptation: Path,
    to: str,
    out: Path | None,
    *,
    settle: str | None,
    as_json: bool,
    lang: str,
) -> Exit:
    """
    Carry a local adaptation to a new version.

    Says what became of each change. What both sides have changed is a conflict;
    nothing is written before all are settled.
    """
    from model_forms import face  # noqa: PLC0415  light start
    from model_forms.codec import adaptation_to  # noqa: PLC0415
    from model_forms.documents import write  # noqa: PLC0415

    found = face.rebase(adaptation, to, settle=settle)  # type: ignore[arg-type]
    if as_json:
        document(_plain(found))
    else:
        _tell(adaptation, found, lang)
    if out is not None and found.is_done:
        plain = adaptation_to(found.adaptation)
        text = json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
        write(text.encode(), out)
        message(both(f"Skrev {out}", f"Wrote {out}").get(lang))
    return Exit.DONE if found.is_done else Exit.REFUSED


def _tell(adaptation: Path, found: Rebased, language: str) -> None:
    findings(adaptation.name, (*found.conflicts, *found.notes), language)
    count, base = len(found.adaptation.changes), found.adaptation.base
    open_ = len(found.conflicts)
    told = both(
        f"{count} ændringer følger med til {base}; {open_} skal afgøres.",
        f"{count} changes follow to {base}; {open_} must be decided.",
    )
    result(told.get(language))


def _plain(found: Rebased) -> dict[str, Any]:
    from model_forms.codec import adaptation_to, finding_to  # noqa: PLC0415

    return {
        "done": found.is_done,
        "adaptation": adaptation_to(found.adaptation),
        "conflicts": [finding_to(each) for each in found.conflicts],
        "notes": [finding_to(each) for each in found.notes],
    }
