"""Public figures put into a form beforehand: the option, and what is said of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from model_forms.cli.output import message, sentence
from model_forms.cli.verb import READ
from model_forms.finding import any_error
from model_forms.text import both, counted

if TYPE_CHECKING:
    from model_forms.figures import Figures
    from model_forms.issue import Issue
    from model_forms.questionnaire import Questionnaire
    from model_forms.response import Response

with_figures = click.option(
    "--figures",
    type=READ,
    help="CSV of public figures on the area; they are filled in beforehand.",
)


@frozen
class Prefill:
    """The figures of a file for a questionnaire; without a file nothing is filled."""

    questionnaire: Questionnaire | None = None
    figures: Figures | None = None

    @property
    def refused(self) -> bool:
        """Whether a row of the file was refused."""
        return self.figures is not None and any_error(self.figures.findings)

    def __call__(self, issue: Issue) -> Response | None:
        """Return what is filled in for *issue*; None when there are no figures."""
        if self.questionnaire is None or self.figures is None:
            return None
        from model_forms.figures import prefilled  # noqa: PLC0415  light start

        return prefilled(self.questionnaire, self.figures, issue)


def read_prefill(value: Questionnaire, path: Path | None, language: str) -> Prefill:
    """Read the file of figures, if there is one, and tell what was found in it."""
    if path is None:
        return Prefill()
    from model_forms.figures import read_figures  # noqa: PLC0415  light start

    figures = read_figures(path, value)
    for each in figures.findings:
        message(sentence(each, language))
    count = len(figures.figures)
    told = counted(
        count,
        both("1 tal kan lægges ind.", "1 figure can be put in."),
        both("{count} tal kan lægges ind.", "{count} figures can be put in."),
    )
    message(told.get(language))
    return Prefill(value, figures)
