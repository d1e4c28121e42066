"""Public figures, filled into a form beforehand: each with where it is from."""

from model_forms.figures.definition import (
    FIGURES_FORMAT,
    figures_findings,
    indicators_from,
)
from model_forms.figures.installed import (
    indicators,
    installed_findings,
    read_indicators,
)
from model_forms.figures.prefill import amount, answer, prefilled, remark
from model_forms.figures.reading import figures_from
from model_forms.figures.values import FEW, UNCERTAIN, Figure, Figures, Indicator
from model_forms.figures.verb import read_figures

__all__ = [
    "FEW",
    "FIGURES_FORMAT",
    "UNCERTAIN",
    "Figure",
    "Figures",
    "Indicator",
    "amount",
    "answer",
    "figures_findings",
    "figures_from",
    "indicators",
    "indicators_from",
    "installed_findings",
    "prefilled",
    "read_figures",
    "read_indicators",
    "remark",
]
