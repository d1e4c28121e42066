"""Forms that are filled in, to start from, and what is said in each of their fields."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from attrs import evolve, frozen

import model_forms
from model_forms.forms.lines import Line, option_parts, takes_several
from model_forms.issue import Issue
from model_forms.questionnaire import (
    Choice,
    DateRange,
    Item,
    Number,
    Questionnaire,
    RoleChoice,
    Several,
    Table,
)
from model_forms.response import (
    Answer,
    Blank,
    DontKnow,
    Given,
    NotApplicable,
    Respondent,
    Response,
)
from model_forms_excel.layout import Layout, layout
from returns.case import BLANK, Plain, plain

Said = Mapping[str, Plain | None]
"""What is said in each field, by the key of its line; None where nobody could tell."""

_SEED = 20261109
FORMS = {
    "mapping": ("area_mapping@1.0.0", Issue(
        role="housing_social", respondent="Boligsocialt Hus", area="Søparken",
        round="2026-11", deadline="11. december 2026",
    )),
    "needs": ("needs_analysis@1.0.0", Issue(
        role="coordinator", respondent="Koordinatoren", area="Søparken", round="2026-11"
    )),
    "collaboration": ("collaboration@1.0.0", Issue(
        role="coordinator", respondent="Kommunen", area="Ådalen", round="2026-11"
    )),
    "follow-up": ("implementation_followup@1.0.0", Issue(
        role="management", respondent="Ledelsen", area="Ådalen", round="2026-12"
    )),
}  # fmt: skip
_PHRASES = (
    "Det går bedst om sommeren", "Vi hører det fra beboerne", "Se referatet fra mødet",
    "Kun i den nordlige del", "Gælder også på skolevejen", "Nye folk i år",
    "Både før og efter ferien", "Æblehaven og Østergård",
)  # fmt: skip


@frozen(kw_only=True)
class Form:
    """
    One form as it was issued and filled in, before anybody edits it.

    *said* has what is said in each field; what is absent was left blank.
    """

    name: str
    data: bytes
    questionnaire: Questionnaire
    issue: Issue
    said: Mapping[str, Plain]

    @cached_property
    def layout(self) -> Layout:
        """The grid that the form was written as."""
        return layout(
            self.questionnaire, self.issue.role, self.issue.language, self.issue
        )

    @cached_property
    def own(self) -> frozenset[str]:
        """The lines on the respondent's own sheet, the first."""
        return frozenset(line.key for line in self.layout.sheets[0].lines)

    @property
    def asked(self) -> tuple[str, ...]:
        """The items whose answers are compared: all that stand on sheets of lines."""
        return tuple(
            key
            for key, item in self.questionnaire.items.items()
            if not isinstance(item.answer, Table)
        )

    def truth(self, said: Said) -> dict[str, Plain | None]:
        """Return what is said to each item, put together from its fields."""
        return {
            key: _whole(self.questionnaire, self.questionnaire.items[key], said)
            for key in self.asked
        }

    def words(self, line: Line, said: Plain) -> str:
        """Return the words that say *said* in the field of a choice."""
        kind, value = said
        if kind != "given":
            return self.questionnaire.missing.label(kind).get(self.issue.language)
        assert line.item is not None
        answer = line.item.answer
        assert isinstance(answer, Choice)
        option = self.questionnaire.scale[answer.scale].option(value)
        assert option is not None
        return option.label.get(self.issue.language)


@cache
def form(name: str, seed: int = _SEED) -> Form:
    """Return the filled-in form *name*, the same for the same *seed*."""
    tool, issue = FORMS[name]
    return filled(name, model_forms.installed().get(tool), issue, seed)


def other_partner(name: str, seed: int = _SEED + 1) -> Form:
    """Return the same form as another partner filled it in."""
    tool, issue = FORMS[name]
    questionnaire = model_forms.installed().get(tool)
    return filled(name, questionnaire, evolve(issue, respondent="Naboerne"), seed)


def filled(name: str, questionnaire: Questionnaire, issue: Issue, seed: int) -> Form:
    """Return a form with drawn answers: about one in eight is left blank."""
    draw = random.Random(f"{seed}/{name}")
    answers = {
        key: answer
        for key, item in questionnaire.items.items()
        if not isinstance(item.answer, Table)
        and (answer := _drawn(draw, questionnaire, item)) is not None
    }
    response = Response(
        questionnaire=questionnaire.ref,
        respondent=Respondent(role=issue.role, label=issue.respondent),
        area=issue.area,
        round=issue.round,
        answers=answers,
    )
    return Form(
        name=name,
        data=model_forms.export(questionnaire, issue=issue, response=response),
        questionnaire=questionnaire,
        issue=issue,
        said={
            key: said
            for each, answer in answers.items()
            for key, said in _fields(questionnaire.items[each], answer)
        },
    )


def _drawn(
    draw: random.Random, questionnaire: Questionnaire, item: Item
) -> Answer | None:
    remark = None
    if draw.random() < 0.2:
        remark = f"{draw.choice(_PHRASES)} ({draw.randint(2, 99)})"
    chance = draw.random()
    offers = _offers(questionnaire, item)
    if chance < 0.12:
        return Blank(remark=remark) if remark else None
    if chance < 0.2 and "dont_know" in offers:
        return DontKnow(remark=remark)
    if chance < 0.25 and "not_applicable" in offers:
        return NotApplicable(remark=remark)
    return Given(value=_value(draw, questionnaire, item), remark=remark)


def _offers(questionnaire: Questionnaire, item: Item) -> tuple[str, ...]:
    kind = item.answer
    if isinstance(kind, Choice | Several):
        return questionnaire.scale[kind.scale].offers
    return ("dont_know",) if isinstance(kind, Number) else ()


def _value(draw: random.Random, questionnaire: Questionnaire, item: Item) -> Any:
    kind = item.answer
    if isinstance(kind, Choice):
        return draw.choice(questionnaire.scale[kind.scale].options).value
    if isinstance(kind, Several):
        options = [each.value for each in questionnaire.scale[kind.scale].options]
        free = [each for each in options if each not in kind.alone]
        return tuple(each for each in free if draw.random() < 0.5) or (free[0],)
    if isinstance(kind, RoleChoice):
        roles = [role.code for role in questionnaire.roles]
        return tuple(each for each in roles if draw.random() < 0.5) or (roles[0],)
    if isinstance(kind, Number):
        whole = draw.randint(2, int(kind.maximum or 4000) - 2)
        return whole + 0.5 if kind.decimals and draw.random() < 0.6 else whole
    if isinstance(kind, DateRange):
        return f"2026-0{draw.randint(1, 9)}-17/2026-1{draw.randint(0, 2)}-05"
    return f"{draw.choice(_PHRASES)}, {draw.randint(100, 999)} gange"


def _fields(item: Item, answer: Answer) -> Iterator[tuple[str, Plain]]:
    """Yield what an answer says in each of its fields."""
    kind, value = plain(answer)
    if kind == "blank":
        return
    if takes_several(item):
        parts = value if isinstance(value, tuple) else (kind,)
        yield from ((f"{item.key}/{part}", ("given", True)) for part in parts)
    elif isinstance(item.answer, DateRange):
        first, _, last = str(value).partition("/")
        yield f"{item.key}/from", ("given", first)
        yield f"{item.key}/to", ("given", last)
    else:
        yield item.key, (kind, value)


def _whole(questionnaire: Questionnaire, item: Item, said: Said) -> Plain | None:
    if takes_several(item):
        return _several(questionnaire, item, said)
    if isinstance(item.answer, DateRange):
        first, last = f"{item.key}/from", f"{item.key}/to"
        return _range(said.get(first, BLANK), said.get(last, BLANK))
    return said.get(item.key, BLANK)


def _several(questionnaire: Questionnaire, item: Item, said: Said) -> Plain | None:
    names = [part for part, _ in option_parts(questionnaire, item)]
    parts = {part: said.get(f"{item.key}/{part}", BLANK) for part in names}
    chosen = [part for part, each in parts.items() if each != BLANK]
    if None in parts.values():
        return None
    if not chosen:
        return BLANK
    alone = {"dont_know", "not_applicable"}
    if isinstance(item.answer, Several):
        alone |= {str(each) for each in item.answer.alone}
    if len(chosen) > 1 and alone & set(chosen):
        return None
    if chosen[0] in {"dont_know", "not_applicable"}:
        return chosen[0], None
    return "given", tuple(chosen)


def _range(first: Plain | None, last: Plain | None) -> Plain | None:
    if first is None or last is None or BLANK in {first, last}:
        return BLANK if first == last == BLANK else None
    return "given", f"{first[1]}/{last[1]}"
