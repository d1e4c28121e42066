"""What was worked out from a value and may be worked out again."""

from __future__ import annotations

from typing import Any


class Memo(dict[Any, Any]):
    """Results kept beside a value; a copy, also in another process, starts empty."""

    def __reduce__(self) -> tuple[type[Memo], tuple[()]]:
        return Memo, ()
