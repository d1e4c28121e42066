"""What stands in the fields beforehand: earlier answers, and what is proposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from attrs import frozen

from model_forms.forms.entries import EntryMaker, Typed
from model_forms.forms.lines import takes_several
from model_forms.issue import Issue, Proposal
from model_forms.questionnaire import Item, Questionnaire, Table
from model_forms.response import Answer, Given, Value
from model_forms_word.form_words import say

LEAST, SPARE, SPARE_WITHIN = 3, 2, 1
"""How many blocks there are at least, and how many are empty beyond the filled."""

_AMBIGUOUS = 3


@frozen(kw_only=True)
class Filled:
    """
    What a form is issued with, by the keys of its fields (``needs[1].title``).

    *said* are the proposals beside a row, *rows* how many blocks each table has.
    """

    values: Mapping[str, str]
    remarks: Mapping[str, str]
    said: Mapping[str, tuple[str, ...]]
    rows: Mapping[str, int]


def filled(
    questionnaire: Questionnaire, issue: Issue, answers: Mapping[str, Answer]
) -> Filled:
    """Return what stands in the form for *answers* and for the issue's proposals."""
    language = issue.language
    said: dict[str, list[str]] = defaultdict(list)
    whole = dict(answers)
    for key, item in questionnaire.items.items():
        told = [each for each in issue.proposals if each.item == key]
        if isinstance(item.answer, Table):
            rows = [each for each in told if each.row is not None]
            whole |= _with_rows(item, answers.get(key), rows)
            first = _count(answers.get(key)) + 1
            for number, each in enumerate(_sorted(rows), start=first):
                said[f"#{key}[{number}]"].append(proposal_words(each, language))
        beside = [each for each in told if each.row is None]
        said[key] += [proposal_words(each, language) for each in beside]
    entries = EntryMaker(questionnaire, language).entries(questionnaire.items, whole)
    return Filled(
        values={key: typed(each, language) for key, each in entries.values.items()},
        remarks=entries.remarks,
        said={key: tuple(each) for key, each in said.items() if each},
        rows=dict(_rows(questionnaire.items, whole, "")),
    )


def proposal_words(proposal: Proposal, language: str) -> str:
    """Return a proposal as it stands in the form."""
    key = "earlier" if proposal.row is None else "proposal"
    return say(key, language, text=proposal.text)


def proposed(item: Item, proposal: Proposal) -> dict[str, Answer]:
    """Return what a proposal fills in beforehand, as the answers of one row."""
    assert isinstance(item.answer, Table)  # noqa: S101  the caller looked
    columns = {column.key: column for column in item.answer.columns}
    return {
        key: Given(value=_fitting(columns[key], value))
        for key, value in proposal.filled.items()
        if key in columns
    }


def _fitting(column: Item, value: Value) -> Value:
    several = takes_several(column) and not isinstance(value, tuple)
    return (value,) if several else value


def _with_rows(
    item: Item, answer: Answer | None, proposals: list[Proposal]
) -> dict[str, Answer]:
    """Return the answer to a table with a row for each proposal below its own."""
    if not proposals:
        return {}
    own = answer.value if isinstance(answer, Given) else ()
    more = tuple(proposed(item, each) for each in _sorted(proposals))
    remark = answer.remark if answer is not None else None
    return {item.key: Given(value=(*own, *more), remark=remark)}  # type: ignore[misc]


def _sorted(proposals: list[Proposal]) -> list[Proposal]:
    return sorted(proposals, key=lambda each: each.row or 0)


def _count(answer: Answer | None) -> int:
    return len(answer.value) if isinstance(answer, Given) else 0  # type: ignore[arg-type]


def _rows(
    items: Mapping[str, Item], answers: Mapping[str, Answer], prefix: str
) -> Iterator[tuple[str, int]]:
    """Yield for each table how many blocks it has: the filled ones, and empty ones."""
    for key, item in items.items():
        if not isinstance(item.answer, Table):
            continue
        path, answer = f"{prefix}{key}", answers.get(key)
        rows = answer.value if isinstance(answer, Given) else ()
        count = _blocks(item.answer, len(rows), within=bool(prefix))  # type: ignore[arg-type]
        yield path, count
        columns = {column.key: column for column in item.answer.columns}
        for number in range(1, count + 1):
            row = rows[number - 1] if number <= len(rows) else {}  # type: ignore[index, arg-type]
            yield from _rows(columns, row, f"{path}[{number}].")  # type: ignore[arg-type]


def _blocks(table: Table, used: int, *, within: bool) -> int:
    least = SPARE if within else LEAST
    spare = SPARE_WITHIN if within else SPARE
    wanted = min(table.most, max(least, used + spare))
    return max(table.least, wanted, used)


def typed(value: Typed, language: str) -> str:
    """Return *value* as a person would write it, so that it reads back the same."""
    if isinstance(value, date):
        return f"{value.day:02}-{value.month:02}-{value.year:04}"
    if isinstance(value, str):
        return value
    digits = f"{Decimal(repr(value)):f}"
    if language == "da":
        return digits.replace(".", ",")
    # 1.234 could be a thousand and more; 1.2340 could not.
    _, point, decimals = digits.partition(".")
    return f"{digits}0" if point and len(decimals) == _AMBIGUOUS else digits
