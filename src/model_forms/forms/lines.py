"""An item becomes lines: one for each cell that can be filled in. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from attrs import frozen

from model_forms.forms.words import say
from model_forms.questionnaire import (
    Choice,
    Date,
    DateRange,
    Item,
    Number,
    Questionnaire,
    RoleChoice,
    Several,
    Table,
)
from model_forms.text import Text
from model_forms.wording import demand_words

LETTERS = "ABCDEFGHJKLMNPRSTUVWXY"
EMPTY_ROWS = 3

LineKind = Literal["section", "intro", "group", "row", "question", "free"]
Want = Literal["label", "mark", "number", "date", "text"]
Option = tuple[str, Text]


@frozen(kw_only=True)
class Line:
    """
    One row of a form.

    *key* names it in the file and never changes; *item* and *part* say which answer
    its field belongs to, when it has one. *labels* are the words that may be chosen.
    """

    kind: LineKind
    key: str
    text: str
    code: str = ""
    item: Item | None = None
    part: str | None = None
    want: Want | None = None
    labels: tuple[str, ...] = ()
    section: str = ""

    @property
    def has_field(self) -> bool:
        """Whether something can be typed in the answer column."""
        return self.want is not None


def check_letter(text: str) -> str:
    """Return the letter that tells a mistyped code from another code."""
    total = sum(place * ord(each) for place, each in enumerate(text, start=7))
    return LETTERS[total % len(LETTERS)]


def visible_code(code: str) -> str:
    """Return the code a respondent sees: with its check letter."""
    return f"{code}{check_letter(code)}"


def takes_several(item: Item) -> bool:
    """Tell whether any number of options can be marked."""
    kind = item.answer
    return isinstance(kind, Several) or (isinstance(kind, RoleChoice) and kind.several)


def option_parts(questionnaire: Questionnaire, item: Item) -> tuple[Option, ...]:
    """Return the parts of an item that takes several, and what each is called."""
    if not isinstance(item.answer, Several):
        return tuple((role.code, role.label) for role in questionnaire.roles)
    scale = questionnaire.scale[item.answer.scale]
    own = [(str(option.value), option.label) for option in scale.options]
    missing = [(each, questionnaire.missing.label(each)) for each in scale.offers]
    return (*own, *missing)


@frozen(kw_only=True)
class LineMaker:
    """Makes the lines of items; *rows* tells how many rows each table has."""

    questionnaire: Questionnaire
    language: str
    rows: Mapping[str, int]
    section: str

    def lines(self, item: Item, prefix: str = "", code: str = "") -> Iterator[Line]:
        """Yield the lines of *item*, whose key and code follow *prefix* and *code*."""
        kind, path = item.answer, f"{prefix}{item.key}"
        shown = f"{code}{item.code}"
        if takes_several(item):
            yield from self._group(item, path, shown)
            yield from self._options(item, path, shown)
        elif isinstance(kind, DateRange):
            yield from self._group(item, path, shown)
            for number, part in enumerate(("from", "to"), start=1):
                text = say(part, self.language)
                yield self._field(
                    item, f"{path}/{part}", f"{shown}.{number}", text, part
                )
        elif isinstance(kind, Table):
            yield from self._group(item, path, shown)
            yield from self._table(kind, path, code)
        else:
            yield self._field(item, path, shown, self._question(item), None)

    def _question(self, item: Item) -> str:
        """Return the question, and when it is asked or must be answered."""
        text = item.text.get(self.language)
        demand = demand_words(self.questionnaire, item)
        return text if demand is None else f"{text} ({demand.get(self.language)})"

    def _group(self, item: Item, path: str, code: str) -> Iterator[Line]:
        text = self._question(item)
        if isinstance(item.answer, Several | RoleChoice):
            text = f"{text} {say('mark', self.language)}."
        yield Line(
            kind="group",
            key=f"#{path}",
            text=text,
            code=visible_code(code),
            item=item,
            section=self.section,
        )
        if item.help is not None:
            help = item.help.get(self.language)
            yield Line(
                kind="intro", key=f"#{path}/help", text=help, section=self.section
            )

    def _field(
        self, item: Item, path: str, code: str, text: str, part: str | None
    ) -> Line:
        return Line(
            kind="question",
            key=path,
            text=text,
            code=visible_code(code),
            item=item,
            part=part,
            want=_want(item, part),
            labels=self._labels(item, part),
            section=self.section,
        )

    def _labels(self, item: Item, part: str | None) -> tuple[str, ...]:
        kind = item.answer
        if isinstance(kind, Choice):
            scale = self.questionnaire.scale[kind.scale]
            own = [option.label for option in scale.options]
            own += [self.questionnaire.missing.label(each) for each in scale.offers]
            return tuple(each.get(self.language) for each in own)
        if isinstance(kind, RoleChoice) and part is None:
            roles = self.questionnaire.roles
            return tuple(role.label.get(self.language) for role in roles)
        return ()

    def _options(self, item: Item, path: str, code: str) -> Iterator[Line]:
        parts = option_parts(self.questionnaire, item)
        for number, (part, label) in enumerate(parts, start=1):
            text = label.get(self.language)
            yield self._field(item, f"{path}/{part}", f"{code}.{number}", text, part)

    def _table(self, kind: Table, path: str, code: str) -> Iterator[Line]:
        for number in range(1, self.row_count(kind, path) + 1):
            key = f"{path}[{number}]"
            yield Line(
                kind="row",
                key=f"#{key}",
                text=f"{kind.row.get(self.language)} {number}",
                section=self.section,
            )
            for column in kind.columns:
                yield from self.lines(column, f"{key}.", f"{code}{number}/")

    def row_count(self, kind: Table, path: str) -> int:
        """Return how many rows the table at *path* has in this form."""
        # A file says how many rows it has, and a file may say anything.
        wanted = min(kind.most, max(EMPTY_ROWS, self.rows.get(path, 0)))
        return max(kind.least, wanted)


def _want(item: Item, part: str | None) -> Want:
    kind = item.answer
    if isinstance(kind, Choice):
        return "label"
    if isinstance(kind, RoleChoice):
        return "mark" if part is not None else "label"
    if isinstance(kind, Several):
        return "mark"
    if isinstance(kind, Number):
        return "number"
    return "date" if isinstance(kind, Date | DateRange) else "text"
