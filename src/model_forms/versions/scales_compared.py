"""Two scales held against each other: options, points, labels and what is offered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise, permutations

from model_forms.questionnaire import MissingLabels, Option, Scale
from model_forms.scoring.words import quoted
from model_forms.text import Text, both
from model_forms.versions.verdict import (
    SAME,
    UNCHANGED,
    Scaling,
    Verdict,
    judge,
    not_comparable,
    together,
)
from model_forms.versions.wordings import altered, in_some, span_words

OptionPair = tuple[Option, Option]

_OTHER = both(
    "der er andre svarmuligheder at vælge imellem",
    "there are other options to choose among",
)
_POINTS = both(
    "svarmulighederne giver andre point", "the options are worth other points"
)
_TURNED = both(
    "svarmulighederne vender omvendt", "the options run in the opposite direction"
)
_SWAPPED = both("svarmulighederne har byttet plads", "the options have changed places")
_ORDER = both(
    "svarmulighederne står i en anden rækkefølge",
    "the options stand in another order",
)
_OFFERS = both(
    "det er ikke de samme måder, man kan lade være med at svare på",
    "the ways of not answering are not the same",
)
_HELP = both("forklaringen til skalaen er en anden", "the scale is explained otherwise")


def between(
    one: tuple[Fraction, Fraction], other: tuple[Fraction, Fraction]
) -> Scaling | None:
    """Return what takes the ends of one range to those of another."""
    (low, high), (least, most) = one, other
    if low == high or least == most:
        return UNCHANGED if one == other else None
    factor = (most - least) / (high - low)
    return Scaling(factor, least - low * factor)


def moved(one: tuple[Fraction, Fraction], other: tuple[Fraction, Fraction]) -> Text:
    """Return that numbers go from and to somewhere else."""
    before, after = span_words(*one), span_words(*other)
    return both(
        f"tallene går {after.get('da')} i stedet for {before.get('da')}",
        f"the numbers go {after.get('en')} instead of {before.get('en')}",
    )


def scales_compared(one: Scale, other: Scale, *, several: bool = False) -> Verdict:
    """Return how far answers on the two scales can be compared."""
    values, scaling = _values(one, other, several=several)
    parts = [values]
    if values.degree != "not_comparable":
        parts += _labels(one, other)
    if {*one.offers} != {*other.offers}:
        parts.append(judge(_OFFERS))
    if altered(one.help, other.help):
        parts.append(judge(in_some(_HELP, one.help, other.help)))
    return together(parts, scaling)


def missing_compared(
    one: MissingLabels, other: MissingLabels, scale: Scale
) -> Iterator[Verdict]:
    """Yield what is changed in the words for the ways of not answering."""
    for code in scale.offers:
        before, after = one.label(code), other.label(code)
        if altered(before, after):
            yield judge(in_some(_renamed(before, after), before, after))


def _values(
    one: Scale, other: Scale, *, several: bool
) -> tuple[Verdict, Scaling | None]:
    matched = _by_value(one, other)
    if matched is not None:
        return _points(one, other, matched)
    if several or not (_rises(one) and _rises(other)):
        turned = not several and _rises(one, -1) and _rises(other)
        turned = turned or (not several and _rises(one) and _rises(other, -1))
        return (not_comparable(_TURNED if turned else _OTHER), None)
    return _stretched(one, other)


def _points(
    one: Scale, other: Scale, matched: Sequence[OptionPair]
) -> tuple[Verdict, Scaling | None]:
    """Return what there is to say when the values are the same ones."""
    worths = [(a.worth, b.worth) for a, b in matched]
    if any((a is None) is not (b is None) for a, b in worths):
        return not_comparable(_POINTS), None
    known = [(a, b) for a, b in worths if a is not None and b is not None]
    scaling = _line(known) if known else None
    if known and scaling is None:
        return not_comparable(_POINTS), None
    if scaling is not None and scaling.factor < 0:
        return not_comparable(_TURNED), None
    if [each for each, _ in matched] != list(one.options):
        return judge(_ORDER), scaling
    if scaling in (None, UNCHANGED) or one.span is None or other.span is None:
        return SAME, scaling
    return (
        Verdict(degree="rescaled", reasons=(moved(one.span, other.span),)),
        scaling,
    )


def _stretched(one: Scale, other: Scale) -> tuple[Verdict, Scaling | None]:
    """Return what there is to say of two scales that both rise evenly."""
    assert one.span is not None and other.span is not None  # noqa: S101, PT018  they rise
    scaling = between(one.span, other.span)
    if len(one.options) == len(other.options):
        scaling = _line([*zip(_worths(one), _worths(other), strict=True)])
    if scaling is None:
        return not_comparable(_POINTS), None
    reason = moved(one.span, other.span)
    if one.span == other.span:
        reason = _counted(len(one.options), len(other.options))
    return Verdict(degree="rescaled", reasons=(reason,)), scaling


def _counted(before: int, after: int) -> Text:
    return both(
        f"der er {after} svarmuligheder i stedet for {before}",
        f"there are {after} options instead of {before}",
    )


def _by_value(one: Scale, other: Scale) -> list[OptionPair] | None:
    """Return the options in the order of *other*; None if the values differ."""
    if len(one.options) != len(other.options):
        return None
    found = [(one.option(each.value), each) for each in other.options]
    matched = [(old, new) for old, new in found if old is not None]
    return matched if len(matched) == len(found) else None


def _worths(scale: Scale) -> list[Fraction]:
    return [each.worth for each in scale.options if each.worth is not None]


def _rises(scale: Scale, sign: int = 1) -> bool:
    """Tell whether every option has points, and each more (or fewer) than the last."""
    worths = _worths(scale)
    whole = 1 < len(worths) == len(scale.options)
    return whole and all(sign * a < sign * b for a, b in pairwise(worths))


def _line(points: Sequence[tuple[Fraction, Fraction]]) -> Scaling | None:
    """Return what takes each number to the one beside it; None if nothing does."""
    first = points[0]
    last = max(points, key=lambda each: abs(each[0] - first[0]))
    if first[0] == last[0]:
        even = all(each == first for each in points)
        scaling = Scaling(offset=first[1] - first[0]) if even else None
    else:
        factor = (last[1] - first[1]) / (last[0] - first[0])
        scaling = Scaling(factor, first[1] - first[0] * factor)
    if scaling is None or not scaling.factor:
        return None
    return scaling if all(scaling.of(a) == b for a, b in points) else None


def _labels(one: Scale, other: Scale) -> Iterator[Verdict]:
    matched = _by_value(one, other)
    if matched is None:
        matched = [*zip(one.options, other.options, strict=False)]
        if len(one.options) != len(other.options):
            matched = [matched[0], (one.options[-1], other.options[-1])]
    if _swapped(matched):
        yield not_comparable(_SWAPPED)
        return
    for old, new in matched:
        if altered(old.label, new.label):
            renamed = _renamed(old.label, new.label)
            yield judge(in_some(renamed, old.label, new.label))
        if altered(old.help, new.help):
            yield judge(in_some(_explained(new.label), old.help, new.help))


def _swapped(matched: Sequence[OptionPair]) -> bool:
    """Tell whether an option has the words that another option had."""
    renamed = [pair for pair in matched if altered(pair[0].label, pair[1].label)]
    return any(
        not altered(old.label, new.label)
        for (old, _), (_, new) in permutations(renamed, 2)
    )


def _renamed(before: Text, after: Text) -> Text:
    old, new = quoted(before), quoted(after)
    where = altered(before, after)
    da = "da" if "da" in where or not where else where[0]
    en = "en" if "en" in where or not where else where[0]
    return both(
        f"svaret {old.get(da)} hedder {new.get(da)}",
        f"the option {old.get(en)} is called {new.get(en)}",
    )


def _explained(label: Text) -> Text:
    said = quoted(label)
    return both(
        f"svaret {said.get('da')} er forklaret anderledes",
        f"the option {said.get('en')} is explained otherwise",
    )
