"""
What a container may cost to read, and the opening of it within that.

Forms are 15 to 70 kB. Whoever sends one back is a stranger to the program, so
everything is bounded before it is unpacked. Nothing is written to disk, no name in
the container is used as a path, and no address in the file is ever called.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping
from itertools import pairwise
from typing import Generic, TypeVar
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from attrs import define, field, frozen
from attrs.validators import gt

from model_forms.forms.refused import Refused

CODES = frozenset({
    "empty-file", "too-large", "too-many-parts", "duplicate-part", "damaged",
    "unsafe-name", "encrypted", "unpacks-too-large", "too-many-elements",
    "too-many-attributes", "too-deep", "dtd",
})  # fmt: skip
"""The reasons for which a container or the XML in it is refused."""

_ENTRY = b"PK\x01\x02"
_COMPOUND = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_MEGABYTE = 1 << 20
_HEADER = struct.Struct("<4s2xH18xHH")
"""Signature, flags, length of the name and of what comes before the part."""
_UTF8_NAME, _UNREADABLE = 0x800, 0x60


def limit(number: int) -> int:
    """Return a field for a limit, which is *number* unless said otherwise."""
    found: int = field(default=number, validator=gt(0))
    return found


@frozen(kw_only=True)
class Limits:
    """
    What a file may hold before it is refused.

    *file_bytes*: the file itself.
    *members*: parts in the container.
    *part_bytes*: one part, unpacked.
    *total_bytes*: all parts, unpacked.
    *ratio*: unpacked size over packed size, for parts above *ratio_from* bytes.
    *depth*: elements inside each other.
    *elements*: XML elements in the parts that are read.
    *attributes*: XML attributes in them; an equals sign in a text counts as one.
    """

    file_bytes: int = limit(5 * _MEGABYTE)
    members: int = limit(1_000)
    part_bytes: int = limit(25 * _MEGABYTE)
    total_bytes: int = limit(50 * _MEGABYTE)
    ratio: int = limit(200)
    ratio_from: int = limit(_MEGABYTE)
    depth: int = limit(64)
    elements: int = limit(1_000_000)
    attributes: int = limit(400_000)


@define
class Budget:
    """How much of its limits one file has used so far."""

    limits: Limits
    elements: int = field(default=0, kw_only=True)
    attributes: int = field(default=0, kw_only=True)
    unpacked: int = field(default=0, kw_only=True)

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

    def spend_attributes(self, number: int) -> None:
        """Count *number* XML attributes: one element may have any number of them."""
        self.attributes += number
        if self.attributes > self.limits.attributes:
            raise Refused("too-many-attributes", {"limit": self.limits.attributes})


Spending = TypeVar("Spending", bound=Budget)


@frozen
class Container(Generic[Spending]):
    """The parts of a zip file that keeps to its limits, by lower-case name."""

    data: bytes = field(repr=False)
    archive: ZipFile
    parts: Mapping[str, ZipInfo]
    ends: Mapping[int, int]
    budget: Spending

    @classmethod
    def opened(cls, data: bytes, budget: Spending) -> Container[Spending]:
        """
        Look through the directory of the zip file *data*, unpacking nothing.

        Raises ``Refused``, or whatever ``zipfile`` makes of a damaged file.
        """
        limits = budget.limits
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
        return cls(data, archive, parts, _ends(archive), budget)

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
        return _unpacked(self.data, info, self.ends[info.header_offset])


def _unpacked(data: bytes, info: ZipInfo, end: int) -> bytes:
    """
    Return the part *info* of the zip file *data*, as ``ZipFile.open`` reads it.

    It must not reach beyond *end*: one stretch is not unpacked twice.
    """
    start = info.header_offset
    if start < 0 or info.flag_bits & _UNREADABLE:
        raise BadZipFile
    signature, flags, name_length, extra_length = _HEADER.unpack_from(data, start)
    name_start = start + _HEADER.size
    packed_start = name_start + name_length + extra_length
    name = data[name_start : name_start + name_length]
    encoding = "utf-8" if flags & _UTF8_NAME else "cp437"
    if signature != _ZIP or name.decode(encoding) != info.orig_filename:
        raise BadZipFile
    packed = data[packed_start : packed_start + info.compress_size]
    if len(packed) < info.compress_size or packed_start + info.compress_size > end:
        raise BadZipFile
    if info.compress_type == ZIP_DEFLATED:
        # One byte more, since nothing at all would be taken for no limit.
        packed = zlib.decompressobj(-15).decompress(packed, info.file_size + 1)
    part = packed[: info.file_size]
    if zlib.crc32(part) != info.CRC:
        raise BadZipFile
    return part


def _ends(archive: ZipFile) -> dict[int, int]:
    """Return where the next part or the directory begins, by where a part does."""
    starts = sorted({each.header_offset for each in archive.infolist()})
    return dict(pairwise([*starts, archive.start_dir]))


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


def check_size(data: bytes, limits: Limits) -> None:
    """Raise ``Refused`` for a file that is empty or too large to look into."""
    if not data:
        raise Refused("empty-file")
    if len(data) > limits.file_bytes:
        raise Refused("too-large", {"bytes": len(data), "limit": limits.file_bytes})


def is_text_document(data: bytes) -> bool:
    """Tell whether a file claims to be a document of Word or LibreOffice Writer."""
    if data.startswith(_COMPOUND):
        return "WordDocument".encode("utf-16-le") in data
    written = b"mimetypeapplication/vnd.oasis.opendocument.text"
    return written in data[:200] or "word/document.xml" in _part_names(data)


def _part_names(data: bytes) -> frozenset[str]:
    if not data.startswith(_ZIP) or data.count(_ENTRY) > Limits().members:
        return frozenset()
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return frozenset(name.lower() for name in archive.namelist())
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return frozenset()
