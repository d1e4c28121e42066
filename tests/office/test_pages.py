"""
The pages that people open, as LibreOffice draws them, look as they looked.

``python run.py golden`` keeps the pictures anew after a change that is meant: look at
them before they are kept.
"""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from golden.case import FILES
from office_program import convert
from pages import MOST, differing, drawer, drawn, kept

HERE = Path(__file__).parent / "pages"
SHOWN = 3
"""Pages that are kept of each file; of the others only how many they are."""

FIRST = ("-l", str(SHOWN))
NAMES = ["form.da.docx", "form.da.xlsx", "results.da.docx", "results.da.xlsx"]
REPORT, FORM, SHEETS = "results.da.docx", "form.da.docx", "form.da.xlsx"
BODY, CHART = "word/document.xml", "word/charts/chart1.xml"
SHEET = "xl/worksheets/sheet2.xml"
CELL = r"<w:tc>(?:(?!<w:tc>).)*?</w:tc>(?=</w:tr>)"
FILL, WORDS = "<w:shd [^>]*/>", r"<w:t [^>]*>Klik i feltet[^<]*</w:t>"
COLUMN, LEFT = '<col min="3"', r'<c:x val="0\.3\d*"'
HEAD = '<w:pStyle w:val="Heading1"/>'
LOW = '<w:trPr><w:trHeight w:val="170" w:hRule="exact"/>'
FAULTS = {
    "a column is missing": (REPORT, BODY, CELL, "", 0),
    "a column is hidden": (SHEETS, SHEET, COLUMN, '<col hidden="1" min="3"', 1),
    "a chart has moved": (REPORT, CHART, LEFT, '<c:x val="0.36"', 1),
    "words are cut off": (FORM, BODY, "<w:trPr>", LOW, 3),
    "all fills are lost": (REPORT, BODY, FILL, "", 0),
    "one fill is lost": (REPORT, BODY, FILL, "", 1),
    "a sentence is lost": (FORM, BODY, WORDS, "", 1),
}
PUSHED = (REPORT, BODY, HEAD, f"{HEAD}<w:pageBreakBefore/>", 1)


def altered(fault):
    """The bytes of a file with a *fault* in it."""
    name, member, before, after, times = fault
    saved = BytesIO()
    with ZipFile(BytesIO(FILES[name]())) as given, ZipFile(saved, "w") as written:
        for each in given.namelist():
            text = given.read(each)
            if each == member:
                found = text.decode()
                changed = re.sub(before, after, found, count=times, flags=re.DOTALL)
                assert changed != found
                text = changed.encode()
            written.writestr(each, text)
    return saved.getvalue()


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory):
    """Every file and every one with a fault as PDF, made in one run of the program."""
    if drawer() is None:
        pytest.skip("pdftoppm is not installed")
    folder = tmp_path_factory.mktemp("pages")
    made = {name: FILES[name]() for name in NAMES}
    faults = {**FAULTS, "pushed": PUSHED}
    made |= {f"{title}.{fault[0]}": altered(fault) for title, fault in faults.items()}
    found = {}
    for number, (name, data) in enumerate(made.items()):
        source = folder / f"{number}.{name.rpartition('.')[2]}"
        source.write_bytes(data)
        found[name] = source
    convert(list(found.values()), "pdf", folder / "pdf")
    return {name: folder / "pdf" / f"{path.stem}.pdf" for name, path in found.items()}


@pytest.mark.office
@pytest.mark.parametrize("name", NAMES)
def test_the_pages_look_as_they_looked(pdfs, name, renew_golden):
    """As many pages, and the first of them with everything where it was."""
    pages = drawn(pdfs[name])
    if renew_golden:
        _keep(name, pages)
    stored = sorted(HERE.glob(f"{name}.*.png"))
    told = {int(each.name.split("-of-")[1].partition(".")[0]) for each in stored}
    assert {len(pages)} == told, f"{name} has {len(pages)} pages and had {told}"
    for path, page in zip(stored, pages[:SHOWN], strict=True):
        with Image.open(path) as before:
            count = differing(before.convert("L"), page)
        assert count <= MOST, f"{path.name} looks otherwise: {count} pixels"


def _keep(name, pages):
    HERE.mkdir(exist_ok=True)
    for old in HERE.glob(f"{name}.*.png"):
        old.unlink()
    for number, page in enumerate(pages[:SHOWN], start=1):
        path = HERE / f"{name}.{number}-of-{len(pages)}.png"
        kept(page).save(path, optimize=True, bits=4)


@pytest.mark.office
@pytest.mark.parametrize("fault", list(FAULTS))
def test_a_fault_is_seen(pdfs, fault):
    """What a reader would stumble over is more than the tolerance lets through."""
    name = FAULTS[fault][0]
    faulty = drawn(pdfs[f"{fault}.{name}"], *FIRST)
    pairs = zip(drawn(pdfs[name], *FIRST), faulty, strict=False)
    assert max(differing(*pair) for pair in pairs) > MOST


@pytest.mark.office
def test_a_page_more_is_seen(pdfs):
    """Content that is pushed on makes the file longer."""
    name = PUSHED[0]
    assert len(drawn(pdfs[name])) + 1 == len(drawn(pdfs[f"pushed.{name}"]))


@pytest.mark.office
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("more", [("-aa", "no"), ("-aaVector", "no"), ()])
def test_letters_that_are_drawn_otherwise_are_let_through(pdfs, name, more):
    """Without smoothing, or from a page that is drawn larger and made smaller."""
    dpi = 48 if more else 60
    other = drawn(pdfs[name], *FIRST, *more, dpi=dpi)
    pairs = zip(drawn(pdfs[name], *FIRST), other, strict=True)
    assert max(differing(*pair) for pair in pairs) <= MOST


def test_the_pictures_are_small():
    """They are kept with the source."""
    assert all(each.stat().st_size < 15_000 for each in HERE.iterdir())
