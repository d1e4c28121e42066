"""Workbooks in a house's own look: what is kept, and where it stands."""

import io
import re
from zipfile import ZipFile

from openpyxl.styles import Font

import model_forms
from house_book import (
    CLOSING,
    HOUSE,
    LETTERHEAD,
    SHIPPED,
    coloured,
    form,
    house_book,
    opened,
    packed,
    told,
    with_logo,
    with_styles,
    words_on,
)
from model_forms.assessment import assess
from model_forms.report.blocks import Column, Report, Table, TableCell
from model_forms.response import Given
from model_forms.theme import PLAIN, contrast
from model_forms_excel.house_reading import house_of
from model_forms_excel.write_pages import write_pages


def page(*blocks):
    return Report(title="Årshjul", subtitle="", language="da", footer="", blocks=blocks)


class TestLook:
    def test_the_brand_is_the_first_colour_that_carries_white_letters(self):
        """A pale first colour gives way to the next."""
        assert house_of(HOUSE).theme.brand == "8A1C1C"
        pale = house_book(edit=lambda b: setattr(b, "loaded_theme", coloured("FFE699")))
        brand = house_of(pale).theme.brand

        assert brand != "FFE699"
        assert contrast(brand, "FFFFFF") >= 4.5

    def test_pale_ink_is_not_taken(self):
        """Words can be read on each of our fills."""
        pale = coloured("8A1C1C", ink="B0B0B0")
        house = house_book(edit=lambda b: setattr(b, "loaded_theme", pale))

        assert house_of(house).theme.ink == PLAIN.ink

    def test_styles_are_known_by_number_whatever_they_are_called(self):
        """The Title of a Danish Excel is a Titel, and is made to fit."""
        looks = house_of(house_book(edit=with_styles)).looks

        assert looks["title"]["font_name"] == "Georgia"
        assert looks["title"]["font_color"] == "#1F5C4A"
        assert looks["title"]["font_size"] == 24

    def test_a_heading_that_cannot_be_read_gets_the_ink(self):
        """Pale yellow on white is no heading."""
        looks = house_of(house_book(edit=with_styles)).looks

        assert looks["section"]["font_color"] == "#1F2A37"

    def test_letters_of_a_wide_font_are_made_smaller(self):
        """Rows have room for Calibri."""

        def wide(book):
            book._named_styles[0].font = Font(name="Verdana", size=14)  # noqa: SLF001

        assert house_of(house_book(edit=wide)).theme.body_size == 8
        assert house_of(house_book(edit=wide)).theme.font == "Verdana"

    def test_fields_look_open_as_ever(self):
        """The colour of a field is a witness, and no house's."""
        for data in (form(), form(None)):
            sheet = opened(data)["Kortlægning"]
            fills = {c.fill.fgColor.rgb for c in sheet["D"] if not c.protection.locked}
            assert all(each.startswith("FFFF") for each in fills)


class TestLetterhead:
    def test_stands_around_the_text_of_the_cover(self):
        """What is above the mark comes first, what is below it last."""
        found = words_on(opened(form())["Forside"])
        found = [each for each in found if each != "mf:cover"]

        assert tuple(found[: len(LETTERHEAD)]) == LETTERHEAD
        assert tuple(found[-len(CLOSING) :]) == CLOSING
        assert "Områdekortlægning" in found
        assert not any("indhold" in each for each in found)

    def test_an_english_mark_will_do(self):
        """The same mark as in Word, in either language."""
        for mark in ("{{ content }}", "{{indhold}}", " {{ INDHOLD }} "):
            found = words_on(opened(form(house_book(mark)))["Forside"])
            assert LETTERHEAD[0] in found

    def test_keeps_its_columns_where_they_were(self):
        """The cover is cut where the house's columns begin."""
        sheet = opened(form(SHIPPED))["Forside"]
        at = {c.value: c for row in sheet.iter_rows() for c in row if c.value}

        assert at["Børn og Unge"].alignment.horizontal == "right"
        assert at["Børn og Unge"].column > at["Områdekortlægning"].column
        assert at["aadal.example"].hyperlink.target == "https://aadal.example"

    def test_our_text_is_as_wide_as_the_letterhead(self):
        """And as wide as ever below a narrow one."""

        def wide(book):
            book["Skabelon"]["D1"] = "Langt til højre"
            book["Skabelon"].column_dimensions["D"].width = 60

        for edit, last in ((wide, 7), (with_logo, 5)):
            sheet = opened(form(house_book(edit=edit)))["Forside"]
            assert max(each.max_col for each in sheet.merged_cells.ranges) == last

    def test_its_logo_says_what_it_shows(self):
        """The alternative text is kept, and a logo without is decoration."""
        with ZipFile(io.BytesIO(form(SHIPPED))) as file:
            drawing = file.read("xl/drawings/drawing1.xml").decode()
        assert 'descr="Ådal Kommune"' in drawing

        data = packed(
            house_book(edit=with_logo),
            change=lambda name, content: re.sub(rb' descr="[^"]*"', b"", content),
        )
        with ZipFile(io.BytesIO(form(data))) as file:
            assert b"decorative" in file.read("xl/drawings/drawing1.xml")

    def test_is_printed_once(self):
        """A cover with a letterhead has no page header as well."""
        book = opened(form())

        assert book["Forside"].oddHeader.right.text is None
        assert book["Kortlægning"].oddHeader.right.text == "Søby Kommune"

    def test_without_a_mark_only_the_look_is_taken(self):
        """The sheet is kept behind ours, and it is told."""
        data = house_book(None)
        found = words_on(opened(form(data))["Forside"])

        assert LETTERHEAD[0] not in found
        assert LETTERHEAD[0] in words_on(opened(form(data))["Skabelon"])
        assert "template-no-mark" in told(data)


class TestSheets:
    def test_other_sheets_stand_behind_ours(self):
        """With their words, numbers and colours."""
        book = opened(form())
        sheet = book["Kontakt"]
        visible = [each.title for each in book if each.sheet_state == "visible"]

        assert visible[-1] == "Kontakt"
        assert words_on(sheet)[1:] == [
            "Hvem", "Hvordan", "SSP", "Torvet 3", "Antal skoler", 7, "Åbent", 0.25,
        ]  # fmt: skip
        assert sheet["B1"].fill.fgColor.rgb == "FF8A1C1C"
        assert sheet["B1"].font.color.rgb == "FFFFFFFF"

    def test_a_name_that_is_taken_gets_a_number(self):
        """Ours keep their names, since others refer to them."""
        data = house_book(
            sheets=[(name, [("Vores",)]) for name in ("Forside", "lister", "Sheet1")]
        )
        names = opened(form(data)).sheetnames

        assert {"Forside 2", "lister 2", "Sheet1"} <= {*names}

    def test_what_is_hidden_stays_at_home(self):
        """A hidden sheet or row is not sent to anybody, and that is told."""

        def hide(book):
            book["Kontakt"].row_dimensions[2].hidden = True
            book.create_sheet("Løn")["A1"] = "Hemmeligt"
            book["Løn"].sheet_state = "hidden"

        data = house_book(edit=hide)
        book = opened(form(data))

        assert "Løn" not in book.sheetnames
        assert "SSP" not in words_on(book["Kontakt"])
        assert "template-hidden" in told(data)

    def test_a_formula_is_the_value_that_it_had(self):
        """Nothing in a template is worked out, and it is told."""

        def change(name, content):
            cell = rb'<c r="B3"[^>]*><v>7</v></c>'
            return re.sub(cell, b'<c r="B3"><f>NOW()</f><v>42</v></c>', content)

        data = packed(house_book(), change=change)
        sheet = opened(form(data))["Kontakt"]

        assert sheet["C3"].value == 42
        assert "template-formulas" in told(data)

    def test_links_lead_to_the_web_or_to_mail_alone(self):
        """A link to a file or a program is left out, and that is told."""

        def link(book):
            sheet = book["Kontakt"]
            sheet["A2"].hyperlink = "https://soeby.example"
            sheet["A3"].hyperlink = "file:///etc/passwd"

        data = house_book(edit=link)
        sheet = opened(form(data))["Kontakt"]

        assert sheet["B2"].hyperlink.target == "https://soeby.example"
        assert sheet["B3"].hyperlink is None
        assert "template-link" in told(data)

    def test_letters_that_cannot_be_read_get_another_colour(self):
        """The house's own cells are no exception."""

        def pale(book):
            book["Kontakt"]["A2"].font = Font(color="F0F0F0")

        sheet = opened(form(house_book(edit=pale)))["Kontakt"]
        assert contrast(sheet["B2"].font.color.rgb[2:], "FFFFFF") >= 4.5

    def test_rows_that_stay_in_sight_still_do(self):
        """They say what the columns are, to whoever hears the sheet."""

        def freeze(book):
            book["Kontakt"].freeze_panes = "B2"

        assert opened(form(house_book(edit=freeze)))["Kontakt"].freeze_panes == "C2"


class TestPrint:
    def test_the_footer_has_the_house_and_the_form(self):
        """The id and the number of the page stand where the house has nothing."""
        foot = opened(form())["Kortlægning"].oddFooter

        assert foot.center.text == "Torvet 3, 9999 Søby"
        assert "area_mapping 1.1.0" in foot.left.text
        assert "&[Page]" in foot.right.text or "&P" in foot.right.text

    def test_a_house_that_numbers_its_pages_needs_no_numbers_of_ours(self):
        """And the id comes below where every place is taken."""

        def full(book):
            foot = book["Skabelon"].oddFooter
            foot.left.text, foot.right.text = "Søby", "Side &P"

        foot = opened(form(house_book(edit=full)))["Kortlægning"].oddFooter
        assert foot.left.text.splitlines()[0] == "Søby"
        assert "area_mapping" in foot.left.text
        assert foot.right.text.count("&") == 1

    def test_a_picture_in_the_header_is_kept(self):
        """It is printed on each sheet of questions."""
        with ZipFile(io.BytesIO(form(SHIPPED))) as file:
            names = [
                n for n in file.namelist() if "vmlDrawing" in n and "rels" not in n
            ]
            assert names
            assert b'id="LH"' in file.read(names[0])

    def test_a_header_that_is_too_long_is_left_out_and_told(self):
        """Excel has room for 255 characters, with ours among them."""
        data = house_book(
            edit=lambda b: setattr(b.active.oddHeader.left, "text", "Søby " * 40)
        )
        assert "template-long-frame" in told(data)
        assert opened(form(data))["Kortlægning"].oddHeader.left.text is None


class TestFront:
    def test_results_have_a_front_with_the_letterhead(self):
        """It is what the file opens on, with a link to each sheet."""
        panel = [model_forms.import_(form(None)).response]
        found = assess(model_forms.installed().get("area_mapping@1.1.0"), panel)
        book = opened(model_forms.write_report(found, format=".xlsx", template=HOUSE))
        front = book[book.sheetnames[0]]
        links = {c.hyperlink.location for (c,) in front["C1:C40"] if c.hyperlink}

        assert book.active is front
        assert LETTERHEAD[0] in words_on(front)
        assert "'Overblik'!A1" in links
        assert "Kontakt" in book.sheetnames

    def test_so_have_pages(self):
        """A page of tables is a workbook to read."""
        table = Table(
            caption="Plan",
            columns=(Column(title="Hvad"),),
            rows=((TableCell(text="Mål"),),),
        )
        report = page(table)
        book = opened(write_pages(report, template=SHIPPED))

        assert book.sheetnames == ["Forside", "Plan", "Kontakt"]
        assert "Årshjul" in words_on(book["Forside"])

    def test_without_a_letterhead_there_is_none(self):
        """A look alone needs no sheet."""
        report = page()
        book = opened(
            write_pages(report, template=house_book(None, above=(), below=()))
        )

        assert book.sheetnames == ["Årshjul", "Kontakt"]


class TestBytes:
    def test_the_same_template_gives_the_same_bytes(self):
        """As without one."""
        assert form(SHIPPED) == form(SHIPPED)

    def test_answers_are_filled_in_as_ever(self):
        """A template and answers go together."""
        read = model_forms.import_(form(None)).response
        assert not any(isinstance(a, Given) for a in read.answers.values())
        assert form(SHIPPED, response=read) == form(SHIPPED)

    def test_the_sample_is_small(self):
        """It is copied into every form."""
        assert len(SHIPPED) < 60_000
        assert len(form(SHIPPED)) < len(form(None)) + 30_000
