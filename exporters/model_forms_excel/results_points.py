"""The sheet of points: each answer as its points, and what each role's come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from model_forms.questionnaire import Item, Section
from model_forms.rules.summary import ItemSummary, Observation
from model_forms_excel.results_answers import FIRST, WIDTHS, heads, item_line
from model_forms_excel.results_case import RoleFact
from model_forms_excel.results_lists import Lists
from model_forms_excel.results_page import Cached, Look, Page
from model_forms_excel.results_room import FIRST_LINE, Room
from model_forms_excel.results_words import intro

COUNTS = ("mean", "given", "unknown", "na", "based")
"""What stands for each role, in this order; all roles of one kind together."""

STATES = {"unknown": "dont_know", "na": "not_applicable"}
NUMBER: Look = {"num_format": "General", "align": "center"}
MEAN: Look = {"num_format": "0.00", "align": "center"}
_WIDE = 11.0


def write_points(
    room: Room, lists: Lists, answers: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[RoleFact, ...]]:
    """Write the sheet; return where each role's numbers stand, by item."""
    page = room.pages["points"]
    count = len(room.responses) + len(COUNTS) * len(room.roles)
    page.begin(page.name, intro("points", room.language), (*WIDTHS, *[_WIDE] * count))
    heads(room, page, [*_names(room), *_titles(room)])
    found = {}
    for row, line in room.lines:
        item_line(room, page, row, line, count)
        if not isinstance(line, Section):
            writer = _Line(room, page, lists, row, line)
            found[line.key] = writer.write(answers[line.key])
    page.sheet.freeze_panes(FIRST_LINE, FIRST)
    page.sheet.repeat_rows(FIRST_LINE - 1)
    page.end(room.footer)
    return found


def _names(room: Room) -> list[str]:
    """Return what each respondent is called, with the role."""
    return [
        f"{room.reading.role(each.respondent.role)}: {room.who(each.respondent, n)}"
        for n, each in enumerate(room.responses)
    ]


def _titles(room: Room) -> list[str]:
    return [
        room.say(f"role_{each}", role=room.reading.role(role))
        for each in COUNTS
        for role in room.roles
    ]


def points_cached(lists: Lists, seen: Observation) -> Cached:
    """Return what stands for one answer: points, a mark, or nothing."""
    if seen.points is not None:
        return seen.points
    return lists.marks.get(seen.state, "")


def given_formula(lists: Lists, points: str) -> str:
    """Return the formula of how many of the cells *points* hold an answer."""
    return f'COUNT({points})+COUNTIF({points},"{lists.marks["given"]}")'


def state_formula(lists: Lists, points: str, kind: str) -> str:
    """Return the formula of how many of the cells *points* hold one kind of mark."""
    return f'COUNTIF({points},"{lists.marks[STATES[kind]]}")'


def based_formula(given: str, unknown: str, na: str) -> str:
    """Return the formula of whether an item counts: 1 unless all find it irrelevant."""
    return f"IF(AND({given}=0,{unknown}=0,{na}>0),0,1)"


@frozen
class _Line:
    room: Room
    page: Page
    lists: Lists
    row: int
    item: Item

    def write(self, answers: Sequence[str]) -> tuple[RoleFact, ...]:
        summary = self.room.assessment.items[self.item.key]
        seen = summary.observations or (Observation(role=None, state="blank"),)
        for place, (cell, each) in enumerate(zip(answers, seen, strict=True)):
            formula = self.lists.points(self.item, cell)
            cached = points_cached(self.lists, each)
            self.page.formula(self.row, FIRST + place, formula, cached, **NUMBER)
        return tuple(
            self._role(place, role, _of_role(summary, role))
            for place, role in enumerate(self.room.roles)
        )

    def _role(self, place: int, role: str | None, summary: ItemSummary) -> RoleFact:
        first, last = (FIRST + each for each in self.room.seats(role))
        points = self.page.area(self.row, first, self.row, last)
        cells = {name: self._column(n, place) for n, name in enumerate(COUNTS)}
        named = {
            name: self.page.cell(self.row, column) for name, column in cells.items()
        }
        unknown, na = summary.count("dont_know"), summary.count("not_applicable")
        written: dict[str, tuple[str, Cached]] = {
            "mean": (f'IF(COUNT({points})=0,"",AVERAGE({points}))', summary.mean),
            "given": (given_formula(self.lists, points), summary.count("given")),
            "unknown": (state_formula(self.lists, points, "unknown"), unknown),
            "na": (state_formula(self.lists, points, "na"), na),
            "based": (
                based_formula(named["given"], named["unknown"], named["na"]),
                int(summary.in_base),
            ),
        }
        for name, (formula, cached) in written.items():
            look = MEAN if name == "mean" else NUMBER
            self.page.formula(self.row, cells[name], formula, cached, **look)
        return RoleFact(points=points, respondents=last - first + 1, **named)

    def _column(self, kind: int, place: int) -> int:
        return FIRST + len(self.room.responses) + kind * len(self.room.roles) + place


def _of_role(summary: ItemSummary, role: str | None) -> ItemSummary:
    from attrs import evolve  # noqa: PLC0415  the only use

    kept = tuple(each for each in summary.observations if each.role == role)
    return evolve(summary, observations=kept)
