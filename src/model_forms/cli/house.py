"""The option for a house's own file, and which file suits what is written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from model_forms.cli.output import message, sentence
from model_forms.cli.verb import READ
from model_forms.text import both

_HELP = "Your own .docx or .xlsx: its look and its words are kept."

in_house = click.option("--template", type=READ, help=_HELP)
in_houses = click.option(
    "--template", "templates", type=READ, multiple=True, help=f"{_HELP} One for each."
)


def house_for(path: Path, templates: Iterable[Path], language: str) -> Path | None:
    """
    Return the template that a file at *path* can be written in, the last that fits.

    It is told when there are templates, but none for this kind of file.
    """
    from model_forms.plugins import templates_for  # noqa: PLC0415  light start

    given, able = tuple(templates), templates_for(path.suffix)
    fitting = [each for each in given if each.suffix.lower() in able]
    if fitting:
        return fitting[-1]
    if given:
        names = ", ".join(each.name for each in given)
        told = both(
            f"{path}: skrives uden skabelon, for {names} passer ikke til "
            f"{path.suffix}-filer.",
            f"{path}: written without a template, since {names} does not suit "
            f"{path.suffix} files.",
        )
        message(told.get(language))
    return None


def tell_house(template: Path | None, language: str) -> None:
    """Tell what of a template, which was used, is not in what was written."""
    from model_forms.plugins import about_template  # noqa: PLC0415  light start

    if template is not None:
        for each in about_template(template.read_bytes(), template.suffix):
            message(f"{template.name}: {sentence(each, language)}")
