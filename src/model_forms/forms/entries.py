"""Answers as what is typed in the fields: how a form is filled in beforehand. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import frozen

from model_forms.forms.lines import takes_several
from model_forms.questionnaire import (
    Choice,
    Date,
    DateRange,
    Item,
    Number,
    Questionnaire,
    RoleChoice,
    Several,
    Table,
)
from model_forms.response import Answer, DontKnow, Given, NotApplicable

Typed = str | int | float | date
MARK = "x"


@frozen
class Entries:
    """What stands in the fields and in the remark column, by the line's key."""

    values: Mapping[str, Typed]
    remarks: Mapping[str, str]


@frozen
class EntryMaker:
    """Turns answers into entries, in one language."""

    questionnaire: Questionnaire
    language: str

    def entries(
        self, items: Mapping[str, Item], answers: Mapping[str, Answer]
    ) -> Entries:
        """Return the entries that read back as *answers*."""
        values: dict[str, Typed] = {}
        remarks: dict[str, str] = {}
        self._fill(items, answers, "", values, remarks)
        return Entries(values, remarks)

    def _fill(
        self,
        items: Mapping[str, Item],
        answers: Mapping[str, Answer],
        prefix: str,
        values: dict[str, Typed],
        remarks: dict[str, str],
    ) -> None:
        for key, answer in answers.items():
            item, path = items[key], f"{prefix}{key}"
            if answer.remark is not None:
                remarks[remark_key(item, path)] = answer.remark
            if isinstance(item.answer, Table) and isinstance(answer, Given):
                columns = {column.key: column for column in item.answer.columns}
                for number, row in enumerate(answer.value, start=1):  # type: ignore[arg-type]
                    self._fill(columns, row, f"{path}[{number}].", values, remarks)
            else:
                values.update(self._values(item, path, answer))

    def _values(
        self, item: Item, path: str, answer: Answer
    ) -> Iterator[tuple[str, Typed]]:
        if isinstance(answer, DontKnow | NotApplicable):
            if isinstance(item.answer, Several):
                yield f"{path}/{answer.code}", MARK
            else:
                field = f"{path}/from" if isinstance(item.answer, DateRange) else path
                yield field, self._missing(answer)
        elif isinstance(answer, Given):
            yield from self._given(item, path, answer.value)

    def _missing(self, answer: DontKnow | NotApplicable) -> str:
        return self.questionnaire.missing.label(answer.code).get(self.language)

    def _given(
        self, item: Item, path: str, value: object
    ) -> Iterator[tuple[str, Typed]]:
        kind = item.answer
        if isinstance(value, tuple):
            for each in value:
                yield f"{path}/{each}", MARK
        elif isinstance(kind, Choice):
            option = self.questionnaire.scale[kind.scale].option(value)
            yield path, option.label.get(self.language) if option else str(value)
        elif isinstance(kind, RoleChoice):
            yield path, self.questionnaire.role[str(value)].label.get(self.language)
        elif isinstance(kind, DateRange):
            first, _, last = str(value).partition("/")
            yield f"{path}/from", date.fromisoformat(first)
            yield f"{path}/to", date.fromisoformat(last)
        elif isinstance(kind, Date):
            yield path, date.fromisoformat(str(value))
        elif isinstance(kind, Number) and isinstance(value, int | float):
            yield path, value
        else:
            yield path, str(value)


def remark_key(item: Item, path: str) -> str:
    """Return the line whose remark belongs to the whole answer."""
    grouped = takes_several(item) or isinstance(item.answer, DateRange | Table)
    return f"#{path}" if grouped else path
