"""The peers that can be had here, or a line that says why one cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Any

from benchmarks.scoring import npm
from benchmarks.scoring.peer import InProcess, Peer
from benchmarks.scoring.survey_core import SurveyCore

SURVEY_CORE = "3.1.1"
INSTALL = "python run.py bench installs it"
Document = dict[str, Any]


def found(document: Document) -> Iterator[Peer]:
    """Yield each peer that is here, set up with the rules of *document*."""
    makers: tuple[Callable[[Document], tuple[Peer, ...]], ...]
    makers = (_zen, _json_logic, _survey_core)
    for make in makers:
        try:
            yield from make(document)
        except ImportError as error:
            print(f"  left out: {error.name} is not here; {INSTALL}")
        except npm.Unavailable as error:
            print(f"  left out: {error}")


def _zen(document: Document) -> tuple[Peer, ...]:
    from benchmarks.scoring.zen_engine import AllAtOnce, OneByOne  # noqa: PLC0415

    name = f"zen-engine {version('zen-engine')}"
    return (
        InProcess(f"{name}, an expression a score", OneByOne(document).score),
        InProcess(f"{name}, scores in one object", AllAtOnce(document).score),
    )


def _json_logic(document: Document) -> tuple[Peer, ...]:
    from benchmarks.scoring.json_logic import (  # noqa: PLC0415
        Filtered,
        JsonLogic,
        Straight,
    )

    name = f"json-logic-qubit {version('json-logic-qubit')}"
    filtered, straight = (JsonLogic(document, each()) for each in (Filtered, Straight))
    return (
        InProcess(f"{name}, by filter", filtered.score, absent=True),
        InProcess(f"{name}, straight sums", straight.score, absent=True),
    )


def _survey_core(document: Document) -> tuple[Peer, ...]:
    folder = npm.package("survey-core", SURVEY_CORE)
    name = f"survey-core {SURVEY_CORE} (node)"
    return (
        SurveyCore(f"{name}, calculated values", folder, document, "calculated"),
        SurveyCore(f"{name}, expressions alone", folder, document, "runner"),
    )
