"""The pages of a file as pictures, and whether two of them look the same."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

DPI = 48
GREYS = (
    0, 40, 80, 120, 160, 200, 215, 222, 228, 233, 238, 242, 246, 250, 253, 255
)  # fmt: skip
"""The greys that are kept: more of them among the pale fills than among letters."""

MOST = 80
"""So many pixels may differ, of a page of more than 200,000."""

_GONE = 125
"""What is so much darker than all that is near in the other page is not there."""

_NEAR = 5
"""Across which letters and lines may stand a little elsewhere."""

_PAPER = 200
"""What is darker is a letter, a line or a shape; the rest is paper, filled or not."""

_OTHER_FILL = 3
_CLEAR = 5


def drawer() -> str | None:
    """Return the program that draws pages; None when it is not installed."""
    return shutil.which("pdftoppm")


def drawn(pdf: Path, *more: str, dpi: int = DPI) -> list[Image.Image]:
    """Return the pages of *pdf* in grey; *more* is said to the program."""
    out = pdf.with_suffix("")
    command = [str(drawer()), "-gray", "-r", str(dpi), *more, str(pdf), str(out)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    found = sorted(out.parent.glob(f"{out.name}-*.pgm"))
    pages = []
    for each in found:
        with Image.open(each) as page:
            pages.append(page.convert("L"))
        each.unlink()
    return pages


def kept(page: Image.Image) -> Image.Image:
    """Return *page* in the few greys in which it is kept."""
    places = page.convert("L").point([_nearest(grey) for grey in range(256)])
    found = Image.frombytes("P", page.size, places.tobytes())
    found.putpalette([grey for each in GREYS for grey in (each, each, each)])
    return found


def _nearest(grey: int) -> int:
    """Return the place of the kept grey that is nearest to *grey*."""
    return min(range(len(GREYS)), key=lambda place: abs(GREYS[place] - grey))


def differing(one: Image.Image, other: Image.Image) -> int:
    """
    Return how many pixels differ, seen by somebody who looks for a fault.

    Neither how letters and lines are smoothed counts nor that they stand a little
    elsewhere; that something is there, or not there, or on another fill does.
    """
    if other.size != one.size:
        other = other.resize(one.size, Image.Resampling.BILINEAR)
    first, second = kept(one).convert("L"), kept(other).convert("L")
    return max(
        _count(_gone(first, second)) + _count(_gone(second, first)),
        _count(_filled_otherwise(first, second)),
    )


def _gone(one: Image.Image, other: Image.Image) -> Image.Image:
    """Mark what is in *one* and not in the *other*."""
    near = other.filter(ImageFilter.MinFilter(_NEAR))
    return _from(ImageChops.subtract(near, one), _GONE)


def _filled_otherwise(one: Image.Image, other: Image.Image) -> Image.Image:
    """Mark where the paper has another fill, clear of all letters and lines."""
    around = ImageChops.darker(one, other).filter(ImageFilter.MinFilter(_CLEAR))
    changed = _from(ImageChops.difference(one, other), _OTHER_FILL)
    marked = ImageChops.darker(changed, _from(around, _PAPER))
    # Edges that stand a little elsewhere are narrow.
    return marked.filter(ImageFilter.MinFilter(_CLEAR))


def _from(page: Image.Image, least: int) -> Image.Image:
    return page.point(lambda grey: 255 if grey >= least else 0)


def _count(marks: Image.Image) -> int:
    return int(marks.histogram()[255])
