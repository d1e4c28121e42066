"""Rows become figures; what is wrong, doubtful or held back becomes findings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from attrs import define, evolve, field

from model_forms.figures import words
from model_forms.figures.prefill import remark
from model_forms.figures.table import Row, Sheet, read_table
from model_forms.figures.typed import day, number, years
from model_forms.figures.values import FEW, Figure, Figures, Indicator, Unit
from model_forms.finding import Finding, Severity
from model_forms.privacy import is_personal
from model_forms.questionnaire import Questionnaire
from model_forms.text import Text

_COUNT = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+|[0-9]{1,10}")
_LONGEST_SOURCE = 200
# A share is rounded, so the people behind it are counted to the nearest whole.
_SHOWS_FEW = FEW - Fraction(1, 2)
_LANGUAGES = ("da", "en")

_UNIT_NAMES: Mapping[str, Unit] = {
    **dict.fromkeys(("percent", "procent", "%", "pct", "pct."), "percent"),
    **dict.fromkeys(("times", "gange", "x", "×", "ratio"), "times"),
    **dict.fromkeys(("persons", "personer", "people", "beboere", "residents"),
                    "persons"),
}  # fmt: skip


def figures_from(
    data: bytes,
    name: str,
    questionnaire: Questionnaire,
    indicators: Sequence[Indicator],
) -> Figures:
    """
    Return the figures in a file's *data*, and everything wrong with them.

    A row with an error gives no figure. Nor does one that rests on or shows fewer than
    three people: neither its value nor its count is repeated anywhere. What the file
    holds never raises.
    """
    sheet = read_table(data, name)
    known = {each.key: each for each in indicators}
    rows = [_Reader(sheet, row, known) for row in sheet.rows]
    lines = _lines(rows)
    figures: list[Figure] = []
    findings: list[Finding] = list(sheet.findings)
    for row in rows:
        figure = row.read(lines)
        findings += row.findings
        if figure is not None:
            figures.append(figure)
    return Figures(
        file=name,
        questionnaire=questionnaire.id,
        figures=tuple(figures),
        findings=tuple(evolve(each, file=name) for each in findings),
    )


def _lines(rows: Sequence[_Reader]) -> Mapping[str, tuple[int, ...]]:
    """Return the lines that each indicator stands in."""
    found: dict[str, tuple[int, ...]] = {}
    for each in rows:
        key = each.key
        found[key] = (*found.get(key, ()), each.row.line)
    return found


@define
class _Reader:
    """Reads one row, and remembers what it found."""

    sheet: Sheet
    row: Row
    known: Mapping[str, Indicator]
    findings: list[Finding] = field(factory=list, init=False)

    @property
    def key(self) -> str:
        return self.row.cells["indicator"].casefold()

    def read(self, lines: Mapping[str, tuple[int, ...]]) -> Figure | None:
        indicator = self._indicator(lines)
        n, is_read = self._count(indicator)
        if n is not None and n < FEW:
            self._suppressed()
            return None
        value = self._value()
        unit = None if indicator is None else self._unit(indicator)
        if indicator is not None and value is not None and unit == indicator.unit:
            if _shows_few(indicator, value, n):
                self._suppressed()
                return None
            if not indicator.low <= value <= indicator.high:
                text = words.out_of_range(indicator)
                self._tell("out-of-range", "value", text)
        fetched = self._fetched()
        year = self._year(fetched)
        source = self._source()
        if indicator is None or value is None or fetched is None or not is_read:
            return None
        figure = Figure(
            indicator=indicator,
            value=value,
            year=year,
            n=n,
            source=source,
            fetched=fetched,
            place=self.sheet.place(self.row.line),
        )
        return self._checked(figure)

    def _tell(
        self, code: str, column: str, message: Text, severity: Severity = "error"
    ) -> None:
        place = self.sheet.place(self.row.line, column)
        item = self.known[self.key].item if self.key in self.known else None
        self.findings.append(
            Finding(
                severity=severity, code=code, message=message, place=place, item=item
            )
        )

    def _suppressed(self) -> None:
        """Say so and no more: other cells of the row could tell what was held back."""
        self.findings = [
            each for each in self.findings if each.code == "unknown-indicator"
        ]
        self._tell("suppressed", "value", words.SUPPRESSED, "warning")

    def _indicator(self, lines: Mapping[str, tuple[int, ...]]) -> Indicator | None:
        indicator = self.known.get(self.key)
        if indicator is None:
            text = words.unknown_indicator(self.row.cells["indicator"], self.known)
            self._tell("unknown-indicator", "indicator", text)
            return None
        others = [each for each in lines[self.key] if each != self.row.line]
        if others:
            self._tell("repeated-indicator", "indicator", words.repeated(others[0]))
        return indicator

    def _count(self, indicator: Indicator | None) -> tuple[int | None, bool]:
        """Return how many the figure rests on, and whether the cell could be read."""
        text = self.row.cells["n"]
        if text and not _COUNT.fullmatch(text):
            self._tell("not-a-count", "n", words.NOT_A_COUNT)
            return None, False
        if text:
            return int(re.sub(r"[^0-9]", "", text)), True
        if indicator is not None and indicator.kind == "survey":
            self._tell("no-count", "n", words.NO_COUNT, "warning")
        return None, True

    def _value(self) -> Fraction | None:
        text = self.row.cells["value"]
        if not text:
            self._tell("no-value", "value", words.NO_VALUE)
            return None
        found = number(text)
        if isinstance(found, str):
            self._tell(found, "value", words.NOT_READ[found])
            return None
        return found

    def _unit(self, indicator: Indicator) -> Unit | None:
        text = self.row.cells["unit"]
        unit = _UNIT_NAMES.get(text.casefold())
        if unit != indicator.unit:
            self._tell("wrong-unit", "unit", words.wrong_unit(text, indicator.unit))
        return unit

    def _fetched(self) -> date | None:
        text = self.row.cells["fetched"]
        found = day(text)
        if found is None:
            self._tell("not-a-date", "fetched", words.not_a_day(text))
        return found

    def _year(self, fetched: date | None) -> str:
        text = self.row.cells["year"]
        found = years(text)
        if found is None:
            self._tell("not-a-year", "year", words.not_a_year(text))
            return ""
        if fetched is not None and found[-1] > fetched.year:
            future = words.future_year(found[-1], fetched.year)
            self._tell("future-year", "year", future)
        return "-".join(str(each) for each in found)

    def _source(self) -> str:
        text = " ".join(self.row.cells["source"].split())
        if not text.strip(". "):
            self._tell("no-source", "source", words.NO_SOURCE)
        elif len(text) > _LONGEST_SOURCE:
            self._tell("too-long", "source", words.too_long(_LONGEST_SOURCE))
        if is_personal(text):
            self._tell("personal-data", "source", words.PERSONAL)
        return text

    def _checked(self, figure: Figure) -> Figure | None:
        """Return the figure when the row has no error; warn of what is doubtful."""
        if any(each.is_error for each in self.findings):
            return None
        # Beside the other words of a remark, a source may look like something else.
        if any(is_personal(remark(figure, each)) for each in _LANGUAGES):
            self._tell("personal-data", "source", words.PERSONAL)
            return None
        if figure.is_uncertain:
            self._tell("uncertain", "n", words.UNCERTAIN_FIGURE, "warning")
        limit = figure.indicator.advised_from
        if limit is not None and figure.value < limit:
            self._tell("small-area", "value", words.small_area(limit), "warning")
        return figure


def _shows_few(indicator: Indicator, value: Fraction, n: int | None) -> bool:
    """
    Tell whether a figure shows one or two people.

    A share and its base tell how many are in the group, and by subtraction how many
    are not; both are looked at. No other figures of a file are parts of one total.
    """
    if indicator.kind == "count":
        return 0 < value < FEW
    if indicator.kind == "comparison" or n is None:
        return False
    inside = value * n / 100
    return any(0 < each < _SHOWS_FEW for each in (inside, n - inside))
