"""Limits that exclude everything, and scores whose range cannot be computed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from model_forms.checks.outline import Node, Outline
from model_forms.finding import Finding
from model_forms.json_schema import problem
from model_forms.questionnaire import Questionnaire, Score
from model_forms.rules.reach import Reach, Unbounded
from model_forms.scoring.observe import reach_of
from model_forms.text import both

LONGEST_SHEET = 25
ENDS = (("minimum", "maximum"), ("earliest", "latest"), ("least", "most"))


@frozen
class Ranges:
    """The ranges of a questionnaire's items and scores, from the rules alone."""

    questionnaire: Questionnaire

    def item_reach(self, key: str) -> Reach:
        """Return the range of an item's points, or raise Unbounded."""
        return reach_of(self.questionnaire, self.questionnaire.item(key))

    def score_reach(self, id: str) -> Reach:
        """Return the range of another score, or raise Unbounded."""
        return self.questionnaire.score[id].rule.reach(self)


def impossible_limits(outline: Outline) -> Iterator[Finding]:
    """Yield bounds in the wrong order, and bands that do not rise."""
    for answer in outline.answers():
        for low, high in ENDS:
            yield from _disorder(answer, low, high)
        yield from gaps(answer)
        for end in ("earliest", "latest"):
            yield from _no_day(answer, end)
    for bands in outline.root.children("bands"):
        yield from _falling(bands)
    if (
        len(sheet := outline.root.child("sheet").data)
        and (longest := max((len(str(each)) for each in sheet.values()), default=0))
        > LONGEST_SHEET
    ):
        yield problem(
            "too-long",
            "$.sheet",
            both(
                f"Arkets navn er på {longest} tegn; højst {LONGEST_SHEET}.",
                f"The sheet's name has {longest} characters; at most {LONGEST_SHEET}.",
            ),
        )


def _disorder(node: Node, low: str, high: str) -> Iterator[Finding]:
    least, most = node.data.get(low), node.data.get(high)
    if type(least) is type(most) and least is not None and least > most:
        yield problem(
            "impossible-limits",
            f"{node.path}.{low}",
            both(
                f"{low} ({least}) er større end {high} ({most}).",
                f"{low} ({least}) is greater than {high} ({most}).",
            ),
        )


def gaps(node: Node) -> Iterator[Finding]:
    """Yield a last step with limits: numbers outside them would be worth nothing."""
    steps = list(node.children("steps"))
    if steps and set(steps[-1].data) - {"points"}:
        yield problem(
            "steps-with-gaps",
            steps[-1].path,
            both(
                "Det sidste trin skal gælde alle andre tal: det må ingen grænser have.",
                "The last step must hold for all other numbers: it may have no limits.",
            ),
        )


def _no_day(node: Node, end: str) -> Iterator[Finding]:
    text = node.text(end)
    if text is None:
        return
    try:
        date.fromisoformat(text)
    except ValueError:
        yield problem(
            "not-a-date",
            f"{node.path}.{end}",
            both(f"»{text}« er ikke en dato.", f"{text!r} is not a date."),
        )


def _falling(bands: Node) -> Iterator[Finding]:
    before: float | None = None
    for place, band in enumerate(bands.children("bands")):
        limit = band.data.get("at_least", band.data.get("above"))
        number = limit if isinstance(limit, int | float) else None
        rises = (
            number is None
            if place == 0
            else number is not None and (before is None or number > before)
        )
        if not rises:
            yield problem(
                "falling-bands",
                f"{band.path}.at_least",
                both(
                    "Bånd skal stige: det første er uden grænse, de næste har hver en "
                    "højere grænse.",
                    "Bands must rise: the first has no limit, each of the next a "
                    "higher one.",
                ),
            )
        before = number if number is not None else before


def uncomputable_scores(value: Questionnaire) -> Iterator[tuple[int, Finding]]:
    """Yield each score, by its place, whose range its rule and items cannot tell."""
    ranges = Ranges(value)
    for place, score in enumerate(value.scores):
        try:
            score.rule.reach(ranges)
        except Unbounded as error:
            yield place, _unbounded(place, score, str(error))
        except (LookupError, ValueError):
            # Something else is wrong with the rule, and has been said.
            continue


def _unbounded(place: int, score: Score, item: str) -> Finding:
    return problem(
        "range-unknown",
        f"$.scores[{place}].rule",
        both(
            f"Tallet »{score.id}« har ingen kendt grænse, fordi »{item}« ikke giver "
            "point mellem to kendte grænser under en billion (eller, for procent, "
            "højst 0).",
            f"The range of {score.id!r} cannot be computed: {item!r} gives no points "
            "between known bounds below a million million (or, for per cent, none "
            "above 0).",
        ),
    )
