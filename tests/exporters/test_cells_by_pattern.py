"""What is read by pattern is what the parser reads, and whatever else is parsed."""

import io
import shutil
import struct
import subprocess
import time
import zipfile
import zlib
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import model_forms
from model_forms.example import embedded
from model_forms.forms.refused import Refused
from model_forms_excel.guard import DEFAULT_LIMITS, Budget, Container
from model_forms_excel.read_book import read_book
from model_forms_excel.xlsx_cells import Shared
from model_forms_excel.xlsx_plain import LONGEST, Unusual, by_pattern_or_parsed
from model_forms_excel.xlsx_plain_cells import plain_cells
from model_forms_excel.xlsx_sheet import parsed_cells
from model_forms_excel.xlsx_strings import parsed_strings, plain_strings
from model_forms_excel.xlsx_styles import Format

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "foreign-spreadsheets"
SOFFICE = shutil.which("soffice")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS = {str(n): ((word, "text", None), n == 1) for n, word in enumerate("abc")}
FORMATS = {
    "0": Format(),
    "1": Format(date=True),
    "2": Format(struck=True, fill="gradient"),
    "3": Format(percent=True),
}


def sheet(rows, *, after="", before=""):
    """Return a worksheet part with *rows* as its sheet data."""
    return (
        f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>'
        f"{after}</worksheet>"
    )


def strings(body):
    """Return a part of shared strings with *body* in it."""
    return f'<sst xmlns="{MAIN}">{body}</sst>'


def shared():
    """Return what the sheets of the tests share."""
    budget = Budget(DEFAULT_LIMITS)
    return Shared(strings=STRINGS, formats=FORMATS, date1904=False, budget=budget)


def cells_of(read, part):
    """Return all that *read* finds in a worksheet part, in order, or the refusal."""
    data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
    try:
        cells, marks = read(data, shared())
    except Refused as refused:
        return refused.code
    return repr((cells, marks.merges, marks.prompts))


def strings_of(read, part):
    """Return all the strings that *read* finds, in order, or the refusal."""
    data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
    try:
        return repr(read(data, DEFAULT_LIMITS))
    except Refused as refused:
        return refused.code


def by_pattern(part):
    """Return the cells of *part*, which the pattern must be enough for."""
    found = cells_of(plain_cells, part)
    assert found == cells_of(parsed_cells, part)
    assert found.startswith("(")
    return found


def agree(part):
    """Fail if the pattern gives of *part* anything but what the parser gives."""
    try:
        found = cells_of(plain_cells, part)
    except Unusual:
        return
    assert found == cells_of(parsed_cells, part)


def strings_agree(part):
    """Fail if the pattern gives of shared strings what the parser does not give."""
    try:
        found = strings_of(plain_strings, part)
    except Unusual:
        return
    assert found == strings_of(parsed_strings, part)


def sheet_parts(data):
    """Return the worksheet parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: archive.read(name)
            for name in archive.namelist()
            if name.startswith("xl/worksheets/") and name.endswith(".xml")
        }


def parsed_only(data):
    """Return the workbook *data* with a comment that sends all of it to the parser."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w") as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/") and name.endswith(".xml"):
                declared = part.find(b"?>") + 2 if b"<?xml" in part[:9] else 0
                part = part[:declared] + b"<!-- x -->" + part[declared:]
            new.writestr(name, part)
    return file.getvalue()


def taken(data):
    """Return how many of the sheets of a workbook were read by pattern, and of all."""
    limits = DEFAULT_LIMITS
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        strings = {}
        if "xl/sharedStrings.xml" in archive.namelist():
            strings = parsed_strings(archive.read("xl/sharedStrings.xml"), limits)
    parts = sheet_parts(data).values()
    known = Shared(strings=strings, formats={}, date1904=False, budget=Budget(limits))
    found = 0
    for part in parts:
        try:
            plain_cells(part, known)
        except Unusual:
            continue
        found += 1
    return found, len(parts)


CELLS = [
    '<c r="A1"/>',
    '<c r="B2" s="2"/>',
    '<c r="C3" s="9"></c>',
    '<c r="D1" t="s"><v>1</v></c>',
    '<c r="D2" t="s" s="3"><v>0</v></c>',
    '<c r="AA3" s="1"><v>45728.5</v></c>',
    '<c r="E1" s="3"><v>0.05</v></c>',
    '<c r="E2" t="n"><v> 7 </v></c>',
    '<c r="F1"><v></v></c>',
    '<c r="F2" t="str"><v/></c>',
    '<c r="F3" t="str"><f>1&lt;2</f><v>a&#xe6;&amp;_x0041_&#10;&#13;</v></c>',
    '<c r="G1"><f aca="false">A1</f></c>',
    '<c r="G2"><f t="shared" si="0"/><v>1</v></c>',
    '<c r="H1" t="b"><v>1</v></c>',
    '<c r="H2" t="e"><v>#N/A</v></c>',
    '<c r="H3" t="d"><v>2025-03-12</v></c>',
    '<c r="I1" t="inlineStr"><is><t>æ\n\tå</t></is></c>',
    '<c r="I2" t="inlineStr" s="2"><is><t xml:space="preserve"> </t></is></c>',
    '<c r="I3"><is><t></t></is></c>',
    '<c r="XFD1048576" t="x"><v>]] >\U0001f600</v></c>',
]
AFTER = (
    '<mergeCells><mergeCell ref="A1:B2"/></mergeCells><dataValidations>'
    '<dataValidation promptTitle="S1" sqref="A1 B2"/></dataValidations>'
)
ODD_CELLS = [
    '<c r="A1"><v>1</v>',
    '<c r="A1"><v>1</v></c></c>',
    '<c r="A1"><v>1</c></v>',
    '<c r="A1"><v>1</w></c>',
    '<c r="A1"><v>&#0;</v></c>',
    '<c r="A1"><v>&#xD800;</v></c>',
    '<c r="A1"><v>&#xFFFE;</v></c>',
    '<c r="A1"><v>&#x110000;</v></c>',
    '<c r="A1"><v>&eacute;</v></c>',
    '<c r="A1"><v>a & b</v></c>',
    '<c r="A1"><v>]]></v></c>',
    '<c r="A1"><v>\x01</v></c>',
    '<c r="A1"><v>\r</v></c>',
    '<c r="A1"><v>\ufffe</v></c>',
    '<c r="A1"><v>\ud800</v></c>',
    '<c r="A1"><v>1<!-- 2 -->3</v></c>',
    '<c r="A1"><v><![CDATA[1]]></v></c>',
    '<c r="A1"><v>1<?x ?>2</v></c>',
    '<c r="A1"><foo>1</foo></c>',
    '<c r="A1"><foo>1</f></c>',
    '<c r="A1"><f a="1" a="2">1</f></c>',
    '<c r="A1"><f a=1>1</f></c>',
    '<c r="A1" s="1" s="2"/>',
    '<c r="A1" r="B1"/>',
    '<c r="A1" s="1"t="s"/>',
    '<c r="A1" s=1/>',
    '<c r="A1" s="<"/>',
    '<c r="A1" s="&x;"/>',
    '<c r="A1" s="1/>',
    '<c r="A1" x:s="1"/>',
    '<c r="A1" xmlns="x"><v>1</v></c>',
    '<c r="A1" xmlns:v="x"><v:v>1</v:v></c>',
    '<c r="A1"><v>1</v><v>2</v></c>',
    '<c r="A1"><is><r><rPr><strike/></rPr><t>a</t></r></is></c>',
    '<c r="A1"><is><t>a</t><rPh><t>b</t></rPh></is></c>',
    "<c><v>1</v></c>",
    '<c s="1" r="A1"><v>1</v></c>',
    '<c r="a1"><v>1</v></c>',
    '<c r="$A$1"><v>1</v></c>',
    '<c r="A0"><v>1</v></c>',
    '<c r="XFE1"><v>1</v></c>',
    '<c r="A1048577"/>',
    '<c r="A1" t="s"><v>9</v></c>',
    '<c r="A1" t="s"><v>01</v></c>',
    '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>',
    f'<c r="A1" t="str"><v>{"x" * 32_768}</v></c>',
    f'<c r="A1"><f>{"x" * 32_768}</f></c>',
    f'<c r="A1"><is><t>{"x" * 32_768}</t></is></c>',
    '<c r="A1">\n<v>1</v></c>',
    '<C r="A1"><v>1</v></C>',
    '<x:c r="A1"><v>1</v></x:c>',
    "<row/>",
    "</row>",
    "</row></sheetData><sheetData><row>",
    '</row></sheetData><sheetData><row><c r="A1"><v>1</v></c>',
]
FRAGMENTS = [
    *ODD_CELLS[:-8], *CELLS, "<row>", '<row r="7">', '<row r="1" s="2">', "</row>",
    "<c", ' r="A9"', ' s="1"', "/>", ">", "<v>", "</v>", "<f>", "</f>", "<is>", "<t>",
    "&", "&lt;", ";", '"', "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "\x00", " ",
    "</sheetData>", "<sheetData>", "</worksheet>", ' xmlns=""', "é", "_x0041_", "/",
]  # fmt: skip


class TestCells:
    def test_the_usual_cells_need_no_parser(self):
        """Each way of writing a cell gives what the parser gives, in its order."""
        rows = f'<row r="1" spans="1:9">{"".join(CELLS)}</row><row/><row r="9"/>'

        assert "S1" in by_pattern(sheet(rows, after=AFTER))

    @pytest.mark.parametrize("rows", ["", "<row></row>", '<row r="3" ht="9"/>'])
    def test_a_sheet_without_cells_needs_no_parser(self, rows):
        """Nothing is nothing either way."""
        assert by_pattern(sheet(rows)).startswith("({}")

    @pytest.mark.parametrize("cell", ODD_CELLS)
    def test_whatever_is_odd_is_left_to_the_parser(self, cell):
        """What the pattern does not stand for, or what is refused, is all parsed."""
        part = sheet(f'<row>{CELLS[4]}{cell}</row><row r="2">{CELLS[6]}</row>')

        agree(part)

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("<!--", "-->"),
            ("<x><![CDATA[", "]]></x>"),
            ("<?x ", "?>"),
            ('<x a="', '"/>'),
            ("<!--", f"--><sheetData><row>{CELLS[6]}</row></sheetData><!-- -->"),
        ],
    )
    def test_a_sheet_that_is_hidden_from_the_parser_is_not_read(self, before, after):
        """What looks like cells inside a comment is none."""
        part = sheet(f"<row>{CELLS[4]}</row>", before=before, after=after)

        agree(part)

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("<c/>", ""),
            ("<t>a</t>", ""),
            ("<is><t>a</t></is>", ""),
            ("<strike/>", ""),
            ("", CELLS[5]),
            ("", "<row><c/></row>"),
            ("", '<x:row xmlns:x="x" r="x"/>'),
            ("", '<row r="x"/>'),
            ("", f"<v>{'x' * 40_000}</v>"),
            ("", "</x>"),
            ("", "<mergeCell/>"),
            ("", "<a>" * 61 + "</a>" * 61),
            ("", "<a>" * 62 + "</a>" * 62),
            ("", "<a>" * 63 + "</a>" * 63),
            ("", "<a>" * 64 + "</a>" * 64),
        ],
    )
    def test_what_stands_around_the_cells_is_read_as_ever(self, before, after):
        """Cells and texts in odd places mean what they mean to the parser."""
        part = sheet(f"<row>{CELLS[4]}</row>", before=before, after=after)

        agree(part)

    @pytest.mark.parametrize("levels", range(55, 66))
    def test_cells_are_as_deep_as_they_are(self, levels):
        """A sheet inside other elements comes to the limit where it did."""
        deep = sheet(f"<row>{CELLS[16]}</row>").replace(
            "<sheetData>", "<a>" * levels + "<sheetData>"
        )
        part = deep.replace("</sheetData>", "</sheetData>" + "</a>" * levels)

        agree(part)

    @pytest.mark.parametrize(
        "root",
        [
            "<worksheet>",
            '<worksheet xmlns="x">',
            f'<worksheet xmlns="{MAIN}" xmlns:x="{MAIN}"><x xmlns="y">',
            f'<sst xmlns="{MAIN}">',
        ],
    )
    def test_another_namespace_is_another_matter(self, root):
        """A cell is a cell of the right namespace."""
        part = sheet(f"<row>{CELLS[4]}</row>").replace(
            f'<worksheet xmlns="{MAIN}">', root
        )

        agree(part)

    @settings(deadline=None, max_examples=400)
    @given(rows=st.lists(st.lists(st.sampled_from(CELLS), unique=True), max_size=3))
    def test_any_rows_are_read_the_same(self, rows):
        """The order of cells and rows is kept, and a cell that stands twice is odd."""
        part = sheet(
            "".join(f'<row r="{n}">{"".join(r)}</row>' for n, r in enumerate(rows))
        )
        try:
            found = cells_of(plain_cells, part)
        except Unusual:
            found = "bad-reference"

        assert found == cells_of(parsed_cells, part)

    @settings(deadline=None, max_examples=1_000)
    @given(pieces=st.lists(st.sampled_from(FRAGMENTS), max_size=8))
    def test_any_pieces_are_read_the_same_or_left_to_the_parser(self, pieces):
        """No heap of markup gives anything that the parser does not give."""
        part = sheet(f"<row>{''.join(pieces)}</row>", after=AFTER)

        agree(part)

    @settings(deadline=None, max_examples=1_000)
    @given(
        cells=st.lists(st.sampled_from(CELLS), unique=True, max_size=4),
        place=st.integers(0, 2_000),
        gone=st.integers(0, 3),
        piece=st.one_of(
            st.sampled_from(FRAGMENTS), st.text(alphabet='<>/"=& rcvtfx19:-!?\x01é')
        ),
    )
    def test_any_change_is_read_the_same_or_left_to_the_parser(
        self, cells, place, gone, piece
    ):
        """No slip anywhere in a part makes the pattern see what is not there."""
        whole = sheet(f'<row r="1">{"".join(cells)}</row>', after=AFTER)
        place %= len(whole)
        part = whole[:place] + piece + whole[place + gone :]

        agree(part)


STRINGS_PLAIN = [
    "<si><t>a</t></si>",
    "<si><t></t></si>",
    '<si><t xml:space="preserve"> æ\n</t></si>',
    "<si><t>&lt;&#230;_x0041_&#95;x0042_</t></si>",
]
STRINGS_ODD = [
    "<si/>",
    "<si><t/></si>",
    "<si></si>",
    "<si><r><t>a</t></r><r><rPr><strike/></rPr><t>b</t></r></si>",
    "<si><t>a</t><rPh><t>b</t></rPh></si>",
    "<si><t>a</t><t>b</t></si>",
    "<si><t>a</si></t>",
    "<si><t>a</t>",
    "<si><t>]]></t></si>",
    "<si><t>\x01</t></si>",
    "<si><t>\r</t></si>",
    "<si><t>\ufffe</t></si>",
    "<si><t>&x;</t></si>",
    "<si><t>&#xD800;</t></si>",
    "<si><t><![CDATA[a]]></t></si>",
    "<si><t>a<!-- --></t></si>",
    '<si xmlns="x"><t>a</t></si>',
    '<si><t xml:space="default">a</t></si>',
    '<si><t a="1" a="1">a</t></si>',
    "</sst>",
    "</sst><sst>",
    "<t>a</t>",
    f"<si><t>{'x' * 32_768}</t></si>",
]


class TestStrings:
    def test_plain_strings_need_no_parser(self):
        """Texts with blanks, references and escapes are what the parser makes them."""
        part = strings("".join(STRINGS_PLAIN))

        assert strings_of(plain_strings, part) == strings_of(parsed_strings, part)

    @pytest.mark.parametrize("odd", STRINGS_ODD)
    def test_whatever_is_odd_is_left_to_the_parser(self, odd):
        """Runs and anything else that is more than a text, or is wrong, are parsed."""
        strings_agree(strings(STRINGS_PLAIN[0] + odd + STRINGS_PLAIN[1]))
        strings_agree(strings(STRINGS_PLAIN[0] + odd))
        strings_agree(strings(odd + STRINGS_PLAIN[0]))

    @settings(deadline=None, max_examples=1_000)
    @given(
        bodies=st.lists(st.sampled_from(STRINGS_PLAIN + STRINGS_ODD), max_size=4),
        place=st.integers(0, 500),
        gone=st.integers(0, 3),
        piece=st.text(alphabet='<>/"=& sit:-!?\x01é', max_size=4),
    )
    def test_any_change_is_read_the_same_or_left_to_the_parser(
        self, bodies, place, gone, piece
    ):
        """No slip anywhere in a part makes the pattern see what is not there."""
        whole = strings("".join(bodies))
        place %= len(whole)

        strings_agree(whole[:place] + piece + whole[place + gone :])


MANY = 40_000
ENDLESS = [
    sheet('<c r="A1"' * MANY),
    sheet('<row><c r="A1" ' + " " * MANY),
    sheet('<row><c r="A1"' + ' a="1"' * MANY + "></c></row>"),
    sheet('<row><c r="A1"><v>' + "&" * MANY + "</v></c></row>"),
    sheet('<row><c r="A1"><v>' + "&#1" * MANY + "</v></c></row>"),
    sheet('<row><c r="A1"><v>' * MANY),
    sheet('<row><c r="A1"><f>1</f>' * MANY),
    sheet('<row><c r="A1"><f a="1"' * MANY),
    sheet("<row>" * MANY),
    sheet("<row/>" * MANY),
    sheet("<row " * MANY),
    sheet('<row><c r="A1"><v>1</v></c></row>' * 30_000),
    sheet("".join(f'<row><c r="A1" s="{n}"/></row>' for n in range(30_000))),
    "<sheetData>" * MANY,
    "<sheetData></sheetData>" * 40_000,
    sheet("").replace("<sheetData>", "<sheetData>" * MANY),
    sheet('<row><c r="A1"><v>_x0041_x0041' + "_x0041" * MANY + "</v></c></row>"),
]


SOON = 10
"""Seconds of work: what runs away takes minutes, however slow the machine."""


class TestCost:
    @pytest.mark.parametrize("part", ENDLESS, ids=range(len(ENDLESS)))
    def test_no_pattern_runs_away(self, part):
        """Long nonsense is gone through once before it is left to the parser."""
        assert len(part) <= LONGEST
        start = time.thread_time()
        agree(part)

        assert time.thread_time() - start < SOON

    @pytest.mark.parametrize(
        "part",
        [
            strings("<si><t>" * MANY),
            strings("<si><t>a</t></si>" * 40_000 + "<si>"),
            strings("<si>" * MANY),
            strings("<si><t>" + "&" * MANY + "</t></si>"),
            "<si>" * MANY + "</sst>" * MANY,
        ],
        ids=range(5),
    )
    def test_no_pattern_for_strings_runs_away(self, part):
        """Strings that never end are given up at once."""
        start = time.thread_time()
        strings_agree(part)

        assert time.thread_time() - start < SOON

    def test_only_so_much_is_tried_in_vain(self):
        """What is far longer than any form is not gone over twice."""
        tried = []
        budget = Budget(DEFAULT_LIMITS)

        def in_vain(part):
            tried.append(len(part))
            raise Unusual

        for _ in range(9):
            by_pattern_or_parsed(b"x" * (LONGEST // 3), budget, in_vain, len)
        by_pattern_or_parsed(b"x" * (LONGEST + 1), Budget(DEFAULT_LIMITS), in_vain, len)

        assert [LONGEST // 3] * 3 == tried


BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, ValueError, EOFError)
BROKEN += (NotImplementedError, OSError, RuntimeError)


def part_of(read, part):
    """Return the bytes that *read* gives of *part*, or None if it cannot."""
    try:
        return read(part)
    except BROKEN:
        return None


@pytest.fixture(scope="module")
def packed():
    """Return a zip file with parts that are packed, unpacked, empty and accented."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", "abc" * 50)
        archive.writestr("b", "abc", zipfile.ZIP_STORED)
        archive.writestr("c", "")
        archive.writestr("æ", "x")
    return file.getvalue()


def exported():
    """Return a mapping sheet as it is sent out, with the answers of the example."""
    (returned,) = [each for each in embedded().returned if each.name == "ssp.xlsx"]
    found = model_forms.import_(returned.read_bytes())
    questionnaire = model_forms.installed().get("area_mapping")
    issue = model_forms.Issue(role="ssp", respondent="SSP-teamet", area="Søparken")
    return model_forms.export(questionnaire, issue=issue, response=found.response)


@pytest.fixture(scope="module")
def form():
    """Return a filled form as the package writes it."""
    return exported()


class TestUnpacking:
    @settings(deadline=None, max_examples=300)
    @given(data=st.data())
    def test_a_part_is_what_zipfile_makes_of_it_or_refused(self, packed, data):
        """However a file was damaged, no part is read otherwise than zipfile does."""
        place = st.integers(0, len(packed) - 1)
        flips = data.draw(st.dictionaries(place, st.integers(0, 255), max_size=4))
        changed = bytearray(packed)
        for at, byte in flips.items():
            changed[at] = byte
        try:
            container = Container.opened(bytes(changed), Budget(DEFAULT_LIMITS))
        except (Refused, *BROKEN):
            return
        for name, info in container.parts.items():
            found = part_of(container.read, name)

            assert found in (None, part_of(container.archive.read, info))

    def test_every_kind_of_part_is_read(self, packed):
        """Packed or not, empty or not, with any name."""
        container = Container.opened(packed, Budget(DEFAULT_LIMITS))

        assert [b"abc" * 50, b"abc", b"", b"x"] == [container.read(n) for n in "abcæ"]


class TestForms:
    def test_a_form_of_ours_is_read_by_pattern(self, form):
        """All its sheets and strings are plain, and read as the parser reads them."""
        assert (7, 7) == taken(form)
        assert repr(read_book(form)) == repr(read_book(parsed_only(form)))

    def test_a_form_saved_by_openpyxl_is_read_by_pattern(self, form):
        """Texts inside the cells are plain, too."""
        file = io.BytesIO()
        openpyxl.load_workbook(io.BytesIO(form)).save(file)
        data = file.getvalue()

        assert (7, 7) == taken(data)
        assert repr(read_book(data)) == repr(read_book(parsed_only(data)))

    def test_forms_saved_by_libreoffice_are_read_by_pattern(self):
        """The returned forms of the example were saved by LibreOffice."""
        returned = [
            x.read_bytes() for x in embedded().returned if x.name[-5:] == ".xlsx"
        ]
        for data in returned:
            some, every = taken(data)

            assert some == every
            assert repr(read_book(data)) == repr(read_book(parsed_only(data)))

    @pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
    def test_a_form_that_libreoffice_saves_now_is_read_by_pattern(self, form, tmp_path):
        """What this LibreOffice writes is plain as well."""
        path = tmp_path / "form.xlsx"
        path.write_bytes(form)
        command = (SOFFICE, f"-env:UserInstallation=file://{tmp_path}/profile")
        convert = ("--headless", "--convert-to", "xlsx", "--outdir", tmp_path / "new")
        subprocess.run([*command, *convert, path], check=True, capture_output=True)
        data = (tmp_path / "new" / "form.xlsx").read_bytes()

        assert (7, 7) == taken(data)
        assert repr(read_book(data)) == repr(read_book(parsed_only(data)))

    @pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
    def test_foreign_files_are_read_the_same_by_pattern(self):
        """Every workbook of other makers gives one book, whichever way it is read."""
        counts = []
        for path in sorted(CORPUS.glob("*.xlsx")):
            data = path.read_bytes()
            container = Container.opened(data, Budget(DEFAULT_LIMITS))
            parts = container.parts.items()

            assert [container.archive.read(info) for _, info in parts] == [
                container.read(name) for name, _ in parts
            ]
            assert repr(read_book(data)) == repr(read_book(parsed_only(data))), (
                path.name
            )
            counts.append(taken(data))

        by_pattern, sheets = (sum(each) for each in zip(*counts, strict=True))
        assert 42 == len(counts)
        assert (68, 86) == (by_pattern, sheets)
