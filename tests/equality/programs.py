"""Spreadsheet programs that work workbooks out, and what they then say."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from attrs import field, frozen

import office_program
from equality.book import Book, Cell, differences, with_results

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
WorkOut = Callable[[list[Path], Path], None]
"""What opens files and saves them in a folder under the same names."""

_AT_ONCE = 100
"""Files that LibreOffice gets in one call; it leaves out what comes after 247."""


@frozen(kw_only=True)
class Compared:
    """How many workbooks and values were compared, and what differed."""

    program: str
    books: int = 0
    values: int = 0
    differ: list[str] = field(factory=list)

    @classmethod
    def of_all(cls, program: str, listed: Iterable[Compared]) -> Compared:
        """Return what several comparisons came to together."""
        found = list(listed)
        return cls(
            program=program,
            books=sum(each.books for each in found),
            values=sum(each.values for each in found),
            differ=[line for each in found for line in each.differ],
        )

    def __str__(self) -> str:
        return (
            f"{self.program}: {self.books} workbooks, {self.values} values compared, "
            f"{len(self.differ)} differences"
        )


def by_libreoffice(books: Sequence[Book]) -> Compared:
    """Let LibreOffice work the workbooks out, many in a call, and compare."""
    starts = range(0, len(books), _AT_ONCE)
    parts = [books[start : start + _AT_ONCE] for start in starts]
    found = [_compared("LibreOffice", each, _at_once) for each in parts]
    return Compared.of_all("LibreOffice", found)


def by_gnumeric(books: Sequence[Book]) -> Compared:
    """Let gnumeric work the workbooks out, one by one, and compare."""
    return _compared("gnumeric", books, _one_by_one)


def _at_once(sources: list[Path], out: Path) -> None:
    office_program.convert(sources, "xlsx", out)


def _one_by_one(sources: list[Path], out: Path) -> None:
    for each in sources:
        command = [str(gnumeric()), "--recalc", str(each), str(out / each.name)]
        subprocess.run(
            command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )


def gnumeric() -> str | None:
    """Return where gnumeric's converter is; None when it is not installed."""
    return shutil.which("ssconvert")


def _compared(program: str, books: Sequence[Book], work_out: WorkOut) -> Compared:
    """Let *work_out* read the workbooks, without results, and write them again."""
    with TemporaryDirectory() as folder:
        given, out = Path(folder, "given"), Path(folder, "out")
        given.mkdir()
        out.mkdir()
        sources = [given / f"{number:03}.xlsx" for number in range(len(books))]
        for book, path in zip(books, sources, strict=True):
            path.write_bytes(with_results(book.data))
        work_out(sources, out)
        differ = [
            f"{program}: {line}"
            for book, path in zip(books, sources, strict=True)
            for line in _differences(book, out / path.name)
        ]
    values = sum(len(book.facts) for book in books)
    return Compared(program=program, books=len(books), values=values, differ=differ)


def _differences(book: Book, path: Path) -> list[str]:
    if not path.exists():
        return [f"{book.name}: was not worked out"]
    return list(differences(book, cells_of(path, book.sheets)))


def cells_of(path: Path, names: Iterable[str]) -> dict[str, dict[str, Cell]]:
    """Return what stands in the cells of some of a workbook's sheets."""
    wanted = set(names)
    with ZipFile(path) as file:
        shared = _strings(file)
        return {
            name: _cells(file.read(part), shared)
            for name, part in _parts(file).items()
            if name in wanted
        }


def _parts(file: ZipFile) -> dict[str, str]:
    """Return the part of the container that each sheet stands in."""
    relations = ET.fromstring(file.read("xl/_rels/workbook.xml.rels"))
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    book = ET.fromstring(file.read("xl/workbook.xml"))
    return {
        str(each.get("name")): f"xl/{targets[each.get(_ID)].removeprefix('/xl/')}"
        for each in book.iter(f"{_MAIN}sheet")
    }


def _strings(file: ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in file.namelist():
        return []
    root = ET.fromstring(file.read("xl/sharedStrings.xml"))
    return [
        "".join(part.text or "" for part in each.iter(f"{_MAIN}t"))
        for each in root.iter(f"{_MAIN}si")
    ]


def _cells(part: bytes, shared: list[str]) -> dict[str, Cell]:
    root = ET.fromstring(part)
    return {str(each.get("r")): _cell(each, shared) for each in root.iter(f"{_MAIN}c")}


def _cell(element: ET.Element, shared: list[str]) -> Cell:
    kind, text = element.get("t", "n"), element.findtext(f"{_MAIN}v") or ""
    if kind == "s":
        return shared[int(text)]
    if kind == "b":
        return text == "1"
    if kind == "n" and re.fullmatch(r"[-+.\deE]+", text):
        return float(text)
    return text
