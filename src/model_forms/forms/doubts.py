"""What is wrong about answers that do not fit together."""

from __future__ import annotations

from collections.abc import Sequence

from model_forms.finding import Finding, Place
from model_forms.forms.lines import Line
from model_forms.forms.telling import short, tell
from model_forms.questionnaire import Item
from model_forms.text import Text, both


def _item_finding(code: str, item: Item, at: Place | None, message: Text) -> Finding:
    return tell(code, message, at, item=item.key)


def contradiction(item: Item, at: Place | None) -> Finding:
    """Say that options which exclude each other are marked."""
    return _item_finding(
        "contradiction", item, at,
        both(
            f"Ved {item.code} er der sat kryds både ved et svar, der står alene, og "
            "ved et andet. Behold det, der gælder.",
            f"In {item.code} an option that stands alone is marked with another. Keep "
            "the one that counts.",
        ),
    )  # fmt: skip


def half(item: Item, at: Place | None) -> Finding:
    """Say that one end of a period is missing."""
    return _item_finding(
        "half-range", item, at,
        both(
            f"Ved {item.code} mangler den ene dato.", f"{item.code} lacks one date."
        ),
    )  # fmt: skip


def backwards(item: Item, at: Place | None) -> Finding:
    """Say that a period ends before it starts."""
    return _item_finding(
        "end-before-start", item, at,
        both(
            f"Ved {item.code} ligger slutdatoen før startdatoen.",
            f"In {item.code} the end is before the start.",
        ),
    )  # fmt: skip


def not_taken_up(item: Item, text: str, at: Place | None) -> Finding:
    """Say that nobody answered in a row that held a proposal."""
    words = short(text)
    return tell(
        "proposal-not-taken-up",
        both(
            f"Forslaget »{words}« er ikke taget op: der er ikke svaret i rækken.",
            f"The proposal {words!r} was not taken up: nobody answered in the row.",
        ),
        at,
        item=item.key,
        severity="info",
    )


def not_read(line: Line, words: str, at: Place) -> Finding:
    """Say what stands in a field whose place is in doubt, so that it is not lost."""
    return tell(
        "answer-not-read",
        both(
            f"»{short(words)}« ved {line.code} er ikke læst, fordi svarene her kan "
            "være forskudt. Se efter, om det står ud for det rigtige spørgsmål.",
            f"{short(words)!r} at {line.code} was not read, since the answers here may "
            "have slipped. See whether it stands beside the right question.",
        ),
        at,
        item=line.item.key if line.item else None,
    )


def twice(line: Line, places: Sequence[Place]) -> Finding:
    """Say that a question has different answers in several places."""
    listed = "; ".join(str(each) for each in places)
    return tell(
        "duplicate-question",
        both(
            f"{line.code} står flere steder med forskellige svar ({listed}). "
            "Behold ét.",
            f"{line.code} stands in several places with different answers ({listed}). "
            "Keep one.",
        ),
        places[0],
        item=line.item.key if line.item else None,
    )
