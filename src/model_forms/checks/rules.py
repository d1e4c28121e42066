"""Rules that read well and yet cannot be worked out, bounded or put in a formula."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import astuple, frozen

from model_forms.checks.outline import Node, Outline
from model_forms.checks.ranges import gaps, uncomputable_scores
from model_forms.codec import questionnaire_from
from model_forms.conditions import Condition
from model_forms.finding import Finding
from model_forms.json_schema import problem
from model_forms.questionnaire import Choice, Questionnaire, Score
from model_forms.rules.formulas import DEEPEST, LONGEST, LONGEST_TEXT, Column, quoted
from model_forms.scoring.asked import Asked, NotInFormula
from model_forms.scoring.explain import withheld_words
from model_forms.scoring.formulas import Fact, OwnCells, place_formula, score_formulas
from model_forms.text import Text, both

CELL = "'En beregning'!$AAA$10000"
"""As long as the name of a cell gets where a score is worked out."""

_TEXT = re.compile(r'"((?:[^"]|"")*)"')


def contradictory_rules(outline: Outline) -> Iterator[Finding]:
    """Yield what contradicts itself within a rule or a band."""
    for score in outline.scores():
        rule = score.child("rule")
        yield from _counted_as_nothing(rule)
        yield from gaps(rule)
    for bands in outline.root.children("bands"):
        for band in bands.children("bands"):
            if {"above", "at_least"} <= set(band.data):
                yield problem(
                    "two-limits",
                    f"{band.path}.above",
                    both(
                        "Et bånd begynder enten med at_least eller lige over above, "
                        "ikke begge dele.",
                        "A band begins either with at_least or just above above, not "
                        "both.",
                    ),
                )


def _counted_as_nothing(rule: Node) -> Iterator[Finding]:
    missing = rule.child("missing")
    counts = "count" in (missing.text("dont_know"), missing.text("blank"))
    if counts is not ("count_as" in missing.data):
        yield problem(
            "counted-as-nothing",
            missing.path,
            both(
                "»count« og count_as hører sammen: skriv, hvad det manglende tæller "
                "som, eller lad være med at tælle det.",
                "count and count_as belong together: state what the missing counts "
                "as, or do not count it.",
            ),
        )


def unusable_scores(outline: Outline, found: list[Finding]) -> Iterator[Finding]:
    """
    Yield each score or matrix that cannot be bounded or written as a formula.

    Nothing is said of scores that other findings keep from being read at all.
    """
    if any(each.code in {"score-cycle", "unknown-score"} for each in found):
        return
    try:
        value = questionnaire_from(outline.root.data)
    except (ExceptionGroup, LookupError, TypeError, ValueError, AttributeError):
        return
    told = set()
    for place, each in uncomputable_scores(value):
        told.add(place)
        yield each
    for place, score in enumerate(value.scores):
        if place not in told:
            yield from _unwritable(value, place, score)
    yield from _unplaceable(value)


def _unwritable(
    questionnaire: Questionnaire, place: int, score: Score
) -> Iterator[Finding]:
    path = f"$.scores[{place}].rule"
    grid = _Anywhere(questionnaire)
    try:
        written = score_formulas(
            questionnaire, score, grid, OwnCells(reason=CELL, value=CELL)
        )
    except NotInFormula as error:
        yield _no_formula(path, score, str(error))
        return
    except (LookupError, ValueError):
        # Something else is wrong with the rule, and has been said.
        return
    formulas = [str(each) for each in astuple(written) if each]
    if any(_wordy(each) for each in formulas):
        yield _too_wordy(path, score.id)
    elif any(len(each) > LONGEST or _depth(each) > DEEPEST for each in formulas):
        yield problem(
            "formula-too-long",
            path,
            both(
                f"Tallet »{score.id}« kan ikke skrives som en formel: den bliver for "
                "lang. Del det i flere tal.",
                f"The score {score.id!r} cannot be written as a formula: it becomes "
                "too long. Make several scores of it.",
            ),
        )


def _unplaceable(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield each matrix whose words are too long for the formula that places."""
    grid, scores = _Anywhere(questionnaire), dict.fromkeys(questionnaire.score, CELL)
    for place, matrix in enumerate(questionnaire.matrices):
        try:
            formulas = [
                place_formula(matrix, each, scores, grid) for each in matrix.subjects
            ]
        except LookupError:
            # Something else is wrong with the matrix, and has been said.
            continue
        if any(_wordy(each) for each in formulas):
            yield _too_wordy(f"$.matrices[{place}]", matrix.id)


def _wordy(formula: str) -> bool:
    """Tell whether there is a longer text in the formula than it may hold."""
    return any(
        len(each.replace('""', '"')) > LONGEST_TEXT for each in _TEXT.findall(formula)
    )


def _too_wordy(path: str, id: str) -> Finding:
    return problem(
        "words-too-long",
        path,
        both(
            f"»{id}« kan ikke skrives som en formel: et regneark tager højst "
            f"{LONGEST_TEXT} tegn i et svar eller et ord for et resultat.",
            f"{id!r} cannot be written as a formula: a spreadsheet takes at most "
            f"{LONGEST_TEXT} characters in an answer or in the word for a result.",
        ),
    )


def _no_formula(path: str, score: Score, item: str) -> Finding:
    return problem(
        "not-in-a-formula",
        path,
        both(
            f"Tallet »{score.id}« kan ikke skrives som en formel: et regneark kan "
            f"ikke afgøre betingelsen på »{item}«.",
            f"The score {score.id!r} cannot be written as a formula: a spreadsheet "
            f"cannot decide the condition on {item!r}.",
        ),
    )


def _depth(formula: str) -> int:
    depth = deepest = 0
    for each in formula:
        depth += (each == "(") - (each == ")")
        deepest = max(deepest, depth)
    return deepest


@frozen
class _Anywhere:
    """A grid in which everything stands in the cell with the longest name."""

    questionnaire: Questionnaire
    answered = given = based = unknown = f"{CELL}:$AAA$20000"
    roles = f"SUM({CELL}:$AAA$20000)"
    alone = False

    def column(self, name: Column) -> str:  # noqa: ARG002
        return self.based

    def score(self, id: str) -> str:  # noqa: ARG002
        return CELL

    def reason(self, id: str) -> str:  # noqa: ARG002
        return CELL

    def item(self, key: str, fact: Fact) -> str:  # noqa: ARG002
        return CELL

    def cell(self, key: str) -> str:  # noqa: ARG002
        return CELL

    def label(self, key: str, value: int | str) -> str:
        kind = self.questionnaire.item(key).answer
        assert isinstance(kind, Choice)  # noqa: S101  only a choice has labels
        option = self.questionnaire.scale[kind.scale].option(value)
        return self.text(option.label) if option else str(value)

    def holds(self, condition: Condition) -> str | None:
        return Asked(self.questionnaire, self).formula(condition)

    def word(self, reason: str) -> str:
        return quoted(withheld_words(reason).get("da"))

    def text(self, words: Text) -> str:
        return max((each for _, each in words.words), key=len)
