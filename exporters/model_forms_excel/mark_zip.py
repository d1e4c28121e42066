"""A container with some of its parts changed; all others are copied as they are."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from model_forms_excel.guard import Budget, Container, Limits

LIMITS = Limits(elements=120_000, part_bytes=6 << 20, total_bytes=16 << 20)
"""What a file may hold to be marked: forms hold a tenth, however full they are."""

# A container keeps a time for each part; a fixed one keeps the bytes the same.
_MADE = (1980, 1, 1, 0, 0, 0)


def opened(data: bytes) -> Container:
    """Return the container *data*, with all of its limits still to use."""
    return Container.opened(data, Budget(LIMITS))


def repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """
    Return the container *data* with parts changed or added, in the order it had.

    Parts are named without regard to case, as everywhere in a container.
    """
    container, stream = opened(data), io.BytesIO()
    left = {name.lower(): (name, part) for name, part in changed.items()}
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.comment = container.archive.comment
        for info in container.archive.infolist():
            _, part = left.pop(info.filename.lower(), ("", None))
            kept = ZipInfo(info.filename, info.date_time)
            kept.compress_type = info.compress_type
            kept.external_attr = info.external_attr
            kept.create_system = info.create_system
            archive.writestr(
                kept, container.read(info.filename) if part is None else part
            )
        for name, part in left.values():
            made = ZipInfo(name, _MADE)
            made.compress_type = ZIP_DEFLATED
            archive.writestr(made, part)
    return stream.getvalue()
