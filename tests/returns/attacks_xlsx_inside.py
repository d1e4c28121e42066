"""Attacks on a form in xlsx that keep below the limits, where reading costs most."""

from __future__ import annotations

from returns.attacks import READ, Shelf
from returns.attacks_xlsx import (
    BOOK,
    SHEET,
    STRINGS,
    STYLES,
    after_rows,
    spread,
    with_parts,
    with_rows,
)
from returns.packages import changed, form, unzipped, zipped

SHELF = Shelf("xlsx, inside")
FIRST = 100
"""A row below the questions, where nothing stands."""

LONG = "".join(f"{spread(n)} " for n in range(5_000))[:32_700]


def inline(words: str, at: str = "") -> str:
    """Return a cell with *words* of its own."""
    place = f' r="{at}"' if at else ""
    return f'<c{place} t="str"><v>{words}</v></c>'


def numbered(rows: int, line: str) -> str:
    """Return *rows* rows of one line, in which {n} is the row and {x} packs badly."""
    return "".join(
        f'<row r="{n}">{line.format(n=n, x=spread(n))}</row>'
        for n in range(FIRST, FIRST + rows)
    )


@SHELF.that("900,000 rows without anything", READ)
def rows() -> bytes:
    return with_rows("".join(f"<row/>{n:05}" for n in range(900_000)))


@SHELF.that("45,000 cells with words", "too-much-beside")
def words() -> bytes:
    return with_rows(numbered(22_500, inline("ord {x}", "H{n}") + inline("{n}")))


@SHELF.that("19,000 cells with words", "too-much-beside")
def some_words() -> bytes:
    return with_rows(numbered(19_000, inline("ord {x}", "H{n}")))


@SHELF.that("45,000 answers beside no question", "too-much-beside")
def strays() -> bytes:
    return with_rows(numbered(45_000, inline("I høj grad {x}", "D{n}")))


@SHELF.that("4,900 answers beside no question", READ)
def some_strays() -> bytes:
    return with_rows(numbered(4_900, inline("I høj grad {x}", "D{n}")))


DOUBLE = inline("school_wellbeing", "A{n}") + inline("A3-02L", "B{n}")


@SHELF.that("6,000 times the same question", "too-much-beside")
def doubles() -> bytes:
    return with_rows(numbered(6_000, DOUBLE + inline("I høj grad {x}", "D{n}")))


@SHELF.that("6,000 times the same question, and 4,900 merges", "too-much-beside")
def doubles_merged() -> bytes:
    data = with_rows(numbered(6_000, DOUBLE + inline("{x}", "D{n}")))
    areas = "".join(f'<mergeCell ref="H{n}:I{n}"/>' for n in range(1, 4_901))
    return changed(data, SHEET, "</sheetData>", f"</sheetData>{areas}")


@SHELF.that("2,400 times the same question, all merged", READ)
def some_merged() -> bytes:
    data = with_rows(numbered(2_400, DOUBLE + inline("{x}", "D{n}")))
    areas = "".join(f'<mergeCell ref="D{n}:E1048576"/>' for n in range(1, 4_990))
    return changed(data, SHEET, "</sheetData>", f"</sheetData>{areas}")


@SHELF.that("6,000 times the same question, all merged", "too-much-beside")
def all_merged() -> bytes:
    data = with_rows(numbered(6_000, DOUBLE + inline("{x}", "D{n}")))
    areas = '<mergeCell ref="D1:E1048576"/>' * 4_999
    return changed(data, SHEET, "</sheetData>", f"</sheetData>{areas}")


@SHELF.that("4,000 times the same question, and as many strays", "too-much-beside")
def doubles_and_strays() -> bytes:
    stray = '</row><row r="{n}1">' + inline("{x}", "D{n}1")
    return with_rows(numbered(4_000, DOUBLE + stray))


@SHELF.that("9,000 rows that disagree with themselves", "too-much-beside")
def disagreements() -> bytes:
    line = inline("school_wellbeing", "A{n}") + inline("A3-01Y", "B{n}")
    return with_rows(numbered(9_000, line))


@SHELF.that("4,900 header rows", "too-much-beside")
def headings() -> bytes:
    line = inline("Kode") + inline("Spørgsmål") + inline("Svar {x}") + inline("Svar")
    return with_rows(numbered(4_900, line))


@SHELF.that("one long text in every cell", "too-much-text")
def shared_text() -> bytes:
    data = changed(form("xlsx"), STRINGS, "</sst>", f"<si><t>{LONG}</t></si></sst>")
    last = unzipped(data)[STRINGS].count(b"<si>") - 1
    cell = f'<c t="s"><v>{last}</v></c>'
    return changed(
        data, SHEET, "</sheetData>", f"{numbered(9_000, cell * 5)}</sheetData>"
    )


@SHELF.that("one long text in as many cells as may hold it", READ)
def shared_text_some() -> bytes:
    data = changed(form("xlsx"), STRINGS, "</sst>", f"<si><t>{LONG}</t></si></sst>")
    last = unzipped(data)[STRINGS].count(b"<si>") - 1
    cell = f'<c t="s"><v>{last}</v></c>'
    return changed(data, SHEET, "</sheetData>", f"{numbered(30, cell)}</sheetData>")


def long_texts(words: str, number: int) -> bytes:
    """Return the form with long texts of its own in *number* cells."""
    return with_rows(numbered(number, inline("{x} " + words, "H{n}")))


def packing_badly(words: str) -> str:
    """Return *words* again and again, with something else between them."""
    piece = words * max(1, 200 // len(words.encode()))
    return "".join(f"{piece}{spread(n)}" for n in range(32_000 // (len(piece) + 6)))


for _name, _words in (
    ("dates of birth", "010190-1234 "),
    ("digits", "1234567 "),
    ("digits without an end", "1"),
    ("digits and dashes", "1-"),
    ("addresses", "a.b@c.dk "),
    ("addresses that are none", "a@"),
    ("addresses without an end", "a."),
    ("case numbers", "sag 1/2 "),
    ("telephone numbers", "+45 12 34 56 78 "),
    ("blanks", " "),
    ("blanks and commas", " , "),
    ("escapes", "_x0041_"),
    ("escapes that are none", "_x00"),
    ("accents on nothing", "\u0301"),
    ("invisible blanks", "\u200b"),
    ("quotes", "»«"),
    ("emoji", "😀"),
):
    SHELF.add(
        f"a million characters of {_name}",
        READ,
        lambda words=_words: long_texts(packing_badly(words), 30),
    )


def answered(words: str) -> bytes:
    """Return the form with *words* as the answer to every question."""
    parts = unzipped(form("xlsx"))
    for part in (SHEET, "xl/worksheets/sheet3.xml"):
        whole = parts[part].decode()
        for style in ("14", "16", "17", "18", "19"):
            whole = whole.replace(
                f' s="{style}"/>', f' s="{style}" t="str"><v>{words}</v></c>'
            )
        parts[part] = whole.encode()
    return zipped(parts)


for _name, _words in (
    ("long", LONG[:15_000]),
    ("of emoji", "😀" * 15_000),
    ("of telephone numbers", "+45 12 34 56 78 " * 900),
    ("of addresses", "a.b@c.dk " * 1_700),
    ("of digits", "1" * 15_000),
    ("of digits and dashes", "1-" * 7_500),
    ("of quotes", "»«" * 7_500),
    ("of accents", "\u0301" * 15_000),
):
    SHELF.add(
        f"answers {_name} to all questions", READ,
        lambda words=_words: answered(f"{words}{LONG[:500]}"),
    )  # fmt: skip


@SHELF.that("10,000 long notes", "too-much-text")
def notes() -> bytes:
    return _noted(10_000, LONG[:1_500])


@SHELF.that("4,900 notes", READ)
def some_notes() -> bytes:
    return _noted(4_900, "en note")


@SHELF.that("9,900 notes", "too-much-beside")
def short_notes() -> bytes:
    return _noted(9_900, "en note")


def _noted(number: int, words: str) -> bytes:
    listed = "".join(
        f'<comment ref="H{n}"><text><t>{spread(n)} {words}</t></text></comment>'
        for n in range(1, number + 1)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return with_parts(
        {
            "xl/comments1.xml": f'<comments xmlns="{main}"><commentList>{listed}'
            "</commentList></comments>",
            "xl/worksheets/_rels/sheet2.xml.rels": f'<Relationships xmlns="{package}">'
            f'<Relationship Id="rId1" Type="{office}/comments"'
            ' Target="../comments1.xml"/></Relationships>',
        }
    )


@SHELF.that("9,000 more names", READ)
def names() -> bytes:
    many = "".join(
        f"<definedName name=\"n{spread(n)}\">'Kortlægning'!$D${n}</definedName>"
        for n in range(1, 9_001)
    )
    return changed(form("xlsx"), BOOK, "</definedNames>", f"{many}</definedNames>")


@SHELF.that("a name of a million characters", READ)
def long_name() -> bytes:
    words = "'" + "''" * 400_000 + LONG
    many = f'<definedName name="n">{words}</definedName>'
    return changed(form("xlsx"), BOOK, "</definedNames>", f"{many}</definedNames>")


@SHELF.that("9,000 prompts", READ)
def prompts() -> bytes:
    places = " ".join(f"H{n}" for n in range(1, 4_501))
    rule = f'<dataValidation promptTitle="x" sqref="{places}"/>'
    return after_rows(rule * 2)


@SHELF.that("4,999 merges over the answers", READ)
def merges() -> bytes:
    return after_rows('<mergeCell ref="D7:D8"/>' * 4_999)


@SHELF.that("57 copies of the form", READ)
def copies() -> bytes:
    many = "".join(
        f'<sheet name="Kopi {n}" sheetId="{n + 9}" r:id="rId2"/>' for n in range(57)
    )
    return changed(form("xlsx"), BOOK, "</sheets>", f"{many}</sheets>")


@SHELF.that("57 sheets on one large part", "too-many-attributes")
def large_copies() -> bytes:
    data = with_rows(numbered(20_000, "{x}"))
    many = "".join(
        f'<sheet name="Kopi {n}" sheetId="{n + 9}" r:id="rId2"/>' for n in range(57)
    )
    return changed(data, BOOK, "</sheets>", f"{many}</sheets>")


@SHELF.that("190,000 cell formats", READ)
def formats() -> bytes:
    many = "".join(
        f'<xf numFmtId="{n % 997}" fontId="{spread(n)}"/>' for n in range(190_000)
    )
    return changed(form("xlsx"), STYLES, "</cellXfs>", f"{many}</cellXfs>")


@SHELF.that("40,000 number formats", READ)
def number_formats() -> bytes:
    code = "[$-" * 80
    many = "".join(
        f'<numFmt numFmtId="{n}" formatCode="{code}{spread(n)}"/>'
        for n in range(500, 40_500)
    )
    used = "".join(f'<xf numFmtId="{n}"/>' for n in range(500, 40_500))
    parts = unzipped(form("xlsx"))
    whole = parts[STYLES].decode().replace("</cellXfs>", f"{used}</cellXfs>", 1)
    head, _, tail = whole.partition("<fonts")
    parts[STYLES] = f"{head}<numFmts>{many}</numFmts><fonts{tail}".encode()
    return zipped(parts)


@SHELF.that("95,000 shared strings", READ)
def strings() -> bytes:
    many = "".join(f"<si><t>{spread(n)} {n}</t></si>" for n in range(95_000))
    return changed(form("xlsx"), STRINGS, "</sst>", f"{many}</sst>")


@SHELF.that("a shared string of 200,000 runs", READ)
def runs() -> bytes:
    many = "".join(
        f"<r><rPr><strike/></rPr><t/></r>{' ' * (spread(n) % 9)}"
        for n in range(200_000)
    )
    many = f"<si>{many}</si>"
    return changed(form("xlsx"), STRINGS, "</sst>", f"{many}</sst>")


@SHELF.that("128,000 relationships", READ)
def relationships() -> bytes:
    part = "xl/_rels/workbook.xml.rels"
    many = "".join(
        f'<Relationship Id="r{spread(n)}" Type="x/y" Target="../a/{n}"/>'
        for n in range(128_000)
    )
    return changed(form("xlsx"), part, "</Relationships>", f"{many}</Relationships>")


@SHELF.that("a steep way to a part", "bad-reference")
def steps() -> bytes:
    part = "xl/_rels/workbook.xml.rels"
    way = "../a/" * 1_000_000
    many = f'<Relationship Id="rx" Type="x/y" Target="{way}{LONG}"/>'
    return changed(form("xlsx"), part, "</Relationships>", f"{many}</Relationships>")


@SHELF.that("a property of a million characters", "too-long-text")
def properties() -> bytes:
    part = "docProps/core.xml"
    words = "".join(f"{spread(n):06}-" for n in range(100_000))
    return changed(form("xlsx"), part, "<cp:keywords>", f"<cp:keywords>{words} ")


@SHELF.that("45,000 formulas", "too-much-beside")
def formulas() -> bytes:
    return with_rows(numbered(45_000, '<c r="D{n}"><f>A{x}+1</f><v>{x}</v></c>'))


@SHELF.that("900,000 comments in the markup", READ)
def markup_comments() -> bytes:
    return with_rows("".join(f"<!--{spread(n)}-->" for n in range(900_000)))


@SHELF.that("many character references", READ)
def references() -> bytes:
    return long_texts(packing_badly("&#65;&amp;"), 30)
