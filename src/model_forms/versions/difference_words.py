"""A difference in words: what a council paper, a page and the terminal share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from model_forms.questionnaire import Item
from model_forms.scoring.codes import code_words
from model_forms.scoring.words import quoted
from model_forms.text import Text, both, capitalised, counted
from model_forms.versions.difference import Difference
from model_forms.versions.facts import Fact, Group, Kind
from model_forms.versions.verdict import DEGREES, Degree, Verdict
from model_forms.versions.wordings import altered, language_words, version_words

GROUPS: Mapping[Group, Text] = {
    "new": both("Hvad er nyt", "What is new"),
    "gone": both("Hvad er taget ud", "What is gone"),
    "words": both("Hvad er formuleret anderledes", "What is worded otherwise"),
    "asked": both(
        "Hvad der spørges om på en anden måde", "What is asked in another way"
    ),
    "scores": both(
        "Hvad ændrer sig i, hvordan tallene regnes ud",
        "What changes in how scores are worked out",
    ),
    "place": both("Hvad har fået en anden plads", "What stands in another place"),
    "around": both("Hvad ellers er ændret", "What else has changed"),
}
COMPARED = both("Hvad I må sammenligne", "What you may compare")
NOTHING = both("Der er ingen forskelle.", "Nothing differs.")
BEFORE, AFTER = both("Før", "Before"), both("Nu", "Now")
BECAUSE = both("Begrundelse", "Reason")
NONE = both("Fandtes ikke", "There was none")
GONE = both("Taget væk", "Taken away")

_ASPECTS: Mapping[Kind, Text] = {
    "help": both("hjælpetekst", "help"),
    "answer_changed": both("svar", "answer"),
    "direction_changed": both("betydning", "meaning"),
    "roles_changed": both("hvem der spørges", "who is asked"),
    "required_changed": both("krav om svar", "whether it must be answered"),
    "condition_changed": both("hvornår der spørges", "when it is asked"),
    "rule_changed": both("beregning", "calculation"),
    "weights_changed": both("vægte", "weights"),
    "moved": both("plads", "place"),
    "code_changed": both("nummer", "number"),
    "renamed": both("nøgle, som programmer bruger", "the key that programs use"),
    "split": both("delt i flere", "split into several"),
    "merged": both("samlet af flere", "merged from several"),
    "translated": both("er kommet til", "was added"),
}
_QUOTED: frozenset[Kind] = frozenset(
    {
        "reworded",
        "help",
        "label",
        "cover_changed",
        "notice_changed",
        "definition_changed",
        "lock_changed",
    }
)
_NAMED: frozenset[Kind] = frozenset({"added", "removed", "split", "merged"})
_IN = both("på {language}", "in {language}")
_COUNTS: Mapping[Degree, tuple[Text, Text]] = {
    "same": (
        both("{count} tal er det samme", "{count} score is the same"),
        both("{count} tal er de samme", "{count} scores are the same"),
    ),
    "rescaled": (
        both(
            "{count} tal er det samme efter omregning",
            "{count} score is the same after rescaling",
        ),
        both(
            "{count} tal er de samme efter omregning",
            "{count} scores are the same after rescaling",
        ),
    ),
    "judge": (
        both(
            "{count} tal skal I selv vurdere", "{count} score you must judge yourselves"
        ),
        both(
            "{count} tal skal I selv vurdere",
            "{count} scores you must judge yourselves",
        ),
    ),
    "not_comparable": (
        both("{count} tal kan ikke sammenlignes", "{count} score cannot be compared"),
        both("{count} tal kan ikke sammenlignes", "{count} scores cannot be compared"),
    ),
}
_ITEMS: Mapping[str, tuple[Text, Text]] = {
    "new": (
        both("{count} spørgsmål er nyt", "{count} question is new"),
        both("{count} spørgsmål er nye", "{count} questions are new"),
    ),
    "gone": (
        both("{count} spørgsmål er taget ud", "{count} question was taken out"),
        both("{count} spørgsmål er taget ud", "{count} questions were taken out"),
    ),
    "scores_gone": (
        both("{count} tal findes ikke mere", "{count} score is no more"),
        both("{count} tal findes ikke mere", "{count} scores are no more"),
    ),
    "words": (
        both(
            "{count} tekst er formuleret anderledes",
            "{count} text is worded otherwise",
        ),
        both(
            "{count} tekster er formuleret anderledes",
            "{count} texts are worded otherwise",
        ),
    ),
    "scores": (
        both(
            "{count} tal regnes anderledes ud",
            "{count} score is worked out otherwise",
        ),
        both(
            "{count} tal regnes anderledes ud",
            "{count} scores are worked out otherwise",
        ),
    ),
}


def title_words(difference: Difference) -> Text:
    """Return what the difference is between."""
    one, other = version_words(difference.one), version_words(difference.other)
    title = difference.other.title
    return both(
        f"{title.get('da')}: fra {one.get('da')} til {other.get('da')}",
        f"{title.get('en')}: from {one.get('en')} to {other.get('en')}",
    )


def summary_words(difference: Difference) -> tuple[Text, ...]:
    """Return in a sentence or two what differs, and what can be compared."""
    if difference.is_empty:
        return (NOTHING,)
    new, gone, other = difference.items_added, difference.items_gone, difference.other
    counts = {
        "new": len(new),
        "gone": len(gone),
        "scores_gone": len(difference.comparability.scores) - len(other.score),
        "words": len(difference.of("words")),
        "scores": len({e.at for e in difference.of("scores") if "rule" in e.at}),
    }
    first = [counted(count, *_ITEMS[key]) for key, count in counts.items() if count]
    second = [
        counted(difference.counts[degree], *_COUNTS[degree])
        for degree in DEGREES
        if difference.counts.get(degree)
    ]
    return tuple(_sentence(each) for each in (first, second) if each)


def _sentence(parts: Iterable[Text]) -> Text:
    found = list(parts)
    said = []
    for language, and_ in (("da", "og"), ("en", "and")):
        words = [each.get(language) for each in found]
        last = f" {and_} ".join((", ".join(words[:-1]), words[-1]))
        said.append(f"{last if len(words) > 1 else words[0]}.")
    return both(*said)


def shown(fact: Fact, language: str) -> tuple[str | None, str | None]:
    """
    Return how it was and is, in *language*.

    Where only another language differs, that one is shown, with its name.
    """
    one, other = fact.before, fact.after
    where, mark = language, ""
    differing = altered(one, other)
    if one is not None and other is not None and language not in differing:
        known = [each for each in differing if one.has(each)]
        if known:
            where = known[0]
            name = language_words(where).get(language)
            mark = f" ({_IN.get(language).format(language=name)})"
    said = []
    for each in (one, other):
        text = each if each is None or fact.kind not in _QUOTED else quoted(each)
        said.append(None if text is None else text.get(where) + mark)
    return said[0], said[1]


def heading_words(fact: Fact) -> Text:
    """Return what a fact is about: the thing, and what of it."""
    aspect = _ASPECTS.get(fact.kind)
    if aspect is None:
        return fact.what
    return both(*(f"{fact.what.get(e)}, {aspect.get(e)}" for e in ("da", "en")))


def fact_words(fact: Fact, language: str) -> str:
    """Return a fact as one or two sentences in *language*."""
    before, after = shown(fact, language)
    if fact.kind in _NAMED:
        before = None if _in_name(fact, fact.before) else before
        after = None if _in_name(fact, fact.after) else after
    said = heading_words(fact).get(language)
    if fact.kind in {"added", "removed"}:
        text = after or before
        return ended(f"{said}: {text}" if text else said)
    parts = [said]
    if before:
        lead = BEFORE if after or fact.kind in _NAMED else GONE
        parts.append(f"{lead.get(language)}: {before}")
    if after:
        parts.append(f"{AFTER.get(language)}: {after}")
    return " ".join(map(ended, parts))


def ended(words: str) -> str:
    """Return words with a full stop, if they do not end in a sign of their own."""
    return words if words.rstrip("»«“”)").endswith((".", "?", "!")) else f"{words}."


def _in_name(fact: Fact, words: Text | None) -> bool:
    """Tell whether the name of what came, went or was split holds the words."""
    return words is not None and words.get("da") in fact.what.get("da")


def impact_words(difference: Difference, fact: Fact, language: str) -> str:
    """Return what a fact does to the scores; nothing when it does nothing."""
    found: dict[Degree, list[str]] = {}
    for id, verdict in fact.scores.items():
        title = difference.score_title(id).get(language)
        found.setdefault(verdict.degree, []).append(title)
    return " ".join(
        f"{capitalised(Verdict(degree=degree).short.get(language))}: "
        f"{'; '.join(found[degree])}."
        for degree in reversed(DEGREES)
        if degree in found
    )


def changed_items(
    difference: Difference, language: str
) -> Iterator[tuple[str, Verdict]]:
    """
    Yield the questions on both sides whose answers are not simply the same.

    Those that stand in many sections with the same words and verdict are named once.
    """
    found: dict[tuple[Text, Text], list[Item]] = {}
    verdicts = difference.comparability.items
    for key in difference.pairs.origins:
        if verdicts[key].degree != "same":
            item = difference.pairs.new[key]
            found.setdefault((item.text, verdicts[key].words), []).append(item)
    for (text, _), items in found.items():
        codes = code_words(each.code for each in items).get(language)
        yield f"{codes} {quoted(text).get(language)}", verdicts[items[0].key]
