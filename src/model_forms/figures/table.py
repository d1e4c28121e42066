"""A file of figures as rows: CSV in UTF-8, split by comma or semicolon."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from model_forms.errors import near_miss
from model_forms.finding import Finding, Place, Severity
from model_forms.text import Text, both

MOST_BYTES = 1_000_000
MOST_ROWS = 1000

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "indicator": ("indikator",),
    "value": ("værdi", "vaerdi"),
    "year": ("år", "aar"),
    "unit": ("enhed",),
    "n": ("antal",),
    "source": ("kilde",),
    "fetched": ("hentet",),
}
"""The columns, each with its Danish names."""

_NAMES = {each: column for column, more in COLUMNS.items() for each in (column, *more)}
_LONGEST_SEEN = 40


@frozen(kw_only=True)
class Row:
    """A line with figures: its number in the file, and each cell by column."""

    line: int
    cells: Mapping[str, str]


@frozen(kw_only=True)
class Sheet:
    """The rows of a file, what its columns are called there, and what was wrong."""

    file: str
    headers: Mapping[str, str]
    rows: tuple[Row, ...] = ()
    findings: tuple[Finding, ...] = ()

    def place(self, line: int, column: str | None = None) -> Place:
        """Return a spot in the file, such as ``figures.csv:3:value``."""
        parts = [self.file, str(line)]
        if column is not None:
            parts.append(self.headers.get(column, column))
        return Place(path=":".join(parts))


def seen(text: str) -> str:
    """Return *text* as it may stand in a sentence."""
    whole = " ".join(text.split())
    return whole if len(whole) <= _LONGEST_SEEN else f"{whole[:_LONGEST_SEEN]}…"


def read_table(data: bytes, name: str) -> Sheet:
    """Return the rows of *data*; what cannot be read is told in findings."""
    empty = Sheet(file=name, headers={})
    if len(data) > MOST_BYTES:
        return _with(empty, _told("too-large", empty.place(1), _TOO_LARGE))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _with(empty, _told("not-utf-8", empty.place(line), _NOT_UTF_8))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    split = ";" if ";" in text.partition("\n")[0] else ","
    reader = csv.reader(io.StringIO(text), delimiter=split, strict=True)
    try:
        return _sheet(list(_lines(reader)), name)
    except csv.Error:
        place = empty.place(max(1, reader.line_num))
        return _with(empty, _told("not-csv", place, _NOT_CSV))


def _lines(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Yield each line that holds something, with the number it begins on."""
    begins = 1
    for cells in reader:
        trimmed = [each.strip() for each in cells]
        if any(trimmed):
            yield begins, trimmed
        begins = reader.line_num + 1  # type: ignore[attr-defined]


def _sheet(lines: Sequence[tuple[int, list[str]]], name: str) -> Sheet:
    if not lines:
        empty = Sheet(file=name, headers={})
        return _with(empty, _told("no-rows", empty.place(1), _NO_ROWS))
    (first, header), rows = lines[0], lines[1 : MOST_ROWS + 1]
    known = [_NAMES.get(each.casefold()) for each in header]
    sheet = Sheet(
        file=name,
        headers={
            column: words
            for column, words in zip(known, header, strict=True)
            if column is not None
        },
    )
    findings = list(_header(sheet, first, header))
    if any(each.is_error for each in findings):
        return _with(sheet, *findings)
    if not rows:
        findings.append(_told("no-rows", sheet.place(first), _NO_ROWS))
    if len(lines) > MOST_ROWS + 1:
        place = sheet.place(lines[MOST_ROWS + 1][0])
        findings.append(_told("too-large", place, _TOO_LARGE))
    kept = []
    for line, cells in rows:
        if any(cells[len(header) :]):
            findings.append(_told("too-many-cells", sheet.place(line), _TOO_MANY))
        else:
            kept.append(Row(line=line, cells=_named(known, cells)))
    whole = Sheet(file=name, headers=sheet.headers, rows=tuple(kept))
    return _with(whole, *findings)


def _named(known: Sequence[str | None], cells: Sequence[str]) -> dict[str, str]:
    found = dict.fromkeys(COLUMNS, "")
    for column, cell in zip(known, cells, strict=False):
        if column is not None:
            found[column] = cell
    return found


def _header(sheet: Sheet, line: int, header: Sequence[str]) -> Iterator[Finding]:
    columns = [_NAMES.get(each.casefold()) for each in header]
    missing = [each for each in COLUMNS if each not in columns]
    for column in missing:
        danish = COLUMNS[column][0]
        text = both(
            f"Der mangler en kolonne, som hedder »{danish}« (eller »{column}«).",
            f"There is no column called {column!r}.",
        )
        yield _told("missing-column", sheet.place(line), text)
    for column in sheet.headers:
        if columns.count(column) > 1:
            text = both(
                f"Kolonnen »{sheet.headers[column]}« findes flere gange.",
                f"The column {sheet.headers[column]!r} is there more than once.",
            )
            yield _told("repeated-column", sheet.place(line, column), text)
    for words in header:
        if words and words.casefold() not in _NAMES:
            text = _unknown(words, missing)
            yield _told("unknown-column", sheet.place(line), text, "warning")


def _unknown(words: str, missing: Sequence[str]) -> Text:
    names = [each for column in missing for each in (column, *COLUMNS[column])]
    meant = near_miss(words.casefold(), names)
    da = f" Mente I »{meant}«?" if meant else " Den bliver ikke læst."
    en = f" Did you mean {meant!r}?" if meant else " It is not read."
    return both(
        f"Ukendt kolonne »{seen(words)}«.{da}", f"Unknown column {seen(words)!r}.{en}"
    )


def _told(
    code: str, place: Place, message: Text, severity: Severity = "error"
) -> Finding:
    return Finding(severity=severity, code=code, message=message, place=place)


def _with(sheet: Sheet, *findings: Finding) -> Sheet:
    return Sheet(
        file=sheet.file, headers=sheet.headers, rows=sheet.rows, findings=findings
    )


_TOO_LARGE = both(
    f"Filen er for stor. Den må højst fylde {MOST_BYTES} byte og have {MOST_ROWS} "
    "rækker. Slet det, der ikke er tal om området.",
    f"The file is too large. It may hold {MOST_BYTES} bytes and {MOST_ROWS} rows. "
    "Delete what is no figure on the area.",
)
_NOT_UTF_8 = both(
    "Filen er ikke gemt som UTF-8. Vælg »CSV UTF-8«, når I gemmer den.",
    "The file is not saved as UTF-8. Choose “CSV UTF-8” when you save it.",
)
_NOT_CSV = both(
    "Herfra kan filen ikke læses som CSV. Se efter et anførselstegn, der mangler eller "
    "er for meget.",
    "From here the file cannot be read as CSV. Look for a quotation mark that is "
    "missing or should not be there.",
)
_NO_ROWS = both(
    "Der er ingen tal i filen. Skriv en række for hvert tal under overskrifterne.",
    "There are no figures in the file. Write a row for each below the headings.",
)
_TOO_MANY = both(
    "Rækken har flere felter end overskriften. Bruger I decimalkomma, så skil "
    "kolonnerne med semikolon.",
    "The row has more cells than the heading. With decimal commas, split the columns "
    "by semicolons.",
)
