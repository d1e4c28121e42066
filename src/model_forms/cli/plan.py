"""The annual wheel: what is done in which month, and who leads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from model_forms.cli.house import in_house, tell_house
from model_forms.cli.output import document, message, result
from model_forms.cli.verb import WRITE, Exit, Verb, as_json, example, in_language
from model_forms.text import both

if TYPE_CHECKING:
    from model_forms.programme import Wheel


@click.command(
    cls=Verb,
    epilog=example(
        "model-forms plan --start 2026-11 --to wheel.xlsx",
        "model-forms plan --start 2026-11 --months 24 --json",
    ),
)
@click.option(
    "--start", required=True, metavar="YYYY-MM", help="The first month: 2026-11."
)
@click.option(
    "--months",
    type=click.IntRange(1, 120),
    default=12,
    show_default=True,
    help="How many months.",
)
@click.option("--to", type=WRITE, help="A file to write: .docx or .xlsx.")
@in_house
@as_json
@in_language
def plan(  # noqa: PLR0913  one for each option
    start: str,
    months: int,
    to: Path | None,
    template: Path | None,
    *,
    as_json: bool,
    lang: str,
) -> Exit:
    """
    Lay out the annual wheel, month by month.

    What is done when, who leads, and which tool is used. The rhythm is our proposal.
    """
    from model_forms import programme  # noqa: PLC0415  light start

    wheel = programme.plan(start, to, months=months, language=lang, template=template)
    if to is not None:
        message(both(f"Skrev {to}", f"Wrote {to}").get(lang))
        tell_house(template, lang)
    if as_json:
        document(programme.wheel_to(wheel, lang))
    elif to is None:
        for line in _lines(wheel, lang):
            result(line)
    return Exit.DONE


def _lines(wheel: Wheel, language: str) -> Iterator[str]:
    from model_forms.programme import leaders, period  # noqa: PLC0415  light start

    programme = wheel.programme
    yield f"{programme.title.get(language)}: {period(wheel, language)}"
    yield ""
    rows = [
        (
            each.month.name(language),
            each.step.title.get(language),
            leaders(wheel, each, language),
            each.step.questionnaire,
        )
        for each in wheel.occasions
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
    yield ""
    yield programme.notice.get(language)
