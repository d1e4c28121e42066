"""The sheet of questions: what the roles say together about each item."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import frozen

from model_forms.questionnaire import Item, Section
from model_forms.rules.formulas import literal, steady
from model_forms.rules.summary import ItemSummary
from model_forms_excel.results_answers import FIRST, WIDTHS, heads, item_line
from model_forms_excel.results_case import Fact, RoleFact
from model_forms_excel.results_page import Cached, Look, Page
from model_forms_excel.results_points import MEAN, NUMBER, based_formula
from model_forms_excel.results_room import FIRST_LINE, Room
from model_forms_excel.results_words import intro

COLUMNS = (
    "mean", "hundred", "given", "unknown", "coverage", "apart", "discuss", "gap",
    "na", "based", "lowest",
)  # fmt: skip
"""What stands after the roles' means, in this order."""

HEADS = {"discuss": "discuss_head", "gap": "gap_head"}
_WIDE = 12.0
_FORMATS: Mapping[str, Look] = {
    "coverage": {"num_format": "0%"},
    "hundred": {"num_format": "0"},
    **dict.fromkeys(("mean", "apart", "lowest"), MEAN),
}


@frozen
class ItemSheet:
    """Where the numbers of each item stand, and how many are worth talking about."""

    facts: Mapping[str, Fact]
    discussed: str
    gaps: str


def write_items(room: Room, points: Mapping[str, tuple[RoleFact, ...]]) -> ItemSheet:
    """Write the sheet; return where its numbers stand."""
    page = room.pages["items"]
    count = len(room.roles) + len(COLUMNS)
    page.begin(page.name, intro("items", room.language), (*WIDTHS, *[_WIDE] * count))
    titles = [room.reading.role(each) for each in room.roles]
    heads(room, page, titles + [room.say(HEADS.get(e, e)) for e in COLUMNS])
    facts = {}
    for row, line in room.lines:
        item_line(room, page, row, line, count)
        if not isinstance(line, Section):
            writer = _Line(room, page, row, line)
            facts[line.key] = writer.write(points[line.key])
    page.sheet.freeze_panes(FIRST_LINE, FIRST)
    page.sheet.repeat_rows(FIRST_LINE - 1)
    page.end(room.footer)
    return ItemSheet(facts, _column(room, page, "discuss"), _column(room, page, "gap"))


def _column(room: Room, page: Page, name: str) -> str:
    column = FIRST + len(room.roles) + COLUMNS.index(name)
    return page.area(FIRST_LINE, column, room.lines[-1][0], column)


@frozen
class _Line:
    room: Room
    page: Page
    row: int
    item: Item

    def write(self, roles: tuple[RoleFact, ...]) -> Fact:
        summary = self.room.assessment.items[self.item.key]
        for place, (role, fact) in enumerate(zip(self.room.roles, roles, strict=True)):
            cached = summary.by_role.get(role)
            self.page.formula(self.row, FIRST + place, fact.mean, cached, **MEAN)
        end = FIRST + len(roles)
        at = {name: self.page.cell(self.row, end + n) for n, name in enumerate(COLUMNS)}
        means = self.page.area(self.row, FIRST, self.row, end - 1)
        written = self._counts(summary, roles) | self._means(summary, means, at)
        for place, name in enumerate(COLUMNS):
            formula, held = written[name]
            look: Look = {**NUMBER, **_FORMATS.get(name, {})}
            self.page.formula(self.row, end + place, formula, held, **look)
        return Fact(
            answered=at["mean"],
            given=at["given"],
            unknown=at["unknown"],
            na=at["na"],
            based=at["based"],
            lowest=at["lowest"],
            roles=roles,
        )

    def _counts(
        self, summary: ItemSummary, roles: tuple[RoleFact, ...]
    ) -> dict[str, tuple[str, Cached]]:
        given, unknown, na = (
            f"SUM({_span([getattr(each, name) for each in roles])})"
            for name in ("given", "unknown", "na")
        )
        return {
            "given": (given, summary.count("given")),
            "unknown": (unknown, summary.count("dont_know")),
            "na": (na, summary.count("not_applicable")),
        }

    def _means(
        self, summary: ItemSummary, means: str, at: Mapping[str, str]
    ) -> dict[str, tuple[str, Cached]]:
        low, span = summary.low, summary.high - summary.low
        mean, gave, asked = at["mean"], at["given"], f"({at['given']}+{at['unknown']})"
        hundred = f"({mean}-{literal(low)})*100/{literal(span)}" if span else '""'
        spread = summary.spread if len(summary.by_role) > 1 else None
        lowest = min(summary.by_role.values(), default=None)
        apart = f'IF(COUNT({means})<2,"",MAX({means})-MIN({means}))'
        based = based_formula(at["given"], at["unknown"], at["na"])
        return {
            "mean": (f'IF(COUNT({means})=0,"",AVERAGE({means}))', summary.mean),
            "hundred": (f'IF({mean}="","",{hundred})', _hundred(summary, span)),
            "coverage": (f'IF({asked}=0,"",{gave}/{asked})', summary.coverage),
            "apart": (apart, spread),
            "discuss": self._discuss(at["apart"]),
            "gap": self._gap(summary, gave, asked),
            "based": (based, int(summary.in_base)),
            "lowest": (f'IF(COUNT({means})=0,"",MIN({means}))', lowest),
        }

    def _discuss(self, apart: str) -> tuple[str, Cached]:
        limit, word = (
            self.room.questionnaire.panel.disagreement,
            self.room.say("discuss"),
        )
        if limit is None:
            return '""', ""
        test = f'IF({steady(apart)}>={literal(limit)},"{word}","")'
        cached = word if self.room.assessment.disagrees(self.item.key) else ""
        return f'IF({apart}="","",{test})', cached

    def _gap(self, summary: ItemSummary, gave: str, asked: str) -> tuple[str, Cached]:
        limit, word = self.room.questionnaire.panel.knowledge_gap, self.room.say("gap")
        if limit is None:
            return '""', ""
        under = f"{limit.denominator}*{gave}<{limit.numerator}*{asked}"
        share = summary.coverage
        cached = word if share is not None and share < limit else ""
        return f'IF({under},"{word}","")', cached


def _hundred(summary: ItemSummary, span: Fraction) -> Fraction | None:
    if summary.mean is None or not span:
        return None
    return (summary.mean - summary.low) * 100 / span


def _span(cells: list[str]) -> str:
    """Return the range from the first of neighbouring *cells* to the last."""
    if len(cells) == 1:
        return cells[0]
    return f"{cells[0]}:{cells[-1].rpartition('!')[2]}"
