"""What a workbook may cost to read."""

from __future__ import annotations

from attrs import define, frozen

from model_forms.forms import guard
from model_forms.forms.guard import limit


@frozen(kw_only=True)
class Limits(guard.Limits):
    """
    What a workbook may hold, all sheets together, before it is refused.

    *cells*: cells with a content, a fill or a struck font.
    *loose*: those of them on sheets that hold no table.
    *characters*: characters in all cells and notes, each as often as it is shown.
    *text*: characters in one cell, comment or property.
    *strings*: shared strings.
    *string_characters*: characters in all shared strings.
    *sheets*: sheets.
    *names*: defined names; also validation prompts and comments, each on its own.
    *merges*: merged areas.
    *repeats*: times that an ods file may repeat one filled cell or row.
    """

    cells: int = limit(50_000)
    loose: int = limit(20_000)
    characters: int = limit(2 << 20)
    text: int = limit(32_767)
    strings: int = limit(100_000)
    string_characters: int = limit(16 << 20)
    sheets: int = limit(64)
    names: int = limit(10_000)
    merges: int = limit(5_000)
    repeats: int = limit(1_000)


DEFAULT_LIMITS = Limits()


@define
class Budget(guard.Budget):
    """
    How much of its limits one workbook has used so far.

    *in_vain*: bytes of parts that were given to a pattern first, and parsed after all.
    """

    limits: Limits
    cells: int = 0
    merges: int = 0
    in_vain: int = 0


Container = guard.Container[Budget]
