"""The verb that reads a file of public figures."""

from __future__ import annotations

from model_forms.catalog import installed
from model_forms.documents import name_of, read
from model_forms.figures.installed import indicators
from model_forms.figures.reading import figures_from
from model_forms.figures.values import Figures
from model_forms.questionnaire import Questionnaire
from model_forms.typing import Readable


def read_figures(source: Readable, questionnaire: Questionnaire | str) -> Figures:
    """
    Return the public figures in a CSV file, and everything wrong with them.

    ``prefilled`` makes of them a response that ``export`` fills in. What the file holds
    never raises; UnreadableDocument when it cannot be opened, or when no installed pack
    knows figures for the questionnaire.
    """
    value = (
        questionnaire
        if isinstance(questionnaire, Questionnaire)
        else installed().get(questionnaire)
    )
    return figures_from(read(source), name_of(source), value, indicators(value))
