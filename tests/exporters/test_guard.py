"""What strangers may send, and what they are told when it cannot be read."""

import io
import struct
import time
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model_forms.forms.guard import CODES
from model_forms.forms.refused import Refused
from model_forms_excel.cells import Book
from model_forms_excel.guard import DEFAULT_LIMITS, Budget, Container, Limits
from model_forms_excel.read_book import read_book
from model_forms_excel.refused import MESSAGES, message

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "foreign-spreadsheets"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def relationships(*pairs):
    """Return a relationships part with ids rId1, rId2 and so on."""
    body = "".join(
        f'<Relationship Id="rId{n}" Type="{DOCUMENT}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(pairs, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{body}</Relationships>'


def parts(rows="", *, strings="", after="", names="", sheets=1):
    """Return the parts of a small workbook."""
    listed = "".join(
        f'<sheet name="Ark{n}" sheetId="{n}" r:id="rId1"/>'
        for n in range(1, sheets + 1)
    )
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><sheets>'
        f"{listed}</sheets><definedNames>{names}</definedNames></workbook>",
        "xl/_rels/workbook.xml.rels": relationships(
            ("worksheet", "worksheets/sheet1.xml"),
            ("sharedStrings", "sharedStrings.xml"),
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}'
        f"</sheetData>{after}</worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
    }


def zipped(content):
    """Return *content* as the bytes of a zip file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return file.getvalue()


def xlsx(*args, **kwargs):
    """Return a small workbook as bytes."""
    return zipped(parts(*args, **kwargs))


def ods(body, *, before=""):
    """Return a small ods file as bytes."""
    spaces = " ".join(
        f'xmlns:{name}="{ODF}:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    content = (
        f"<office:document-content {spaces}>{before}<office:body><office:spreadsheet>"
        f'<table:table table:name="Ark">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"mimetype": MIMETYPE, "content.xml": content})


MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
VALID = xlsx(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2.5</v></c></row>',
    strings="<si><t>Ofte</t></si>",
    names='<definedName name="svar">Ark1!$B$1</definedName>',
)


def refusal(data, **limits):
    """Return the code that *data* is refused with."""
    with pytest.raises(Refused) as caught:
        read_book(data, limits=Limits(**limits))
    return caught.value.code


SOON = 10
"""Seconds of work: what runs away takes minutes, however slow the machine."""


def timed(data):
    """Return what reading *data* gives, and how many seconds of work it took."""
    start = time.thread_time()
    try:
        found = read_book(data)
    except Refused as refused:
        found = refused
    return found, time.thread_time() - start


class TestRefused:
    def test_every_code_speaks_two_languages(self):
        """Each refusal says in Danish and in English what to do."""
        for code in MESSAGES:
            words = dict(message(Refused(code)).words)

            assert {"da", "en"} == set(words)
            assert all(text.endswith(".") for text in words.values())

    def test_every_reason_to_refuse_has_words(self):
        """A refusal that nobody can explain is a mistake in the program."""
        assert MESSAGES.keys() >= CODES

    def test_a_refusal_tells_its_facts(self):
        """The text of the exception holds code and facts for a log."""
        told = str(Refused("too-large", {"limit": 5}))

        assert told.startswith("too-large ")
        assert told.endswith("[limit: 5]")

    def test_a_limit_is_above_nothing(self):
        """A limit of zero would refuse everything and is a mistake."""
        with pytest.raises(ValueError, match="cells"):
            Limits(cells=0)


class TestSniffing:
    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"", "empty-file"),
            (b"navn og svar\n", "not-a-workbook"),
            (b"%PDF-1.7", "not-a-workbook"),
            (COMPOUND, "old-xls"),
            (b"\x09\x08\x10\x00\x00\x06\x05\x00", "old-xls"),
            (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
            (COMPOUND + "WordDocument".encode("utf-16-le"), "word-document"),
            (COMPOUND + "PowerPoint Document".encode("utf-16-le"), "powerpoint"),
            (zipped({"word/document.xml": "<a/>"}), "word-document"),
            (zipped({"ppt/presentation.xml": "<a/>"}), "powerpoint"),
            (zipped({"Index/Document.iwa": "x"}), "numbers-file"),
            (zipped({"xl/workbook.bin": "x"}), "binary-workbook"),
            (zipped({"hej.txt": "hej"}), "not-a-workbook"),
            (zipped({}), "not-a-workbook"),
            (zipped({"mimetype": MIMETYPE[:-11] + "text"}), "word-document"),
            (zipped({"mimetype": MIMETYPE[:-11] + "presentation"}), "powerpoint"),
            (zipped({"mimetype": MIMETYPE[:-11] + "graphics"}), "not-a-workbook"),
        ],
    )
    def test_what_is_no_workbook_is_named(self, data, code):
        """The content tells what the file is, and so what to do about it."""
        assert code == refusal(data)

    def test_an_encrypted_ods_is_named(self):
        """A password on an ods file stands in its manifest."""
        manifest = "<manifest:encryption-data/>"
        data = zipped({"mimetype": MIMETYPE, "META-INF/manifest.xml": manifest})

        assert "encrypted" == refusal(data)


class TestContainer:
    def test_a_large_file_is_refused_unopened(self):
        """The size of the file comes before everything else."""
        assert "too-large" == refusal(VALID, file_bytes=100)

    @pytest.mark.parametrize(
        "name", ["../x", "/etc/x", "a\\b", "C:x", "xl/../../x", "x\0y"]
    )
    def test_an_unsafe_name_is_refused(self, name):
        """A name that leads out of the container is never used."""
        data = zipped({**parts(), name.replace("\0", "?"): "x"})
        data = data.replace(name.replace("\0", "?").encode(), name.encode())

        assert "unsafe-name" == refusal(data)

    def test_one_name_in_two_cases_is_refused(self):
        """Two readers would see two different workbooks."""
        data = zipped({**parts(ROW), "xl/WORKSHEETS/sheet1.xml": "<a/>"})

        assert "duplicate-part" == refusal(data)

    def test_too_many_parts_are_refused(self):
        """The directory is not loaded when it is too long."""
        data = zipped({f"{n}": "" for n in range(1_001)})

        assert "too-many-parts" == refusal(data)

    def test_an_encrypted_part_is_refused(self):
        """A zip password is a password, too."""
        entry = VALID.index(b"PK\x01\x02") + 8
        data = VALID[:entry] + b"\x01" + VALID[entry + 1 :]

        assert "encrypted" == refusal(data)

    def test_a_bomb_is_refused_by_its_ratio(self):
        """Twenty megabytes of blanks in a few kilobytes are not unpacked."""
        data = zipped({**parts(), "xl/sharedStrings.xml": " " * (20 << 20)})

        assert "unpacks-too-large" == refusal(data)

    def test_the_total_is_bounded(self):
        """Many parts below the limit are together above it."""
        assert "unpacks-too-large" == refusal(VALID, total_bytes=1_000)

    def test_a_part_that_is_read_often_counts_often(self):
        """Many sheets on one part do not multiply what is unpacked."""
        data = xlsx(" " * 100_000, sheets=60)

        assert "unpacks-too-large" == refusal(data, total_bytes=1_000_000)

    def test_parts_that_lie_on_each_other_are_damage(self):
        """One stretch of a file is not unpacked twice, as some bombs would have it."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr("a", b"abc")
            archive.writestr("b", b"defg")
        data = bytearray(stream.getvalue())
        first, second = data.index(b"PK\x01\x02"), data.index(b"PK\x03\x04", 4)
        reach = data[31 : second + 31 + 4]
        struct.pack_into("<III", data, first + 16, zlib.crc32(reach), *[len(reach)] * 2)
        container = Container.opened(bytes(data), Budget(DEFAULT_LIMITS))

        with pytest.raises(zipfile.BadZipFile):
            container.read("a")

    def test_a_lying_size_is_damage(self):
        """A part that unpacks to more than declared is not unpacked further."""
        big = zipped({**parts(), "xl/workbook.xml": "x" * 5_000})
        size = (5_000).to_bytes(4, "little")
        data = big.replace(size, (50).to_bytes(4, "little"))

        assert "damaged" == refusal(data)


class TestMarkup:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
    def test_a_document_type_is_refused(self, encoding):
        """No entity is ever expanded, in no encoding."""
        sheet = f'<!DOCTYPE a [<!ENTITY b "c">]><worksheet xmlns="{MAIN}">&b;'
        data = {**parts(), "xl/worksheets/sheet1.xml": sheet.encode(encoding)}

        assert "dtd" == refusal(zipped(data))

    def test_an_odd_encoding_is_refused(self):
        """What another reader might decode differently is not read."""
        sheet = parts(ROW)["xl/worksheets/sheet1.xml"]
        odd = f'<?xml version="1.0" encoding="cp037"?>{sheet}'

        assert "damaged" == refusal(
            zipped({**parts(), "xl/worksheets/sheet1.xml": odd})
        )

    def test_depth_is_bounded(self):
        """Elements inside elements inside elements come to an end."""
        assert "too-deep" == refusal(xlsx("<a>" * 100 + "</a>" * 100))

    def test_elements_are_bounded(self):
        """Rows without anything in them are counted, too."""
        assert "too-many-elements" == refusal(xlsx("<row/>" * 200), elements=100)

    def test_attributes_are_bounded(self):
        """One element may not have any number of them."""
        data = xlsx('<row a="1" b="2" c="3"/>')

        assert "too-many-attributes" == refusal(data, attributes=20)

    def test_another_root_is_damage(self):
        """A sheet of unknown making is no empty sheet."""
        data = {**parts(), "xl/worksheets/sheet1.xml": "<worksheet/>"}

        assert "damaged" == refusal(zipped(data))


class TestContent:
    @pytest.mark.parametrize(
        ("code", "data", "limits"),
        [
            ("too-many-cells", xlsx(ROW + ROW.replace("1", "2")), {"cells": 1}),
            ("too-many-strings", xlsx(strings="<si/>" * 9), {"strings": 8}),
            (
                "too-many-strings",
                xlsx(strings="<si><t>abc</t></si>" * 9),
                {"string_characters": 26},
            ),
            ("too-many-sheets", xlsx(ROW, sheets=65), {}),
            (
                "too-many-names",
                xlsx(names='<definedName name="a">1</definedName>' * 9),
                {"names": 8},
            ),
            (
                "too-many-names",
                xlsx(after='<dataValidation promptTitle="x" sqref="A1 A2 A3 A4 A5"/>'),
                {"names": 4},
            ),
            (
                "too-many-merges",
                xlsx(after='<mergeCell ref="A1:B2"/>' * 3),
                {"merges": 2},
            ),
            ("too-long-text", xlsx(strings=f"<si><t>{'x' * 32_768}</t></si>"), {}),
            (
                "too-much-text",
                xlsx(
                    "<row>" + '<c t="s"><v>0</v></c>' * 9 + "</row>",
                    strings="<si><t>abc</t></si>",
                ),
                {"characters": 26},
            ),
            (
                "too-long-text",
                xlsx(f'<row><c t="str"><v>{"x" * 32_768}</v></c></row>'),
                {},
            ),
            (
                "too-long-text",
                xlsx(f'<row><c t="inlineStr"><is><t>{"x" * 32_768}</t></is></c></row>'),
                {},
            ),
            ("bad-reference", xlsx('<row r="1"><c r="XFE1"><v>1</v></c></row>'), {}),
            (
                "bad-reference",
                xlsx('<row r="1"><c r="A1048577"><v>1</v></c></row>'),
                {},
            ),
            ("bad-reference", xlsx(f'<row r="{"9" * 5_000}"/>'), {}),
            ("bad-reference", xlsx(ROW + ROW), {}),
            ("bad-reference", xlsx('<row><c t="s"><v>7</v></c></row>'), {}),
            ("bad-reference", xlsx('<row><c t="s"><v>-1</v></c></row>'), {}),
        ],
    )
    def test_too_much_is_refused(self, code, data, limits):
        """Each limit has a refusal of its own."""
        assert code == refusal(data, **limits)

    def test_the_last_cell_costs_nothing(self):
        """One cell at the far end of the sheet is one cell."""
        book, seconds = timed(
            xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
        )

        assert [(1_048_576, 16_384)] == list(book.sheets[0].cells)
        assert seconds < SOON

    def test_a_merge_of_everything_costs_nothing(self):
        """A merged area is kept as its corners."""
        book, seconds = timed(xlsx(after='<mergeCell ref="A1:XFD1048576"/>'))

        assert ((1, 1, 1_048_576, 16_384),) == book.sheets[0].merges
        assert seconds < SOON

    @pytest.mark.parametrize(
        "row",
        [
            f"<c><v>{'1' * 32_000}x</v></c>",
            f'<c t="d"><v>{"1" * 32_000}</v></c>',
            f'<c t="str"><v>{"_x0041" * 5_000}</v></c>',
        ],
    )
    def test_no_pattern_runs_away(self, row):
        """Long nonsense is looked at once."""
        found, seconds = timed(xlsx(f"<row>{row}</row>"))

        assert isinstance(found, Book)
        assert seconds < SOON


class TestRepeats:
    CELL = (
        '<table:table-cell office:value-type="float" office:value="1"'
        ' table:number-columns-repeated="{}"/>'
    )

    def test_a_cell_repeated_too_often_is_refused(self):
        """A filled cell stands for a thousand at most."""
        row = f"<table:table-row>{self.CELL.format(1_001)}</table:table-row>"

        assert "too-many-repeats" == refusal(ods(row))

    def test_a_row_repeated_too_often_is_refused(self):
        """A filled row stands for a thousand at most."""
        row = (
            '<table:table-row table:number-rows-repeated="1048576">'
            f"{self.CELL.format(1)}</table:table-row>"
        )

        assert "too-many-repeats" == refusal(ods(row))

    def test_repeats_of_repeats_are_counted(self):
        """A thousand times a thousand cells are too many, before they are made."""
        row = (
            '<table:table-row table:number-rows-repeated="1000">'
            f"{self.CELL.format(1_000)}</table:table-row>"
        )

        assert "too-many-cells" == refusal(ods(row))

    def test_emptiness_may_repeat(self):
        """The empty rest of a sheet is no attack."""
        row = (
            '<table:table-row table:number-rows-repeated="1048576">'
            '<table:table-cell table:number-columns-repeated="16384"/>'
            "</table:table-row>"
        )

        assert {} == read_book(ods(row)).sheets[0].cells

    @pytest.mark.parametrize("number", ["0", "-1", "9" * 5_000, "x"])
    def test_an_impossible_repeat_is_refused(self, number):
        """Only a count is a count."""
        row = f"<table:table-row>{self.CELL.format(number)}</table:table-row>"

        assert "bad-reference" == refusal(ods(row))


class TestNothingElse:
    @given(data=st.binary(max_size=300))
    def test_any_bytes_are_read_or_refused(self, data):
        """No other exception leaves the reader."""
        found, _ = timed(data)

        assert isinstance(found, Book | Refused)

    @given(end=st.integers(0, len(VALID)))
    def test_a_cut_file_is_read_or_refused(self, end):
        """A transfer that broke off gives a refusal."""
        found, _ = timed(VALID[:end])

        assert isinstance(found, Book | Refused)

    @given(
        flips=st.lists(
            st.tuples(st.integers(0, len(VALID) - 1), st.integers(0, 255)), max_size=9
        )
    )
    def test_a_damaged_file_is_read_or_refused(self, flips):
        """Bytes that were changed on the way give a refusal or the same book."""
        data = bytearray(VALID)
        for place, byte in flips:
            data[place] = byte
        found, _ = timed(bytes(data))

        assert isinstance(found, Book | Refused)

    @settings(deadline=None)
    @given(
        part=st.sampled_from(sorted(parts())),
        place=st.integers(0, 400),
        text=st.text(alphabet='<>/"=& rcvt09A:é\x01', max_size=8),
    )
    def test_damaged_markup_is_read_or_refused(self, part, place, text):
        """What someone wrote into a part by hand gives a book or a refusal."""
        content = parts(ROW, strings="<si><t>a</t></si>")
        whole = content[part]
        content[part] = whole[:place] + text + whole[place:]
        found, _ = timed(zipped(content))

        assert isinstance(found, Book | Refused)

    @pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
    def test_every_foreign_file_is_answered_soon(self):
        """Files of all makers are read, or refused with a reason."""
        for path in sorted(CORPUS.iterdir()):
            found, seconds = timed(path.read_bytes())
            expected = Book if path.suffix == ".xlsx" else Refused

            assert isinstance(found, expected), path.name
            assert seconds < SOON, path.name
