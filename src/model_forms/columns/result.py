"""The results of a score for many responses, as columns."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

import numpy as np
from attrs import field, frozen

from model_forms.columns.whole import Array
from model_forms.scoring.result import Base, ScoreResult

EXACT = 1 << 53
"""Whole numbers up to here are themselves as floating point numbers."""


@frozen(eq=False, kw_only=True, slots=False)
class ScoreColumn:
    """
    A score for each response.

    The unrounded value is *numerator* over *denominator*, not in lowest terms; it has
    no meaning where the score is withheld. *reason* and *place* are places in
    *reasons* and *bands*: 0 in *reason* is a score that is not withheld, -1 in *place*
    no band. *digits* is the rounded value without its decimal point. *given* and
    *unknown* count the answers with a value and the don't knows, *items* those in the
    base and *answered* those worth something.
    """

    id: str
    decimals: int
    reasons: tuple[str, ...]
    bands: tuple[str, ...]
    numerator: Array = field(repr=False)
    denominator: Array = field(repr=False)
    digits: Array = field(repr=False)
    reason: Array = field(repr=False)
    place: Array = field(repr=False)
    items: Array = field(repr=False)
    answered: Array = field(repr=False)
    given: Array = field(repr=False)
    unknown: Array = field(repr=False)
    knowledge_gap: Array = field(repr=False)

    def __len__(self) -> int:
        return len(self.reason)

    @cached_property
    def has_value(self) -> Array:
        """Where the score is not withheld."""
        found: Array = self.reason == 0
        return found

    @cached_property
    def shown(self) -> Array:
        """The rounded values; not a number where the score is withheld."""
        # Both are exact, so the quotient is the number nearest to the decimals.
        rounded = self.digits.astype(float) / 10.0**self.decimals
        return np.where(self.has_value, rounded, np.nan)

    @cached_property
    def coverage(self) -> Array:
        """Given answers among given and don't know; not a number without either."""
        known = self.given + self.unknown
        return np.where(known > 0, self.given / np.maximum(known, 1), np.nan)

    @cached_property
    def band(self) -> Array:
        """The code of each band, as text; empty where there is none."""
        return np.array([*self.bands, ""])[self.place]

    @cached_property
    def withheld(self) -> Array:
        """Why each score is withheld, as text; empty where it is not."""
        return np.array(self.reasons)[self.reason]

    def value(self, place: int) -> Fraction | None:
        """Return the exact value of one response's score."""
        if self.reason[place]:
            return None
        return Fraction(int(self.numerator[place]), int(self.denominator[place]))

    def result(self, place: int) -> ScoreResult:
        """Return one response's result, as it is when it is scored alone."""
        answered, given = int(self.answered[place]), int(self.given[place])
        known, band = given + int(self.unknown[place]), int(self.place[place])
        reason = int(self.reason[place])
        return ScoreResult(
            id=self.id,
            value=self.value(place),
            shown=None if reason else self._shown(place),
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

    def _shown(self, place: int) -> int | float:
        digits = int(self.digits[place])
        return digits / 10**self.decimals if self.decimals else digits


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
