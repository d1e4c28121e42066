"""Attacks on the container: the same for every format that is a zip file."""

from __future__ import annotations

import struct
import zipfile
from functools import partial

from returns.attacks import READ, Shelf
from returns.packages import form, unzipped, zipped, zipped_pairs

SHELF = Shelf("zip")
MEGABYTE = 1 << 20
MAINS = {
    "xlsx": "xl/worksheets/sheet2.xml",
    "ods": "content.xml",
    "docx": "word/document.xml",
}
"""The part that an attack on a form goes for."""

_LOCAL, _ENTRY = b"PK\x03\x04", b"PK\x01\x02"


def blanks(ending: str) -> bytes:
    """A part that unpacks to a thousand times what it fills."""
    part = MAINS[ending]
    parts = unzipped(form(ending))
    return zipped({**parts, part: parts[part] + b" " * (24 * MEGABYTE)})


def much(ending: str) -> bytes:
    """A part above the limit, of which no other limit is passed."""
    return zipped({**unzipped(form(ending)), "mere.bin": b" " * (26 * MEGABYTE)})


def together(ending: str) -> bytes:
    """Parts that are each below the limit and together above it."""
    more = {f"mere{n}.bin": b" " * (1_000 << 10) for n in range(60)}
    return zipped({**unzipped(form(ending)), **more})


def members(ending: str) -> bytes:
    """Ten thousand parts."""
    return zipped({**unzipped(form(ending)), **{f"p{n}": b"" for n in range(10_000)}})


def large(ending: str) -> bytes:
    """A file that is too large before anything is looked at."""
    more = {"mere.bin": b"x" * (6 * MEGABYTE)}
    return zipped({**unzipped(form(ending)), **more}, zipfile.ZIP_STORED)


def named(ending: str, name: str) -> bytes:
    """A part whose name leads out of the container."""
    data = zipped({**unzipped(form(ending)), name.replace("\0", "?"): b"x"})
    return data.replace(name.replace("\0", "?").encode(), name.encode())


def twice(ending: str, name: str) -> bytes:
    """A name that stands twice, so that two readers see two files."""
    parts = unzipped(form(ending))
    return zipped_pairs([*parts.items(), (name, b"<a/>")])


def lying(ending: str) -> bytes:
    """A directory that declares fewer bytes than a part unpacks to."""
    part = MAINS[ending]
    parts = unzipped(form(ending))
    parts[part] += b" " * (24 * MEGABYTE)
    return _declared(zipped(parts), part, 5_000)


def boasting(ending: str) -> bytes:
    """A directory that declares more bytes than a part unpacks to."""
    return _declared(form(ending), MAINS[ending], MEGABYTE)


def _declared(data: bytes, part: str, size: int) -> bytes:
    """Return *data* with another unpacked size for *part*, in both places."""
    for mark, name_at, size_at in ((_LOCAL, 30, 22), (_ENTRY, 46, 24)):
        place = data.index(mark)
        while data[place + name_at :][: len(part)] != part.encode():
            place = data.index(mark, place + 1)
        at = place + size_at
        data = data[:at] + struct.pack("<I", size) + data[at + 4 :]
    return data


def locked(ending: str) -> bytes:
    """A part with a zip password."""
    data = form(ending)
    flags = data.index(_ENTRY) + 8
    return data[:flags] + b"\x01" + data[flags + 1 :]


def odd_method(ending: str) -> bytes:
    """Parts packed in a way that forms never are."""
    return zipped(unzipped(form(ending)), zipfile.ZIP_LZMA)


def nested(ending: str) -> bytes:
    """A container in the container, in a container."""
    inside = zipped({"a.zip": zipped({"b.zip": b" " * MEGABYTE})})
    return zipped({**unzipped(form(ending)), "mere.zip": inside})


def entity(ending: str, declared: str, encoding: str = "utf-8") -> bytes:
    """A document type in the part that holds the answers."""
    part = MAINS[ending]
    parts = unzipped(form(ending))
    written = parts[part].decode()
    if written.startswith("<?xml"):
        written = written.partition("?>")[2].lstrip()
    whole = f"<!DOCTYPE a {declared}>{written}"
    return zipped({**parts, part: whole.encode(encoding)})


def deep(ending: str) -> bytes:
    """As many elements inside each other as are not refused by their number."""
    part = MAINS[ending]
    parts = unzipped(form(ending))
    whole = b"<a>" * 100_000 + parts[part][-100:]
    return zipped({**parts, part: whole})


def odd_encoding(ending: str) -> bytes:
    """A part in an encoding that another reader might take for something else."""
    part = MAINS[ending]
    parts = unzipped(form(ending))
    body = parts[part].decode().partition("?>")[2] or parts[part].decode()
    return zipped({**parts, part: f'<?xml version="1.0" encoding="cp037"?>{body}'})


def many_attributes(ending: str) -> bytes:
    """One element with more attributes than a file may have."""
    return attributes(ending, 600_000)


def attributes(ending: str, number: int = 380_000) -> bytes:
    """One element with nearly as many attributes as a file may have."""
    part = MAINS[ending]
    parts = unzipped(form(ending))
    many = " ".join(f'a{n * 7919 % 1_000_003}="{n}"' for n in range(number))
    head, tail = parts[part].split(b">", 2)[:2], parts[part].split(b">", 2)[2]
    if not head[0].startswith(b"<?xml"):
        head, tail = parts[part].split(b">", 1)[:1], parts[part].split(b">", 1)[1]
    whole = b">".join(head) + b" " + many.encode() + b">" + tail
    return zipped({**parts, part: whole})


def cut(ending: str) -> bytes:
    """A transfer that broke off."""
    return form(ending)[:-200]


_LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12)
)
_DOCTYPES = {
    "a billion laughs": (f"[{_LAUGHS}]", "utf-8"),
    "a billion laughs in UTF-16": (f"[{_LAUGHS}]", "utf-16"),
    "one long entity": (f'[<!ENTITY q "{"x" * 50_000}">]', "utf-8"),
    "an entity from a file": ('[<!ENTITY f SYSTEM "file:///etc/passwd">]', "utf-8"),
    "an external document type": ('SYSTEM "http://localhost:9/a.dtd"', "utf-8"),
}
_NAMES = ("../ud.txt", "/etc/ud.txt", "a\\ud.txt", "C:ud.txt", "xl/../../ud", "a\0b")

for _ending, _main in MAINS.items():
    for _name, _expected, _make in (
        ("a part of blanks", "unpacks-too-large", blanks),
        ("a part above the limit", "unpacks-too-large", much),
        ("many parts of blanks", "unpacks-too-large", together),
        ("ten thousand parts", "too-many-parts", members),
        ("a file above the limit", "too-large", large),
        ("a declared size that is too small", "damaged", lying),
        ("a declared size that is too large", READ, boasting),
        ("a part with a password", "encrypted", locked),
        ("an odd method of packing", "damaged", odd_method),
        ("containers in containers", READ, nested),
        ("elements inside each other", "too-deep", deep),
        ("an odd encoding", "damaged", odd_encoding),
        ("380,000 attributes", READ, attributes),
        ("600,000 attributes", "too-many-attributes", many_attributes),
        ("a file cut off", "damaged", cut),
    ):
        SHELF.add(f"{_name} ({_ending})", _expected, partial(_make, _ending))
    for _name, (_declared_as, _encoding) in _DOCTYPES.items():
        _make = partial(entity, _ending, _declared_as, _encoding)
        SHELF.add(f"{_name} ({_ending})", "dtd", _make)
    for _bad in _NAMES:
        _make = partial(named, _ending, _bad)
        SHELF.add(f"a part called {_bad!r} ({_ending})", "unsafe-name", _make)
    for _same in (_main, _main.upper()):
        _make = partial(twice, _ending, _same)
        SHELF.add(f"{_same} twice ({_ending})", "duplicate-part", _make)
