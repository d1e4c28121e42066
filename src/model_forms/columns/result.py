"""The results of a score for many responses, as columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any

import numpy as np
from attrs import field, frozen

from model_forms.columns.whole import Array
from model_forms.numbers import shown
from model_forms.scoring.result import Base, ScoreResult

Pieces = Mapping[str, "Array | LookUp"]
"""A column for each of the pieces that results are made of."""
NAMES = (
    "numerator", "denominator", "shown", "reason", "place",
    "items", "answered", "given", "unknown",
)  # fmt: skip


@frozen(eq=False)
class LookUp:
    """The results of some responses, not looked up yet: *places* in a *table*."""

    table: Array
    places: Array

    @property
    def dtype(self) -> np.dtype[Any]:
        """The kind of number that there is."""
        return self.table.dtype

    def now(self) -> Array:
        """Look the results up."""
        return self.table.take(self.places, mode="clip")

    def into(self, room: Array) -> None:
        """Look the results up, straight into where they are to be."""
        if room.dtype == self.dtype:
            self.table.take(self.places, mode="clip", out=room)
        else:
            room[...] = self.now()


class Sheets:
    """The results of all scores while they are being written, in few bytes."""

    def __init__(self, ids: Sequence[str], count: int) -> None:
        """Expect *count* results of each score."""
        self._ids, self._count = ids, count
        self.columns: dict[str, dict[str, Array]] = {
            id: dict.fromkeys(NAMES, np.empty(0, np.int8)) for id in ids
        }

    def write(self, among: slice, pieces: Mapping[str, Pieces]) -> None:
        """Write some of the results of every score."""
        if among.start == 0:
            self._make_room(pieces)
        for id, columns in self.columns.items():
            for name, each in pieces[id].items():
                wider = np.promote_types(columns[name].dtype, each.dtype)
                if columns[name].dtype != wider:
                    columns[name] = columns[name].astype(wider)
                if isinstance(each, LookUp):
                    each.into(columns[name][among])
                else:
                    columns[name][among] = each

    def _make_room(self, pieces: Mapping[str, Pieces]) -> None:
        """Make room for what is alike together, since that is quicker to fill."""
        for name in NAMES if self._ids else ():
            kinds = (pieces[id][name].dtype for id in self._ids)
            room = np.empty((len(self._ids), self._count), np.result_type(*kinds))
            for id, row in zip(self._ids, room, strict=True):
                self.columns[id][name] = row


@frozen(eq=False, kw_only=True, slots=False)
class ScoreColumn:
    """
    A score for each response.

    The unrounded value is *numerator* over *denominator*, not in lowest terms; it has
    no meaning where the score is withheld. *reason* and *place* are places in
    *reasons* and *bands*: 0 in *reason* is a score that is not withheld, -1 in *place*
    no band. *shown* is the rounded value, and not a number where there is none. *given*
    and *unknown* count the answers with a value and the don't knows, *items* those in
    the base and *answered* those worth something.
    """

    id: str
    decimals: int
    reasons: tuple[str, ...]
    bands: tuple[str, ...]
    numerator: Array = field(repr=False)
    denominator: Array = field(repr=False)
    shown: Array = field(repr=False)
    reason: Array = field(repr=False)
    place: Array = field(repr=False)
    items: Array = field(repr=False)
    answered: Array = field(repr=False)
    given: Array = field(repr=False)
    unknown: Array = field(repr=False)
    gap: Fraction | None = None

    def __len__(self) -> int:
        return len(self.reason)

    @cached_property
    def coverage(self) -> Array:
        """Given answers among given and don't know; not a number without either."""
        known = self.given + self.unknown
        return np.where(known > 0, self.given / np.maximum(known, 1), np.nan)

    @cached_property
    def knowledge_gap(self) -> Array:
        """Where the coverage is below what the questionnaire asks for."""
        share, of = (self.gap or Fraction()).as_integer_ratio()
        given, unknown = self.given.astype(object), self.unknown.astype(object)
        return np.asarray(given * of < (given + unknown) * share, bool)

    @cached_property
    def band(self) -> Array:
        """The code of each band; None where there is none."""
        return np.array([*self.bands, None], object)[self.place]

    @cached_property
    def withheld(self) -> Array:
        """Why each score is withheld; None where it is not."""
        return np.array([None, *self.reasons[1:]], object)[self.reason]

    def value(self, place: int) -> Fraction | None:
        """Return the exact value of one response's score."""
        if self.reason[place]:
            return None
        return Fraction(int(self.numerator[place]), int(self.denominator[place]))

    def result(self, place: int) -> ScoreResult:
        """Return one response's result, as it is when it is scored alone."""
        answered, given = int(self.answered[place]), int(self.given[place])
        known, band = given + int(self.unknown[place]), int(self.place[place])
        reason, value = int(self.reason[place]), self.value(place)
        return ScoreResult(
            id=self.id,
            value=value,
            shown=None if value is None else shown(value, self.decimals),
            band=self.bands[band] if band >= 0 else None,
            withheld=self.reasons[reason] if reason else None,
            base=Base(
                items=int(self.items[place]),
                answered=answered,
                roles=int(answered > 0),
                respondents=int(given > 0),
            ),
            coverage=Fraction(given, known) if known else None,
            knowledge_gap=bool(self.knowledge_gap[place]),
        )


@frozen(eq=False, kw_only=True)
class ScoreColumns:
    """The results of *count* responses: a column for each score, by its id."""

    count: int
    scores: Mapping[str, ScoreColumn]

    def __getitem__(self, id: str) -> ScoreColumn:
        return self.scores[id]

    def __len__(self) -> int:
        return self.count

    def results(self, place: int) -> dict[str, ScoreResult]:
        """Return all results of one response, as when it is scored alone."""
        return {id: each.result(place) for id, each in self.scores.items()}
