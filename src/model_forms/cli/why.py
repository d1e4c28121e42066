"""Why scores are what they are, printed as trees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from model_forms.cli.verb import Unusable
from model_forms.errors import near_miss
from model_forms.text import Text, both

if TYPE_CHECKING:
    from rich.tree import Tree

    from model_forms.assessment import Assessment
    from model_forms.questionnaire import Score
    from model_forms.scoring.explained import ScoreExplained

ALL = "all"
NARROWEST = 40


def why(found: Assessment, wanted: Iterable[str], language: str) -> Iterator[str]:
    """
    Yield the lines that tell why the *wanted* scores are what they are.

    ``all`` stands for every score of the questionnaire. Raises Unusable for a score
    that it does not have.
    """
    known = {score.id: score for score in found.questionnaire.scores}
    asked = list(dict.fromkeys(wanted))
    for each in asked:
        if each not in known and each != ALL:
            raise Unusable(_unknown(each, list(known)).get(language))
    for score in known.values():
        if ALL in asked or score.id in asked:
            yield from _told(found, score, language)


def _told(found: Assessment, score: Score, language: str) -> Iterator[str]:
    title = f"{score.title.get(language)} [{score.id}]"
    if score.each is None:
        yield ""
        yield from _printed(title, found.scores.explanation(score.id), language)
        return
    for place, explanation in _of_rows(found, score):
        yield ""
        yield from _printed(f"{title}: {place.get(language)}", explanation, language)


def _of_rows(found: Assessment, score: Score) -> Iterator[tuple[Text, ScoreExplained]]:
    from model_forms.scoring import score_rows  # noqa: PLC0415  light start

    questionnaire = found.questionnaire
    for response in found.responses:
        role = questionnaire.role.get(response.respondent.role or "")
        who = role.label if role else both("uden rolle", "no role")
        rows = score_rows(questionnaire, response, score.each or "")
        for number, results in enumerate(rows, start=1):
            place = both(
                f"række {number} ({who.get('da')})", f"row {number} ({who.get('en')})"
            )
            yield place, results.explanation(score.id)


def _printed(title: str, explanation: ScoreExplained, language: str) -> Iterator[str]:
    from rich.console import Console  # noqa: PLC0415  light start
    from rich.text import Text as Words  # noqa: PLC0415
    from rich.tree import Tree  # noqa: PLC0415

    from model_forms.scoring.explain import lines  # noqa: PLC0415

    root = Tree(Words(title))
    path: list[Tree] = [root]
    for depth, words in lines(explanation, language):
        del path[depth + 1 :]
        path.append(path[-1].add(Words(words)))
    width = max(get_terminal_size((100, 24)).columns, NARROWEST)
    console = Console(width=width, color_system=None, legacy_windows=False)
    with console.capture() as capture:
        console.print(root)
    for line in capture.get().splitlines():
        yield line.rstrip()


def _unknown(seen: str, known: list[str]) -> Text:
    near = near_miss(seen, known)
    listed = ", ".join(known) or "–"
    return both(
        f"Fejl: Der er intet tal, som hedder »{seen}«. "
        + (f"Mente I »{near}«?" if near else f"Skemaets tal er: {listed}."),
        f"Error: There is no score {seen!r}. "
        + (f"Did you mean {near!r}?" if near else f"The scores are: {listed}."),
    )
