"""Attacks on a form in docx: what a cell may hold, and how much of it."""

from __future__ import annotations

from returns.attacks import READ, Shelf
from returns.attacks_xlsx import spread
from returns.packages import form, unzipped, zipped

SHELF = Shelf("docx")
MAIN = "word/document.xml"
END = "<w:sectPr"
LONG = "".join(f"{spread(n)} " for n in range(15_000))[:99_000]


def with_body(markup: str) -> bytes:
    """Return the form with *markup* at its end."""
    parts = unzipped(form("docx"))
    head, mark, tail = parts[MAIN].decode().rpartition(END)
    return zipped({**parts, MAIN: f"{head}{markup}{mark}{tail}".encode()})


def in_answer(markup: str) -> bytes:
    """Return the form with *markup* in the cell of an answer."""
    parts = unzipped(form("docx"))
    head, mark, tail = parts[MAIN].decode().partition("A3-02L")
    assert mark
    question, cell, rest = tail.partition("</w:tc>")
    question2, cell2, rest = rest.partition("</w:tc>")
    answer, cell3, rest = rest.partition("</w:tc>")
    whole = (
        f"{head}{mark}{question}{cell}{question2}{cell2}{answer}{markup}{cell3}{rest}"
    )
    return zipped({**parts, MAIN: whole.encode()})


def run(words: str = "") -> str:
    """Return a run with *words*."""
    return f"<w:r><w:t>{words}</w:t></w:r>"


def table(rows: str) -> str:
    """Return a table of *rows*."""
    return f"<w:tbl>{rows}</w:tbl>"


def row(*cells: str) -> str:
    """Return a row with a paragraph of words in each cell."""
    return f"<w:tr>{''.join(f'<w:tc><w:p>{run(e)}</w:p></w:tc>' for e in cells)}</w:tr>"


for _name, _expected, _markup in (
    ("120,000 paragraphs", "too-many-elements", "<w:p/>" * 120_001),
    ("35,000 paragraphs with words", "too-much-beside",
     "".join(f"<w:p>{run(str(spread(n)))}</w:p>" for n in range(35_000))),
    ("35,000 empty paragraphs with runs", READ, f"<w:p>{run()}</w:p>" * 35_000),
    ("6,500 rows of the same question", READ,
     table("".join(row("A3-02L", "", str(spread(n)), "") for n in range(6_500)))),
    ("6,500 rows of no question", "too-much-beside",
     table("".join(row("A3-02X", "", str(spread(n)), "") for n in range(6_500)))),
    ("35,000 tables", READ, "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>" * 35_000),
    ("90 tables in each other", "too-deep",
     "<w:tbl><w:tr><w:tc>" * 90 + "</w:tc></w:tr></w:tbl>" * 90),
    ("a span of 5,000 digits", READ, table(
        f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="{"9" * 5_000}"/></w:tcPr></w:tc>'
        "</w:tr>")),
    ("a paragraph of a quarter million characters", "too-much-text",
     f"<w:p>{run(LONG * 3)}</w:p>"),
    ("twenty long paragraphs", READ, f"<w:p>{run(LONG)}</w:p>" * 20),
    ("thirty long paragraphs", "too-much-text", f"<w:p>{run(LONG)}</w:p>" * 30),
    ("a reference to a control character", "damaged", f"<w:p>{run('&#1;')}</w:p>"),
):  # fmt: skip
    SHELF.add(_name, _expected, lambda markup=_markup: with_body(markup))

for _name, _expected, _markup in (
    ("35,000 paragraphs in an answer", READ, f"<w:p>{run()}</w:p>" * 35_000),
    ("35,000 paragraphs with words in an answer", "too-much-text",
     f"<w:p>{run('ord')}</w:p>" * 35_000),
    ("50,000 runs in an answer", READ, f"<w:p>{run() * 50_000}</w:p>"),
    ("80,000 bookmarks in an answer", READ, "".join(
        f'<w:bookmarkStart w:id="{n}" w:name="mf_{spread(n)}"/>'
        for n in range(80_000))),
    ("22,000 controls in an answer", READ, "".join(
        f'<w:sdt><w:sdtPr><w:tag w:val="{spread(n)}"/></w:sdtPr><w:sdtContent/></w:sdt>'
        for n in range(22_000))),
    ("controls in controls", READ,
     "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" * 55
     + f"<w:p>{run('ord')}</w:p>" + "</w:sdtContent></w:sdt>" * 55),
    ("properties in properties", READ,
     "<w:sdt><w:sdtPr>" * 55 + "<w:tag/>" * 9_000 + "</w:sdtPr></w:sdt>" * 55),
    ("35,000 boxes", READ, "<w:sdt><w:sdtPr><w:checked/></w:sdtPr></w:sdt>" * 35_000),
    ("tables in an answer", READ,
     table(row("A3-01Y", "", "I høj grad", "")) * 5_000),
    ("35,000 symbols", READ, '<w:p><w:r><w:sym w:char="F0FE"/></w:r></w:p>' * 35_000),
):  # fmt: skip
    SHELF.add(_name, _expected, lambda markup=_markup: in_answer(markup))


@SHELF.that("900 own parts", READ)
def own_parts() -> bytes:
    more = {f"customXml/item{n}.xml": "<a/>" * 1 for n in range(100, 980)}
    return zipped({**unzipped(form("docx")), **more})


@SHELF.that("macros and objects", READ)
def passengers() -> bytes:
    names = ("word/vbaProject.bin", "word/embeddings/o.bin", "word/activeX/a.bin")
    return zipped({**unzipped(form("docx")), **dict.fromkeys(names, b"\xd0\xcf")})


@SHELF.that("an own part that holds a million characters", READ)
def own_text() -> bytes:
    words = "".join(f"{spread(n)} " for n in range(150_000))
    more = {"customXml/item9.xml": f"<a>{words}</a>"}
    return zipped({**unzipped(form("docx")), **more})
