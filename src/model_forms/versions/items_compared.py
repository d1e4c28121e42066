"""Two versions of an item held against each other."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve

from model_forms.conditions import AllOf, AnyOf, Comparison, Condition, Not
from model_forms.questionnaire import AnswerKind, Choice, Item, Questionnaire, Table
from model_forms.questionnaire.items import EVERYONE
from model_forms.questionnaire.migration import Rescale
from model_forms.rules.reach import Unbounded
from model_forms.scoring.observe import reach_of
from model_forms.text import both
from model_forms.versions.answers_compared import answers_compared
from model_forms.versions.pairs import Pairs, declared
from model_forms.versions.scales_compared import between, moved
from model_forms.versions.verdict import (
    UNCHANGED,
    Verdict,
    judge,
    missing_from,
    not_comparable,
    together,
)
from model_forms.versions.wordings import altered, coded, in_some, version_words

Ends = tuple[Fraction, Fraction]

_TEXT = both("spørgsmålet lyder anderledes", "the question is worded otherwise")
_HELP = both("hjælpeteksten er en anden", "the help is another one")
_DIRECTION = both(
    "et højt svar betyder noget andet for området",
    "a high answer means something else for the area",
)
_PLACE = both(
    "spørgsmålet er flyttet ind i eller ud af en tabel",
    "the item has moved into or out of a table",
)
_ROLES = both("andre roller er spurgt", "other roles are asked")
_WHEN = both(
    "der er spurgt under andre betingelser", "it is asked under other conditions"
)
_ANEW = both("der er spurgt på ny", "it is asked anew")
_MAPPED = both(
    "de gamle svar er oversat til nye svarmuligheder",
    "the old answers are translated into new options",
)
_CLAMPED = both(
    "gamle svar uden for de nye grænser er flyttet til den nærmeste",
    "old answers outside the new limits are moved to the nearest",
)

_ROW = both("rækkerne hedder noget andet", "the rows are called something else")
_ROWS = both(
    "der kan skrives et andet antal rækker", "another number of rows can be written"
)
_COLUMNS = both("kolonnerne er ikke de samme", "the columns are not the same")


def item_compared(pairs: Pairs, key: str) -> Verdict:
    """Return how far answers to the new item *key* can be compared with the old."""
    origin = pairs.origins.get(key)
    if origin is None:
        return _lacks(pairs.one)
    said, new = declared(pairs, origin), pairs.new[key]
    if len(origin.keys) != 1:
        kinds = [
            _answers(pairs, pairs.old[each].answer, new.answer) for each in origin.keys
        ]
        scalings = {each.scaling for each in kinds}
        shared = scalings.pop() if len(scalings) == 1 else None
        return together((*kinds, *((said,) if said else ())), shared)
    old = pairs.old[origin.keys[0]]
    answers = _answers(pairs, old.answer, new.answer)
    if isinstance(origin.step, Rescale):
        answers = _rescaled(pairs, origin.step, old, new)
    parts = [answers, *_asked(pairs, old, new)]
    return together((*parts, *((said,) if said else ())), answers.scaling)


def gone(pairs: Pairs, key: str) -> Verdict:
    """Return that an old item is not asked any more."""
    step = pairs.dropped.get(key)
    if step is None:
        return _lacks(pairs.other)
    because = step.because
    return not_comparable(
        both(
            f"spørgsmålet er taget ud: {because.get('da')}",
            f"the item was taken out: {because.get('en')}",
        )
    )


def _lacks(questionnaire: Questionnaire) -> Verdict:
    return missing_from(version_words(questionnaire), both("spørgsmålet", "the item"))


def _asked(pairs: Pairs, old: Item, new: Item) -> Iterator[Verdict]:
    """Yield what is changed in how an item is asked, apart from its answers."""
    for words, one, other in ((_TEXT, old.text, new.text), (_HELP, old.help, new.help)):
        if altered(one, other):
            yield judge(in_some(words, one, other))
    if (old.key in pairs.one.columns) is not (new.key in pairs.other.columns):
        yield not_comparable(_PLACE)
    if old.direction != new.direction:
        yield not_comparable(_DIRECTION)
    if asked(old) != asked(new):
        yield judge(_ROLES)
    if plain(old.visible_when, pairs) != plain(new.visible_when):
        yield judge(_WHEN)


def asked(item: Item) -> frozenset[str]:
    """Return the roles that are asked, in no order."""
    everyone = EVERYONE in item.roles
    return frozenset([EVERYONE]) if everyone else frozenset(item.roles)


def plain(condition: Condition | None, pairs: Pairs | None = None) -> object:
    """Return a condition without the order of its parts, with the items' new keys."""
    if condition is None:
        return None
    if isinstance(condition, Comparison):
        key = condition.item
        found = evolve(condition, item=pairs.renamed.get(key, key) if pairs else key)
        if found.one_of is not None:
            return (evolve(found, one_of=()), frozenset(map(repr, found.one_of)))
        return (found, repr(found.equals))
    if isinstance(condition, Not):
        return ("not", plain(condition.not_, pairs))
    if isinstance(condition, AllOf):
        return ("all", frozenset(plain(each, pairs) for each in condition.all))
    assert isinstance(condition, AnyOf)  # noqa: S101  there are no others
    return ("any", frozenset(plain(each, pairs) for each in condition.any))


def _rescaled(pairs: Pairs, step: Rescale, old: Item, new: Item) -> Verdict:
    """Return what a declared change of scale says of the answers."""
    if step.strategy == "reset":
        return not_comparable(_ANEW)
    if step.strategy == "map":
        return judge(_MAPPED)
    ends = _ends(pairs, old, new)
    if step.strategy == "clamp":
        return judge(_CLAMPED, scaling=UNCHANGED if ends else None)
    scaling = between(*ends) if ends else None
    if scaling is None or ends is None:
        return answers_compared(pairs, old.answer, new.answer)
    found = answers_compared(pairs, old.answer, new.answer)
    if isinstance(new.answer, Choice) and found.degree == "judge":
        return evolve(found, scaling=scaling)
    return Verdict(degree="rescaled", reasons=(moved(*ends),), scaling=scaling)


def _ends(pairs: Pairs, old: Item, new: Item) -> tuple[Ends, Ends] | None:
    try:
        one, other = reach_of(pairs.one, old), reach_of(pairs.other, new)
    except Unbounded:
        return None
    return (one.low, one.high), (other.low, other.high)


def _answers(pairs: Pairs, one: AnswerKind, other: AnswerKind) -> Verdict:
    """Return how far answers can be compared; those of a table by its columns."""
    if isinstance(one, Table) and isinstance(other, Table):
        return _table(pairs, one, other)
    return answers_compared(pairs, one, other)


def _table(pairs: Pairs, one: Table, other: Table) -> Verdict:
    parts = list(_columns(pairs, one, other))
    if altered(one.row, other.row):
        parts.append(judge(in_some(_ROW, one.row, other.row)))
    if (one.least, one.most) != (other.least, other.most):
        parts.append(judge(_ROWS))
    return together(parts, None)


def _columns(pairs: Pairs, one: Table, other: Table) -> Iterator[Verdict]:
    """Yield what is changed in the columns; each has a verdict of its own as well."""
    became = {pairs.renamed.get(each.key) for each in one.columns}
    if became != {each.key for each in other.columns}:
        yield judge(_COLUMNS)
    changed = [
        each
        for each in other.columns
        if each.key in became and item_compared(pairs, each.key).degree != "same"
    ]
    if changed:
        codes = coded(changed)
        yield judge(
            both(
                f"kolonner er ændret: {codes.get('da')}",
                f"columns are changed: {codes.get('en')}",
            )
        )
