"""Attacks on a form in ods: rows and cells that stand for many like them."""

from __future__ import annotations

from returns.attacks import READ, Shelf
from returns.attacks_xlsx import spread
from returns.packages import changed, form, unzipped, zipped

SHELF = Shelf("ods")
CONTENT = "content.xml"
SHEET = '<table:table table:name="Kortlægning">'
LONG = "".join(f"{spread(n)} " for n in range(5_000))[:32_700]


def with_rows(rows: str) -> bytes:
    """Return the form with *rows* below its questions."""
    parts = unzipped(form("ods"))
    head, mark, tail = parts[CONTENT].decode().partition(SHEET)
    own, end, rest = tail.partition("</table:table>")
    return zipped({**parts, CONTENT: f"{head}{mark}{own}{rows}{end}{rest}".encode()})


def row(cells: str, times: int = 1) -> str:
    """Return a row that stands for *times* rows."""
    return (
        f'<table:table-row table:number-rows-repeated="{times}">{cells}'
        "</table:table-row>"
    )


def cell(words: str, times: int | str = 1, more: str = "") -> str:
    """Return a cell that stands for *times* cells."""
    return (
        f'<table:table-cell office:value-type="string" {more}'
        f' table:number-columns-repeated="{times}"><text:p>{words}</text:p>'
        "</table:table-cell>"
    )


for _name, _expected, _rows in (
    ("a filled cell in a whole row", "too-many-repeats", row(cell("x", 16_384))),
    ("a filled row on a whole sheet", "too-many-repeats", row(cell("x"), 1_048_576)),
    ("all cells of all rows", "too-many-repeats", row(cell("x", 16_384), 1_048_576)),
    ("a thousand times a thousand cells", "too-many-cells", row(cell("x", 900), 900)),
    ("a thousand rows of a thousand cells", "too-many-cells",
     row(cell("x", 1_000)) * 101),
    ("nothing in all cells of all rows", READ,
     row('<table:table-cell table:number-columns-repeated="16384"/>', 1_048_576)),
    ("a repeat of 5,000 digits", "bad-reference", row(cell("x", "9" * 5_000))),
    ("a repeat below nothing", "bad-reference", row(cell("x", "-1"))),
    ("a repeat in other digits", "bad-reference", row(cell("x", "٣" * 9))),
    ("a span of 5,000 digits", "bad-reference",
     row(cell("x", 1, f'table:number-columns-spanned="{"9" * 5_000}"'))),
    ("a span of everything", READ,
     row(cell("x", 1, 'table:number-columns-spanned="16384"'
              ' table:number-rows-spanned="1048576"'))),
    ("one long text in every cell", "too-much-text", row(cell(LONG, 48), 1_000)),
    ("one long text in as many cells as may hold it", READ, row(cell(LONG, 30))),
    ("a text of half a million characters", "too-long-text", row(cell(LONG * 15))),
    ("a text of half a million blanks", "too-long-text",
     row(cell('<text:s text:c="1000"/>' * 500))),
    ("blanks without end", "damaged", row(cell(f'<text:s text:c="{"9" * 5_000}"/>'))),
    ("45,000 cells with words", "too-much-beside",
     "".join(row(cell(f"ord {spread(n)}")) for n in range(45_000))),
    ("45,080 answers beside no question", "too-much-beside",
     row(f'<table:table-cell table:number-columns-repeated="3"/>{cell("x")}', 980)
     * 46),
    ("4,900 answers beside no question", READ,
     row(f'<table:table-cell table:number-columns-repeated="3"/>{cell("x")}', 980)
     * 5),
    ("5,001 merges", "too-many-merges",
     row(cell("x", 1, 'table:number-columns-spanned="2"')) * 5_001),
    ("300,000 paragraphs in a cell", "too-long-text",
     row(cell("".join(
         f"<text:span/></text:p>{' ' * (spread(n) % 9)}<text:p>"
         for n in range(300_000))))),
    ("900,000 rows without anything", READ, "".join(
        f"<table:table-row/>{n:05}" for n in range(900_000))),
    ("a long formula", READ,
     row(cell("1", 1, f'table:formula="of:={"1+" * 15_000}1"'))),
    ("a formula of half a million characters", "too-long-text",
     row(cell("1", 1, f'table:formula="of:={"1+" * 250_000}1"'))),
    ("a sheet in a sheet", "damaged", '<table:table table:name="a"/>'),
    ("an odd number", READ,
     row('<table:table-cell office:value-type="float" office:value="1e99999"/>')),
    ("a date in a far year", READ,
     row('<table:table-cell office:value-type="date" office:date-value="99999-1-1"/>')),
    ("a reference to a control character", "damaged", row(cell("&#1;"))),
):  # fmt: skip
    SHELF.add(_name, _expected, lambda rows=_rows: with_rows(rows))


@SHELF.that("sixty-five sheets", "too-many-sheets")
def sheets() -> bytes:
    many = "".join(f'<table:table table:name="A{n}"/>' for n in range(65))
    return changed(form("ods"), CONTENT, SHEET, many + SHEET)


@SHELF.that("a hundred thousand names", "too-many-names")
def names() -> bytes:
    many = "".join(
        f'<table:named-expression table:name="n{spread(n)}"'
        f' table:expression="of:=&quot;{spread(n)}&quot;"/>'
        for n in range(100_000)
    )
    end = "</office:spreadsheet>"
    return changed(form("ods"), CONTENT, end, many + end)


@SHELF.that("100,000 styles", READ)
def styles() -> bytes:
    many = "".join(
        f'<style:style style:name="s{spread(n)}" style:family="table-cell">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
        for n in range(100_000)
    )
    return changed(
        form("ods"), CONTENT, "<office:body>",
        f"<office:automatic-styles>{many}</office:automatic-styles><office:body>",
    )  # fmt: skip


@SHELF.that("a password", "encrypted")
def locked() -> bytes:
    manifest = "<manifest:encryption-data/>"
    return zipped({**unzipped(form("ods")), "META-INF/manifest.xml": manifest})


@SHELF.that("properties above every measure", READ)
def properties() -> bytes:
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
    )
    many = "".join(
        f"<meta:keyword>{spread(n)} {'x' * 20}</meta:keyword>" for n in range(200_000)
    )
    meta = f"<office:document-meta {spaces}>{many}</office:document-meta>"
    return zipped({**unzipped(form("ods")), "meta.xml": meta})
