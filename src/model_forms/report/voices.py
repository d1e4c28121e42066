"""Answers that make no number: told by role, and words told as they were written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from model_forms.questionnaire import FreeText, Item, Section, Table
from model_forms.report import blocks, phrases
from model_forms.report.blocks import Block, Bullets, Column, Heading, TableCell
from model_forms.report.reading import Reading
from model_forms.report.said import order_of, said
from model_forms.response import Given

SHORT = 200
"""Free text of at most this many characters stands in the table of answers."""


def is_words(item: Item) -> bool:
    """Tell whether the item asks for a longer text."""
    return isinstance(item.answer, FreeText) and item.answer.longest > SHORT


def by_role(reading: Reading, item: Item) -> str:
    """Return who answered what: each answer once, with the roles that gave it."""
    groups: dict[str, list[str]] = {}
    for respondent, answer in reading.assessment.answers(item.key):
        words = said(reading, item, answer)
        if words and isinstance(item.answer, FreeText) and isinstance(answer, Given):
            words = reading.quoted(words)
        if words:
            groups.setdefault(words, []).append(reading.role(respondent.role))
    scale = order_of(reading, item)
    places = {words: scale.index(words) for words in groups if words in scale}
    told = sorted(groups, key=lambda words: places.get(words, len(scale)))
    return "; ".join(f"{words}: {_roles(groups[words])}" for words in told)


def _roles(roles: list[str]) -> str:
    counted = Counter(roles).items()
    return ", ".join(
        f"{role} ({count})" if count > 1 else role for role, count in counted
    )


def answers_table(
    reading: Reading, items: Iterable[Item], caption: str
) -> Iterator[Block]:
    """Yield a table of *items* with the answers by role; nothing without answers."""
    told = ((item, by_role(reading, item)) for item in items if not is_words(item))
    rows = tuple(
        (TableCell(text=reading.say(item.text)), TableCell(text=words))
        for item, words in told
        if words
    )
    if rows:
        yield blocks.Table(
            caption=caption,
            columns=(
                Column(title=reading.say(phrases.QUESTION), width=2),
                Column(title=reading.say(phrases.ANSWERS), width=2.4),
            ),
            rows=rows,
        )


def own_words(reading: Reading, section: Section) -> Iterator[Block]:
    """Yield the notes and remarks of a section, as they were written, with the role."""
    items = reading.questionnaire.section_items[section.key]
    found = [line for item in items for line in _lines(reading, item)]
    if found:
        yield Heading(text=reading.say(phrases.NOTES), level=3)
        yield Bullets(items=tuple(found))


def _lines(reading: Reading, item: Item) -> Iterator[str]:
    about = reading.say(item.text)
    remarks = []
    for respondent, answer in reading.assessment.answers(item.key):
        role = reading.role(respondent.role)
        if is_words(item) and isinstance(answer, Given):
            words = f"{role}: {reading.quoted(str(answer.value))}"
            yield words if _is_extra(reading, item) else f"{about} – {words}"
        if answer.remark:
            remarks.append(f"{role}: {reading.quoted(answer.remark)}")
        if isinstance(item.answer, Table) and isinstance(answer, Given):
            yield from _row_remarks(reading, role, answer)
    if remarks:
        yield f"{about} – {'; '.join(remarks)}"


def _row_remarks(reading: Reading, role: str, answer: Given) -> Iterator[str]:
    rows = answer.value if isinstance(answer.value, tuple) else ()
    for row in rows:
        for key, cell in row.items():
            if cell.remark:
                about = reading.say(reading.questionnaire.item(key).text)
                yield f"{about} – {role}: {reading.quoted(cell.remark)}"


def _is_extra(reading: Reading, item: Item) -> bool:
    sections = reading.questionnaire.sections
    return all(item not in section.items for section in sections)
