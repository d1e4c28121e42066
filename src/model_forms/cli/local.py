"""Local adaptations, as the commands take them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from model_forms.cli.verb import READ

if TYPE_CHECKING:
    from model_forms.catalog import Catalog
    from model_forms.questionnaire import Adaptation, Questionnaire

with_adaptation = click.option(
    "--adaptation", type=READ, help="A local adaptation (.json) of the questionnaire."
)
with_adaptations = click.option(
    "--adaptation",
    "adaptations",
    type=READ,
    multiple=True,
    help="A local adaptation (.json) that sheets were made with; may be repeated.",
)


def chosen(reference: str, adaptation: Path | None) -> Questionnaire:
    """
    Return the questionnaire that *reference* names, or its local *adaptation*.

    An adaptation says itself which version it is of; *reference* must agree with it.
    """
    from model_forms import face  # noqa: PLC0415  light start
    from model_forms.catalog import installed  # noqa: PLC0415

    if adaptation is None:
        return installed().get(reference)
    found = face.adapt(adaptation)
    if reference not in {found.id, str(found.ref)}:
        wrong = f"{adaptation} adapts {found.ref}, not {reference}."
        raise click.UsageError(wrong)
    return found


def catalog(adaptations: Iterable[Path]) -> Catalog:
    """Return what is installed, with the local adaptations in these files."""
    from model_forms import face  # noqa: PLC0415  light start
    from model_forms.catalog import installed  # noqa: PLC0415

    return installed().with_local(*(face.adapt(each) for each in adaptations))


def write_adaptation(adaptation: Adaptation, out: Path) -> None:
    """Write *adaptation* as people read and change it."""
    from model_forms.codec import adaptation_to  # noqa: PLC0415  light start
    from model_forms.documents import write  # noqa: PLC0415

    plain = adaptation_to(adaptation)
    write((json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode(), out)
