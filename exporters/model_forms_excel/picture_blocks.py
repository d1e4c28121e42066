"""Where one score is worked out on the partner's own picture. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Literal, Protocol

from attrs import field, frozen

from model_forms.questionnaire import Questionnaire, Score
from model_forms.rules.decision import Decision
from model_forms.rules.items import OverItems, WeighedItems
from model_forms.rules.percent import Percent
from model_forms.scoring.plan import stands_on
from model_forms_excel.cells import Address, a1

NAME, NUMBER, WORD, SECOND, SECOND_WORD, BASE = range(2, 8)
"""The columns of the picture, counted from 1; the first is hidden."""

Part = Literal[
    "echo", "points", "counted", "note", "weight", "value", "given", "unknown",
    "based", "product", "top", "base_weight",
]  # fmt: skip
"""What stands beside each item where a score is worked out."""

Own = Literal["value", "reason", "shown", "band", "coverage", "gap", "to_next"]
"""What a score comes to."""

RESULTS: tuple[Own, ...] = (
    "value", "reason", "shown", "band", "coverage", "gap", "to_next",
)  # fmt: skip

DOWN: Mapping[Part, int] = {
    "points": NUMBER, "echo": WORD, "counted": SECOND, "note": SECOND_WORD,
    "weight": BASE, "value": 9, "given": 10, "unknown": 11, "based": 12,
    "product": 13, "top": 14, "base_weight": 15,
}  # fmt: skip
"""The columns of the parts when the items stand below each other."""

HEAD = 3
"""Rows above the items: what the score is called, what its rule does, the columns."""


class Arrangement(Protocol):
    """How the items of one score are laid out."""

    def cell(self, part: Part, place: int) -> Address | None:
        """Return where a part of the item at *place* stands; None when nowhere."""
        ...


@frozen
class Down:
    """Items below each other, from the row *top*."""

    top: int
    parts: tuple[Part, ...]

    def cell(self, part: Part, place: int) -> Address | None:
        """Return where a part of the item at *place* stands; None when nowhere."""
        return (self.top + place, DOWN[part]) if part in self.parts else None


@frozen
class Along:
    """
    The *count* items of one row of a table beside each other, part by part.

    *first* is the column of the first part; the parts after the *shown* ones stand
    to the right of the results.
    """

    row: int
    parts: tuple[Part, ...]
    count: int
    first: int
    shown: int

    def cell(self, part: Part, place: int) -> Address | None:
        """Return where a part of the item at *place* stands; None when nowhere."""
        if part not in self.parts:
            return None
        number = self.parts.index(part)
        beyond = 0 if number < self.shown else len(RESULTS)
        return self.row, self.first + number * self.count + beyond + place

    @property
    def results(self) -> int:
        """The first column of the results."""
        return self.first + self.shown * self.count


@frozen(kw_only=True)
class Block:
    """
    One score where it is worked out, for all answers or for one *line* of a table.

    *items* are those that it stands on; *gates* are others that its gates look at.
    *own* are the places of its results, *read* those of the scores that it is made of.
    """

    score: Score
    items: tuple[str, ...]
    gates: tuple[str, ...]
    at: Arrangement
    own: Mapping[Own, Address] = field(hash=False)
    read: Mapping[str, Address] = field(factory=dict, hash=False)
    line: int = 0

    @property
    def keys(self) -> tuple[str, ...]:
        """Every item that has a place in the block."""
        return self.items + self.gates

    def ref(self, part: Part, key: str) -> str:
        """Return the cell with a part of an item."""
        found = self.at.cell(part, self.keys.index(key))
        assert found is not None  # noqa: S101  nothing else is referred to
        return a1(*found)

    def range(self, part: Part) -> str:
        """Return the range with a part of each item that the score stands on."""
        first, last = self.ref(part, self.items[0]), self.ref(part, self.items[-1])
        return first if first == last else f"{first}:{last}"

    def result(self, name: Own) -> str:
        """Return the cell with one of its results."""
        return a1(*self.own[name])


@frozen(kw_only=True)
class Heading:
    """One score and the row that its name stands in, with its blocks below."""

    score: Score
    row: int
    blocks: tuple[Block, ...]

    @property
    def last(self) -> int:
        """The last row that the score is worked out in."""
        return max(row for each in self.blocks for row, _ in each.own.values())


def has_words(score: Score) -> bool:
    """Tell whether there are words for a score."""
    return score.bands is not None or isinstance(score.rule, Decision)


def parts_of(score: Score) -> tuple[Part, ...]:
    """Return what stands beside each item that *score* is made of."""
    rule = score.rule
    found: tuple[Part, ...] = ("points", "echo", "given", "unknown", "based")
    if not isinstance(rule, OverItems):
        return found
    found = ("points", "counted", "echo", "given", "unknown", "based", "value")
    if isinstance(rule, Percent) or (isinstance(rule, WeighedItems) and rule.weights):
        return (*found, "weight", "product", "top", "base_weight")
    return found


def below(questionnaire: Questionnaire, score: Score, row: int) -> Heading:
    """Return *score* from *row* on, with its items below each other."""
    items, gates = _keys(questionnaire, score)
    read = row + HEAD + len(items) + len(gates)
    end = read + len(score.rule.scores)
    own: dict[Own, Address] = {
        "value": (end, SECOND),
        "reason": (end, SECOND_WORD),
        "shown": (end + 1, SECOND),
        "band": (end + 1, SECOND_WORD),
        "coverage": (end + 2, SECOND),
        "gap": (end + 2, SECOND_WORD),
    }
    if _climbs(score):
        own["to_next"] = (end + 3, SECOND)
    places = zip(score.rule.scores, count(read), strict=False)
    block = Block(
        score=score,
        items=items,
        gates=gates,
        at=Down(row + HEAD, (*parts_of(score), "note")),
        own=own,
        read={id: (at, SECOND) for id, at in places},
    )
    return Heading(score=score, row=row, blocks=(block,))


def beside(questionnaire: Questionnaire, score: Score, row: int, lines: int) -> Heading:
    """Return *score* from *row* on, with a row for each of the *lines* of a table."""
    items, gates = _keys(questionnaire, score)
    kept = [each for each in RESULTS if each != "to_next" or _climbs(score)]
    parts = parts_of(score)
    shown = 2 if "counted" in parts else 0
    blocks = []
    for line in range(lines):
        row_ = row + HEAD + line
        made_of = len(score.rule.scores)
        at = Along(row_, parts, len(items) + len(gates), NUMBER + made_of, shown)
        own = {name: (row_, at.results + RESULTS.index(name)) for name in kept}
        read = dict(
            zip(score.rule.scores, ((row_, n) for n in count(NUMBER)), strict=False)
        )
        blocks.append(
            Block(
                score=score,
                items=items,
                gates=gates,
                at=at,
                own=own,
                read=read,
                line=line,
            )
        )
    return Heading(score=score, row=row, blocks=tuple(blocks))


def _keys(
    questionnaire: Questionnaire, score: Score
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    items = stands_on(questionnaire, score)
    gates = dict.fromkeys(key for cap in score.caps for key in cap.items)
    return items, tuple(key for key in gates if key not in items)


def _climbs(score: Score) -> bool:
    return score.bands is not None and not isinstance(score.rule, Decision)
