"""Houses' own documents with all that a letterhead may hold, drawn one by one."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm
from hypothesis import strategies as st

from house import LOGO, house

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
WORDS = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def element(markup):
    root = parse_xml(f"<w:root {SPACES}>{markup}</w:root>")
    return root[0]


def field(code, shown):
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def letter(document):
    """Lines of a letter, one with a date that the program works out."""
    document.element.body.insert(
        0,
        element(
            f"<w:p><w:r><w:t>Dato: </w:t></w:r>{field('DATE', '1. maj 2026')}</w:p>"
        ),
    )
    document.element.body.insert(0, element(WORDS.format("Søby Kommune, Børn og Unge")))


def contact(document):
    """Contact lines below, the same one twice."""
    for words in ("Ring til os", "Tlf. 12 34 56 78", "Ring til os"):
        document.add_paragraph(words)


def columns(document):
    """Two columns below one another's heading: the text is narrow."""
    (found,) = document.element.body.xpath("w:sectPr/w:cols") or [None]
    found.set(qn("w:num"), "2")


def sections(document):
    """A section lying on its side after the form."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    document.add_paragraph("Bagside")


def table(document):
    """A table with four columns, as the form has, and a nested one."""
    made = document.add_table(rows=2, cols=4)
    for number, cell in enumerate(each for row in made.rows for each in row.cells):
        cell.text = ("Kontaktperson", "Mette", "Telefon", "Svar")[number % 4]
    made.cell(1, 1).add_table(rows=1, cols=1).cell(0, 0).text = "Indre"
    document.add_paragraph("")


def box(document):
    """A text box, with what older programs show in its place."""
    inner = f"<w:txbxContent>{WORDS.format('Journalnr. 12')}</w:txbxContent>"
    document.element.body.insert(
        0,
        element(
            "<w:p><w:r><mc:AlternateContent>"
            '<mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" '
            'distL="0" distR="0"><wp:extent cx="1800000" cy="500000"/><wp:docPr '
            'id="77" name="Boks"/><a:graphic><a:graphicData uri="http://schemas.'
            'microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr '
            'txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" '
            'cy="500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            f"</wps:spPr><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp>"
            "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
            "<mc:Fallback><w:pict><v:shape><v:textbox>"
            f"{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>"
        ),
    )


def controls(document):
    """Controls of the house's own: one empty, one with a tag as the form has."""
    document.element.body.insert(
        0,
        element(
            "<w:sdt><w:sdtPr><w:tag w:val='area_population'/><w:id w:val='1003'/>"
            "<w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            f"{WORDS.format('Klik her, og skriv sagsnummer')}</w:sdtContent></w:sdt>"
        ),
    )
    document.element.body.insert(
        0,
        element(
            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid><w:tr>"
            "<w:tc><w:tcPr/><w:p><w:r><w:t>Sag: </w:t></w:r><w:sdt><w:sdtPr>"
            "<w:tag w:val='area_population'/><w:id w:val='1002'/><w:showingPlcHdr/>"
            "</w:sdtPr><w:sdtContent><w:r><w:t>nummer</w:t></w:r></w:sdtContent></w:sdt>"
            "</w:p></w:tc></w:tr></w:tbl>"
        ),
    )


def protected(document):
    """Nothing may be changed, changes are tracked, and who opens it is warned."""
    for markup in (
        '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
        "<w:trackRevisions/>",
        '<w:writeProtection w:recommended="1"/>',
    ):
        document.settings.element.insert(0, element(markup))


def edges(document):
    """Headers of first and even pages, with numbers of pages and a picture."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    section.first_page_header.paragraphs[0].text = "Søby Kommune"
    section.even_page_header.paragraphs[0].text = "Søby, lige side"
    section.even_page_footer.paragraphs[0].add_run().add_picture(BytesIO(LOGO), Cm(1))
    first = section.first_page_footer.part.element
    first.append(element(f"<w:p>{field('PAGE', '1')}</w:p>"))
    numbered = element(
        f"<w:p><w:r><w:t>Side </w:t></w:r>{field('PAGE', '1')}"
        f"<w:r><w:t> af </w:t></w:r>{field('NUMPAGES', '9')}</w:p>"
    )
    section.footer.part.element.append(numbered)


PARTS = {
    each.__name__: each
    for each in (letter, contact, columns, sections, table, box, controls, protected,
                 edges)
}  # fmt: skip


@cache
def letterhead(parts=tuple(PARTS), mark="{{ indhold }}"):
    """A house's document with these parts; all of them unless said otherwise."""
    document = docx.Document(BytesIO(house(mark)))
    for each in parts:
        PARTS[each](document)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def letterheads():
    """Documents with some of the parts, and with or without a mark."""
    parts = st.lists(st.sampled_from(sorted(PARTS)), unique=True).map(tuple)
    return st.builds(letterhead, parts, st.sampled_from(["{{ indhold }}", None]))
