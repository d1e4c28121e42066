"""Marks in OpenDocument spreadsheets, whichever program wrote them."""

import re

import pytest

import marked as m
import model_forms
from model_forms.finding import Finding, Place
from model_forms.text import both
from model_forms_excel.read_book import read_book

FORM = "Kortlægning"
SPLIT = """\
<config:config-item-map-named config:name="Tables"><config:config-item-map-entry \
config:name="Kortlægning"><config:config-item config:name="VerticalSplitMode" \
config:type="short">2</config:config-item><config:config-item \
config:name="VerticalSplitPosition" config:type="int">4</config:config-item>\
</config:config-item-map-entry></config:config-item-map-named><config:config-item \
config:name="ActiveTable" config:type="string">Forside</config:config-item>"""


def changed(change, part="content.xml"):
    """Return the form saved by LibreOffice with one part changed."""
    found = m.parts(m.with_mistake("ods"))
    text = change(found[part].decode())
    return m.packed({**found, part: text.encode()})


def without(*parts):
    """Return the form with parts left out, as smaller programs leave them out."""
    found = m.parts(m.with_mistake("ods"))
    return m.packed({name: each for name, each in found.items() if name not in parts})


def short(text):
    """Take out the empty rows below the last one, and what says how things look."""
    text = re.sub(
        '<table:table-row[^>]*rows-repeated="\\d{5,}"[^>]*>.*?</table:table-row>',
        "", text,
    )  # fmt: skip
    text = re.sub("<office:automatic-styles>.*</office:automatic-styles>", "", text)
    return re.sub('<table:table-column[^>]*columns-repeated="\\d{4,}"[^>]*/>', "", text)


def prefixed(text, old, new):
    """Write elements and attributes with another prefix."""
    text = text.replace(f" xmlns:{old}=", f" xmlns:{new}=")
    return re.sub(rf"(?<=[<\s/]){old}:", f"{new}:", text)


def marks(data, name=FORM):
    """Return the marks on a sheet by row and column."""
    (sheet,) = [each for each in read_book(data).sheets if each.name == name]
    return {
        at: cell.value
        for at, cell in sheet.cells.items()
        if isinstance(cell.value, str) and cell.value.startswith("◄")
    }


def wrong(cell):
    """A finding of somebody who looked at the guide as well."""
    return Finding(
        severity="error", code="x", message=both("Ret", "Correct"),
        place=Place(sheet="Vejledning", cell=cell),
    )  # fmt: skip


class TestOtherWriters:
    @pytest.mark.parametrize(
        "data",
        [
            without("settings.xml"), without("settings.xml", "styles.xml"),
            changed(short),
            changed(lambda text: prefixed(text, "table", "t")),
            changed(lambda text: prefixed(text, "xlink", "other")),
        ],
        ids=["no settings", "no styles", "nothing below", "a prefix", "another prefix"],
    )  # fmt: skip
    def test_what_is_left_out_or_called_otherwise_does_no_harm(self, data):
        """The file is marked, and says what it said."""
        read, made = m.marked(data)

        assert ["not-an-option"] == [each.code for each in read.findings]
        assert m.said(read) == m.said(model_forms.import_(made))
        assert 2 == len(marks(made))

    def test_rows_below_the_last_one_are_put_in(self):
        """A problem may stand where the sheet has ended."""
        data = changed(short)
        read = model_forms.import_(data).with_findings(wrong("C900"), wrong("C901"))
        made = model_forms.mark_up(data, read)

        assert {900, 901} == {
            row
            for (row, _), text in marks(made, "Vejledning").items()
            if text == "◄ Ret"
        }

    def test_a_prefix_that_means_something_else_is_left_alone(self):
        """A file that would need other words than ours is not marked."""
        root = "<office:document-content "
        data = changed(
            lambda text: prefixed(text, "calcext", "old").replace(
                root, f'{root} xmlns:calcext="urn:x" '
            )
        )
        read = model_forms.import_(data)

        assert model_forms.mark_up(data, read) is None


class TestTheSheet:
    def test_the_heading_stands_in_the_rows_that_stay_in_sight(self):
        """What is frozen at the top is told by the settings, as is the open sheet."""
        item = "<config:config-item "
        data = changed(lambda text: text.replace(item, SPLIT + item, 1), "settings.xml")
        _, made = m.marked(data)

        assert 4 in {row for row, _ in marks(made)}
        assert (
            b'"ActiveTable" config:type="string">Ret dette<'
            in m.parts(made)["settings.xml"]
        )

    def test_other_parts_are_byte_for_byte_the_same(self):
        """Only content, styles and settings change."""
        before = m.parts(m.with_mistake("ods"))
        after = m.parts(m.marked(m.with_mistake("ods"))[1])

        assert list(before) == list(after)
        assert {"content.xml", "styles.xml", "settings.xml"} >= {
            name for name in before if before[name] != after[name]
        }

    def test_links_lead_to_the_cells(self):
        """A place is written as OpenDocument wants it."""
        read, made = m.marked(m.with_mistake("ods"))
        (finding,) = read.findings
        link = f"xlink:href=\"#'{FORM}'.{finding.place.cell}\""

        assert link in m.parts(made)["content.xml"].decode()

    def test_hidden_rows_and_columns_say_how_to_see_them(self):
        """They are found in the sheet, also where one element stands for many."""
        data = m.with_mistake("ods")
        cell = model_forms.import_(data).findings[0].place.cell
        hidden = changed(
            lambda text: text.replace(
                "<table:table-row ", '<table:table-row table:visibility="collapse" '
            )
        )
        _, made = m.marked(hidden)

        assert f"Række {cell[1:]} er skjult" in m.parts(made)["content.xml"].decode()


class TestBack:
    def test_what_is_typed_on_the_page_is_kept_when_it_is_marked_again(self):
        """It is an addition, and stands at the end of the next page."""
        _, made = m.marked(m.with_mistake("ods"))
        found = m.parts(made)
        page = found["content.xml"].replace(b"<text:p>Hvor<", b"<text:p>Vi venter<", 1)
        typed = m.packed({**found, "content.xml": page})
        _, twice = m.marked(typed)
        read = [model_forms.import_(each) for each in (typed, twice)]

        assert [["Vi venter"]] * 2 == [
            [
                each.text
                for each in one.response.additions
                if each.at.sheet == "Ret dette"
            ]
            for one in read
        ]

    def test_corrected_marks_are_gone_when_it_is_marked_again(self):
        """Marks and highlights of what is right are taken out."""
        data = m.with_mistake("ods")
        read = model_forms.import_(data).with_findings(wrong("C5"))
        made = model_forms.mark_up(data, read)
        again = model_forms.import_(made)
        twice = model_forms.mark_up(made, again)

        assert {} != marks(made, "Vejledning")
        assert {} == marks(twice, "Vejledning")
        assert b"formula-is(LEFT([.$" in m.parts(twice)["content.xml"]
        assert m.said(again) == m.said(model_forms.import_(twice))
