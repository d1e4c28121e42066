"""The answers in a plain workbook, and each item's points, counts and means."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from attrs import frozen
from xlsxwriter.worksheet import Worksheet

from equality.case import Case
from equality.refs import ANSWERS, ITEMS, SCALES
from model_forms.questionnaire import Choice, Item, Number
from model_forms.response import Answer, DontKnow, Given, NotApplicable
from model_forms.rules.formulas import both_true, first, quoted
from model_forms.scoring.asked import number_limits
from model_forms.scoring.formulas import Fact, number_formula
from model_forms.scoring.plan import plan_of

_EACH = ("points", "given", "unknown", "irrelevant")
_ROLE = ("sum", "count", "unknown", "blank", "mean")
_ITEM = ("answered", "given", "based", "unknown", "lowest")


@frozen
class Placed:
    """Where everything about the items of a case stands."""

    case: Case

    @property
    def keys(self) -> tuple[str, ...]:
        """The items, in the order of their rows."""
        return plan_of(self.case.questionnaire, self.case.table).keys

    @property
    def roles(self) -> list[list[int]]:
        """The places of the sets of each role; those of one role are neighbours."""
        sets = range(len(self.case.sets))
        grouped = groupby(sets, key=lambda number: self.case.sets[number][0])
        return [list(each) for _, each in grouped]

    def row(self, key: str) -> int:
        """Return the row of an item, on both sheets."""
        return self.keys.index(key) + 1

    def cell(self, key: str, number: int = 0) -> str:
        """Return the cell with the answer to an item."""
        return ANSWERS.cell(self.row(key), number + 1)

    def label(self, key: str, value: int | str) -> str:
        """Return the words that stand there when an option is chosen."""
        kind = self.case.questionnaire.item(key).answer
        assert isinstance(kind, Choice)
        option = self.case.questionnaire.scale[kind.scale].option(value)
        assert option is not None
        return option.label.get(self.case.language)

    def each(self, key: str, name: str, sets: Sequence[int]) -> str:
        """Return the range with a number for each of neighbouring *sets*."""
        start = 1 + _EACH.index(name) * len(self.case.sets)
        return ITEMS.across(self.row(key), (start + sets[0], start + sets[-1]))

    def of_role(self, key: str, name: str, place: int) -> str:
        """Return the cell with a number about one role."""
        return ITEMS.cell(self.row(key), self.role_column(name, place))

    def role_column(self, name: str, place: int) -> int:
        """Return the column with a number about one role."""
        start = 1 + len(_EACH) * len(self.case.sets)
        return start + _ROLE.index(name) * len(self.roles) + place

    def item(self, key: str, fact: Fact | str) -> str:
        """Return the cell with a fact about an item."""
        start = self.role_column(_ROLE[-1], len(self.roles))
        return ITEMS.cell(self.row(key), start + _ITEM.index(fact))


def write_answers(sheet: Worksheet, placed: Placed) -> None:
    """Write the answers as a person reads them, with a column for each set."""
    for number, (role, answers) in enumerate(placed.case.sets):
        ANSWERS.write(sheet, (0, number + 1), role or "-")
        for key in placed.keys:
            if key in answers:
                said = _said(placed, key, answers[key])
                ANSWERS.write(sheet, (placed.row(key), number + 1), said)
    for key in placed.keys:
        ANSWERS.write(sheet, (placed.row(key), 0), key)


def _said(placed: Placed, key: str, answer: Answer) -> str | float | None:
    missing, language = placed.case.questionnaire.missing, placed.case.language
    if isinstance(answer, DontKnow):
        return missing.dont_know.get(language)
    if isinstance(answer, NotApplicable):
        return missing.not_applicable.get(language)
    if not isinstance(answer, Given):
        return None
    kind = placed.case.questionnaire.item(key).answer
    if isinstance(kind, Choice):
        return placed.label(key, answer.value)  # type: ignore[arg-type]
    return answer.value  # type: ignore[return-value]


def write_scales(sheet: Worksheet, placed: Placed) -> None:
    """Write each scale as two columns: its labels, and what they are worth."""
    for place, scale in enumerate(placed.case.questionnaire.scales):
        for row, option in enumerate(scale.options):
            label = option.label.get(placed.case.language)
            SCALES.write(sheet, (row, 2 * place), label)
            worth = "-" if option.worth is None else float(option.worth)
            SCALES.write(sheet, (row, 2 * place + 1), worth)


def write_items(sheet: Worksheet, placed: Placed) -> None:
    """Write what each item amounts to: by respondent, by role, and in all."""
    for key in placed.keys:
        ITEMS.write(sheet, (placed.row(key), 0), key)
        formulas = [
            *_by_respondent(placed, key),
            *_by_role(placed, key),
            *_in_all(placed, key),
        ]
        for column, each in enumerate(formulas, start=1):
            ITEMS.formula(sheet, (placed.row(key), column), each)


def _by_respondent(placed: Placed, key: str) -> list[str]:
    item = placed.case.questionnaire.item(key)
    missing, language = placed.case.questionnaire.missing, placed.case.language
    cells = [placed.cell(key, number) for number in range(len(placed.case.sets))]
    words = (missing.dont_know, missing.not_applicable)
    return [
        *(_points(placed, item, each) for each in cells),
        *(_given(placed, item, each) for each in cells),
        *(
            f"IF(TRIM({each})={quoted(said.get(language))},1,0)"
            for said in words
            for each in cells
        ),
    ]


def _found(placed: Placed, kind: Choice, each: str) -> tuple[str, str]:
    """Return where an answer stands among the labels, and the options' points."""
    scales = list(placed.case.questionnaire.scale)
    place, scale = scales.index(kind.scale), placed.case.questionnaire.scale[kind.scale]
    rows = (0, len(scale.options) - 1)
    match = f"MATCH(TRIM({each}),{SCALES.down(rows, 2 * place)},0)"
    return match, SCALES.down(rows, 2 * place + 1)


def _points(placed: Placed, item: Item, each: str) -> str:
    kind = item.answer
    if isinstance(kind, Number):
        return number_formula(kind, each)
    if not isinstance(kind, Choice):
        return '""'
    match, points = _found(placed, kind, each)
    worth = f"INDEX({points},{match})"
    return f'IF(ISNA({match}),"",IF(ISNUMBER({worth}),{worth},""))'


def _given(placed: Placed, item: Item, each: str) -> str:
    kind = item.answer
    if isinstance(kind, Choice):
        return f"IF(ISNA({_found(placed, kind, each)[0]}),0,1)"
    if isinstance(kind, Number):
        within = number_limits(kind, each)
        inside = f"IF({both_true(within)},1,0)" if within else "1"
        return f"IF(ISNUMBER({each}),{inside},0)"
    return f'IF(TRIM({each})="",0,1)'


def _by_role(placed: Placed, key: str) -> list[str]:
    roles = placed.roles
    ranges = [{name: placed.each(key, name, sets) for name in _EACH} for sets in roles]
    taken = ["+".join(f"SUM({each[name]})" for name in _EACH[1:]) for each in ranges]
    places = range(len(roles))
    sums = [placed.of_role(key, "sum", place) for place in places]
    counts = [placed.of_role(key, "count", place) for place in places]
    return [
        *(f"SUM({each['points']})" for each in ranges),
        *(f"COUNT({each['points']})" for each in ranges),
        *(f"SUM({each['unknown']})" for each in ranges),
        *(f"{len(roles[place])}-({taken[place]})" for place in places),
        *(f'IF({counts[n]}=0,"",{sums[n]}/{counts[n]})' for n in places),
    ]


def _in_all(placed: Placed, key: str) -> list[str]:
    every = range(len(placed.case.sets))
    given, unknown, irrelevant = (
        f"SUM({placed.each(key, name, every)})" for name in _EACH[1:]
    )
    ends = [placed.role_column("mean", place) for place in (0, len(placed.roles) - 1)]
    means = ITEMS.across(placed.row(key), (ends[0], ends[1]))
    nobody = both_true([f"{given}=0", f"{unknown}=0", f"{irrelevant}>0"])
    none = (f"COUNT({means})=0", '""')
    return [
        first([none], f"AVERAGE({means})"),
        given,
        f"IF({nobody},0,1)",
        unknown,
        first([none], f"MIN({means})"),
    ]
