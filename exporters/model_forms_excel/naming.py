"""What a line's key looks like as a hidden bookend and as a defined name."""

from __future__ import annotations

import re

_UNNAMEABLE = re.compile(r"[^a-z0-9_]+")


def bookend(key: str) -> str:
    """Return the key as it stands to the right of the answer."""
    return f"{key}|"


def defined_name(key: str) -> str:
    """Return the workbook-wide name of a field, such as ``mf_gang_presence``."""
    return "mf_" + _UNNAMEABLE.sub(".", key).strip(".")
