"""Fields become answers: parts are put together, and what is refused is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from attrs import evolve, frozen

from model_forms.finding import Finding, Place
from model_forms.forms import doubts
from model_forms.forms.entries import remark_key
from model_forms.forms.fields import Field
from model_forms.forms.lines import option_parts, takes_several
from model_forms.forms.personal import cleared
from model_forms.questionnaire import DateRange, Item, Questionnaire, Several, Table
from model_forms.response import (
    BLANK,
    Answer,
    Blank,
    DontKnow,
    Given,
    NotApplicable,
    Value,
)


class Fields(Protocol):
    """
    The fields of one file, by the keys of their lines.

    What keeps a field from being read is told as findings in *findings*.
    """

    @property
    def findings(self) -> list[Finding]:
        """What was found so far; it grows while fields are read."""
        ...

    def field(self, key: str) -> tuple[Field | None, Place | None]:
        """Return what a field holds and where; None when it was refused."""
        ...

    def remarks(self, key: str, item: Item) -> Mapping[str, Place]:
        """Return each different remark on a line, and where it stands."""
        ...

    def rows(self, path: str) -> Iterable[str]:
        """Return the path of each row of the table at *path*, in order."""
        ...


@frozen(kw_only=True)
class Answers:
    """The answers that can be trusted, and why the others cannot."""

    answers: Mapping[str, Answer]
    findings: tuple[Finding, ...]


@frozen
class AnswerMaker:
    """Puts the answers of one file together from its *fields*."""

    questionnaire: Questionnaire
    fields: Fields

    def read(self) -> Answers:
        """Return the answer to every item that has one."""
        answers = {
            key: answer
            for key, item in self.questionnaire.items.items()
            if (answer := self._answer(item, "")) is not None and answer != BLANK
        }
        return Answers(answers=answers, findings=tuple(self.fields.findings))

    def _answer(self, item: Item, prefix: str) -> Answer | None:
        """Return one item's answer; None when it was refused and has no remark."""
        path = f"{prefix}{item.key}"
        if isinstance(item.answer, Table):
            answer = self._table(item.answer, path)
        elif isinstance(item.answer, DateRange):
            answer = self._range(item, path)
        elif takes_several(item):
            answer = self._several(item, path)
        else:
            answer = self._single(item, path)
        return self._with_remark(item, path, answer)

    def _single(self, item: Item, path: str) -> Answer | None:
        field, at = self.fields.field(path)
        if field is None:
            return None
        value = field.value
        if isinstance(value, str):
            kept = cleared(value, at, item.key)
            self.fields.findings.extend(kept.findings)
            if kept.words is None:
                return None
            value = kept.words
        if isinstance(value, date):
            value = value.isoformat()
        return _as_answer(field, value, at)

    def _several(self, item: Item, path: str) -> Answer | None:
        parts = [
            (part, *self.fields.field(f"{path}/{part}"))
            for part, _ in option_parts(self.questionnaire, item)
        ]
        if any(field is None for _, field, _ in parts):
            return None
        marked = [
            (part, at) for part, field, at in parts if field and not field.is_blank
        ]
        if not marked:
            return BLANK
        chosen = [part for part, _ in marked]
        at = marked[0][1]
        missing = [each for each in ("dont_know", "not_applicable") if each in chosen]
        if missing and len(chosen) > 1:
            self.fields.findings.append(doubts.contradiction(item, at))
            return None
        if missing:
            return (
                DontKnow(at=at) if missing[0] == "dont_know" else NotApplicable(at=at)
            )
        return self._checked_alone(
            item, tuple(_option(self.questionnaire, item, each) for each in chosen), at
        )

    def _checked_alone(
        self, item: Item, chosen: tuple[object, ...], at: Place | None
    ) -> Answer | None:
        alone = item.answer.alone if isinstance(item.answer, Several) else ()
        if len(chosen) > 1 and any(each in alone for each in chosen):
            self.fields.findings.append(doubts.contradiction(item, at))
            return None
        return Given(value=chosen, at=at)

    def _range(self, item: Item, path: str) -> Answer | None:
        first, at = self.fields.field(f"{path}/from")
        last, end = self.fields.field(f"{path}/to")
        if first is None or last is None:
            return None
        if first.is_blank and last.is_blank:
            return BLANK
        if first.value is None and last.value is None:
            return self._unknown_range(item, first, last, at or end)
        if first.value is None or last.value is None:
            self.fields.findings.append(
                doubts.half(item, at if first.value is None else end)
            )
            return None
        if first.value > last.value:  # type: ignore[operator]
            self.fields.findings.append(doubts.backwards(item, end))
            return None
        return Given(value=f"{first.value}/{last.value}", at=at)

    def _unknown_range(
        self, item: Item, first: Field, last: Field, at: Place | None
    ) -> Answer | None:
        """Return the way of not answering that stands in one end or in both."""
        said = {each.missing for each in (first, last) if each.missing is not None}
        if len(said) > 1:
            self.fields.findings.append(doubts.contradiction(item, at))
            return None
        return _as_answer(last if first.is_blank else first, None, at)

    def _table(self, kind: Table, path: str) -> Answer | None:
        rows = []
        for place in self.fields.rows(path):
            row = {
                column.key: answer
                for column in kind.columns
                if (answer := self._answer(column, f"{place}.")) is not None
                and answer != BLANK
            }
            if row:
                rows.append(row)
        return Given(value=tuple(rows), at=None) if rows else BLANK

    def _with_remark(
        self, item: Item, path: str, answer: Answer | None
    ) -> Answer | None:
        """Return the answer with its remark; a refused one leaves the remark alone."""
        remarks = self.fields.remarks(remark_key(item, path), item)
        if not remarks:
            return answer
        known = answer if answer is not None else Blank()
        words = "\n".join(remarks)
        return evolve(known, remark=words, at=known.at or next(iter(remarks.values())))


def _as_answer(field: Field, value: object, at: Place | None) -> Answer:
    if field.missing == "dont_know":
        return DontKnow(at=at)
    if field.missing == "not_applicable":
        return NotApplicable(at=at)
    if value is None:
        return Blank()
    return Given(value=value, at=at)  # type: ignore[arg-type]


def _option(questionnaire: Questionnaire, item: Item, part: str) -> Value:
    if isinstance(item.answer, Several):
        for option in questionnaire.scale[item.answer.scale].options:
            if str(option.value) == part:
                return option.value
    return part
