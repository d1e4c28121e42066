"""
What a file may cost to read, and the opening of its container within that.

Forms are 15 to 70 kB. Whoever sends one back is a stranger to the program, so
everything is bounded before it is unpacked. Nothing is written to disk, no name in
the container is used as a path, and no address in the file is ever called.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from attrs import define, field, frozen
from attrs.validators import gt

from model_forms_excel.refused import MESSAGES, Refused

__all__ = ["DEFAULT_LIMITS", "MESSAGES", "Budget", "Container", "Limits", "Refused"]

_ENTRY = b"PK\x01\x02"
_MEGABYTE = 1 << 20


def _limit(number: int) -> int:
    limit: int = field(default=number, validator=gt(0))
    return limit


@frozen(kw_only=True)
class Limits:
    """
    What a file may hold, all sheets together, before it is refused.

    *file_bytes*: the file itself.
    *members*: parts in the container.
    *part_bytes*: one part, unpacked.
    *total_bytes*: all parts, unpacked.
    *ratio*: unpacked size over packed size, for parts above *ratio_from* bytes.
    *depth*: elements inside each other.
    *elements*: XML elements in the parts that are read.
    *cells*: cells with a content, a fill or a struck font.
    *text*: characters in one cell, comment or property.
    *strings*: shared strings.
    *string_characters*: characters in all shared strings.
    *sheets*: sheets.
    *names*: defined names; also validation prompts and comments, each on its own.
    *merges*: merged areas.
    *repeats*: times that an ods file may repeat one filled cell or row.
    """

    file_bytes: int = _limit(5 * _MEGABYTE)
    members: int = _limit(1_000)
    part_bytes: int = _limit(25 * _MEGABYTE)
    total_bytes: int = _limit(50 * _MEGABYTE)
    ratio: int = _limit(200)
    ratio_from: int = _limit(_MEGABYTE)
    depth: int = _limit(64)
    elements: int = _limit(1_000_000)
    cells: int = _limit(100_000)
    text: int = _limit(32_767)
    strings: int = _limit(100_000)
    string_characters: int = _limit(16 * _MEGABYTE)
    sheets: int = _limit(64)
    names: int = _limit(10_000)
    merges: int = _limit(5_000)
    repeats: int = _limit(1_000)


DEFAULT_LIMITS = Limits()


@define
class Budget:
    """How much of its limits one file has used so far."""

    limits: Limits
    elements: int = 0
    cells: int = 0
    merges: int = 0
    unpacked: int = 0

    def spend_bytes(self, number: int) -> None:
        """Count *number* unpacked bytes; a part that is read twice counts twice."""
        self.unpacked += number
        most = self.limits.total_bytes
        if number > self.limits.part_bytes or self.unpacked > most:
            raise Refused("unpacks-too-large", {"limit": most})

    def spend_elements(self, number: int) -> None:
        """Count *number* XML elements."""
        self.elements += number
        if self.elements > self.limits.elements:
            raise Refused("too-many-elements", {"limit": self.limits.elements})


@frozen
class Container:
    """The parts of a zip file that keeps to its limits, by lower-case name."""

    archive: ZipFile
    parts: Mapping[str, ZipInfo]
    budget: Budget

    @classmethod
    def opened(cls, data: bytes, limits: Limits) -> Container:
        """
        Look through the directory of the zip file *data*, unpacking nothing.

        Raises ``Refused``, or whatever ``zipfile`` makes of a damaged file.
        """
        # Counted first: the directory itself may be what is too large to load.
        if (members := data.count(_ENTRY)) > limits.members:
            raise Refused("too-many-parts", {"parts": members, "limit": limits.members})
        archive = ZipFile(io.BytesIO(data))
        parts: dict[str, ZipInfo] = {}
        for info in archive.infolist():
            _check(info, limits)
            if parts.setdefault(info.filename.lower(), info) is not info:
                raise Refused("duplicate-part", {"part": info.filename[:200]})
        declared = sum(info.file_size for info in parts.values())
        if declared > limits.total_bytes:
            raise Refused("unpacks-too-large", {"limit": limits.total_bytes})
        return cls(archive, parts, Budget(limits))

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.parts

    def read(self, name: str) -> bytes:
        """
        Unpack the part *name*, and never more of it than the directory declares.

        Raises ``Refused``, or whatever ``zipfile`` makes of a damaged part.
        """
        info = self.parts.get(name.lower())
        if info is None:
            raise Refused("damaged", {"missing": name[:200]})
        self.budget.spend_bytes(info.file_size)
        with self.archive.open(info) as part:
            return part.read(info.file_size + 1)


def _check(info: ZipInfo, limits: Limits) -> None:
    name = info.orig_filename
    unsafe = name.startswith("/") or any(mark in name for mark in "\\:\0")
    if unsafe or ".." in name.split("/"):
        raise Refused("unsafe-name", {"part": name[:200]})
    if info.flag_bits & 1:
        raise Refused("encrypted", {"part": name[:200]})
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Refused("damaged", {"part": name[:200], "method": info.compress_type})
    most = limits.part_bytes
    if info.file_size > limits.ratio_from:
        most = min(most, limits.ratio * info.compress_size)
    if info.file_size > most:
        raise Refused("unpacks-too-large", {"part": name[:200], "limit": most})
