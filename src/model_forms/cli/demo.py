"""The whole road on the embedded example."""

from __future__ import annotations

from pathlib import Path

import click

from model_forms.cli.output import findings, message, result
from model_forms.cli.verb import FOLDER, Exit, Verb, example, in_language
from model_forms.text import both


@click.command(cls=Verb, epilog=example("model-forms demo example-folder"))
@click.argument("folder", metavar="DIR", type=FOLDER)
@in_language
def demo(folder: Path, lang: str) -> Exit:
    """
    Make an example of everything.

    Forms, returned forms, responses, results and a report. It is all invented, and a
    good place to start.
    """
    from model_forms import face  # noqa: PLC0415  light start

    made = face.demo(folder, progress=message)
    accepted = sum(each.accepted for each in made.returned)
    counts = f"{accepted}/{len(made.returned)}"
    for text in (
        both(f"Opdigtet område: {made.area}", f"An invented area: {made.area}"),
        both(f"Tomme skemaer: {len(made.blank)}", f"Blank forms: {len(made.blank)}"),
        both(f"Returnerede, modtaget: {counts}", f"Returned, accepted: {counts}"),
        both(f"Besvarelser: {made.responses}", f"Responses: {made.responses}"),
        both(f"Resultater: {made.results}", f"Results: {made.results}"),
        both(f"Rapport: {made.report}", f"Report: {made.report}"),
    ):
        result(text.get(lang))
    for each in made.returned:
        findings(each.file, each.findings, lang)
    first = both(f"Åbn først {made.report}.", f"Open {made.report} first.")
    result(first.get(lang))
    return Exit.DONE
