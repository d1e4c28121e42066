"""One item where a score is worked out: what was answered, and what it counts as."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cached_property

from attrs import frozen

from model_forms.checks.ranges import Ranges
from model_forms.numbers import words
from model_forms.questionnaire import Choice, Item, Number, Questionnaire
from model_forms.response import Answer, Blank, DontKnow, Given, NotApplicable
from model_forms.rules.formulas import either_true, first, literal, quoted
from model_forms.rules.items import OverItems
from model_forms.scoring.formulas import number_formula
from model_forms.scoring.observe import points_of
from model_forms_excel.picture_blocks import Block, Part
from model_forms_excel.picture_words import say

Value = str | float
Cell = tuple[str, Value]
"""A formula, without its equals sign, and what it gives."""


@frozen(kw_only=True, eq=False)
class ItemCells:
    """
    What stands beside the item *key* of *block*.

    *source* is the formula of its answer in the form, and *answer* what is there.
    """

    questionnaire: Questionnaire
    language: str
    block: Block
    key: str
    source: str
    answer: Answer

    @cached_property
    def item(self) -> Item:
        """The item."""
        return self.questionnaire.item(self.key)

    def part(self, part: Part) -> Cell:
        """Return the formula of a part, and what it gives for the answer."""
        return _PARTS[part](self)

    def _ref(self, part: Part) -> str:
        return self.block.ref(part, self.key)

    @cached_property
    def _points(self) -> Fraction | None:
        return points_of(self.questionnaire, self.item, self.answer)

    @property
    def _rule(self) -> OverItems | None:
        """The score's rule, if it counts the item."""
        rule = self.block.score.rule
        counts = isinstance(rule, OverItems) and self.key in rule.of
        return rule if counts and isinstance(rule, OverItems) else None

    @cached_property
    def _valued(self) -> Fraction | None:
        """What the item is worth under the rule's policy."""
        if self._points is not None or self._rule is None:
            return self._points
        if isinstance(self.answer, DontKnow):
            return self._rule.policy.unknown_as
        return self._rule.policy.blank_as if isinstance(self.answer, Blank) else None

    def _is(self, *labels: str) -> str:
        """Return the formula that is true when one of *labels* is the answer."""
        echo = self._ref("echo")
        return either_true(f"TRIM({echo})={quoted(each)}" for each in labels)

    def _missing(self, code: str) -> str:
        missing = self.questionnaire.missing
        label = missing.dont_know if code == "dont_know" else missing.not_applicable
        return label.get(self.language)

    def _options(self) -> list[tuple[str, Fraction | None]]:
        kind = self.item.answer
        assert isinstance(kind, Choice)  # noqa: S101  the callers looked
        options = self.questionnaire.scale[kind.scale].options
        return [(each.label.get(self.language), each.worth) for each in options]

    def _echo(self) -> Cell:
        """Words that are typed are not said again, only that they are there."""
        source, kind = self.source, self.item.answer
        if isinstance(kind, Choice | Number):
            return f'IF({source}="","",{source})', self._typed()
        there = say("has_answer", self.language)
        missing = [self._missing(each) for each in ("dont_know", "not_applicable")]
        cases = [(f'TRIM({source})=""', '""')]
        cases += [(f"TRIM({source})={quoted(e)}", quoted(e)) for e in missing]
        typed = there if isinstance(self.answer, Given) else self._typed()
        return first(cases, quoted(there)), typed

    def _typed(self) -> Value:
        if isinstance(self.answer, DontKnow | NotApplicable):
            return self._missing(self.answer.code)
        if not isinstance(self.answer, Given):
            return ""
        value, kind = self.answer.value, self.item.answer
        if isinstance(kind, Choice):
            option = self.questionnaire.scale[kind.scale].option(value)
            return option.label.get(self.language) if option else str(value)
        return value if isinstance(value, int | float) else str(value)

    def _points_cell(self) -> Cell:
        kind, cached = self.item.answer, _number(self._points)
        if isinstance(kind, Number):
            return number_formula(kind, self._ref("echo")), cached
        if not isinstance(kind, Choice):
            return '""', ""
        cases = [
            (self._is(label), literal(worth))
            for label, worth in self._options()
            if worth is not None
        ]
        return first(cases, '""'), cached

    def _given(self) -> Cell:
        kind, cached = self.item.answer, int(isinstance(self.answer, Given))
        if isinstance(kind, Choice) and any(w is None for _, w in self._options()):
            test = self._is(*(label for label, _ in self._options()))
            return f"IF({test},1,0)", cached
        if isinstance(kind, Choice | Number):
            return f'IF({self._ref("points")}="",0,1)', cached
        there = self._is(say("has_answer", self.language))
        return f"IF({there},1,0)", cached

    def _unknown(self) -> Cell:
        test = self._is(self._missing("dont_know"))
        return f"IF({test},1,0)", int(isinstance(self.answer, DontKnow))

    def _based(self) -> Cell:
        test = self._is(self._missing("not_applicable"))
        return f"IF({test},0,1)", int(not isinstance(self.answer, NotApplicable))

    def _value(self) -> Cell:
        """Return the item's value under the policy: missing answers may count."""
        points, cached = self._ref("points"), _number(self._valued)
        rule = self._rule
        unknown = rule.policy.unknown_as if rule else None
        blank = rule.policy.blank_as if rule else None
        cases = [(f'{points}<>""', points)]
        if unknown is not None:
            cases.append((f"{self._ref('unknown')}=1", literal(unknown)))
        if blank is not None:
            nothing = [f"{self._ref(e)}=1" for e in ("given", "unknown")]
            none = either_true([*nothing, f"{self._ref('based')}=0"])
            cases.append((f"NOT({none})", literal(blank)))
        return first(cases, '""'), cached

    def _counted(self) -> Cell:
        rule = self._rule
        if rule is None:
            return '""', ""
        ranges, valued = Ranges(self.questionnaire), self._valued
        formula = rule.item_formula("counted", self.key, ranges, self._ref("value"))
        worth = rule.counted(self.key, ranges).worth
        return formula, "" if valued is None else _number(worth(valued))

    def _weighed(self, name: Part) -> Cell:
        rule = self._rule
        if rule is None:
            return '""', ""
        ranges, weight = Ranges(self.questionnaire), rule.weight(self.key)
        if name == "base_weight":
            based = int(not isinstance(self.answer, NotApplicable))
            cell = self._ref("based")
            formula = rule.item_formula("base_weight", self.key, ranges, cell)
            return formula, _number(based * weight)
        counted = rule.counted(self.key, ranges)
        assert name in {"weight", "product", "top"}  # noqa: S101
        cell = self._ref("counted")
        formula = rule.item_formula(name, self.key, ranges, cell)
        if self._valued is None:
            return formula, ""
        own = ranges.item_reach(self.key)
        highest = own.moved(counted.scale, counted.offset).high
        given = {
            "weight": weight,
            "product": counted.worth(self._valued) * weight,
            "top": highest * weight,
        }
        return formula, _number(given[name])

    def _note(self) -> Cell:
        """Return in words what happens to the answer."""
        turned = self._rule is not None and self.key in self._rule.reverse
        answered = say("turned", self.language) if turned else ""
        if self.key in self.block.gates:
            answered = say("gate", self.language)
        worthless = say("worthless", self.language)
        unknown = self._policy("dont_know", self._missing("dont_know"))
        label = self._missing("not_applicable")
        left_out = f"{label}: {say('na', self.language)}"
        blank = self._policy("blank", say("blank", self.language))
        cases = [
            (f'{self._ref("points")}<>""', quoted(answered)),
            (f"{self._ref('given')}=1", quoted(worthless)),
            (f"{self._ref('unknown')}=1", quoted(unknown)),
            (f"{self._ref('based')}=0", quoted(left_out)),
        ]
        said = blank
        if isinstance(self.answer, Given):
            said = worthless if self._points is None else answered
        elif isinstance(self.answer, DontKnow | NotApplicable):
            known = isinstance(self.answer, NotApplicable)
            said = left_out if known else unknown
        return first(cases, quoted(blank)), said

    def _policy(self, what: str, state: str) -> str:
        """Return what the rule does with an answer that is missing, in words."""
        rule, language = self._rule, self.language
        policy = rule.policy if rule else None
        does = getattr(policy, what, None) or "skip"
        if rule is None:
            return state
        worth = policy.count_as if policy else None
        said = words(worth, language, 4) if worth is not None else ""
        return say(does, language, state=state, worth=said)

    @property
    def lookup(self) -> str:
        """The cell that a condition looks at; "" stands for what does not hold."""
        kind = self.item.answer
        if isinstance(kind, Choice | Number):
            return self._ref("echo")
        return f'IF({self._ref("given")}=1,"x","")'


def _number(value: Fraction | None) -> Value:
    if value is None:
        return ""
    return int(value) if value.denominator == 1 else float(value)


_PARTS: Mapping[Part, Callable[[ItemCells], Cell]] = {
    "echo": ItemCells._echo,  # noqa: SLF001  the table of this module
    "points": ItemCells._points_cell,  # noqa: SLF001
    "given": ItemCells._given,  # noqa: SLF001
    "unknown": ItemCells._unknown,  # noqa: SLF001
    "based": ItemCells._based,  # noqa: SLF001
    "value": ItemCells._value,  # noqa: SLF001
    "counted": ItemCells._counted,  # noqa: SLF001
    "note": ItemCells._note,  # noqa: SLF001
    "weight": lambda cells: cells._weighed("weight"),  # noqa: SLF001
    "product": lambda cells: cells._weighed("product"),  # noqa: SLF001
    "top": lambda cells: cells._weighed("top"),  # noqa: SLF001
    "base_weight": lambda cells: cells._weighed("base_weight"),  # noqa: SLF001
}
