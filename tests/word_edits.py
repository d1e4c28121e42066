"""What people and programs do to a form in Word: edits of the markup of its rows."""

from __future__ import annotations

import io
from copy import deepcopy
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MAIN = "word/document.xml"


def w(name):
    return f"{{{W}}}{name}"


class Opened:
    """A document whose body can be changed and saved again."""

    def __init__(self, data):
        with ZipFile(io.BytesIO(data)) as box:
            self.parts = {each: box.read(each) for each in box.namelist()}
        self.root = etree.fromstring(self.parts[MAIN])
        self.body = self.root[0]

    def saved(self, **replaced):
        """The bytes again; *replaced* are parts by name with ``__`` for a slash."""
        parts = {**self.parts, MAIN: etree.tostring(self.root)}
        parts |= {key.replace("__", "/"): value for key, value in replaced.items()}
        stream = io.BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as box:
            for name, content in parts.items():
                box.writestr(name, content)
        return stream.getvalue()

    @property
    def tables(self):
        return list(self.root.iter(w("tbl")))

    @property
    def rows(self):
        return list(self.root.iter(w("tr")))

    def row(self, code, number=0):
        """The row with a visible code (its check letter left out), by its number."""
        return [row for row in self.rows if code_of(row)[:-1] == code][number]


def cells(row):
    return list(row.iter(w("tc")))


def text_of(element):
    return "".join(each.text or "" for each in element.iter(w("t")))


def code_of(row):
    return text_of(cells(row)[0])


def write(cell, words):
    """Type *words* into the control of a cell, as Word does."""
    (control,) = cell.iter(w("sdt"))
    for each in list(control.iter(w("showingPlcHdr"))):
        each.getparent().remove(each)
    boxes = list(control.iter(f"{{{W14}}}checked"))
    for each in boxes:
        each.set(f"{{{W14}}}val", "1")
    content = control.find(w("sdtContent"))
    run = content.find(w("r"))
    for each in list(run.iter(w("rStyle"))):
        each.getparent().remove(each)
    for each in list(run):
        if each.tag != w("rPr"):
            run.remove(each)
    etree.SubElement(run, w("t")).text = "☒" if boxes else words


def answer(row, words="x"):
    write(cells(row)[2], words)


def remark(row, words):
    write(cells(row)[3], words)


def append(cell, words):
    """Type *words* below all else in a cell, outside of any control."""
    paragraph = etree.SubElement(cell, w("p"))
    run = etree.SubElement(paragraph, w("r"))
    etree.SubElement(run, w("t")).text = words


def replace(cell, words):
    """Type over all that stands in a cell."""
    for each in list(cell.iter(w("p"))):
        each.getparent().remove(each)
    for each in list(cell.iter(w("sdt"))):
        if each.getparent() is not None:
            each.getparent().remove(each)
    append(cell, words)


def blocks(document, code):
    """The repeating items whose own table has a row with this code."""
    return [
        item
        for item in document.root.iter(w("sdt"))
        if any(
            each.tag.endswith("repeatingSectionItem") for each in item.find(w("sdtPr"))
        )
        and any(code_of(row)[:-1] == code for row in item.iter(w("tr")))
    ]


def copied(element):
    """A copy of *element* below itself, without bookmarks, as Word copies."""
    made = deepcopy(element)
    for name in ("bookmarkStart", "bookmarkEnd"):
        for each in list(made.iter(w(name))):
            each.getparent().remove(each)
    element.addnext(made)
    return made


def flattened(document):
    """Take away what old programs lose: tags, controls' flags, and repetition."""
    for name in ("tag", "alias", "showingPlcHdr"):
        for each in list(document.root.iter(w(name))):
            each.getparent().remove(each)
    return document


def unwrapped(document):
    """Leave only the words of controls, as plain text."""
    for control in list(document.root.iter(w("sdt"))):
        for each in list(control.find(w("sdtContent"))):
            control.addprevious(each)
        control.getparent().remove(control)
    return document
