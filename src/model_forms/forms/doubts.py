"""What is wrong about answers that do not fit together."""

from __future__ import annotations

from model_forms.finding import Finding, Place
from model_forms.forms.telling import tell
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
