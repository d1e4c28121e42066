"""What differs in how scores are worked out, shown and placed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import evolve

from model_forms.questionnaire import BandSet, Matrix, Score, Sufficiency
from model_forms.rules.combine import Combine
from model_forms.rules.count import Count
from model_forms.rules.decision import Decision
from model_forms.rules.items import OverItems, WeighedItems
from model_forms.rules.kinds import Rule
from model_forms.rules.linear import Linear
from model_forms.rules.lookup import Lookup
from model_forms.rules.rounded import Rounded
from model_forms.scoring.words import joined, number_words, quoted
from model_forms.text import Text, both
from model_forms.versions import facts_words as words
from model_forms.versions.facts import Fact, Sides, worded
from model_forms.versions.items_compared import plain
from model_forms.versions.pairs import Pairs
from model_forms.versions.scores_compared import same_sufficiency
from model_forms.versions.verdict import Verdict
from model_forms.versions.wordings import altered

_MOST_NAMED = 2
_NO_BANDS = both("ingen niveauer", "no bands")


def score_facts(sides: Sides) -> Iterator[Fact]:
    """Yield what differs in scores, bands, what is enough, matrices and the panel."""
    yield from _come_and_gone(sides)
    for new_id, old_id in sides.pairs.scores.items():
        yield from _score(sides, sides.one.score[old_id], sides.other.score[new_id])
    yield from _bands(sides)
    yield from _enough(sides)
    yield from _matrices(sides)
    yield from _panel(sides)


def score_words(score: Score) -> Text:
    """Return what a score is called."""
    return joined((both("Tallet", "The score"), quoted(score.title)), " ")


def _come_and_gone(sides: Sides) -> Iterator[Fact]:
    """Yield the scores that came or went by themselves, not with their section."""
    sections = [{s.key for s in side.sections} for side in (sides.one, sides.other)]
    for id, score in sides.other.score.items():
        if id not in sides.pairs.scores and score.section not in (
            sections[1] - sections[0]
        ):
            yield Fact(
                kind="added",
                at=f"scores.{id}",
                what=score_words(score),
                after=words.rule_words(sides.other, score),
                scores=sides.on_scores(id),
            )
    for id, score in sides.one.score.items():
        if id not in sides.pairs.rescored and score.section not in (
            sections[0] - sections[1]
        ):
            yield Fact(
                kind="removed",
                at=f"scores.{id}",
                what=score_words(score),
                before=words.rule_words(sides.one, score),
                scores=sides.on_scores(id),
            )


def _score(sides: Sides, old: Score, new: Score) -> Iterator[Fact]:
    what, at = score_words(new), f"scores.{new.id}"
    if old.id != new.id:
        before, after = words.plain(old.id), words.plain(new.id)
        yield Fact(kind="renamed", at=at, what=what, before=before, after=after)
    yield from worded("reworded", f"{at}.title", what, old.title, new.title)
    one, other = rule_key(old.rule, sides.pairs), rule_key(new.rule)
    beside = _beside(sides.pairs, old), _beside(None, new)
    if one == other and beside[0] == beside[1]:
        return
    unweighed = (
        rule_key(_unweighed(old.rule), sides.pairs),
        rule_key(_unweighed(new.rule)),
    )
    only_weights = beside[0] == beside[1] and unweighed[0] == unweighed[1]
    yield Fact(
        kind="weights_changed" if only_weights else "rule_changed",
        at=f"{at}.rule",
        what=what,
        before=_worked_out(sides, old, one=True),
        after=_worked_out(sides, new, one=False),
        scores=sides.on_scores(new.id),
    )


def _worked_out(sides: Sides, score: Score, *, one: bool) -> Text:
    """Return how a score is worked out, with the decimals and gates it is shown by."""
    questionnaire = sides.one if one else sides.other
    parts = [words.rule_words(questionnaire, score)]
    if score.decimals:
        count = score.decimals
        parts.append(both(f"{count} decimaler", f"{count} decimals"))
    for cap in score.caps:
        codes = words.in_turn(
            words.plain(questionnaire.item(key).code) for key in cap.items
        )
        below = number_words(cap.below, 4)
        parts.append(
            both(
                f"højst niveauet {cap.band}, når {codes.get('da')} er under "
                f"{below.get('da')}",
                f"at most the band {cap.band} when {codes.get('en')} is below "
                f"{below.get('en')}",
            )
        )
    return joined(parts, "; ")


def _beside(pairs: Pairs | None, score: Score) -> object:
    """Return what a score has beside its rule, with new keys."""
    renamed = pairs.renamed if pairs else {}
    caps = frozenset(
        (frozenset(renamed.get(key, key) for key in cap.items), cap.below, cap.band)
        for cap in score.caps
    )
    each = renamed.get(score.each or "", score.each)
    return caps, each, score.profile, score.decimals


def _unweighed(rule: Rule) -> Rule:
    return evolve(rule, weights=()) if isinstance(rule, WeighedItems) else rule


def rule_key(rule: Rule, pairs: Pairs | None = None) -> object:
    """Return a rule without order and with new keys: equal ones are the same rule."""
    items = pairs.renamed if pairs else {}
    if isinstance(rule, OverItems):
        return _items_key(rule, items)
    if isinstance(rule, Count):
        where = Counter(plain(each, pairs) for each in rule.where)
        return frozenset(where.items()), rule.share, rule.missing
    return _scores_key(rule, pairs.rescored if pairs else {})


def _items_key(rule: OverItems, renamed: dict[str, str]) -> object:
    weights = {renamed.get(key, key): rule.weight(key) for key in rule.of}
    return (
        type(rule),
        frozenset(weights.items()),
        frozenset(renamed.get(key, key) for key in rule.reverse),
        rule.rescale,
        rule.policy,
        getattr(rule, "pick", None),
    )


def _scores_key(rule: Rule, rescored: dict[str, str]) -> object:
    def new(id: str) -> str:
        return rescored.get(id, id)

    if isinstance(rule, Combine):
        return rule.by, frozenset(Counter(map(new, rule.of)).items()), rule.missing
    if isinstance(rule, Linear):
        terms = Counter((new(each.score), each.weight) for each in rule.terms)
        return Linear, frozenset(terms.items()), rule.constant
    if isinstance(rule, Decision):
        return tuple(
            (case.code, frozenset((new(t.score), t.tests) for t in case.when))
            for case in rule.cases
        )
    if isinstance(rule, Lookup | Rounded):
        return evolve(rule, score=new(rule.score))
    return rule


def _bands(sides: Sides) -> Iterator[Fact]:
    """Yield what differs between bands, once for all the scores that have them."""
    places: dict[tuple[str | None, str | None], list[str]] = {}
    for new, old in sides.pairs.scores.items():
        used = sides.one.score[old].bands, sides.other.score[new].bands
        places.setdefault(used, []).append(new)
    for (before, after), ids in places.items():
        one = sides.one.band_set.get(before or "")
        other = sides.other.band_set.get(after or "")
        if one is not other:
            yield from _band_set(sides, one, other, ids)


def _band_set(
    sides: Sides, one: BandSet | None, other: BandSet | None, ids: list[str]
) -> Iterator[Fact]:
    titles = _titles(sides, ids)
    what = both(f"Niveauerne for {titles.get('da')}", f"Bands of {titles.get('en')}")
    scores = {id: found for id in ids if (found := _band(sides, id)) is not None}
    name = (other or one).id  # type: ignore[union-attr]
    if one is None or other is None or _limits(one) != _limits(other):
        yield Fact(
            kind="bands_changed",
            at=f"bands.{name}",
            what=what,
            before=_NO_BANDS if one is None else words.bands_words(one),
            after=_NO_BANDS if other is None else words.bands_words(other),
            scores=scores,
        )
        return
    for old, new in zip(one.bands, other.bands, strict=True):
        at = f"bands.{name}.bands.{new.code}.label"
        if altered(old.label, new.label):
            yield from worded("label", at, what, old.label, new.label, scores=scores)


def _titles(sides: Sides, ids: list[str]) -> Text:
    """Return the titles of scores, or how many they are when they are many."""
    if len(ids) > _MOST_NAMED:
        return both(f"{len(ids)} tal", f"{len(ids)} scores")
    return words.in_turn(quoted(sides.title(id)) for id in ids)


def _band(sides: Sides, id: str) -> Verdict | None:
    found = sides.found.bands.get(id)
    return None if found is None or found.degree == "same" else found


def _limits(bands: BandSet) -> list[object]:
    return [(each.code, each.at_least, each.above) for each in bands.bands]


def _enough(sides: Sides) -> Iterator[Fact]:
    """Yield what differs in what it takes to show scores, once for all of them."""
    places: dict[tuple[Sufficiency | None, Sufficiency | None], list[str]] = {}
    for new, old in sides.pairs.scores.items():
        one, other = sides.one.score[old], sides.other.score[new]
        if not same_sufficiency(sides.pairs, one, other):
            used = (
                sides.one.enough.get(one.sufficiency or ""),
                sides.other.enough.get(other.sufficiency or ""),
            )
            places.setdefault(used, []).append(new)
    for (before, after), ids in places.items():
        titles = _titles(sides, ids)
        name = (after or before).id  # type: ignore[union-attr]
        yield Fact(
            kind="sufficiency_changed",
            at=f"sufficiency.{name}",
            what=both(
                f"Kravene for at vise {titles.get('da')}",
                f"What it takes to show {titles.get('en')}",
            ),
            before=words.enough_words(before),
            after=words.enough_words(after),
            scores=sides.on_scores(*ids),
        )


def _matrices(sides: Sides) -> Iterator[Fact]:
    old = {each.id: each for each in sides.one.matrices}
    new = {each.id: each for each in sides.other.matrices}
    for id in dict.fromkeys((*new, *old)):
        one, other = old.get(id), new.get(id)
        named = other or one
        assert named is not None  # noqa: S101  it has the id
        what = joined((both("Skemaet", "The matrix"), quoted(named.title)), " ")
        at = f"matrices.{id}"
        if one is None or other is None:
            kind = "added" if one is None else "removed"
            yield Fact(kind=kind, at=at, what=what)  # type: ignore[arg-type]
            continue
        yield from worded("reworded", f"{at}.title", what, one.title, other.title)
        if _placing(sides, one, old=True) != _placing(sides, other, old=False):
            yield Fact(
                kind="matrix_changed",
                at=at,
                what=what,
                before=_matrix_words(one),
                after=_matrix_words(other),
            )


def _placing(sides: Sides, matrix: Matrix, *, old: bool) -> object:
    """Return how subjects are placed, but for those with scores on one side only."""
    rescored = sides.pairs.rescored if old else {}
    known = set(sides.pairs.scores)
    subjects = {}
    for each in matrix.subjects:
        scores = {axis: rescored.get(id, id) for axis, id in each.scores.items()}
        if {*scores.values()} <= known:
            subjects[each.key] = scores
    cells = [
        (c.code, dict(c.label), c.sides) for c in (*matrix.cells, matrix.otherwise)
    ]
    return matrix.limits, subjects, cells, matrix.each


def _matrix_words(matrix: Matrix) -> Text:
    def parts(language: str) -> Iterable[str]:
        at_least = both("høj fra", "high from").get(language)
        for axis, limit in matrix.limits.items():
            yield f"{axis} {at_least} {number_words(limit, 4).get(language)}"
        yield ", ".join(each.label.get(language) for each in matrix.cells)

    return both("; ".join(parts("da")), "; ".join(parts("en")))


def _panel(sides: Sides) -> Iterator[Fact]:
    one, other = sides.one.panel, sides.other.panel
    for at, what, before, after in (
        (
            "disagreement",
            both("Hvornår I er uenige", "When there is disagreement"),
            one.disagreement,
            other.disagreement,
        ),
        (
            "knowledge_gap",
            both("Hvornår I mangler viden", "When there is a knowledge gap"),
            one.knowledge_gap,
            other.knowledge_gap,
        ),
    ):
        if before != after:
            yield Fact(
                kind="panel_changed",
                at=f"panel.{at}",
                what=what,
                before=None if before is None else number_words(before, 4),
                after=None if after is None else number_words(after, 4),
            )
