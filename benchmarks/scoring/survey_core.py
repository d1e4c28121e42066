"""The rules as expressions of survey-core, in a node process of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from benchmarks.scoring.peer import Plain, Result, answered
from benchmarks.scoring.rules import Term, bands, values
from benchmarks.scoring.twelve import HIGHEST

SCRIPT = Path(__file__).with_suffix(".js")


class SurveyJs:
    """How SurveyJS says it; what is empty, its functions skip."""

    def picked(self, name: str, terms: list[Term]) -> str:
        return f"{name}({', '.join(_term(each, '{nothing}') for each in terms)})"

    def weighted(self, terms: list[Term]) -> str:
        return _sum(f"{each.weight} * {_or_zero(each)}" for each in terms)

    def present(self, weights: dict[str, float]) -> str:
        return _sum(f"iif({{{key}}} empty, 0, {each})" for key, each in weights.items())

    def moved(self, value: str, slope: float, shift: float) -> str:
        return f"({slope} * {value} + {shift})"

    def divided(self, above: str, below: str) -> str:
        return f"({above} / {below})"

    def combined(self, constant: float, scores: dict[str, float]) -> str:
        parts = (f"({each}) * {{{score}}}" for score, each in scores.items())
        return f"({constant} + {_sum(parts)})"

    def banded(self, score: str, bands: list[tuple[float, str]], first: str) -> str:
        chosen = f"'{first}'"
        for limit, code in bands:
            chosen = f"iif({{{score}}} >= {limit}, '{code}', {chosen})"
        return chosen


def _term(term: Term, absent: str) -> str:
    if (term.slope, term.shift) == (1, 0):
        return f"{{{term.key}}}"
    told = f"({term.slope}) * {{{term.key}}} + {term.shift}"
    return f"iif({{{term.key}}} empty, {absent}, {told})"


def _or_zero(term: Term) -> str:
    if (term.slope, term.shift) == (1, 0):
        return f"iif({{{term.key}}} empty, 0, {{{term.key}}})"
    return _term(term, "0")


def _sum(parts: Any) -> str:
    return f"({' + '.join(parts)})"


class SurveyCore:
    """A node process that scores by survey-core and takes the time itself."""

    def __init__(
        self, name: str, folder: Path, document: dict[str, Any], way: str
    ) -> None:
        self.name = name
        language = SurveyJs()
        over_items, over_scores = values(document, HIGHEST, language)
        node = shutil.which("node") or "node"
        command = [node, str(SCRIPT), str(folder), way]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._ordered(
            "setUp",
            overItems=over_items,
            overScores=over_scores,
            bands=bands(document, language),
            questions=[_question(key) for key in HIGHEST],
        )

    def prepare(self, plains: list[Plain]) -> None:
        self._ordered("prepare", responses=[answered(each) for each in plains])

    def scores(self) -> list[Result]:
        return self._ordered("score")

    def time(self) -> float:
        return self._ordered("time")

    def close(self) -> None:
        self.process.communicate()

    def _ordered(self, do: str, **order: Any) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"do": do, **order}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


def _question(key: str) -> dict[str, Any]:
    kind = {"type": "rating", "rateMin": 0, "rateMax": HIGHEST[key]}
    return {"name": key, **kind}
