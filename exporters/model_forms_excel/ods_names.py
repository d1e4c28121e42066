"""The names of elements and attributes in an ods file, as the walker sees them."""

from __future__ import annotations

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_CALC_EXTENSION = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"


def office(local: str) -> str:
    """Return the full name of ``office:``*local*."""
    return f"{_ODF}:office:1.0 {local}"


def table(local: str) -> str:
    """Return the full name of ``table:``*local*."""
    return f"{_ODF}:table:1.0 {local}"


def text(local: str) -> str:
    """Return the full name of ``text:``*local*."""
    return f"{_ODF}:text:1.0 {local}"


def style(local: str) -> str:
    """Return the full name of ``style:``*local*."""
    return f"{_ODF}:style:1.0 {local}"


def meta(local: str) -> str:
    """Return the full name of ``meta:``*local*."""
    return f"{_ODF}:meta:1.0 {local}"


BACKGROUND = f"{_ODF}:xsl-fo-compatible:1.0 background-color"
EXTENDED_TYPE = f"{_CALC_EXTENSION} value-type"
_DRAWN = (
    "a caption circle connector control custom-shape ellipse frame g line measure"
    " page-thumbnail path polygon polyline rect regular-polygon"
)
SHAPES = (
    *(f"{_ODF}:drawing:1.0 {local}" for local in _DRAWN.split()),
    f"{_ODF}:dr3d:1.0 scene",
)
