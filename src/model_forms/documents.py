"""Files in and out: the edge where paths, bytes and file objects become values."""

from __future__ import annotations

import json
from collections.abc import Iterator
from math import isfinite
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from attrs import frozen

from model_forms.errors import UnreadableDocument
from model_forms.finding import Finding
from model_forms.json_schema import problem
from model_forms.text import Text, both
from model_forms.typing import Readable, Writable

DEPTH = 64
"""How deep a document may be nested: far beyond any definition."""

TOO_DEEP = both("den er for dybt indlejret", "it is nested too deep")


@frozen
class Repeated:
    """A JSON object in which a key stood more than once; only *data* is kept."""

    data: dict[str, Any]
    keys: tuple[str, ...]


def name_of(source: Readable | Writable, otherwise: str = "<bytes>") -> str:
    """Return what to call *source* in messages: its file name without folders."""
    if isinstance(source, str | PathLike):
        return Path(source).name
    name = getattr(source, "name", None)
    return Path(name).name if isinstance(name, str) else otherwise


def read(source: Readable) -> bytes:
    """Return the bytes of *source*; UnreadableDocument when it cannot be opened."""
    if isinstance(source, bytes):
        return source
    if isinstance(source, str | PathLike):
        try:
            return Path(source).read_bytes()
        except (OSError, ValueError) as error:
            raise UnreadableDocument(fspath(source), _system(error)) from error
    data = source.read()
    if not isinstance(data, bytes):
        reason = both("filobjektet giver tekst, ikke bytes", "it gives text, not bytes")
        raise UnreadableDocument(name_of(source), reason)
    return data


def write(data: bytes, to: Writable) -> None:
    """Write *data* to a path or a binary file object."""
    if isinstance(to, str | PathLike):
        try:
            Path(to).write_bytes(data)
        except (OSError, ValueError) as error:
            raise UnreadableDocument(fspath(to), _system(error)) from error
    else:
        to.write(data)


def replace(data: bytes, to: Writable) -> None:
    """Write *data*; a file that was there before is replaced whole, or not at all."""
    if not isinstance(to, str | PathLike):
        to.write(data)
        return
    path = Path(to)
    beside = path.with_name(f"{path.name}.new")
    write(data, beside)
    try:
        beside.replace(path)
    except OSError as error:
        raise UnreadableDocument(fspath(to), _system(error)) from error


def make_folder(path: Path) -> None:
    """Make a folder and those above it; UnreadableDocument when that cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise UnreadableDocument(fspath(path), _system(error)) from error


def parse(data: bytes, name: str) -> tuple[Any, tuple[Finding, ...]]:
    """
    Return the JSON document in *data*, and a finding for each repeated key.

    Raises UnreadableDocument with line and column when it is not JSON.
    """
    findings: list[Finding] = []
    try:
        text = data.decode("utf-8-sig")
        found = json.loads(
            text,
            object_pairs_hook=_pairs,
            parse_constant=_number,
            parse_float=_number,
        )
        return _unwrapped(found, "$", findings, 0), tuple(findings)
    except UnicodeError as error:
        reason = both("ikke tekst i UTF-8", "not UTF-8 text")
        raise UnreadableDocument(name, reason) from error
    except json.JSONDecodeError as error:
        where = error.lineno, error.colno
        reason = both(
            f"ikke JSON: linje {where[0]}, tegn {where[1]}",
            f"not JSON: line {where[0]}, column {where[1]}: {error.msg}",
        )
        raise UnreadableDocument(name, reason) from error
    except (OverflowError, ValueError) as error:
        reason = both("et tal er for stort", "a number is out of range")
        raise UnreadableDocument(name, reason) from error
    except RecursionError as error:
        raise UnreadableDocument(name, TOO_DEEP) from error


def lines(data: bytes, name: str) -> Iterator[tuple[str, Any, tuple[Finding, ...]]]:
    """Yield name and line number, document and findings of each line of JSON."""
    for number, line in enumerate(data.splitlines(), start=1):
        if line.strip():
            where = f"{name}:{number}"
            yield where, *parse(line, where)


def _system(error: OSError | ValueError) -> Text:
    words = getattr(error, "strerror", None) or type(error).__name__
    return both(words, words)


def _number(text: str) -> float:
    """Return a number; one that is not finite is none in JSON."""
    number = float(text)
    if not isfinite(number):
        raise OverflowError(text)
    return number


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any] | Repeated:
    data = dict(pairs)
    if len(data) == len(pairs):
        return data
    seen: set[str] = set()
    twice = [key for key, _ in pairs if key in seen or seen.add(key)]  # type: ignore[func-returns-value]
    return Repeated(data, tuple(dict.fromkeys(twice)))


def _unwrapped(
    value: Any,  # noqa: ANN401  JSON
    path: str,
    findings: list[Finding],
    depth: int,
) -> Any:  # noqa: ANN401  JSON
    if depth > DEPTH:
        raise RecursionError
    if isinstance(value, str):
        value.encode()  # half of a character pair cannot be written anywhere
        return value
    if isinstance(value, Repeated):
        findings += [_twice(key, path) for key in value.keys]
        value = value.data
    if isinstance(value, dict):
        "".join(value).encode()
        return {
            key: _unwrapped(each, f"{path}.{key}", findings, depth + 1)
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [
            _unwrapped(each, f"{path}[{place}]", findings, depth + 1)
            for place, each in enumerate(value)
        ]
    return value


def _twice(key: str, path: str) -> Finding:
    return problem(
        "repeated-key",
        f"{path}.{key}",
        both(
            f"Nøglen »{key}« står her flere gange.",
            f"The key {key!r} is repeated here.",
        ),
    )
