"""How far two versions of one thing can be compared, and why not further."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from attrs import frozen

from model_forms.scoring.words import joined
from model_forms.text import Text, both

Degree = Literal["same", "rescaled", "judge", "not_comparable"]

DEGREES: tuple[Degree, ...] = ("same", "rescaled", "judge", "not_comparable")
"""From the best to the worst."""

_SHORT: dict[Degree, Text] = {
    "same": both("samme", "the same"),
    "rescaled": both("samme efter omregning", "the same after rescaling"),
    "judge": both("vurdér selv", "judge yourselves"),
    "not_comparable": both("kan ikke sammenlignes", "not comparable"),
}
_BETWEEN: dict[Degree, Text] = {
    "same": both("", ""),
    "rescaled": both(": ", ": "),
    "judge": both(", for ", ", because "),
    "not_comparable": both(", fordi ", ", because "),
}


@frozen
class Scaling:
    """A number of the one version times *factor* plus *offset* is one of the other."""

    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction()

    def of(self, value: Fraction) -> Fraction:
        """Return *value* as a number of the other version."""
        return value * self.factor + self.offset


UNCHANGED = Scaling()


@frozen(kw_only=True)
class Verdict:
    """
    How far something can be compared, and the *reasons* why not further.

    *scaling* takes a number of the one version to one of the other; None where there
    is no number, or no way to get from one to the other.
    """

    degree: Degree = "same"
    reasons: tuple[Text, ...] = ()
    scaling: Scaling | None = None

    @property
    def short(self) -> Text:
        """The verdict without its reasons."""
        return _SHORT[self.degree]

    @property
    def words(self) -> Text:
        """The verdict in words, with its reasons."""
        if not self.reasons:
            return self.short
        return joined((self.short, _BETWEEN[self.degree], listed(self.reasons)), "")

    @property
    def rank(self) -> int:
        """The place of the degree from best to worst."""
        return DEGREES.index(self.degree)


SAME = Verdict()


def listed(reasons: Iterable[Text]) -> Text:
    """Return reasons one after the other, in Danish and English."""
    found = list(reasons)
    return both(*("; ".join(each.get(lang) for each in found) for lang in ("da", "en")))


def judge(*reasons: Text, scaling: Scaling | None = None) -> Verdict:
    """Return that people must judge themselves."""
    return Verdict(degree="judge", reasons=reasons, scaling=scaling)


def not_comparable(*reasons: Text) -> Verdict:
    """Return that nothing can be compared."""
    return Verdict(degree="not_comparable", reasons=reasons)


def missing_from(where: Text, what: Text) -> Verdict:
    """Return that one side does not have *what* at all."""
    return not_comparable(
        both(
            f"{what.get('da')} mangler i {where.get('da')}",
            f"{what.get('en')} is missing from {where.get('en')}",
        )
    )


def together(parts: Iterable[Verdict], scaling: Scaling | None = UNCHANGED) -> Verdict:
    """
    Return the worst of *parts*, with the reasons that bear it.

    Where people must judge they are told of a rescaling as well.
    """
    found = list(parts)
    worst = max(found, key=lambda each: each.rank, default=SAME)
    least = "rescaled" if worst.degree == "judge" else worst.degree
    reasons = [
        reason
        for each in sorted(found, key=lambda each: -each.rank)
        if each.rank >= DEGREES.index(least)
        for reason in each.reasons
    ]
    return Verdict(
        degree=worst.degree,
        reasons=tuple(dict.fromkeys(reasons)),
        scaling=None if worst.degree == "not_comparable" else scaling,
    )
