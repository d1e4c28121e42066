"""A difference as a page: for a council paper in Word, or a sheet to go through."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.questionnaire import Questionnaire
from model_forms.report.blocks import (
    Block,
    Callout,
    Column,
    Heading,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from model_forms.text import Text, both, capitalised
from model_forms.typing import Tone
from model_forms.versions import difference_words as words
from model_forms.versions.difference import Difference
from model_forms.versions.facts import Fact, Group
from model_forms.versions.verdict import Degree, Verdict
from model_forms.versions.wordings import version_words

Row = tuple[TableCell, ...]

_TITLE = both("Hvad er ændret", "What has changed")
_CATEGORY = both("Sammenligning af versioner", "Comparison of versions")
_WHAT = both("Hvad", "What")
_IMPACT = both("Betydning for tallene", "What it does to the scores")
_NO_IMPACT = both("Ingen", "None")
_SCORE, _NUMBER = both("Tal", "Score"), both("Kan tallene sammenlignes?", "Comparable?")
_BAND = both("Kan niveauerne?", "Are the bands?")
_WHY = both("Hvorfor", "Why")
_ITEM, _ANSWERS = both("Spørgsmål", "Question"), both("Svarene", "The answers")
_SCORES_TABLE = both("Tallene", "The scores")
_ITEMS_TABLE = both("Spørgsmålene", "The questions")
_ITEMS_INTRO = both(
    "De spørgsmål, der findes i begge udgaver og ikke står her, er de samme.",
    "Questions that both versions have, and that are not here, are the same.",
)
_ALL_SAME = both(
    "De spørgsmål, der findes i begge udgaver, er de samme.",
    "The questions that both versions have are the same.",
)
_HONEST = both(
    "Et tal, der kan sammenlignes, kan stadig ændre sig, fordi andre har svaret.",
    "A score that can be compared may still move because others have answered.",
)
_CAPTIONS: dict[Group, Text] = {
    "new": both("Nyt", "New"),
    "gone": both("Taget ud", "Gone"),
    "words": both("Formuleret anderledes", "Worded otherwise"),
    "asked": both("Spurgt anderledes", "Asked otherwise"),
    "scores": both("Beregning", "Calculation"),
    "place": both("Plads", "Place"),
    "around": both("Andet", "Other"),
}
_TONES: dict[Degree, Tone] = {
    "same": "calm",
    "rescaled": "calm",
    "judge": "mild",
    "not_comparable": "gap",
}


def difference_report(difference: Difference, language: str = "da") -> Report:
    """Return what differs as a document: what changed first, then what compares."""
    one, other = version_words(difference.one), version_words(difference.other)
    title = difference.other.title.get(language)
    summary = " ".join(each.get(language) for each in words.summary_words(difference))
    return Report(
        title=f"{_TITLE.get(language)}: {title}",
        subtitle=both(
            f"Fra {one.get('da')} til {other.get('da')}",
            f"From {one.get('en')} to {other.get('en')}",
        ).get(language),
        language=language,
        footer=f"{_name(difference.one)} · {_name(difference.other)}",
        density="compact",
        summary=summary,
        category=_CATEGORY.get(language),
        blocks=tuple(_blocks(difference, language)),
    )


def _name(questionnaire: Questionnaire) -> str:
    local = questionnaire.adaptation
    return str(questionnaire.ref) + (f" ({local})" if local else "")


def _blocks(difference: Difference, language: str) -> Iterator[Block]:
    for each in words.summary_words(difference):
        yield Paragraph(text=each.get(language), kind="lead")
    if difference.is_empty:
        return
    for group, heading in words.GROUPS.items():
        facts = difference.of(group)
        if facts:
            yield Heading(text=heading.get(language), level=1)
            yield _table(difference, group, facts, language)
    yield from _compared(difference, language)


def _table(
    difference: Difference, group: Group, facts: tuple[Fact, ...], language: str
) -> Table:
    plain = group in {"new", "gone"}
    titles = (
        ((_WHAT, 3.0),)
        if plain
        else ((_WHAT, 1.6), (words.BEFORE, 2.2), (words.AFTER, 2.2))
    )
    counts = any(fact.scores for fact in facts)
    columns = (*titles, (_IMPACT, 1.6)) if counts else titles
    return Table(
        caption=_CAPTIONS[group].get(language),
        columns=tuple(Column(title=t.get(language), width=w) for t, w in columns),
        rows=tuple(
            _row(difference, fact, language, plain=plain, counts=counts)
            for fact in facts
        ),
    )


def _row(
    difference: Difference, fact: Fact, language: str, *, plain: bool, counts: bool
) -> Row:
    because = ""
    if fact.because is not None:
        because = f" {words.BECAUSE.get(language)}: {fact.because.get(language)}"
    if plain:
        cells = [TableCell(text=words.fact_words(fact, language) + because)]
    else:
        before, after = words.shown(fact, language)
        what = words.heading_words(fact).get(language)
        none, gone = words.NONE.get(language), words.GONE.get(language)
        if before is None and after is None:
            none = gone = ""
        cells = [
            TableCell(text=words.ended(what) + because if because else what),
            TableCell(text=before or none),
            TableCell(text=after or gone),
        ]
    if counts:
        said = words.impact_words(difference, fact, language)
        cells.append(TableCell(text=said or _NO_IMPACT.get(language)))
    return tuple(cells)


def _compared(difference: Difference, language: str) -> Iterator[Block]:
    found = difference.comparability
    yield Heading(text=words.COMPARED.get(language), level=1)
    if found.scores:
        yield Paragraph(text=_HONEST.get(language))
        yield _scores(difference, language)
    changed = list(words.changed_items(difference, language))
    if not changed:
        yield Callout(title=_ITEMS_TABLE.get(language), text=_ALL_SAME.get(language))
        return
    yield Paragraph(text=_ITEMS_INTRO.get(language))
    yield Table(
        caption=_ITEMS_TABLE.get(language),
        columns=(
            Column(title=_ITEM.get(language), width=2.4),
            Column(title=_ANSWERS.get(language), width=1.1),
            Column(title=_WHY.get(language), width=2.4),
        ),
        rows=tuple(
            (
                TableCell(text=name),
                _degree(verdict, language),
                TableCell(text=_reasons(verdict, language)),
            )
            for name, verdict in changed
        ),
    )


def _scores(difference: Difference, language: str) -> Table:
    found = difference.comparability
    banded = bool(found.bands)
    columns = [(_SCORE, 2.0), (_NUMBER, 1.2), (_BAND, 1.2), (_WHY, 2.4)]
    return Table(
        caption=_SCORES_TABLE.get(language),
        columns=tuple(
            Column(title=title.get(language), width=width)
            for title, width in columns
            if banded or title is not _BAND
        ),
        rows=tuple(
            _score_row(difference, id, language, banded=banded) for id in found.scores
        ),
    )


def _score_row(difference: Difference, id: str, language: str, *, banded: bool) -> Row:
    found = difference.comparability
    verdict, band = found.scores[id], found.bands.get(id)
    worst = verdict if band is None or band.rank <= verdict.rank else band
    cells = [
        TableCell(text=difference.score_title(id).get(language)),
        _degree(verdict, language),
    ]
    if banded:
        cells.append(TableCell(text="") if band is None else _degree(band, language))
    return (*cells, TableCell(text=_reasons(worst, language)))


def _degree(verdict: Verdict, language: str) -> TableCell:
    return TableCell(
        text=capitalised(verdict.short.get(language)),
        tone=_TONES[verdict.degree],
    )


def _reasons(verdict: Verdict, language: str) -> str:
    return capitalised("; ".join(each.get(language) for each in verdict.reasons))
