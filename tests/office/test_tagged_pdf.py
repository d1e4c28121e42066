"""A PDF of what we write is tagged: headings and header cells are told."""

from collections import Counter

import pytest
from pypdf import PdfReader

import model_forms
from linted import form, parts_of, results
from office_program import convert

pytestmark = pytest.mark.office

TAGGED = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"}}'
)
MADE = {
    "form": lambda: form(".docx"),
    "report": lambda: results(".docx"),
    "guide": lambda: model_forms.guide("handout"),
}
TITLES = {
    "form": "Områdekortlægning",
    "report": "Områdekortlægning",
    "guide": "Handout om processer og målgruppe",
}


@pytest.fixture(scope="module")
def roots(tmp_path_factory):
    """The reader of each document's PDF, as LibreOffice makes it."""
    folder = tmp_path_factory.mktemp("pdf")
    for name, make in MADE.items():
        (folder / f"{name}.docx").write_bytes(make())
    convert([folder / f"{name}.docx" for name in MADE], TAGGED, folder)
    return {name: PdfReader(folder / f"{name}.pdf") for name in MADE}


def elements(node):
    """Every element of the structure, from the top."""
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from elements(each)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node and not isinstance(node["/K"], int):
            yield from elements(node["/K"])


def structure(reader):
    """Every element of a PDF's structure."""
    return list(elements(reader.trailer["/Root"]["/StructTreeRoot"]))


@pytest.mark.parametrize("name", MADE)
class TestTagged:
    def test_it_is_tagged_with_title_and_language(self, roots, name):
        """A reader knows what it is, and how to pronounce it."""
        root = roots[name].trailer["/Root"]

        assert root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert ("da-DK", TITLES[name]) == (
            root["/Lang"],
            roots[name].metadata.title,
        )

    def test_headings_and_header_cells_are_told(self, roots, name):
        """Every table has header cells, and the headings have their levels."""
        found = structure(roots[name])
        kinds = Counter(each["/S"] for each in found)

        heads = [
            sum(inner["/S"] == "/TH" for inner in elements(each))
            for each in found
            if each["/S"] == "/Table"
        ]
        assert kinds["/H1"] > 2
        assert kinds["/LI"] > 2
        assert heads
        assert all(heads)

    def test_each_chart_is_one_figure(self, roots, name):
        """No paragraph counts as a figure. LibreOffice drops what a chart says."""
        figures = [each for each in structure(roots[name]) if each["/S"] == "/Figure"]
        charts = [each for each in parts_of(MADE[name]()) if "/charts/chart" in each]

        assert len(charts) == len(figures)
