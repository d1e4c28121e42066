"""Which of the objects in an ods file are charts: drawn from cells, never opened."""

from __future__ import annotations

import re
from collections.abc import Container as Parts
from collections.abc import Iterable

_ENTRY = re.compile(rb"<[^<>]{0,40}file-entry\s[^<>]{1,2000}>")
_PATH = re.compile(rb"""full-path\s*=\s*["']([^"'<>]{1,200})/["']""")
_CHART = re.compile(
    rb"""media-type\s*=\s*["']application/vnd\.oasis\.opendocument\.chart["']"""
)
_OF_A_CHART = frozenset({"content.xml", "styles.xml", "meta.xml", "settings.xml"})
_REPLACEMENTS = "objectreplacements/"


def without_charts(parts: Iterable[str], manifest: bytes) -> list[str]:
    """
    Return *parts*, names in small letters, without those of charts.

    A chart is what the *manifest* calls one and holds no other part than a chart does.
    """
    names = list(parts)
    charts = {
        folder
        for folder in _named(manifest)
        if all(
            each.removeprefix(f"{folder}/") in _OF_A_CHART
            for each in names
            if each.startswith(f"{folder}/")
        )
    }
    return [each for each in names if not _belongs(each, charts)]


def _named(manifest: bytes) -> set[str]:
    return {
        path[1].decode("utf-8", "replace").lower()
        for entry in _ENTRY.findall(manifest)
        if _CHART.search(entry) and (path := _PATH.search(entry))
    }


def _belongs(part: str, charts: Parts[str]) -> bool:
    return part.partition("/")[0] in charts or (
        part.startswith(_REPLACEMENTS) and part.removeprefix(_REPLACEMENTS) in charts
    )
