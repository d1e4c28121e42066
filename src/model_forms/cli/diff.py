"""What differs between two versions."""

from __future__ import annotations

from pathlib import Path

import click

from model_forms.cli.house import in_house, tell_house
from model_forms.cli.output import document, message, result
from model_forms.cli.verb import WRITE, Exit, Verb, as_json, example, in_language
from model_forms.text import both


@click.command(
    cls=Verb,
    epilog=example(
        "model-forms diff area_mapping@1.0.0 area_mapping@1.1.0",
        "model-forms diff area_mapping@1.1.0 local.json --to changes.docx",
    ),
)
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option("--to", type=WRITE, help="A file to write: .docx or .xlsx.")
@in_house
@as_json
@in_language
def diff(  # noqa: PLR0913  one for each option
    one: str,
    other: str,
    to: Path | None,
    template: Path | None,
    *,
    as_json: bool,
    lang: str,
) -> Exit:
    """
    Tell what differs from A to B, and what may be compared.

    Each is ID@VERSION, or a file (.json) with a questionnaire or a local adaptation.
    What differs is told by meaning: added, removed, reworded, worked out otherwise,
    moved, each with what it does to the scores.
    """
    from model_forms import face  # noqa: PLC0415  light start
    from model_forms.versions.difference_document import (  # noqa: PLC0415
        difference_to,
    )
    from model_forms.versions.difference_told import difference_text  # noqa: PLC0415

    found = face.diff(one, other, to, language=lang, template=template)
    if to is not None:
        message(both(f"Skrev {to}", f"Wrote {to}").get(lang))
        tell_house(template, lang)
    if as_json:
        document(difference_to(found))
    elif to is None:
        result(difference_text(found, lang).rstrip("\n"))
    return Exit.DONE
