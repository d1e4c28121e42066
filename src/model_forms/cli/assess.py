"""What the respondents of one area and round say together."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from model_forms.cli.house import house_for, in_houses, tell_house
from model_forms.cli.local import catalog, with_adaptations
from model_forms.cli.output import document, findings, message, result
from model_forms.cli.verb import READ, WRITE, Exit, Verb, as_json, example, in_language
from model_forms.finding import any_error
from model_forms.text import both, counted

if TYPE_CHECKING:
    from model_forms.assessment import Assessment
    from model_forms.scoring import ScoreResult


@click.command(
    cls=Verb,
    epilog=example(
        "model-forms assess responses.jsonl --to report.docx",
        "model-forms assess responses.jsonl --to results.xlsx",
        "model-forms assess responses.jsonl --why all",
        "model-forms assess responses.jsonl --json",
    ),
)
@click.argument("responses", metavar="RESPONSES.jsonl", type=READ)
@click.option(
    "--to",
    type=WRITE,
    multiple=True,
    help="A file to write: report.docx or results.xlsx; may be repeated.",
)
@in_houses
@with_adaptations
@click.option(
    "--from",
    "earlier",
    type=READ,
    multiple=True,
    help="Responses (.jsonl) to the tools before it: gates, needs and the like.",
)
@click.option(
    "--before",
    type=READ,
    multiple=True,
    help="Responses (.jsonl) of earlier rounds: the change since them is told.",
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day that decides what is late.  [default: today]",
)
@click.option(
    "--why",
    "explained",
    metavar="SCORE",
    multiple=True,
    help="Print how a score came about, by its id, or all; may be repeated.",
)
@as_json
@in_language
def assess(  # noqa: PLR0913  one for each option
    responses: Path,
    to: tuple[Path, ...],
    earlier: tuple[Path, ...],
    today: datetime | None,
    *,
    templates: tuple[Path, ...],
    before: tuple[Path, ...],
    adaptations: tuple[Path, ...],
    explained: tuple[str, ...],
    as_json: bool,
    lang: str,
) -> Exit:
    """
    Put the responses of one area together.

    Works out scores, coverage and disagreement of one area and round, and goes
    through plans.
    """
    from model_forms import face  # noqa: PLC0415  light start
    from model_forms.cli.why import why  # noqa: PLC0415
    from model_forms.plugins import results_writer  # noqa: PLC0415
    from model_forms.results import assessment_to  # noqa: PLC0415

    tools, rounds = (
        [each for path in paths for each in face.read_responses(path)]
        for paths in (earlier, before)
    )
    day = today.date() if today is not None else None
    find = catalog(adaptations).find
    found = face.assess(responses, earlier=tools, before=rounds, today=day, find=find)
    for path in to:
        results_writer(path.suffix)
    for path in to:
        template = house_for(path, templates, lang)
        face.write_report(found, path, language=lang, template=template)
        message(both(f"Skrev {path}", f"Wrote {path}").get(lang))
        tell_house(template, lang)
    if as_json:
        document(assessment_to(found))
    else:
        told = why(found, explained, lang) if explained else _lines(found, lang)
        for line in told:
            result(line)
        findings(responses.name, found.findings, lang)
    return Exit.REFUSED if any_error(found.findings) else Exit.DONE


def _lines(found: Assessment, language: str) -> Iterator[str]:
    count = len(found.responses)
    responses = counted(
        count,
        both("1 besvarelse", "1 response"),
        both("{count} besvarelser", "{count} responses"),
    ).get(language)
    about = (found.area, found.round, responses)
    title = found.questionnaire.title.get(language)
    yield f"{title}: {', '.join(each for each in about if each)}"
    yield ""
    yield from _scores(found, language)
    yield from _placed(found, language)
    yield from _rows(found, language)
    yield from _since(found, language)
    for kind in ("result", "origin"):
        for notice in found.questionnaire.notice(kind):
            yield ""
            yield from textwrap.wrap(notice.text.get(language), 88)


def _since(found: Assessment, language: str) -> Iterator[str]:
    """Yield what has changed since the round before, a line for each figure."""
    from model_forms.report import profiles  # noqa: PLC0415  light start
    from model_forms.report import since as told  # noqa: PLC0415
    from model_forms.report.reading import Reading  # noqa: PLC0415

    if found.since is None:
        return
    reading, newest = Reading(found, language), found.since.newest
    yield ""
    yield from told.apart(reading, newest)
    for score in profiles.over_panel(found.questionnaire):
        change = newest.scores[score.id]
        everybody, same = told.moved(reading, score, change)
        roles = both("samme roller", "same roles").get(language)
        parts = (f"{everybody} ({roles}: {same})", told.note(reading, change))
        title = score.title.get(language)
        yield f"  {title}: {'. '.join(each for each in parts if each)}"


def _rows(found: Assessment, language: str) -> Iterator[str]:
    """Yield what the report says of repeating tables, as plain lines."""
    from model_forms.report.blocks import (  # noqa: PLC0415  light start
        Bullets,
        Table,
        plain,
    )
    from model_forms.report.reading import Reading  # noqa: PLC0415
    from model_forms.report.row_overview import row_overviews  # noqa: PLC0415

    for block in row_overviews(Reading(found, language)):
        if isinstance(block, Table):
            yield ""
            yield block.caption
            for row in block.rows:
                yield "  " + " | ".join(_flat(plain(cell.text)) for cell in row)
        elif isinstance(block, Bullets):
            yield from (f"  {plain(each)}" for each in block.items)


def _flat(text: str) -> str:
    return " ".join(text.split()) or "–"


def _scores(found: Assessment, language: str) -> Iterator[str]:
    from model_forms.national import national  # noqa: PLC0415  light start

    base = national(found)
    rows = []
    for id, each in found.scores.items():
        number, words = _cells(found, each, language)
        if id in base:
            said = both("nationalt", "nationally").get(language)
            words = f"{words}; {said} {', '.join(_result(found, base[id], language))}"
        title = found.questionnaire.score[id].title.get(language)
        rows.append((title, number, words))
    wide = max((len(row[0]) for row in rows), default=0)
    for title, number, words in rows:
        yield f"{title.ljust(wide)}  {number.rjust(4)}  {words}".rstrip()


def _cells(found: Assessment, each: ScoreResult, language: str) -> tuple[str, str]:
    from model_forms.scoring.explain import coverage_words  # noqa: PLC0415  light start

    number, *words = _result(found, each, language)
    coverage = coverage_words(each.coverage).get(language)
    words.append(both(f"dækning {coverage}", f"coverage {coverage}").get(language))
    if each.knowledge_gap:
        words.append(both("videnshul", "knowledge gap").get(language))
    return number, ", ".join(words)


def _result(found: Assessment, each: ScoreResult, language: str) -> list[str]:
    """Return the number, and the word for it or for why there is none."""
    from model_forms.scoring.explain import withheld_words  # noqa: PLC0415  light start

    bands = found.questionnaire.score[each.id].bands
    number = "–" if each.shown is None else str(each.shown)
    if each.withheld is not None:
        return [number, withheld_words(each.withheld).get(language)]
    if each.band is not None and bands is not None:
        band = found.questionnaire.band_set[bands].band(each.band)
        return [number, band.label.get(language)]
    return [number]


def _placed(found: Assessment, language: str) -> Iterator[str]:
    titles = {each.key: each.title for each in found.questionnaire.sections}
    for matrix in found.questionnaire.matrices:
        cells = found.matrices.get(matrix.id, {})
        if cells:
            yield ""
            yield matrix.title.get(language)
        for key, code in cells.items():
            subject = titles[key].get(language) if key in titles else key
            yield f"  {subject}: {matrix.cell(code).label.get(language)}"
