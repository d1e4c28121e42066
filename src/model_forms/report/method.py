"""How the figures are made: the rules of this questionnaire, in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from model_forms.questionnaire import BandSet, Score, Sufficiency
from model_forms.report import phrases, profiles
from model_forms.report.blocks import Block, Bullets, Column, Table, TableCell
from model_forms.report.reading import Speaking
from model_forms.rules.items import OverItems


def method(reading: Speaking) -> Iterator[Block]:
    """Yield the sentences on the rules, and the bands with their limits."""
    yield Bullets(items=tuple(_sentences(reading)))
    used = {score.bands for score in profiles.over_panel(reading.questionnaire)}
    sets = [each for each in reading.questionnaire.bands if each.id in used]
    rows = tuple(
        row for bands in _ordered(reading, sets) for row in _band_rows(reading, bands)
    )
    if rows:
        yield Table(
            caption=reading.say(phrases.BANDS_CAPTION),
            columns=(
                Column(title=reading.say(phrases.BAND_FOR), width=3),
                Column(title=reading.say(phrases.BAND_WORD), width=1.2),
                Column(title=reading.say(phrases.BAND_LIMITS), width=1.3),
            ),
            rows=rows,
        )


def enough_sentences(reading: Speaking) -> Iterator[str]:
    """Yield what it takes before each figure is shown."""
    for enough in reading.questionnaire.sufficiency:
        yield from _enough(reading, enough)


def _sentences(reading: Speaking) -> Iterator[str]:
    questionnaire = reading.questionnaire
    missing, panel = questionnaire.missing, questionnaire.panel
    yield reading.say(phrases.ROLES_ALIKE)
    yield reading.say(
        phrases.DONT_KNOW,
        dont_know=reading.say(missing.dont_know),
        not_applicable=reading.say(missing.not_applicable),
    )
    counted = [each for each in questionnaire.scores if _counts_unknown(each)]
    if counted:
        who = "; ".join(reading.say(each.title) for each in counted)
        label = reading.say(missing.dont_know)
        yield reading.say(phrases.DONT_KNOW_COUNTS, dont_know=label, who=who)
    yield from enough_sentences(reading)
    yield reading.say(phrases.ROUNDED)
    if panel.disagreement is not None:
        limit = reading.number(panel.disagreement)
        yield reading.say(phrases.DISAGREES_FROM, limit=limit)
    if panel.knowledge_gap is not None:
        limit = reading.share(panel.knowledge_gap)
        yield reading.say(phrases.GAP_BELOW, limit=limit)


def _counts_unknown(score: Score) -> bool:
    rule = score.rule
    return isinstance(rule, OverItems) and rule.missing.dont_know == "count"


def _enough(reading: Speaking, enough: Sufficiency) -> Iterator[str]:
    uses = Counter(
        score.sufficiency for score in profiles.over_panel(reading.questionnaire)
    )
    if not uses[enough.id]:
        return
    demands = [reading.count(phrases.ENOUGH_ITEMS, enough.items)]
    if enough.share:
        share = reading.share(enough.share)
        demands.append(reading.say(phrases.ENOUGH_SHARE, share=share))
    if enough.roles:
        demands.append(reading.count(phrases.ENOUGH_ROLES, enough.roles))
    if enough.respondents:
        demands.append(reading.count(phrases.ENOUGH_RESPONDENTS, enough.respondents))
    listed = reading.listed(demands)
    if enough.id == uses.most_common(1)[0][0]:
        phrase = phrases.ENOUGH_ALL if len(uses) == 1 else phrases.ENOUGH_MOST
        yield reading.say(phrase, demands=listed)
    else:
        who = "; ".join(_names(reading, enough))
        yield reading.say(phrases.ENOUGH_FOR, who=who, demands=listed)


def _names(reading: Speaking, enough: Sufficiency) -> tuple[str, ...]:
    return tuple(
        profiles.name(reading, score)
        for score in profiles.over_panel(reading.questionnaire)
        if score.sufficiency == enough.id
    )


def _ordered(reading: Speaking, sets: list[BandSet]) -> list[BandSet]:
    return sorted(sets, key=lambda each: _place(_profile(reading, each)))


def _place(profile: str | None) -> int:
    known = profiles.KNOWN
    return known.index(profile) if profile in known else len(known)


def _profile(reading: Speaking, bands: BandSet) -> str | None:
    """Return the one profile whose scores have these bands; None if there are more."""
    scores = profiles.over_panel(reading.questionnaire)
    found = {score.profile for score in scores if score.bands == bands.id}
    return found.pop() if len(found) == 1 else None


def bands_name(reading: Speaking, bands: BandSet) -> str:
    """Return what a set of bands holds for: a profile, or scores by their titles."""
    label = phrases.PROFILES.get(_profile(reading, bands) or "")
    titles = [
        reading.say(score.title)
        for score in profiles.over_panel(reading.questionnaire)
        if score.bands == bands.id
    ]
    return reading.say(label) if label else "; ".join(titles)


def _band_rows(reading: Speaking, bands: BandSet) -> Iterator[tuple[TableCell, ...]]:
    name = bands_name(reading, bands)
    for place, band in enumerate(bands.bands):
        yield (
            TableCell(text="" if place else name, strong=True),
            TableCell(text=reading.say(band.label)),
            TableCell(text=band_limits(reading, bands, place)),
        )


def band_limits(reading: Speaking, bands: BandSet, place: int) -> str:
    """Return the stretch that the band at *place* of the set covers, in words."""
    low, after = bands.bands[place], bands.bands[place + 1 : place + 2]
    limits = {"low": low.limit, "high": after[0].limit if after else None}
    facts = {
        name: reading.number(limit)
        for name, limit in limits.items()
        if limit is not None
    }
    strict = (low.above is not None, bool(after) and after[0].above is not None)
    return reading.say(phrases.BAND_LIMIT_WORDS[tuple(facts)][strict], **facts)
