"""Figures as answers: filled in beforehand, each with where it is from."""

from __future__ import annotations

from datetime import date

from model_forms.errors import NotComparable
from model_forms.figures.values import UNCERTAIN, Figure, Figures
from model_forms.issue import Issue
from model_forms.numbers import words
from model_forms.questionnaire import Questionnaire
from model_forms.response import Given, Respondent, Response
from model_forms.text import Text, both

_SOURCE = both("Kilde: {source}. {year}.", "Source: {source}. {year}.")
_COUNT = both("n = {n}.", "n = {n}.")
_NO_COUNT = both("Antal svar er ikke oplyst.", "The number of answers is not given.")
_FETCHED = both("Hentet {day}.", "Fetched {day}.")
_UNCERTAIN = both(
    f"Usikkert: bygger på færre end {UNCERTAIN}.",
    f"Uncertain: it rests on fewer than {UNCERTAIN}.",
)
_FIGURE = both("Tallet er {value}.", "The figure is {value}.")
_AMOUNTS: dict[str, Text] = {
    "percent": both("{value} %", "{value}%"),
    "times": both("{value} gange", "{value} times"),
    "persons": both("{value} personer", "{value} persons"),
}
_DECIMALS = 9


def prefilled(questionnaire: Questionnaire, figures: Figures, issue: Issue) -> Response:
    """
    Return a response in which the figures are filled in for one sheet.

    Only items that the issue's role is asked are answered, all when it has no role.
    The remark of each says where the figure is from, in the issue's language. Raises
    NotComparable when the figures are those of another questionnaire.
    """
    if figures.questionnaire != questionnaire.id:
        raise NotComparable(_other(figures.questionnaire, questionnaire.id))
    items = questionnaire.items
    return Response(
        questionnaire=questionnaire.ref,
        respondent=Respondent(role=issue.role, label=issue.respondent),
        area=issue.area,
        round=issue.round,
        language=issue.language,
        answers={
            each.indicator.item: Given(
                value=answer(each), remark=remark(each, issue.language)
            )
            for each in figures.figures
            if each.indicator.item in items
            and items[each.indicator.item].asked_of(issue.role)
        },
    )


def answer(figure: Figure) -> int | float:
    """Return the figure as the answer's value: itself, or the option it gives."""
    option = figure.indicator.option(figure.value)
    if option is not None:
        return option
    value = figure.value
    return int(value) if value.denominator == 1 else float(value)


def remark(figure: Figure, language: str) -> str:
    """Return where a figure is from, in a few short sentences."""
    parts = [
        _SOURCE.get(language).format(
            source=figure.source.rstrip(". "), year=figure.year
        )
    ]
    if figure.n is not None:
        parts.append(_COUNT.get(language).format(n=figure.n))
    elif figure.indicator.kind == "survey":
        parts.append(_NO_COUNT.get(language))
    parts.append(_FETCHED.get(language).format(day=_day(figure.fetched, language)))
    if figure.is_uncertain:
        parts.append(_UNCERTAIN.get(language))
    if figure.indicator.steps:
        parts.insert(0, _FIGURE.get(language).format(value=amount(figure, language)))
    return " ".join(parts)


def amount(figure: Figure, language: str) -> str:
    """Return the figure with its unit, as a person writes it."""
    value = words(figure.value, language, _DECIMALS)
    return _AMOUNTS[figure.indicator.unit].get(language).format(value=value)


def _day(day: date, language: str) -> str:
    return f"{day:%d-%m-%Y}" if language == "da" else day.isoformat()


def _other(seen: str, wanted: str) -> Text:
    return both(
        f"Tallene er læst til »{seen}« og kan ikke bruges til »{wanted}«",
        f"the figures were read for {seen!r}, and cannot be used for {wanted!r}",
    )
