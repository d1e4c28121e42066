"""Going through repeating tables, as their questionnaire asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import evolve, frozen

from model_forms.assessment import Assessment
from model_forms.earlier import Earlier
from model_forms.finding import NOWHERE, Finding, Place
from model_forms.gates import gate_findings
from model_forms.questionnaire import Balance, Item, Questionnaire, Review, Table
from model_forms.response import BLANK, Given
from model_forms.review import RowReview, TableReview
from model_forms.rows import Row, all_rows, label_of, labelled, lookup_in, same_label
from model_forms.text import Text, both


def completed(
    assessment: Assessment,
    earlier: Earlier,
    guards: Iterable[Questionnaire],
    today: date,
) -> Assessment:
    """
    Return *assessment* with its tables gone through, and what earlier tools say of it.

    *guards* are the questionnaires with a gate before this one.
    """
    reviewed = reviews(assessment, today, earlier)
    return evolve(
        assessment,
        reviews=reviewed,
        findings=(
            *assessment.findings,
            *gate_findings(assessment.questionnaire, guards, earlier),
            *review_findings(reviewed),
            *earlier.findings,
        ),
    )


def reviews(
    assessment: Assessment, today: date, earlier: Earlier | None = None
) -> tuple[TableReview, ...]:
    """
    Return each table of the assessment gone through as its questionnaire asks.

    *today* decides what is late. What other questionnaires say is read from
    *earlier*; links are not known without it.
    """
    return tuple(
        _Reviewer(assessment, review, today, earlier or Earlier()).table()
        for review in assessment.questionnaire.reviews
    )


@frozen
class _Reviewer:
    """Goes through one table."""

    assessment: Assessment
    review: Review
    today: date
    earlier: Earlier

    def table(self) -> TableReview:
        """Return the table gone through."""
        rows = all_rows(self.assessment, self.review.table)
        existing = self._existing()
        spread, linked = _spread(self.review.balance, rows), self._linked()
        return TableReview(
            table=self.review.table,
            rows=tuple(
                self._row(number, row, existing)
                for number, row in enumerate(rows, start=1)
            ),
            spread=spread,
            hints=tuple(_hints(self.review.balance, spread)),
            orphans=self._orphans(rows),
            elsewhere=linked.questionnaire.title if linked else None,
        )

    def _row(self, number: int, row: Row, existing: frozenset[str] | None) -> RowReview:
        asked = [each for each in self._columns() if _is_required(each, row)]
        blank = [each.key for each in asked if not isinstance(row.get(each.key), Given)]
        found = (each.at for each in row.values() if each.at is not None)
        return RowReview(
            number=number,
            label=label_of(row, self.review.label),
            filled=len(asked) - len(blank),
            required=len(asked),
            blank=tuple(blank),
            due=self._due(row),
            days_late=self._days_late(row),
            unlinked=self._is_unlinked(row, existing),
            at=next(found, None),
        )

    def _columns(self) -> tuple[Item, ...]:
        item = self.assessment.questionnaire.item(self.review.table)
        return item.answer.columns if isinstance(item.answer, Table) else ()

    def _due(self, row: Row) -> str | None:
        due = self.review.due
        day = row.get(due.date, BLANK) if due is not None else BLANK
        return str(day.value) if isinstance(day, Given) else None

    def _days_late(self, row: Row) -> int:
        due, day = self.review.due, self._due(row)
        if due is None or day is None or not due.open.holds(lookup_in(row)):
            return 0
        return max(0, (self.today - date.fromisoformat(day)).days)

    def _linked(self) -> Assessment | None:
        link = self.review.link
        return self.earlier.get(link.questionnaire) if link else None

    def _existing(self) -> frozenset[str] | None:
        """Return the names that rows may refer to; None when they are not known."""
        link, answered = self.review.link, self._linked()
        if link is None or answered is None:
            return None
        names = labelled(answered, link.table, link.label)
        return frozenset(same_label(each) for each in names)

    def _is_unlinked(self, row: Row, existing: frozenset[str] | None) -> bool | None:
        if self.review.link is None or existing is None:
            return None
        return same_label(label_of(row, self.review.link.column)) not in existing

    def _orphans(self, rows: tuple[Row, ...]) -> tuple[str, ...] | None:
        link, answered = self.review.link, self._linked()
        if link is None or answered is None:
            return None
        used = {same_label(label_of(row, link.column)) for row in rows}
        wanted = labelled(answered, link.table, link.label, link.wanted)
        return tuple(each for each in wanted if same_label(each) not in used)


def _is_required(column: Item, row: Row) -> bool:
    when = column.required_when
    return column.required or (when is not None and when.holds(lookup_in(row)))


def _spread(balance: Balance | None, rows: tuple[Row, ...]) -> dict[int | str, int]:
    found: dict[int | str, int] = {}
    if balance is not None:
        for row in rows:
            answer = row.get(balance.column, BLANK)
            if isinstance(answer, Given) and isinstance(answer.value, int | str):
                found[answer.value] = found.get(answer.value, 0) + 1
    return found


def _hints(balance: Balance | None, spread: Mapping[int | str, int]) -> Iterator[Text]:
    for hint in balance.hints if balance is not None else ():
        if spread and all(value in hint.only for value in spread):
            yield hint.text


def review_findings(reviewed: tuple[TableReview, ...]) -> tuple[Finding, ...]:
    """Return a warning for each row that is late, refers to nothing, or is missed."""
    return tuple(finding for each in reviewed for finding in _findings(each))


def _findings(reviewed: TableReview) -> Iterator[Finding]:
    there = reviewed.elsewhere or both("", "")
    for row in reviewed.unlinked:
        text = both(
            f"Række {row.number} (»{row.label}«) svarer ikke på noget i "
            f"»{there.get('da')}«. Vælg, hvad den svarer på, eller tag den ud.",
            f"Row {row.number} (“{row.label}”) refers to nothing in "
            f"“{there.get('en')}”. Choose what it answers, or take it out.",
        )
        yield _warning("review-unlinked", text, row.at)
    for row in reviewed.late:
        text = both(
            f"»{row.label}« er {row.days_late} dage over sin frist.",
            f"“{row.label}” is {row.days_late} days overdue.",
        )
        yield _warning("review-late", text, row.at)
    for label in reviewed.orphans or ():
        text = both(
            f"»{label}« i »{there.get('da')}« er der endnu intet svar på her.",
            f"“{label}” in “{there.get('en')}” is not answered here yet.",
        )
        yield _warning("review-orphan", text, None)


def _warning(code: str, message: Text, at: Place | None) -> Finding:
    return Finding(severity="warning", code=code, message=message, place=at or NOWHERE)
