"""The whole road on the embedded example."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from model_forms.cli.output import findings, message, result
from model_forms.cli.verb import FOLDER, Exit, Verb, example, in_language
from model_forms.text import Text, both

if TYPE_CHECKING:
    from model_forms.example import Step


@click.command(cls=Verb, epilog=example("model-forms demo example-folder"))
@click.argument("folder", metavar="DIR", type=FOLDER)
@in_language
def demo(folder: Path, lang: str) -> Exit:
    """
    Make an example of everything.

    The whole road from collaboration to follow-up: forms, returned forms, responses,
    results and a report for each step. It is all invented, and a good place to start.
    """
    from model_forms import face  # noqa: PLC0415  light start

    made = face.demo(folder, progress=message)
    result(
        both(f"Opdigtet område: {made.area}", f"An invented area: {made.area}").get(
            lang
        )
    )
    for step in made.steps:
        _told(step, lang)
    if made.materials:
        result()
        folder = made.materials[0].parent
        count = len(made.materials)
        told = both(
            f"Materialer: {count} i {folder}", f"Materials: {count} in {folder}"
        )
        result(told.get(lang))
    if made.local:
        told = both(
            f"Lokal tilpasning: {made.local[0].parent}",
            f"Local adaptation: {made.local[0].parent}",
        )
        result(told.get(lang))
    if made.house:
        told = both(
            f"Med egen skabelon: {made.house[0].parent}",
            f"In a template of its own: {made.house[0].parent}",
        )
        result(told.get(lang))
    report = made.main.report
    first = both(f"Åbn først {report}.", f"Open {report} first.")
    result(first.get(lang))
    return Exit.DONE


def _to_correct(step: Step) -> tuple[Text, ...]:
    """Return where the files are that go back to be corrected, if there are any."""
    if not step.to_correct:
        return ()
    folder = step.to_correct[0].parent
    return (both(f"Sendt tilbage at rette: {folder}", f"Sent back: {folder}"),)


def _told(step: Step, language: str) -> None:
    title = step.assessment.questionnaire.title.get(language)
    accepted = sum(each.accepted for each in step.returned)
    counts = f"{accepted}/{len(step.returned)}"
    result()
    result(f"{title}: {step.folder}")
    for text in (
        both(f"Tomme skemaer: {len(step.blank)}", f"Blank forms: {len(step.blank)}"),
        both(f"Returnerede, modtaget: {counts}", f"Returned, accepted: {counts}"),
        *_to_correct(step),
        both(f"Besvarelser: {step.responses}", f"Responses: {step.responses}"),
        both(f"Resultater: {step.results}", f"Results: {step.results}"),
        both(f"Rapport: {step.report}", f"Report: {step.report}"),
    ):
        result(f"  {text.get(language)}")
    for each in step.returned:
        findings(each.file, each.findings, language)
