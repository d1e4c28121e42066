"""Page 1: how to read it, who answered, and the themes side by side."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.national import touched
from model_forms.questionnaire import Matrix, Notice, Section
from model_forms.report import phrases, profiles
from model_forms.report.blocks import (
    Block,
    Callout,
    Column,
    Paragraph,
    Table,
    TableCell,
)
from model_forms.report.figures import DASH, cell_of
from model_forms.report.gates import gates, purpose
from model_forms.report.matrices import matrix_of
from model_forms.report.profile_chart import profile_chart
from model_forms.report.reading import Reading
from model_forms.report.row_overview import row_overviews
from model_forms.report.talk import talk


def overview(reading: Reading) -> Iterator[Block]:
    """Yield the first page: it says it all."""
    yield _statement(reading)
    yield Paragraph(text=_introduction(reading))
    yield from _adapted(reading)
    yield from _themes(reading)
    yield from _other_scores(reading)
    yield from row_overviews(reading)
    if profiles.over_panel(reading.questionnaire):
        yield from talk(reading)
    elif not reading.questionnaire.scores and not reading.assessment.reviews:
        yield Paragraph(text=reading.say(phrases.NO_SCORES))


def _introduction(reading: Reading) -> str:
    """Return who answered, and what was asked about where there is room for it."""
    who = _answered_by(reading)
    full = profiles.shown_profiles(reading.questionnaire)
    return who if full else f"{purpose(reading)} {who}"


def _adapted(reading: Reading) -> Iterator[Paragraph]:
    """Say whose adaptation was answered, and whether it is scored otherwise."""
    found = reading.questionnaire.adaptation
    if found is not None:
        house = found.house
        told = reading.say(
            phrases.ADAPTED,
            house=reading.say(phrases.BY_HOUSE, name=house.name) if house else "",
            adaptation=f"{found.id} {found.version}",
            base=f"{found.base.id} {found.base.version}",
        )
        own = touched(reading.questionnaire)
        more = reading.say(phrases.ADAPTED_RULES) if own else ""
        yield Paragraph(text=told + more)


def _statement(reading: Reading) -> Callout:
    kinds = ("result", "route", "origin")
    found = [each for kind in kinds for each in reading.questionnaire.notice(kind)]
    words = [reading.say(each.text) for each in found if _holds(reading, each)]
    return Callout(
        title=reading.say(phrases.WORKING_DOCUMENT),
        text=" ".join((*words, reading.say(phrases.GROUP_ONLY))),
        more=tuple(gates(reading)),
    )


def _holds(reading: Reading, notice: Notice) -> bool:
    if notice.when is None:
        return True
    return any(notice.when.holds(r.answer) for r in reading.assessment.responses)


def _answered_by(reading: Reading) -> str:
    who = [reading.who(each) for each in reading.assessment.respondents]
    if not who:
        return reading.say(phrases.NOBODY)
    return reading.say(phrases.ANSWERED_BY, who=reading.listed(who))


def _themes(reading: Reading) -> Iterator[Block]:
    shown = profiles.shown_profiles(reading.questionnaire)
    if not shown:
        return
    matrix = matrix_of(reading.questionnaire)
    yield from profile_chart(reading)
    yield Table(
        caption=_caption(reading, shown),
        columns=tuple(_columns(reading, shown, matrix)),
        rows=tuple(_rows(reading, shown, matrix)),
    )
    yield Paragraph(text=_key(reading), kind="quiet")


def _key(reading: Reading) -> str:
    placed = profiles.beside(reading.questionnaire).values()
    every = [score for scores in placed for score in scores.values()]
    words = [reading.say(phrases.DASH_MEANS)]
    if all(profiles.of_hundred(score) for score in every):
        words.insert(0, reading.say(phrases.HUNDRED))
    return " ".join(words)


def _columns(
    reading: Reading, shown: tuple[str, ...], matrix: Matrix | None
) -> Iterator[Column]:
    if reading.questionnaire.blocks:
        yield Column(title=reading.say(phrases.PART), width=1.5)
    yield Column(title=reading.say(phrases.THEME), width=2.65)
    for profile in shown:
        # Why there is no figure takes more room than a figure.
        width = 2.3 if profile == "resources" else 2.0
        yield Column(title=reading.say(phrases.PROFILES[profile]), width=width)
    if matrix:
        yield Column(title=reading.say(phrases.PROPOSAL), width=1.9)


def _caption(reading: Reading, shown: tuple[str, ...]) -> str:
    if len(shown) == 1:
        return reading.say(phrases.THEMES_CAPTION_PLAIN)
    names = [reading.say(phrases.PROFILES[each]) for each in shown]
    first, rest = names[0], [each.lower() for each in names[1:]]
    return reading.say(phrases.THEMES_CAPTION, profiles=reading.listed([first, *rest]))


def _rows(
    reading: Reading, shown: tuple[str, ...], matrix: Matrix | None
) -> Iterator[tuple[TableCell, ...]]:
    scored = profiles.beside(reading.questionnaire)
    for title, sections in profiles.grouped(reading):
        kept = [section for section in sections if section.key in scored]
        for place, section in enumerate(kept):
            part = TableCell(text="" if place else title, strong=True)
            scores = scored[section.key]
            yield (
                *((part,) if reading.questionnaire.blocks else ()),
                TableCell(text=reading.say(section.title)),
                *(cell_of(reading, scores.get(profile)) for profile in shown),
                *((_proposal(reading, matrix, section),) if matrix else ()),
            )


def _proposal(reading: Reading, matrix: Matrix, section: Section) -> TableCell:
    code = reading.assessment.matrices[matrix.id].get(section.key)
    return TableCell(text=reading.say(matrix.cell(code).label) if code else DASH)


def _other_scores(reading: Reading) -> Iterator[Block]:
    placed = profiles.beside(reading.questionnaire).values()
    beside = {score.id for scores in placed for score in scores.values()}
    rest = [
        score
        for score in profiles.over_panel(reading.questionnaire)
        if score.id not in beside
    ]
    if rest:
        yield Table(
            caption=reading.say(phrases.OTHER_SCORES if beside else phrases.FIGURES),
            columns=(
                Column(title=reading.say(phrases.FIGURE), width=2),
                Column(title=reading.say(phrases.RESULT), width=2),
            ),
            rows=tuple(
                (TableCell(text=reading.say(each.title)), cell_of(reading, each))
                for each in rest
            ),
        )
