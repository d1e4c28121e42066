"""A house's own file, of any kind: what makes it one that cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from model_forms.errors import UnreadableDocument
from model_forms.forms.refused import Refused, refusing_what_breaks
from model_forms.text import Text

TEMPLATE = "template"
"""What the file is called here: only whoever opened it knows its name."""

_CODE = ("macroenabled", "vbaproject", "activex", "vbadata", "macrosheet")


@contextmanager
def blaming(damaged: Text, reasons: Mapping[str, Text]) -> Iterator[None]:
    """
    Turn whatever a broken template makes a reader raise into UnreadableDocument.

    *reasons* says it for the codes of what is refused, *damaged* for all else. It goes
    around the opening alone: an error of the writing is not the house's.
    """
    try:
        with refusing_what_breaks(UnreadableDocument):
            yield
    except Refused as refused:
        reason = reasons.get(refused.code, damaged)
        raise UnreadableDocument(TEMPLATE, reason) from refused


def may_run_code(types: bytes, names: Iterable[str]) -> bool:
    """Tell whether a package with these content types and parts may hold code."""
    told = types.lower().decode("utf-8", "replace")
    parts = " ".join(names).lower()
    return any(each in told or each in parts for each in _CODE)
