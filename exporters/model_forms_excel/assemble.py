"""Fields become answers: parts are put together, and what is refused is told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import evolve, frozen

from model_forms.finding import Finding, Place
from model_forms.issuing import personal_answer
from model_forms.privacy import is_personal
from model_forms.questionnaire import (
    DateRange,
    Item,
    Questionnaire,
    RoleChoice,
    Several,
    Table,
)
from model_forms.response import (
    BLANK,
    Answer,
    Blank,
    DontKnow,
    Given,
    NotApplicable,
    Value,
)
from model_forms_excel import doubts
from model_forms_excel.cells import Book, Cell, Sheet
from model_forms_excel.entries import remark_key
from model_forms_excel.fields import (
    EMPTY,
    Complaint,
    Field,
    is_empty,
    written,
)
from model_forms_excel.layout import Layout
from model_forms_excel.parse import read_field
from model_forms_excel.spots import Located, Spot
from model_forms_excel.telling import tell


@frozen(kw_only=True)
class Answers:
    """The answers that can be trusted, and why the others cannot."""

    answers: Mapping[str, Answer]
    findings: tuple[Finding, ...]


class Assembler:
    """Reads the fields of one book, and tells what it does not read."""

    def __init__(self, book: Book, layout: Layout, located: Located) -> None:
        """Read *book* as *layout*, whose lines were *located* in it."""
        self._sheets: dict[str, Sheet] = {each.name: each for each in book.sheets}
        self._layout, self._located = layout, located
        self._questionnaire: Questionnaire = layout.questionnaire
        self._findings: list[Finding] = []

    def read(self) -> Answers:
        """Return the answer to every item of the layout that has one."""
        answers = {
            key: answer
            for key, item in self._questionnaire.items.items()
            if (answer := self._answer(item, "")) is not None and answer != BLANK
        }
        return Answers(answers=answers, findings=tuple(self._findings))

    def _answer(self, item: Item, prefix: str) -> Answer | None:
        """Return one item's answer; None when it was refused and has no remark."""
        path = f"{prefix}{item.key}"
        if isinstance(item.answer, Table):
            answer = self._table(item.answer, path)
        elif isinstance(item.answer, DateRange):
            answer = self._range(item, path)
        elif isinstance(item.answer, Several) or (
            isinstance(item.answer, RoleChoice) and item.answer.several
        ):
            answer = self._several(item, path)
        else:
            answer = self._single(item, path)
        return self._with_remark(item, path, answer)

    def _single(self, item: Item, path: str) -> Answer | None:
        field, at = self._field(path)
        if field is None:
            return None
        if isinstance(field.value, str) and is_personal(field.value):
            self._findings.append(personal_answer(item.key, at))
            return None
        value = field.value
        if isinstance(value, date):
            value = value.isoformat()
        return _as_answer(field, value, at)

    def _several(self, item: Item, path: str) -> Answer | None:
        parts = [
            (line.part, *self._field(key))
            for key, line in self._layout.fields.items()
            if line.part is not None and key == f"{path}/{line.part}"
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
            self._findings.append(doubts.contradiction(item, at))
            return None
        if missing:
            return (
                DontKnow(at=at) if missing[0] == "dont_know" else NotApplicable(at=at)
            )
        return self._checked_alone(
            item, tuple(_option(self._questionnaire, item, each) for each in chosen), at
        )

    def _checked_alone(
        self, item: Item, chosen: tuple[object, ...], at: Place | None
    ) -> Answer | None:
        alone = item.answer.alone if isinstance(item.answer, Several) else ()
        if len(chosen) > 1 and any(each in alone for each in chosen):
            self._findings.append(doubts.contradiction(item, at))
            return None
        return Given(value=chosen, at=at)

    def _range(self, item: Item, path: str) -> Answer | None:
        first, at = self._field(f"{path}/from")
        last, end = self._field(f"{path}/to")
        if first is None or last is None:
            return None
        if first.is_blank and last.is_blank:
            return BLANK
        if first.value is None and last.value is None:
            return self._unknown_range(item, first, last, at or end)
        if first.value is None or last.value is None:
            self._findings.append(doubts.half(item, at if first.value is None else end))
            return None
        if first.value > last.value:  # type: ignore[operator]
            self._findings.append(doubts.backwards(item, end))
            return None
        return Given(value=f"{first.value}/{last.value}", at=at)

    def _unknown_range(
        self, item: Item, first: Field, last: Field, at: Place | None
    ) -> Answer | None:
        """Return the way of not answering that stands in one end or in both."""
        said = {each.missing for each in (first, last) if each.missing is not None}
        if len(said) > 1:
            self._findings.append(doubts.contradiction(item, at))
            return None
        return _as_answer(last if first.is_blank else first, None, at)

    def _table(self, kind: Table, path: str) -> Answer | None:
        rows = []
        number = 1
        while f"#{path}[{number}]" in self._layout.lines:
            row = {
                column.key: answer
                for column in kind.columns
                if (answer := self._answer(column, f"{path}[{number}].")) is not None
                and answer != BLANK
            }
            if row:
                rows.append(row)
            number += 1
        return Given(value=tuple(rows), at=None) if rows else BLANK

    def _with_remark(
        self, item: Item, path: str, answer: Answer | None
    ) -> Answer | None:
        """Return the answer with its remark; a refused one leaves the remark alone."""
        remarks = self._remarks(remark_key(item, path), item)
        if not remarks:
            return answer
        known = answer if answer is not None else Blank()
        words = "\n".join(remarks)
        return evolve(known, remark=words, at=known.at or next(iter(remarks.values())))

    def _remarks(self, key: str, item: Item) -> dict[str, Place]:
        """Return each different remark, from wherever the question stands."""
        found: dict[str, Place] = {}
        for spot in self._located.spots.get(key, ()):
            cell = self._cell(spot, "remark") if "remark" in spot.columns else None
            if cell is None or is_empty(cell):
                continue
            words = written(cell)
            if is_personal(words):
                at = spot.at("remark")
                self._findings.append(personal_answer(item.key, at))
            else:
                found.setdefault(words, spot.at("answer"))
        return found

    def _cell(self, spot: Spot, column: str) -> Cell | None:
        return self._sheets[spot.sheet].cells.get((spot.row, spot.columns[column]))

    def _field(self, key: str) -> tuple[Field | None, Place | None]:
        """Return what a field holds and where; None when it was refused."""
        line = self._layout.fields.get(key)
        spots = self._located.spots.get(key, ())
        if line is None or not spots:
            return EMPTY, None
        cells = [self._cell(spot, "answer") for spot in spots]
        if key in self._located.blocked:
            self._findings += [
                doubts.not_read(line, spot, cell)
                for spot, cell in zip(spots, cells, strict=True)
                if cell is not None and not is_empty(cell)
            ]
            return None, None
        if len({(c.value, c.kind) if c else None for c in cells}) > 1:
            self._findings.append(doubts.twice(line, spots))
            return None, None
        at = spots[0].at("answer")
        found = read_field(self._questionnaire, line, cells[0])
        if isinstance(found, Complaint):
            key = line.item.key if line.item else ""
            self._findings.append(tell(found.code, found.message, at, item=key))
            return None, None
        return found, at


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
