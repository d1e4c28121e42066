"""Conditions on answers as workbook formulas."""

from __future__ import annotations

from typing import Protocol

from attrs import frozen

from model_forms.conditions import AllOf, AnyOf, Comparison, Condition, Not
from model_forms.numbers import exact
from model_forms.questionnaire import Choice, Date, FreeText, Number, Questionnaire
from model_forms.rules.formulas import both_true, either_true, literal, quoted


class Answers(Protocol):
    """Where one respondent's answers stand in a workbook."""

    def cell(self, key: str) -> str:
        """Return the cell with the answer to an item."""
        ...

    def label(self, key: str, value: int | str) -> str:
        """Return the words that stand there when an option is chosen."""
        ...


class NotInFormula(Exception):
    """A condition that no formula can say; the argument is the item it looks at."""


@frozen
class Asked:
    """Conditions as formulas on *answers*, which they look up."""

    questionnaire: Questionnaire
    answers: Answers

    def formula(self, condition: Condition) -> str:
        """Return the formula that is true when *condition* holds, or NotInFormula."""
        if isinstance(condition, AllOf):
            return both_true(self.formula(each) for each in condition.all)
        if isinstance(condition, AnyOf):
            return either_true(self.formula(each) for each in condition.any)
        if isinstance(condition, Not):
            return f"NOT({self.formula(condition.not_)})"
        return self._compared(condition)

    def _compared(self, condition: Comparison) -> str:
        kind = self.questionnaire.item(condition.item).answer
        if isinstance(kind, Choice):
            return self._chosen(condition, kind)
        if isinstance(kind, Number):
            return self._numbered(condition, kind)
        if isinstance(kind, FreeText | Date) and condition.answered is not None:
            sign = "<>" if condition.answered else "="
            return f'TRIM({self.answers.cell(condition.item)}){sign}""'
        raise NotInFormula(condition.item)

    def _chosen(self, condition: Comparison, kind: Choice) -> str:
        """Return the formula that is true for the options the condition holds of."""
        wanted = [
            option.value
            for option in self.questionnaire.scale[kind.scale].options
            if condition.answered is not None or condition.accepts(option.value)
        ]
        cell = self.answers.cell(condition.item)
        tests = [
            f"TRIM({cell})={quoted(self.answers.label(condition.item, value))}"
            for value in wanted
        ]
        if not tests:
            return "FALSE"
        found = either_true(tests)
        return f"NOT({found})" if condition.answered is False else found

    def _numbered(self, condition: Comparison, kind: Number) -> str:
        cell = self.answers.cell(condition.item)
        tests = number_limits(kind, cell)
        if condition.answered is None:
            tests.append(self._limits(condition, cell))
        within = both_true(tests) if tests else "TRUE"
        # One test within the other, since AND would compare a text as well.
        found = f"IF(ISNUMBER({cell}),{within},FALSE)"
        return f"NOT({found})" if condition.answered is False else found

    @staticmethod
    def _limits(condition: Comparison, cell: str) -> str:
        if condition.equals is not None:
            return f"{cell}={_number(condition.equals)}"
        if condition.one_of is not None:
            return either_true(f"{cell}={_number(each)}" for each in condition.one_of)
        ends = ((">=", condition.at_least), ("<=", condition.at_most))
        return both_true(
            f"{cell}{sign}{_number(end)}" for sign, end in ends if end is not None
        )


def number_limits(kind: Number, cell: str) -> list[str]:
    """Return the tests that the number in *cell* is within the item's own bounds."""
    bounds = ((">=", kind.minimum), ("<=", kind.maximum))
    return [f"{cell}{sign}{literal(end)}" for sign, end in bounds if end is not None]


def _number(value: object) -> str:
    """Return a number as it is written; no number equals a text or a truth value."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return literal(exact(value))
    return quoted(str(value))
