"""Attacks on a form in xlsx that are far above a limit, or only look bad."""

from __future__ import annotations

import re
from collections.abc import Mapping

from returns.attacks import READ, Shelf
from returns.packages import MAIN, changed, form, unzipped, zipped

SHELF = Shelf("xlsx")
SHEET = "xl/worksheets/sheet2.xml"
BOOK = "xl/workbook.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
LINKS = "xl/_rels/workbook.xml.rels"


def with_rows(rows: str) -> bytes:
    """Return the form with *rows* below its questions."""
    return changed(form("xlsx"), SHEET, "</sheetData>", f"{rows}</sheetData>")


def after_rows(markup: str) -> bytes:
    """Return the form with *markup* after the rows of its questions."""
    return changed(form("xlsx"), SHEET, "</sheetData>", f"</sheetData>{markup}")


def with_parts(more: Mapping[str, bytes | str]) -> bytes:
    """Return the form with other parts put in, or put in the place of its own."""
    return zipped({**unzipped(form("xlsx")), **more})


def spread(number: int) -> int:
    """Return a number that packs badly, so that no ratio gives it away."""
    return number * 7_919 % 1_000_003


@SHELF.that("a million cells", "too-many-elements")
def cells() -> bytes:
    return with_rows(
        "".join(
            f'<row r="{row}">'
            + "".join(f"<c><v>{spread(row * 50 + n)}</v></c>" for n in range(50))
            + "</row>"
            for row in range(100, 11_100)
        )
    )


@SHELF.that("fifty thousand and one cells", "too-many-cells")
def cells_and_one() -> bytes:
    return with_rows(
        "".join(
            f'<row r="{row}"><c><v>{spread(row)}</v></c><c><v>{row}</v></c></row>'
            for row in range(100, 25_101)
        )
    )


@SHELF.that("a million empty rows", "too-many-elements")
def rows() -> bytes:
    return with_rows("".join(f'<row ht="{spread(n)}"/>' for n in range(1_100_000)))


@SHELF.that("half a million shared strings", "too-many-elements")
def strings() -> bytes:
    many = "".join(f"<si><t>{spread(n)}</t></si>" for n in range(520_000))
    return changed(form("xlsx"), STRINGS, "</sst>", f"{many}</sst>")


@SHELF.that("shared strings above the limit", "too-many-strings")
def strings_and_one() -> bytes:
    many = "".join(f"<si><t>{spread(n)}</t></si>" for n in range(100_001))
    return changed(form("xlsx"), STRINGS, "</sst>", f"{many}</sst>")


@SHELF.that("seventeen million characters of shared strings", "too-many-strings")
def string_characters() -> bytes:
    words = "".join(f"{spread(n)} " for n in range(4_000))
    many = "".join(f"<si><t>{n} {words}</t></si>" for n in range(650))
    return changed(form("xlsx"), STRINGS, "</sst>", f"{many}</sst>")


@SHELF.that("ten thousand sheets on one part", "too-many-sheets")
def sheets() -> bytes:
    many = "".join(
        f'<sheet name="A{spread(n)}" sheetId="{n + 9}" r:id="rId2"/>'
        for n in range(10_000)
    )
    return changed(form("xlsx"), BOOK, "</sheets>", f"{many}</sheets>")


@SHELF.that("half a million names", "too-many-attributes")
def names() -> bytes:
    many = "".join(
        f'<definedName name="n{spread(n)}">1</definedName>' for n in range(500_000)
    )
    return changed(form("xlsx"), BOOK, "</definedNames>", f"{many}</definedNames>")


@SHELF.that("two hundred thousand validations", "too-many-attributes")
def validations() -> bytes:
    return after_rows(
        "".join(
            f'<dataValidation promptTitle="x" sqref="Z{n}"/>' for n in range(1, 200_001)
        )
    )


@SHELF.that("a validation for a hundred thousand cells", READ)
def ranges() -> bytes:
    many = " ".join(f"Z{n}" for n in range(1, 100_001))
    return after_rows(f'<dataValidation promptTitle="x" sqref="{many}"/>')


@SHELF.that("twenty thousand names", "too-many-names")
def some_names() -> bytes:
    many = "".join(
        f'<definedName name="n{spread(n)}">1</definedName>' for n in range(20_000)
    )
    return changed(form("xlsx"), BOOK, "</definedNames>", f"{many}</definedNames>")


@SHELF.that("twenty thousand validations", "too-many-names")
def some_validations() -> bytes:
    return after_rows(
        "".join(
            f'<dataValidation promptTitle="x" sqref="Z{n}"/>' for n in range(1, 20_001)
        )
    )


@SHELF.that("five thousand and one merges", "too-many-merges")
def merges() -> bytes:
    return after_rows("".join(f'<mergeCell ref="H{n}:I{n}"/>' for n in range(1, 5_002)))


@SHELF.that("one merge of everything", READ)
def one_merge() -> bytes:
    return after_rows('<mergeCell ref="A1:XFD1048576"/>')


@SHELF.that("one cell at the far end", READ)
def far_cell() -> bytes:
    return with_rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


@SHELF.that("a declared dimension of everything", READ)
def dimension() -> bytes:
    parts = unzipped(form("xlsx"))
    sheet = parts[SHEET].decode()
    whole = re.sub(r'ref="A1:F\d+"', 'ref="A1:XFD1048576"', sheet, count=1)
    assert "XFD1048576" in whole
    return zipped({**parts, SHEET: whole})


@SHELF.that("a million cell formats", "too-many-elements")
def formats() -> bytes:
    many = "".join(f'<xf fontId="{spread(n)}"/>' for n in range(1_000_000))
    return changed(form("xlsx"), STYLES, "</cellXfs>", f"{many}</cellXfs>")


@SHELF.that("a text of two and a half million characters", "too-long-text")
def text() -> bytes:
    words = "".join(f"{spread(n)} " for n in range(380_000))
    return with_rows(
        f'<row r="99"><c r="Z99" t="inlineStr"><is><t>{words}</t></is></c></row>'
    )


@SHELF.that("a text put together of runs", "too-long-text")
def runs() -> bytes:
    many = "".join(f"<r><t>{spread(n):06}</t></r>" for n in range(10_000))
    return with_rows(f'<row r="99"><c r="Z99" t="inlineStr"><is>{many}</is></c></row>')


def answer(markup: str) -> bytes:
    """Return the form with *markup* as the answer to its first question."""
    return changed(
        form("xlsx"), SHEET, '<c r="D7" s="14"/>', f'<c r="D7" s="14"{markup}</c>'
    )


_DATE = f'<styleSheet xmlns="{MAIN}"><cellXfs>{"<xf numFmtId=" + chr(34)}'
for _name, _expected, _made in (
    ("escapes of what no text may hold", READ,
     ' t="str"><v>_x0000__xD800__xFFFF_</v>'),
    ("an escape that is none", READ, ' t="str"><v>_x00zz_</v>'),
    ("a reference to a control character", "damaged", ' t="str"><v>&#1;</v>'),
    ("a reference to half a character", "damaged", ' t="str"><v>&#xD800;</v>'),
    ("a control character", "damaged", ' t="str"><v>\x01</v>'),
    ("a string that is not there", "bad-reference", ' t="s"><v>99999999</v>'),
    ("a string below zero", "bad-reference", ' t="s"><v>-1</v>'),
    ("a string with a long number", "bad-reference", f' t="s"><v>{"9" * 9_000}</v>'),
    ("no number", READ, "><v>NaN</v>"),
    ("an endless number", READ, "><v>1e99999</v>"),
    ("a number of 30,000 digits", READ, f'><v>{"9" * 30_000}</v>'),
    ("a date in a far year", READ, ' t="d"><v>999999-01-01</v>'),
    ("an odd kind of value", READ, ' t="zz"><v>1</v>'),
    ("an odd format", "damaged", ' s="99999"><v>1</v>'),
    ("an answer given twice", "bad-reference", '><v>1</v></c><c r="D7"><v>2</v>'),
):  # fmt: skip
    SHELF.add(_name, _expected, lambda made=_made: answer(made))

for _name, _made in (
    ("a row with a number of 5,000 digits", f'<row r="{"9" * 5_000}"/>'),
    ("a row below the last", '<row r="1048577"><c><v>1</v></c></row>'),
    ("a column beyond the last", '<row r="99"><c r="XFE99"><v>1</v></c></row>'),
    ("a reference that is none", '<row r="99"><c r="&#x661;"><v>1</v></c></row>'),
    ("a row zero", '<row r="0"><c><v>1</v></c></row>'),
    ("a row below zero", '<row r="-1"><c><v>1</v></c></row>'),
):
    SHELF.add(_name, "bad-reference", lambda made=_made: with_rows(made))


@SHELF.that("a date that never was", READ)
def far_date() -> bytes:
    data = answer("><v>1e15</v>")
    return changed(data, STYLES, "</cellXfs>", '<xf numFmtId="14"/></cellXfs>')


@SHELF.that("a style with a long number", "damaged")
def style_number() -> bytes:
    many = f'<xf numFmtId="{"9" * 5_000}"/>'
    return changed(form("xlsx"), STYLES, "</cellXfs>", f"{many}</cellXfs>")


@SHELF.that("macros, objects and links", READ)
def passengers() -> bytes:
    names = (
        "xl/vbaProject.bin", "xl/embeddings/oleObject1.bin", "xl/connections.xml",
        "xl/externalLinks/externalLink1.xml", "xl/activeX/activeX1.bin",
    )  # fmt: skip
    return with_parts(dict.fromkeys(names, b"\xd0\xcf\x11\xe0"))


@SHELF.that("a sheet that points out of the file", "damaged")
def outside() -> bytes:
    target = "worksheets/sheet2.xml"
    return changed(form("xlsx"), LINKS, target, "../../../etc/passwd")


@SHELF.that("a sheet on the net", "damaged")
def on_the_net() -> bytes:
    target = 'Target="worksheets/sheet2.xml"'
    there = 'Target="http://localhost:9/a" TargetMode="External"'
    return changed(form("xlsx"), LINKS, target, there)


@SHELF.that("a workbook that is its own sheet", "damaged")
def own_sheet() -> bytes:
    return changed(form("xlsx"), LINKS, "worksheets/sheet2.xml", "workbook.xml")


@SHELF.that("two forms in one file", "several-forms")
def two_forms() -> bytes:
    words = "area_mapping 1.0.0 · AAAA-BBBB"
    return with_rows(f'<row r="99"><c t="str"><v>{words}</v></c></row>')
