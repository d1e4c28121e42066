"""The sheet of a repeating table: the scored answers row by row, to be corrected."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, frozen

from model_forms.questionnaire import Item, Questionnaire, Table
from model_forms.report.row_overview import row_label
from model_forms.response import BLANK
from model_forms.rows import Row, rows_of
from model_forms.rules.summary import ItemSummary
from model_forms.scoring.evaluate import Scores
from model_forms.scoring.plan import plan_of
from model_forms.scoring.score import score_rows
from model_forms_excel.results_answers import Field
from model_forms_excel.results_case import Case, Fact, RoleFact
from model_forms_excel.results_lists import Lists
from model_forms_excel.results_page import Cached, Page
from model_forms_excel.results_points import (
    NUMBER,
    based_formula,
    given_formula,
    points_cached,
    state_formula,
)
from model_forms_excel.results_room import Room
from model_forms_excel.results_words import intro

COLUMNS = ("code", "question", "answer", "points", "mean", "given", "unknown", "na",
           "based")  # fmt: skip
_WIDTHS = (9.0, 58.0, 24.0, 12.0, *[11.0] * 5)
_PLACE = {name: column for column, name in enumerate(COLUMNS)}
_HEADS = {"points": "counted", "mean": "answered_mean"}


@frozen(kw_only=True)
class RowCase:
    """One row of a table: what it is called, who wrote it, and its case."""

    label: str
    who: str
    case: Case


def scored_tables(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the tables whose rows have scores, each once."""
    found = (each.each for each in questionnaire.scores)
    return tuple(dict.fromkeys(each for each in found if each is not None))


def write_rows(room: Room, lists: Lists, table: str) -> tuple[RowCase, ...]:
    """Write the sheet of one table; return its rows as cases."""
    page, item = room.pages[f"rows {table}"], room.questionnaire.item(table)
    row = page.begin(page.name, intro("rows", room.language), _WIDTHS)
    for column, name in enumerate(COLUMNS):
        words = room.say(_HEADS.get(name, name))
        page.text(row, column, words, "header", text_wrap=True)
    page.tall(row, [], 34)
    page.sheet.freeze_panes(row + 1, 2)
    page.sheet.repeat_rows(row)
    writer = _Writer(room, lists, page, item, row + 1)
    found = tuple(writer.write())
    if not found:
        page.text(row + 1, 1, room.say("none_written"), "plain")
    page.end(room.footer)
    return found


@define
class _Writer:
    """The next free row of the sheet."""

    room: Room
    lists: Lists
    page: Page
    item: Item
    next: int

    def write(self) -> Iterator[RowCase]:
        questionnaire = self.room.questionnaire
        for place, response in enumerate(self.room.assessment.responses):
            rows = rows_of(response, self.item.key)
            every = score_rows(questionnaire, response, self.item.key)
            who = self.room.who(response.respondent, place)
            for number, (row, scores) in enumerate(zip(rows, every, strict=True), 1):
                label = row_label(self.room.reading, self.item, row)
                kind = self.item.answer
                words = kind.row if isinstance(kind, Table) else self.item.text
                name = f"{words.get(self.room.language)} {number}: {label}"
                role = response.respondent.role
                yield RowCase(
                    label=label, who=who, case=self._case(name, row, scores, role)
                )

    def _case(self, name: str, row: Row, scores: Scores, role: str | None) -> Case:
        for column in range(len(COLUMNS)):
            self.page.text(self.next, column, "", "section")
        self.page.text(self.next, 0, name, "section")
        self.page.tall(self.next, [], 26)
        facts, answers = {}, {}
        table = self.item.answer
        columns = table.columns if isinstance(table, Table) else ()
        wanted = plan_of(self.room.questionnaire, self.item.key).places
        for item in (each for each in columns if each.key in wanted):
            self.next += 1
            answers[item.key], facts[item.key] = self._line(item, row, scores)
        self.next += 2
        return Case(
            kind="row",
            name=name,
            scores=scores,
            facts=facts,
            roles=(role,),
            answers=answers,
            table=self.item.key,
        )

    def _line(self, item: Item, row: Row, scores: Scores) -> tuple[str, Fact]:
        page, at, lists = self.page, self.next, self.lists
        words = item.text.get(self.room.language)
        page.text(at, 0, item.code, "code")
        page.text(at, 1, words, "question")
        page.tall(at, [(words, _WIDTHS[1])], 22)
        answer = row.get(item.key, BLANK)
        Field(self.room, lists, page).write(at, _PLACE["answer"], item, answer)
        cell = {name: page.cell(at, column) for name, column in _PLACE.items()}
        summary, points = scores.item(item.key), cell["points"]
        written: dict[str, tuple[str, Cached]] = {
            "points": (
                lists.points(item, cell["answer"]),
                points_cached(lists, summary.observations[0]),
            ),
            "mean": (f'IF(ISNUMBER({points}),{points},"")', summary.mean),
            "given": (given_formula(lists, points), summary.count("given")),
            "unknown": self._state(points, summary, "unknown", "dont_know"),
            "na": self._state(points, summary, "na", "not_applicable"),
            "based": (
                based_formula(cell["given"], cell["unknown"], cell["na"]),
                int(summary.in_base),
            ),
        }
        for name, (formula, cached) in written.items():
            page.formula(at, _PLACE[name], formula, cached, **NUMBER)
        return cell["answer"], _fact(cell)

    def _state(
        self, points: str, summary: ItemSummary, kind: str, state: str
    ) -> tuple[str, Cached]:
        return state_formula(self.lists, points, kind), summary.count(state)  # type: ignore[arg-type]


def _fact(cell: dict[str, str]) -> Fact:
    counts = {name: cell[name] for name in ("given", "unknown", "na", "based")}
    alone = RoleFact(points=cell["points"], mean=cell["mean"], respondents=1, **counts)
    return Fact(answered=cell["mean"], lowest=cell["mean"], roles=(alone,), **counts)
