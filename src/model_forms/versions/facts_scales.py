"""What differs in the scales that items are answered on: each told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import field, frozen

from model_forms.questionnaire import Choice, Option, Scale, Several
from model_forms.response import Missing
from model_forms.scoring.words import quoted
from model_forms.text import Text, both
from model_forms.versions.facts import Fact, Kind, Sides, worded
from model_forms.versions.facts_words import in_turn, scale_words
from model_forms.versions.verdict import Verdict
from model_forms.versions.wordings import coded


@frozen
class _Used:
    """An old scale and the new one in its place, and the keys of items they serve."""

    one: Scale
    other: Scale
    keys: tuple[str, ...]
    what: Text
    scores: dict[str, Verdict] = field(hash=False)
    judged: dict[str, Verdict] = field(hash=False)

    @property
    def at(self) -> str:
        return f"scales.{self.other.id}"

    def fact(self, kind: Kind, before: Text, after: Text) -> Fact:
        return Fact(
            kind=kind,
            at=self.at,
            what=self.what,
            before=before,
            after=after,
            scores=self.scores,
        )


def scale_facts(sides: Sides) -> Iterator[Fact]:
    """Yield what differs between each scale and the one that is now in its place."""
    for used in _used(sides):
        yield from _options(used)
        old, new = used.one, used.other
        if old.id == new.id:
            title = f"{used.at}.title"
            yield from worded("label", title, used.what, old.title, new.title)
        yield from worded(
            "help", f"{used.at}.help", used.what, old.help, new.help, scores=used.judged
        )
        if {*old.offers} != {*new.offers}:
            before = _offers(sides.one.missing.label, old)
            after = _offers(sides.other.missing.label, new)
            yield used.fact("scale_changed", before, after)
    yield from _missing(sides)


def _used(sides: Sides) -> Iterator[_Used]:
    places: dict[tuple[str, str], list[str]] = {}
    for old, new in sides.pairs.pairs():
        one, other = old.answer, new.answer
        if isinstance(one, Choice | Several) and isinstance(other, Choice | Several):
            places.setdefault((one.scale, other.scale), []).append(new.key)
    for (before, after), keys in places.items():
        was, is_ = sides.one.scale[before], sides.other.scale[after]
        items = [item for key, item in sides.pairs.new.items() if key in keys]
        codes, title = coded(items), quoted(is_.title)
        what = both(
            f"Svarmulighederne {title.get('da')} ({codes.get('da')})",
            f"The options {title.get('en')} ({codes.get('en')})",
        )
        yield _Used(
            was, is_, tuple(keys), what, sides.on_items(*keys), sides.judged(*keys)
        )


def _options(used: _Used) -> Iterator[Fact]:
    old, new = used.one, used.other
    if _worth(old) != _worth(new):
        yield used.fact("scale_changed", scale_words(old), scale_words(new))
        return
    for before, after in zip(old.options, new.options, strict=True):
        at = f"{used.at}.options.{after.value}"
        yield from worded(
            "label",
            f"{at}.label",
            used.what,
            before.label,
            after.label,
            scores=used.judged,
        )
        yield from worded(
            "help", f"{at}.help", used.what, before.help, after.help, scores=used.judged
        )


def _worth(scale: Scale) -> list[object]:
    return [_name(each) for each in scale.options]


def _name(option: Option) -> object:
    return repr(option.value), option.worth


def _offers(label: Callable[[Missing], Text], scale: Scale) -> Text:
    if not scale.offers:
        return both("skal besvares med en af mulighederne", "one of the options only")
    return in_turn(quoted(label(code)) for code in scale.offers)


def _missing(sides: Sides) -> Iterator[Fact]:
    """Yield other words for the ways of not answering, once for the questionnaire."""
    one, other = sides.one.missing, sides.other.missing
    what = both("Når man ikke svarer", "Ways of not answering")
    keys = [
        key
        for key, item in sides.pairs.new.items()
        if isinstance(item.answer, Choice | Several)
    ]
    scores = sides.judged(*keys)
    for field_, before, after in (
        ("dont_know", one.dont_know, other.dont_know),
        ("not_applicable", one.not_applicable, other.not_applicable),
    ):
        yield from worded(
            "label", f"missing.{field_}", what, before, after, scores=scores
        )
