"""How a form is filled in, what its options mean, and what its words mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from model_forms.forms.words import say
from model_forms.questionnaire import Questionnaire, Scale
from model_forms.text import Text

Row = tuple[Literal["section", "option", "intro"], str, str]


def guide_rows(
    questionnaire: Questionnaire, language: str, title: str, how: Iterable[Text]
) -> Iterator[Row]:
    """
    Yield the rows of the guide: a heading, or a name with its explanation.

    *title* and *how* are about filling in, which depends on the format.
    """
    yield "section", title, ""
    for number, each in enumerate(how, start=1):
        yield "option", str(number), each.get(language)
    yield from scale_rows(questionnaire, language)
    if questionnaire.definitions:
        yield "section", say("meaning", language), ""
    for definition in questionnaire.definitions:
        yield "option", definition.term.get(language), definition.text.get(language)


def scale_rows(questionnaire: Questionnaire, language: str) -> Iterator[Row]:
    """Yield a heading for each scale, and below it what each option means."""
    for scale in questionnaire.scales:
        yield from _scale(questionnaire, scale, language)


def _scale(questionnaire: Questionnaire, scale: Scale, language: str) -> Iterator[Row]:
    title = f"{say('scales', language)}: {scale.title.get(language)}"
    yield "section", title, ""
    for option in scale.options:
        text = option.help.get(language) if option.help else ""
        if not text and isinstance(option.value, int):
            text = f"{say('value', language)} {option.value}"
        yield "option", option.label.get(language), text
    for code in scale.offers:
        help = "missing_help" if code == "dont_know" else "na_help"
        label = questionnaire.missing.label(code).get(language)
        yield "option", label, say(help, language)
