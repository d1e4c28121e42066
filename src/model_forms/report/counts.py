"""How many questions a section asks, of everybody and of one role."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.questionnaire import Item, Section, Table


def asked_in(section: Section, role: str | None = None) -> int:
    """
    Return how many questions a section asks a role, or anybody.

    As everywhere, a repeating table counts as its columns, and extras do not count.
    """
    return sum(each.asked_of(role) for each in _counted(section))


def _counted(section: Section) -> Iterator[Item]:
    for item in section.items:
        if isinstance(item.answer, Table):
            yield from item.answer.columns
        else:
            yield item
