"""How a part of a questionnaire is said, when what it was and is are held together."""

from __future__ import annotations

from collections.abc import Iterable

from model_forms.locales import day_words
from model_forms.numbers import percent
from model_forms.questionnaire import (
    AnswerKind,
    BandSet,
    Choice,
    Date,
    DateRange,
    FreeText,
    Item,
    Number,
    Questionnaire,
    Reference,
    RoleChoice,
    Scale,
    Score,
    Several,
    Sufficiency,
)
from model_forms.questionnaire.items import EVERYONE
from model_forms.scoring.recipe import recipe
from model_forms.scoring.words import joined, limits_words, number_words, quoted
from model_forms.text import Text, both
from model_forms.wording import condition_words

DIRECTIONS = {
    "risk": both("udfordring", "challenge"),
    "protective": both("ressource", "resource"),
    None: both("hverken udfordring eller ressource", "neither challenge nor resource"),
}
STATUSES = {
    "draft": both("kladde", "draft"),
    "released": both("frigivet", "released"),
    "retired": both("udgået", "retired"),
}
_EVERYONE = both("alle roller", "every role")
_ALWAYS = both("altid", "always")
_MUST = both("skal besvares", "must be answered")
_MAY = both("kan springes over", "may be passed over")
_ONE_ROLE, _ROLES = both("én rolle", "one role"), both("flere roller", "several roles")
_TABLE = both("en tabel", "a table")
_SEVERAL = both("flere svar", "several options")
_ONE = both("ét svar", "one option")


def plain(words: str) -> Text:
    """Return what is said alike in every language."""
    return both(words, words)


def in_turn(parts: Iterable[Text]) -> Text:
    """Return parts with commas between."""
    found = list(parts)
    return both(*(", ".join(each.get(lang) for each in found) for lang in ("da", "en")))


def roles_words(questionnaire: Questionnaire, item: Item) -> Text:
    """Return who is asked."""
    if EVERYONE in item.roles:
        return _EVERYONE
    known = questionnaire.role
    return in_turn(
        known[code].label if code in known else plain(code) for code in item.roles
    )


def when_words(questionnaire: Questionnaire, item: Item) -> Text:
    """Return when an item is asked."""
    if item.visible_when is None:
        return _ALWAYS
    when = condition_words(questionnaire, item.visible_when)
    return both(f"kun hvis {when.get('da')}", f"only if {when.get('en')}")


def demand_words(questionnaire: Questionnaire, item: Item) -> Text:
    """Return whether an item must be answered."""
    if item.required or item.required_when is None:
        return _MUST if item.required else _MAY
    when = condition_words(questionnaire, item.required_when)
    return both(
        f"skal besvares, hvis {when.get('da')}",
        f"must be answered if {when.get('en')}",
    )


def scale_words(scale: Scale) -> Text:
    """Return the options of a scale, with what they are worth."""
    return in_turn(
        quoted(each.label)
        if each.worth is None
        else joined((quoted(each.label), number_words(each.worth, 4)), " = ")
        for each in scale.options
    )


def answer_words(questionnaire: Questionnaire, answer: AnswerKind) -> Text:  # noqa: PLR0911  one for each kind
    """Return how an item is answered."""
    match answer:
        case Choice(scale=id) | Several(scale=id):
            how = _SEVERAL if isinstance(answer, Several) else _ONE
            return joined((how, scale_words(questionnaire.scale[id])), ": ")
        case Number():
            return _number_words(answer)
        case Date() | DateRange():
            return _days_words(answer)
        case FreeText(longest=longest):
            return both(
                f"tekst, højst {longest} tegn", f"text, at most {longest} characters"
            )
        case RoleChoice(several=several):
            return _ROLES if several else _ONE_ROLE
        case Reference(table=table):
            return both(f"en række i {table}", f"a row of {table}")
        case _:
            return in_turn(
                (
                    _TABLE,
                    answer.row,
                    both(
                        f"{answer.least} til {answer.most} rækker",
                        f"{answer.least} to {answer.most} rows",
                    ),
                )
            )


def _number_words(number: Number) -> Text:
    parts = [both("tal", "number")]
    if number.unit is not None:
        parts.append(number.unit)
    ends = ((">=", number.minimum), ("<=", number.maximum))
    tests = [(sign, end) for sign, end in ends if end is not None]
    if tests:
        parts.append(limits_words(tests))
    if number.decimals:
        count = number.decimals
        parts.append(both(f"{count} decimaler", f"{count} decimals"))
    for step in number.steps:
        when = limits_words(step.tests) if step.tests else both("ellers", "otherwise")
        points = number_words(step.points, 4)
        parts.append(
            both(
                f"{when.get('da')} giver {points.get('da')} point",
                f"{when.get('en')} gives {points.get('en')} points",
            )
        )
    return in_turn(parts)


def _days_words(answer: Date | DateRange) -> Text:
    kind = both("dato", "date")
    if isinstance(answer, DateRange):
        kind = both("periode", "period")
    parts = [kind]
    if answer.earliest is not None:
        da, en = (day_words(answer.earliest, each) for each in ("da", "en"))
        parts.append(both(f"tidligst {da}", f"{en} at the earliest"))
    if answer.latest is not None:
        da, en = (day_words(answer.latest, each) for each in ("da", "en"))
        parts.append(both(f"senest {da}", f"{en} at the latest"))
    return in_turn(parts)


def rule_words(questionnaire: Questionnaire, score: Score) -> Text:
    """Return how a score is worked out."""
    return joined(recipe(questionnaire, score), "; ")


def bands_words(bands: BandSet) -> Text:
    """Return the bands with where they begin."""
    parts = []
    for band in bands.bands:
        if band.limit is None:
            parts.append(band.label)
            continue
        limit = number_words(band.limit, 4)
        da, en = ("over", "above") if band.above is not None else ("fra", "from")
        parts.append(
            both(
                f"{band.label.get('da')} {da} {limit.get('da')}",
                f"{band.label.get('en')} {en} {limit.get('en')}",
            )
        )
    return in_turn(parts)


def enough_words(enough: Sufficiency | None) -> Text:
    """Return what it takes before a score is shown."""
    if enough is None:
        return both("ingen krav", "nothing is required")
    count, roles, people = enough.items, enough.roles, enough.respondents
    parts = [both(f"mindst {count} spørgsmål", f"at least {count} items")]
    if enough.share:
        da, en = percent(enough.share, "da"), percent(enough.share, "en")
        parts.append(both(f"{da} af dem besvaret", f"{en} of them answered"))
    if roles:
        parts.append(both(f"mindst {roles} roller", f"at least {roles} roles"))
    if people:
        parts.append(
            both(f"mindst {people} svarpersoner", f"at least {people} respondents")
        )
    return in_turn(parts)
