"""Templates that cannot be used, and what is told of those that can."""

import io
import re
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font

from house_book import (
    HOUSE,
    LETTERHEAD,
    SHIPPED,
    form,
    house_book,
    opened,
    packed,
    told,
    with_logo,
    words_on,
)
from model_forms.cli import main
from model_forms.errors import UnreadableDocument
from model_forms_excel.house_reading import about_template


def macro(data):
    return packed(data, more=[("xl/vbaProject.bin", b"x")])


def broken(data):
    return packed(data, change=lambda n, c: c[: len(c) // 2] if "sheet1" in n else c)


def without_styles(data):
    return packed(data, change=lambda n, c: b"<x/>" if n == "xl/styles.xml" else c)


def wide_merge(data):
    def change(name, content):
        merge = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        return content.replace(b"</sheetData>", b"</sheetData>" + merge)

    return packed(data, change=change)


def wide_link(data):
    def change(name, content):
        link = b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'
        return content.replace(b"</sheetData>", b"</sheetData>" + link)

    return packed(data, change=change)


def entities(data):
    def change(name, content):
        head = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]>'
        return head + content.partition(b"?>")[2] if "sheet1" in name else content

    return packed(data, change=change)


def overlapping(data):
    def change(name, content):
        merges = (
            b'<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>'
        )
        return content.replace(b"</sheetData>", b"</sheetData>" + merges)

    return packed(data, change=change)


def long_words(data):
    """One text of the file, shown in thousands of cells."""
    cell = '<c t="s"><v>0</v></c>'
    rows = "".join(f'<row r="{r}">{cell * 20}</row>' for r in range(20, 290)).encode()

    def change(name, content):
        return content.replace(b"</sheetData>", rows + b"</sheetData>")

    return packed(data, change=change)


def many_columns(data):
    """A width for each of sixteen thousand columns, and as many cells."""
    columns = "".join(f'<col min="{n}" max="{n}" width="9"/>' for n in range(1, 16000))
    cells = "".join('<row><c t="str"><v>x</v></c></row>' for _ in range(20000))

    def change(name, content):
        content = re.sub(rb"<cols>.*?</cols>", b"", content)
        wide = f"<cols>{columns}</cols><sheetData>{cells}".encode()
        return content.replace(b"<sheetData>", wide) if "sheet2" in name else content

    return packed(data, change=change)


REFUSED = {
    "nothing": lambda _: b"",
    "no workbook": lambda _: b"PK\x03\x04 nothing",
    "words": lambda _: b"Kommune;Navn",
    "old": lambda _: b"\xd0\xcf\x11\xe0 gammel",
    "locked": lambda _: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
    "macros": macro,
    "half": lambda data: data[: len(data) // 2],
    "a broken sheet": broken,
    "no styles": without_styles,
    "a merge of everything": wide_merge,
    "a link on everything": wide_link,
    "merges over each other": overlapping,
    "entities": entities,
    "too many words": long_words,
    "a bomb": lambda data: packed(data, more=[("xl/media/a.bin", b"0" * (9 << 20))]),
}


class TestRefused:
    @pytest.mark.parametrize("spoil", REFUSED.values(), ids=REFUSED)
    def test_what_is_no_safe_workbook_is_refused(self, spoil):
        """With our own error, before anything is written."""
        with pytest.raises(UnreadableDocument):
            form(spoil(HOUSE))

    def test_a_sheet_of_any_breadth_takes_little_time(self):
        """What is beyond the rows that are kept is counted, and no more."""
        assert "template-far" in told(many_columns(HOUSE))

    def test_a_number_of_a_person_is_refused(self):
        """It would be sent to every partner; a house's telephone would not hurt."""
        for text in ("010170-1234", "CPR: 0101701234"):
            with pytest.raises(UnreadableDocument, match="CPR"):
                form(house_book(below=(text,)))
        form(house_book(below=("Telefon 33 12 34 56, post@soeby.example",)))

    def test_a_form_of_ours_is_no_template(self):
        """Two forms in one file would come back as neither."""
        with pytest.raises(UnreadableDocument, match="form"):
            form(form(None))

    def test_a_refusal_is_no_line_in_the_log(self, caplog):
        """Whoever gave the template is told, and nobody else."""
        with pytest.raises(UnreadableDocument):
            form(macro(HOUSE))
        assert caplog.records == []

    def test_a_template_of_excel_is_taken(self):
        """An .xltx is a workbook by another name."""
        data = packed(
            HOUSE,
            change=lambda n, c: c.replace(b"sheet.main+xml", b"template.main+xml"),
        )
        assert LETTERHEAD[0] in words_on(opened(form(data))["Forside"])

    def test_pictures_that_are_none_are_left_out(self):
        """A damaged logo does not keep a form from being sent."""
        data = packed(
            house_book(edit=with_logo),
            change=lambda n, c: b"\x89PNG junk" if "media/" in n else c,
        )
        assert "template-drawing" in told(data)
        assert form(data)

    @pytest.mark.parametrize(
        "part",
        [
            "xl/workbook.xml",
            "xl/theme/theme1.xml",
            "xl/worksheets/sheet1.xml",
            "xl/styles.xml",
        ],
    )
    def test_damage_never_raises_another_error(self, part):
        """Bytes changed anywhere in a part give a workbook or our own error."""
        with ZipFile(io.BytesIO(HOUSE)) as file:
            size = len(file.read(part))
        for place in range(40, size, max(1, size // 25)):

            def change(name, content, place=place):
                if name != part:
                    return content
                return content[:place] + b"9" + content[place + 1 :]

            try:
                form(packed(HOUSE, change=change))
            except UnreadableDocument:
                continue


class TestTold:
    def test_a_plain_house_has_nothing_to_tell(self):
        """All of the shipped one is kept."""
        assert told(SHIPPED) == told(HOUSE) == set()

    def test_what_cannot_be_kept_is_told_with_its_sheet(self):
        """The rest is kept all the same."""

        def edit(book):
            sheet = book["Kontakt"]
            sheet.add_chart(BarChart(), "E5")
            sheet["A2"].comment = Comment("Husk", "mig")
            rule = CellIsRule(operator="equal", formula=["1"], font=Font(bold=True))
            sheet.conditional_formatting.add("A1:B2", rule)
            sheet["A900"] = "Langt nede"
            sheet["A8"] = "{{ indhold }}"

        data = house_book(edit=edit)
        found = about_template(data)

        assert {each.code for each in found} == {
            "template-drawing", "template-note", "template-conditional",
            "template-far", "template-second-mark",
        }  # fmt: skip
        assert {each.place.sheet for each in found} == {"Kontakt", None}
        assert not any(each.is_error for each in found)
        assert "SSP" in words_on(opened(form(data))["Kontakt"])

    def test_the_command_line_tells_it(self, tmp_path):
        """Beside what was written, which is a success all the same."""
        house, out = tmp_path / "soeby.xlsx", tmp_path / "form.xlsx"
        house.write_bytes(house_book(None))
        given = ("export", "area_mapping", "--to", out, "--template", house)
        done = CliRunner().invoke(main, [*map(str, given)])

        assert done.exit_code == 0
        assert "soeby.xlsx: advarsel:" in done.stderr
        assert "{{ indhold }}" in done.stderr
