"""What a response owes its questionnaire: required answers, and only what is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrs import frozen

from model_forms.conditions import Lookup
from model_forms.finding import NOWHERE, Finding, Place, Severity
from model_forms.questionnaire import Constraint, Date, Item, Questionnaire, Table
from model_forms.response import BLANK, Answer, Blank, Given, Response
from model_forms.text import both
from model_forms.wording import condition_words

Path = tuple[str | int, ...]
"""Where an answer stands: the item's key, then the row counted from 0 and a column."""

PlaceOf = Callable[[Path], Place | None]
"""Tells where in a file a field stands, also when it is blank."""


def unmet_demands(
    questionnaire: Questionnaire,
    response: Response,
    *,
    role: str | None = None,
    place_of: PlaceOf | None = None,
) -> tuple[Finding, ...]:
    """
    Return what the response owes: nothing is left out of it because of this.

    There is a warning for each required item that is blank, and for each answer to an
    item that is not asked under the conditions; a finding for each constraint that is
    broken, and an error for each day before the day that it must not lie before.

    With *role* only the items that the role is asked are required. *place_of* tells
    where a blank field stands.
    """
    asked = {
        key: item
        for key, item in questionnaire.items.items()
        if item.asked_of(role) or key in response.answers
    }
    scope = _Scope(
        questionnaire=questionnaire,
        items=asked,
        answers=response.answers,
        lookup=response.answer,
        place_of=place_of or _nowhere,
    )
    return tuple(scope.unmet())


def _nowhere(_: Path) -> Place | None:
    return None


@frozen(kw_only=True)
class _Scope:
    """The items of a response, or the columns of one row of a table in it."""

    questionnaire: Questionnaire
    items: Mapping[str, Item]
    answers: Mapping[str, Answer]
    lookup: Lookup
    place_of: PlaceOf
    path: Path = ()

    def unmet(self) -> Iterator[Finding]:
        """Yield what is owed here, and in the rows below."""
        for key, item in self.items.items():
            answer = self.answers.get(key, BLANK)
            asked = item.visible_when is None or item.visible_when.holds(self.lookup)
            if asked and self._must(item) and isinstance(answer, Blank):
                yield self._finding("required-blank", item, *_REQUIRED)
            if not asked and not isinstance(answer, Blank):
                yield self._not_asked(item)
            if isinstance(item.answer, Date):
                yield from self._too_early(item, item.answer)
            if isinstance(item.answer, Table) and isinstance(answer, Given):
                for row in self._rows(item, item.answer, answer):
                    yield from row.unmet()
        yield from self._broken()

    def _must(self, item: Item) -> bool:
        when = item.required_when
        return item.required or (when is not None and when.holds(self.lookup))

    def _rows(self, item: Item, table: Table, answer: Given) -> Iterator[_Scope]:
        columns = {column.key: column for column in table.columns}
        rows = answer.value if isinstance(answer.value, tuple) else ()
        for number, row in enumerate(rows):
            if isinstance(row, Mapping):

                def nearest(key: str, row: Mapping[str, Answer] = row) -> Answer:
                    return row[key] if key in row else self.lookup(key)

                yield _Scope(
                    questionnaire=self.questionnaire,
                    items=columns,
                    answers=row,
                    lookup=nearest,
                    place_of=self.place_of,
                    path=(*self.path, item.key, number),
                )

    def _broken(self) -> Iterator[Finding]:
        """Yield the constraints that belong to this scope and do not hold."""
        table = self.path[-2] if self.path else None
        for constraint in self.questionnaire.constraints:
            if constraint.each == table and constraint.when.holds(self.lookup):
                yield self._constraint(constraint)

    def _constraint(self, constraint: Constraint) -> Finding:
        return Finding(
            severity=constraint.severity,
            code=constraint.id.replace("_", "-"),
            item=constraint.item,
            place=self._place(constraint.item),
            message=constraint.text,
        )

    def _too_early(self, item: Item, date: Date) -> Iterator[Finding]:
        """Yield an error when a day lies before the day that it must not."""
        if date.not_before is None:
            return
        answer, limit = self.lookup(item.key), self.lookup(date.not_before)
        if not (isinstance(answer, Given) and isinstance(limit, Given)):
            return
        if str(answer.value) < str(limit.value):
            other = self.questionnaire.item(date.not_before)
            yield self._finding(
                "before-start",
                item,
                f"ligger før {other.code} ({limit.value}). Ret en af de to datoer.",
                f"lies before {other.code} ({limit.value}). Change one of the dates.",
                severity="error",
            )

    def _not_asked(self, item: Item) -> Finding:
        assert item.visible_when is not None  # noqa: S101  the caller looked
        when = condition_words(self.questionnaire, item.visible_when)
        return self._finding(
            "not-asked",
            item,
            f"er besvaret, men spørges kun, hvis {when.get('da')}.",
            f"is answered, but is asked only if {when.get('en')}.",
        )

    def _place(self, key: str) -> Place:
        answer = self.answers.get(key, BLANK)
        return answer.at or self.place_of((*self.path, key)) or NOWHERE

    def _finding(
        self, code: str, item: Item, da: str, en: str, *, severity: Severity = "warning"
    ) -> Finding:
        return Finding(
            severity=severity,
            code=code,
            item=item.key,
            place=self._place(item.key),
            message=both(f"{item.code} {da}", f"{item.code} {en}"),
        )


_REQUIRED = ("skal besvares, men er tomt.", "must be answered, but is blank.")
