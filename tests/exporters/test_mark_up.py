"""A partner's own file back with its problems marked, and nothing else changed."""

import io
import re

import pytest
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill

import marked as m
import model_forms
from model_forms.finding import Finding, Place
from model_forms.text import both
from model_forms_excel.read_book import read_book

FORM = "Kortlægning"
ORDER = [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData",
    "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter",
    "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
    "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
    "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
    "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    "legacyDrawing", "extLst",
]  # fmt: skip


def wrong(words, severity="error", **place):
    """A finding of somebody who looked at the file as well."""
    return Finding(
        severity=severity, code="x", message=both(words, words), place=Place(**place)
    )


def own_things(book):
    """What a partner may have put into the workbook besides answers."""
    m.mistakes(book)
    own = book.create_sheet('Ole\'s "A&B" <ark>')
    own["B2"] = "Vores egne tal"
    own.print_area = "A1:C9"
    own.print_title_rows = "1:2"
    sheet = book[FORM]
    sheet["C8"].comment = Comment("Spørg Mette", "Skolen")
    fill = PatternFill(bgColor="FF00FF00")
    rule = CellIsRule(operator="equal", formula=['"I høj grad"'], fill=fill)
    sheet.conditional_formatting.add("D5:D30", rule)
    sheet.print_area = "A1:F40"
    sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions["E"].width = 31


def looks(cell):
    """What a cell says, and how."""
    styles = cell.fill, cell.font, cell.border, cell.alignment, cell.protection
    return cell.value, cell.number_format, *map(repr, styles)


FILES = {
    "ours": m.wrong_number,
    "openpyxl": lambda: m.edited(m.mistakes),
    "strict": lambda: m.strict(m.edited(m.mistakes)),
    "prefixed": lambda: m.prefixed(m.wrong_number()),
    "strict and prefixed": lambda: m.strict(m.prefixed(m.wrong_number())),
    "LibreOffice xlsx": lambda: m.with_mistake("xlsx"),
    "LibreOffice ods": lambda: m.with_mistake("ods"),
    "with things of their own": lambda: m.edited(own_things),
}


@pytest.fixture(params=FILES)
def file(request):
    return FILES[request.param]()


class TestAnyProgram:
    def test_the_marked_file_says_what_the_file_said(self, file):
        """Answers, additions and findings are the same, and none is about a mark."""
        read, made = m.marked(file)

        assert m.said(read) == m.said(model_forms.import_(made))

    def test_marking_again_replaces_what_was_marked(self, file):
        """There is one page and one mark for each problem, however often it is sent."""
        read, once = m.marked(file)
        _, twice = m.marked(once)

        assert m.said(read) == m.said(model_forms.import_(twice))
        if m.shown_by_openpyxl(twice):
            assert m.listed(once) == m.listed(twice)
            assert m.beside(once, FORM) == m.beside(twice, FORM)
            assert m.opened(once).sheetnames == m.opened(twice).sheetnames

    def test_the_same_file_gives_the_same_bytes(self, file):
        """No clock and no chance is in a marked file."""
        assert m.marked(file)[1] == m.marked(file)[1]


class TestWhatStays:
    def test_only_the_parts_that_must_change_do(self):
        """The other parts are byte for byte the same."""
        _, made = m.marked(m.wrong_number())
        before, after = m.parts(m.wrong_number()), m.parts(made)
        changed = {name for name in before if before[name] != after[name]}

        assert {
            "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml",
            "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml",
        } == changed  # fmt: skip
        assert {"xl/worksheets/sheet8.xml"} == after.keys() - before.keys()

    def test_a_marked_sheet_keeps_every_byte_of_its_own(self):
        """Without the marks, their column and the highlight it is what it was."""
        _, made = m.marked(m.wrong_number())
        before = m.parts(m.wrong_number())["xl/worksheets/sheet3.xml"].decode()
        after = m.parts(made)["xl/worksheets/sheet3.xml"].decode()
        for ours in (
            r'<c r="G\d+" s="\d+" t="inlineStr">.*?</c>', r'<col min="7"[^>]*/>',
            r"<conditionalFormatting .*?</conditionalFormatting>",
        ):  # fmt: skip
            after = re.sub(ours, "", after)
        after = after.replace('<dimension ref="A1:G', '<dimension ref="A1:F')

        assert before == after.replace('spans="1:7"', 'spans="1:6"')

    def test_the_sheet_that_was_open_is_no_longer_selected(self):
        """Two selected sheets would be a group, in which one types on both."""
        _, made = m.marked(m.wrong_number())
        selected = [
            name
            for name, part in m.parts(made).items()
            if b"worksheets/" in name.encode() and b'tabSelected="1"' in part
        ]

        assert ["xl/worksheets/sheet8.xml"] == selected

    def test_what_partners_put_in_stays(self):
        """Comments, rules, print areas, titles, widths and hidden rows are there."""
        data = m.edited(own_things)
        _, made = m.marked(data)
        book, before = m.opened(made), m.opened(data)
        sheet, own = book[FORM], book['Ole\'s "A&B" <ark>']

        assert ["Ret dette", *before.sheetnames] == book.sheetnames
        assert "Spørg Mette" in sheet["C8"].comment.text
        assert "D5:D30" in {str(r.sqref) for r in sheet.conditional_formatting}
        assert before[FORM].print_area == sheet.print_area
        assert before[own.title].print_area == own.print_area
        assert before[own.title].print_title_rows == own.print_title_rows
        assert before[FORM].print_title_rows == sheet.print_title_rows
        assert sheet.row_dimensions[9].hidden
        assert 31 == sheet.column_dimensions["E"].width
        assert before[FORM].freeze_panes == sheet.freeze_panes
        assert book.active.title == "Ret dette"

    def test_no_cell_of_theirs_looks_otherwise(self):
        """Each cell has the value, the number format and the fill that it had."""
        data = m.edited(own_things)
        before, after = m.opened(data), m.opened(m.marked(data)[1])
        for sheet in before:
            for row in sheet.iter_rows():
                for cell in row:
                    same = after[sheet.title][cell.coordinate]
                    assert looks(cell) == looks(same)

    def test_the_children_of_each_sheet_stand_in_the_order_of_the_standard(self):
        """Excel repairs a file in which they do not."""
        _, made = m.marked(m.edited(own_things))
        for name, part in m.parts(made).items():
            if name.startswith("xl/worksheets/sheet"):
                found = re.sub(rb"<(\w+)[^>]*(?<!/)>.*?</\1>", rb"<\1/>", part[60:])
                names = re.findall(r"<(\w+)", found.decode())
                known = [ORDER.index(each) for each in names if each in ORDER]

                assert sorted(known) == known

    def test_the_sheet_of_ods_files_is_split_where_rows_stand_for_many(self):
        """Rows and cells that are repeated fall into pieces around a mark."""
        data = m.with_mistake("ods")
        places = ("C900", "C902", "C5000")
        more = [wrong("Ret", sheet="Vejledning", cell=each) for each in places]
        read = model_forms.import_(data).with_findings(*more)
        made = model_forms.mark_up(data, read)
        (guide,) = [s for s in read_book(made).sheets if s.name == "Vejledning"]
        marks = {at for at, cell in guide.cells.items() if cell.value == "◄ Ret"}

        assert {900, 902, 5000} == {row for row, _ in marks}
        assert 1 == len({column for _, column in marks})
        assert m.said(model_forms.import_(data)) == m.said(model_forms.import_(made))


class TestThePage:
    def test_it_lists_each_problem_once_with_a_link_to_its_cell(self):
        """Errors come first, and each leads to the cell that it is about."""
        read, made = m.marked(m.edited(m.mistakes))
        words = {
            f"'{f.place.sheet}'!{f.place.cell}": f.message.get("da")
            for f in read.findings
        }

        assert words == dict(m.listed(made))
        assert [
            f"'{FORM}'!D7", "'Flere spørgsmål'!D8", f"'{FORM}'!E7"
        ] == [where for where, _ in m.listed(made)]  # fmt: skip

    def test_it_says_what_to_do_in_plain_words(self):
        """The heading, what to do, and the two kinds of problems."""
        lines = [row[0] for row in m.page(m.marked(m.edited(m.mistakes))[1])]

        assert "Ret dette" == lines[0]
        assert "Ret de markerede felter, gem filen, og send den igen." in lines
        assert lines.index("Det skal rettes") < lines.index(
            "Se på dette, før I sender igen"
        )

    def test_a_place_is_named_by_sheet_cell_and_code(self):
        """The code is the one that stands in the row of the question."""
        _, made = m.marked(m.edited(m.mistakes))

        assert "Kortlægning D7 · A3-01Y" in {row[1] for row in m.page(made)}

    def test_it_is_in_the_language_of_the_form_or_in_the_one_asked_for(self):
        """English is English all the way."""
        read, made = m.marked(m.edited(m.mistakes), language="en")
        book = m.opened(made)

        assert "Correct this" == book.sheetnames[0]
        assert {f.message.get("en") for f in read.findings} == {
            words for _, words in m.listed(made)
        }
        assert "G4" in m.beside(made, FORM)
        assert "◄ Correct this" == m.beside(made, FORM)["G4"]

    def test_problems_without_a_cell_are_listed_without_a_link(self):
        """What is about the whole file stands first, and what informs is left out."""
        data = m.edited(m.mistakes)
        read = model_forms.import_(data).with_findings(
            Finding(severity="error", code="x", message=both("Hele.", "All.")),
            Finding(severity="info", code="y", message=both("Bare så I ved.", "FYI.")),
            Finding(
                severity="warning", code="z", message=both("Et ark.", "A sheet."),
                place=Place(sheet="Et andet ark", cell="nowhere"),
            ),
        )  # fmt: skip
        made = model_forms.mark_up(data, read)

        assert (None, "Hele.") == m.listed(made)[0]
        assert (None, "Et ark.") in m.listed(made)
        assert "Bare så I ved." not in str(m.page(made))

    def test_warnings_alone_do_not_demand_anything(self):
        """The answers can be read, and the page says so."""
        _, made = m.marked(
            m.edited(lambda b: b[FORM].__setitem__("E7", "Skriv til ole@example.dk"))
        )
        text = str(m.page(made))

        assert "Jeres svar kan læses." in text
        assert "Det skal rettes" not in text

    def test_a_taken_name_is_left_to_its_sheet(self):
        """The page then has another name, and its links lead right all the same."""
        data = m.edited(lambda book: (m.mistakes(book), book.create_sheet("ret DETTE")))
        read, made = m.marked(data)

        assert ["Ret dette 2", "ret DETTE"] == [
            each for each in m.opened(made).sheetnames if "ret" in each.lower()
        ]
        assert m.said(read) == m.said(model_forms.import_(made))

    def test_sheets_with_odd_names_are_found(self):
        """Quotes and ampersands are written as links want them."""
        name = 'Ole\'s "A&B" <ark>'

        def change(book):
            m.mistakes(book)
            book[FORM].title = name

        _, made = m.marked(m.edited(change))

        assert "'Ole''s \"A&B\" <ark>'!D7" in [where for where, _ in m.listed(made)]
        assert "G7" in m.beside(made, name)

    def test_hidden_places_say_how_to_see_them(self):
        """A link to a hidden row or column leads nowhere that can be seen."""

        def change(book):
            m.mistakes(book)
            book[FORM].row_dimensions[7].hidden = True
            book["Flere spørgsmål"].column_dimensions["D"].hidden = True

        texts = dict(m.listed(m.marked(m.edited(change))[1]))

        assert "Række 7 er skjult" in texts[f"'{FORM}'!D7"]
        assert "Kolonne D er skjult" in texts["'Flere spørgsmål'!D8"]

    def test_hidden_sheets_say_how_to_see_them(self):
        """A sheet that was hidden is named with how to show it."""

        def change(book):
            m.mistakes(book)
            book["Flere spørgsmål"].sheet_state = "hidden"

        texts = dict(m.listed(m.marked(m.edited(change))[1]))

        assert "Arket er skjult" in texts["'Flere spørgsmål'!D8"]

    def test_a_problem_of_a_row_leads_to_a_cell_that_can_be_seen(self):
        """The hidden keys on the left are never where a person is sent."""

        def change(book):
            book[FORM]["B8"] = book[FORM]["B7"].value

        data = m.edited(change)
        read = model_forms.import_(data)
        places = {f.place.cell for f in read.findings if f.place.sheet == FORM}
        found = [where for where, _ in m.listed(m.marked(data)[1])]

        assert any(each.startswith("A") for each in places)
        assert f"'{FORM}'!B8" in found

    def test_a_very_long_list_ends(self):
        """The rest is counted: nobody corrects a thousand things in one go."""
        data = m.edited(m.mistakes)
        many = [
            Finding(
                severity="error", code="x", message=both(f"Nr. {n}", f"No. {n}"),
                place=Place(sheet=FORM, cell=f"D{n}"),
            )
            for n in range(1, 1001)
        ]  # fmt: skip
        made = model_forms.mark_up(data, model_forms.import_(data).with_findings(*many))

        assert 300 == len(m.listed(made))
        assert "Der er 703 mere." in str(m.page(made))


class TestBeside:
    def test_a_mark_stands_in_the_first_free_column_under_a_heading(self):
        """The hidden bookend is in use; what one row has is in one cell."""
        read, made = m.marked(m.edited(m.mistakes))
        words = {f.place.cell: f.message.get("da") for f in read.findings}

        assert {"G4", "G7"} == m.beside(made, FORM).keys()
        assert "◄ Ret dette" == m.beside(made, FORM)["G4"]
        assert words["D7"] in m.beside(made, FORM)["G7"].split("\n")[0]
        assert words["E7"] in m.beside(made, FORM)["G7"].split("\n")[1]

    def test_what_partners_wrote_farther_right_is_not_covered(self):
        """The marks stand to the right of it."""

        def change(book):
            m.mistakes(book)
            book[FORM]["H20"] = "Vores egen note"

        _, made = m.marked(m.edited(change))

        assert {"I4", "I7"} == m.beside(made, FORM).keys()
        assert "Vores egen note" == m.opened(made)[FORM]["H20"].value

    def test_the_cell_is_coloured_for_as_long_as_the_mark_stands(self):
        """A rule looks at the mark: no cell has another style than it had."""
        _, made = m.marked(m.edited(m.mistakes))
        rules = {
            str(each.sqref): each.rules[0]
            for each in m.opened(made)[FORM].conditional_formatting
        }

        assert ['LEFT($G7,1)="◄"'] == rules["D7 E7"].formula
        assert "00F9DDC0" == rules["D7 E7"].dxf.fill.bgColor.rgb[-8:].replace(
            "FF", "00", 1
        )

    def test_a_row_is_high_enough_for_its_mark(self):
        """Three lines of text need more than the row was issued with."""
        data = m.edited(m.mistakes)
        _, made = m.marked(data)
        before, after = m.opened(data)[FORM], m.opened(made)[FORM]

        assert before.row_dimensions[7].height < after.row_dimensions[7].height
        assert before.row_dimensions[8].height == after.row_dimensions[8].height

    def test_rows_of_tables_are_marked_as_well(self):
        """A row of the plan has its problems beside it, with the codes."""
        data = m.returned("xlsx", "action_plan")

        def change(book):
            book["Indsatser"]["I10"] = "ikke en dato"

        read, made = m.marked(m.edited(change, data))
        rows = {re.sub(r"\D", "", f.place.cell) for f in read.findings}

        assert rows == {
            re.sub(r"\D", "", at)
            for at, words in m.beside(made, "Indsatser").items()
            if words != "◄ Ret dette"
        }
        assert m.said(read) == m.said(model_forms.import_(made))


class TestBack:
    def test_the_corrected_file_is_accepted(self):
        """With page and marks still in it, nothing of them is an addition."""
        _, made = m.marked(m.edited(m.mistakes))
        read = model_forms.import_(m.edited(m.corrected, made))

        assert ((), True) == (read.findings, read.accepted)
        assert () == read.response.additions
        assert 2140 == read.response.answer("area_population").value

    def test_marks_may_be_deleted(self):
        """Whoever tidies up loses nothing, and adds nothing."""
        _, made = m.marked(m.edited(m.mistakes))

        def change(book):
            m.corrected(book)
            book[FORM]["G7"] = None

        read = model_forms.import_(m.edited(change, made))

        assert ((), True) == (read.response.additions, read.accepted)

    def test_our_heading_as_somebodys_own_words_is_kept(self):
        """It is ours at the right end of a marked sheet alone."""
        _, made = m.marked(m.edited(m.mistakes))

        def change(book):
            m.corrected(book)
            book["Forside"]["F9"] = book[FORM]["C3"] = "◄ Ret dette"

        read = model_forms.import_(m.edited(change, made))

        assert {("Forside", "F9"), (FORM, "C3")} == {
            (a.at.sheet, a.at.cell) for a in read.response.additions
        }

    def test_what_is_typed_on_the_page_or_into_a_mark_is_kept(self):
        """Nothing is lost: it becomes an addition at its cell."""
        _, made = m.marked(m.edited(m.mistakes))

        def change(book):
            m.corrected(book)
            book["Ret dette"]["D30"] = "Vi har rettet det hele"
            book[FORM]["G7"] = "Det er rettet nu"

        read = model_forms.import_(m.edited(change, made))
        kept = {(a.at.sheet, a.at.cell): a.text for a in read.response.additions}

        assert {
            ("Ret dette", "D30"): "Vi har rettet det hele",
            (FORM, "G7"): "Det er rettet nu",
        } == kept

    def test_what_is_typed_on_the_page_is_still_there_when_it_is_marked_again(self):
        """The new page has it at its end."""
        _, made = m.marked(m.edited(m.mistakes))

        def change(book):
            book["Ret dette"]["D30"] = "Vi venter på skolen"

        _, twice = m.marked(m.edited(change, made))

        assert "Vi venter på skolen" in str(m.page(twice))
        assert ["Vi venter på skolen"] == [
            each.text for each in model_forms.import_(twice).response.additions
        ]

    def test_a_mark_in_a_field_is_an_answer(self):
        """A mark that was moved into the answer column is refused, not passed over."""
        _, made = m.marked(m.edited(m.mistakes))

        def change(book):
            sheet = book[FORM]
            sheet["D8"], sheet["G7"] = sheet["G7"].value, None

        read = model_forms.import_(m.edited(change, made))

        assert "D8" in {f.place.cell for f in read.findings if f.is_error}

    def test_a_page_with_rows_and_columns_in_front_is_known(self):
        """The mark of the page is looked for near its corner."""
        read, made = m.marked(m.edited(m.mistakes))

        def change(book):
            book["Ret dette"].insert_rows(1, 2)
            book["Ret dette"].insert_cols(1)

        again = model_forms.import_(m.edited(change, made))

        assert m.said(read) == m.said(again)

    def test_fewer_problems_give_fewer_marks(self):
        """What was corrected is no longer marked, coloured or listed."""
        _, made = m.marked(m.edited(m.mistakes))

        def change(book):
            book["Flere spørgsmål"]["D8"] = 2140

        _, again = m.marked(m.edited(change, made))
        rules = m.opened(again)["Flere spørgsmål"].conditional_formatting

        assert {} == m.beside(again, "Flere spørgsmål")
        assert [] == list(rules)
        assert 2 == len(m.listed(again))


class TestNothingToMark:
    def test_a_file_without_problems_is_not_marked(self):
        """There is nothing to send back."""
        read = model_forms.import_(m.issued())

        assert () == read.findings
        assert model_forms.mark_up(m.issued(), read) is None

    @pytest.mark.parametrize(
        "data",
        [
            b"", b"PK", b"PK\x03\x04 broken", b"%PDF-1.7", b"\xd0\xcf\x11\xe0 old",
            m.packed({"word/document.xml": b"<x/>"}),
            m.packed({"[Content_Types].xml": b"<Types/>"}),
            m.packed({"[Content_Types].xml": b"", "xl/workbook.xml": bytes(6 * 10**7)}),
            m.wrong_number()[:-400], m.wrong_number()[:9000] + m.wrong_number()[9100:],
        ],
        ids=range(10),
    )  # fmt: skip
    def test_what_cannot_be_read_is_not_marked(self, data):
        """Nothing that a file holds raises."""
        read = model_forms.import_(data)

        assert read.findings
        assert model_forms.mark_up(data, read) is None

    def test_another_file_is_not_marked(self):
        """Marks in a file that was not imported would stand anywhere."""
        read = model_forms.import_(m.wrong_number())

        assert model_forms.mark_up(m.edited(m.mistakes), read) is None

    def test_a_workbook_that_is_none_of_ours_is_given_back(self):
        """It says on the first page what is wrong, and changes nothing else."""
        book = io.BytesIO()
        m.openpyxl.Workbook().save(book)
        read, made = m.marked(book.getvalue())

        assert ["not-a-form"] == [f.code for f in read.findings]
        assert [(None, read.findings[0].message.get("da"))] == m.listed(made)
