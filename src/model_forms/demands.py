"""What a response owes its questionnaire: required answers, and only what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from model_forms.conditions import Lookup
from model_forms.finding import NOWHERE, Finding
from model_forms.questionnaire import Item, Questionnaire, Table
from model_forms.response import BLANK, Answer, Blank, Given, Response
from model_forms.text import both
from model_forms.wording import condition_words


def unmet_demands(
    questionnaire: Questionnaire, response: Response, *, role: str | None = None
) -> tuple[Finding, ...]:
    """
    Return a warning for each required item that is blank, and for each answer to an
    item that is not asked under the conditions. Nothing is left out because of it.

    With *role* only the items that the role is asked are required.
    """  # noqa: D205
    asked = {
        key: item
        for key, item in questionnaire.items.items()
        if item.asked_of(role) or key in response.answers
    }
    return tuple(_unmet(questionnaire, asked, response.answers, response.answer))


def _unmet(
    questionnaire: Questionnaire,
    items: Mapping[str, Item],
    answers: Mapping[str, Answer],
    lookup: Lookup,
) -> Iterator[Finding]:
    for key, item in items.items():
        answer = answers.get(key, BLANK)
        asked = item.visible_when is None or item.visible_when.holds(lookup)
        must = item.required or (
            item.required_when is not None and item.required_when.holds(lookup)
        )
        if asked and must and isinstance(answer, Blank):
            yield _required(item)
        if not asked and not isinstance(answer, Blank):
            yield _not_asked(questionnaire, item, answer)
        if isinstance(item.answer, Table) and isinstance(answer, Given):
            yield from _rows(questionnaire, item.answer, answer, lookup)


def _rows(
    questionnaire: Questionnaire, table: Table, answer: Given, lookup: Lookup
) -> Iterator[Finding]:
    columns = {column.key: column for column in table.columns}
    for row in answer.value if isinstance(answer.value, tuple) else ():
        if isinstance(row, Mapping):

            def nearest(key: str, row: Mapping[str, Answer] = row) -> Answer:
                return row[key] if key in row else lookup(key)

            yield from _unmet(questionnaire, columns, row, nearest)


def _required(item: Item) -> Finding:
    return Finding(
        severity="warning",
        code="required-blank",
        item=item.key,
        message=both(
            f"{item.code} skal besvares, men er tomt.",
            f"{item.code} must be answered, but is blank.",
        ),
    )


def _not_asked(questionnaire: Questionnaire, item: Item, answer: Answer) -> Finding:
    assert item.visible_when is not None  # noqa: S101  the caller looked
    when = condition_words(questionnaire, item.visible_when)
    return Finding(
        severity="warning",
        code="not-asked",
        item=item.key,
        place=answer.at or NOWHERE,
        message=both(
            f"{item.code} er besvaret, men spørges kun, hvis {when.get('da')}.",
            f"{item.code} is answered, but is asked only if {when.get('en')}.",
        ),
    )
