"""What the lines of a file keep, and what they leave out."""

from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree

from golden.case import FILES
from golden.plainly import FOREIGN, plainly


@cache
def made(name):
    """A file, and its lines."""
    data = FILES[name]()
    return data, plainly(data)


def members_of(name):
    """The members of a file."""
    with ZipFile(BytesIO(made(name)[0])) as container:
        return {each: container.read(each) for each in container.namelist()}


def packed(members):
    """A container of *members*, in their order and with the time of now."""
    saved = BytesIO()
    with ZipFile(saved, "w") as container:
        for name, data in members.items():
            container.writestr(name, data)
    return saved.getvalue()


def edited(name, member, before, after):
    """The lines of a file in which one member says *after* in place of *before*."""
    members = members_of(name)
    assert before in members[member].decode()
    text = members[member].decode().replace(before, after, 1)
    return plainly(packed(members | {member: text.encode()}))


SEEN = [
    ("form.da.docx", "word/document.xml", "Om streets", "Om gader"),
    ("form.da.docx", "word/document.xml", '<w:tcW w:w="', '<w:tcW w:w="1'),
    ("form.da.docx", "word/document.xml", 'w:val="FormHelp"', 'w:val="FormCode"'),
    ("form.da.docx", "word/document.xml", "<w:cantSplit/>", ""),
    ("form.da.docx", "word/styles.xml", "FFFBEA", "FFFBEB"),
    ("form.da.xlsx", "xl/sharedStrings.xml", "Om streets", "Om gader"),
    ("form.da.xlsx", "xl/worksheets/sheet1.xml", ' width="', ' width="1'),
    ("results.da.xlsx", "xl/worksheets/sheet2.xml", "<f>", "<f>1+"),
    ("results.da.docx", "word/charts/chart1.xml", "<c:v>-", "<c:v>"),
]


@pytest.mark.parametrize(("name", "member", "before", "after"), SEEN)
def test_what_matters_is_seen(name, member, before, after):
    """A word, a width, a style, a rule, a colour, a formula, a point of a chart."""
    assert made(name)[1] != edited(name, member, before, after)


@pytest.mark.parametrize("name", list(FILES))
def test_the_order_and_time_of_members_is_left_out(name):
    """They say nothing to whoever opens the file."""
    members = members_of(name)
    turned = dict(reversed(members.items()))
    assert made(name)[1] == plainly(packed(turned))


@pytest.mark.parametrize("name", list(FILES))
def test_the_order_of_attributes_is_left_out(name):
    """And so are marks of the session that a file was edited in."""
    members = members_of(name)
    for member, data in members.items():
        if member.endswith(".xml") and not member.endswith(FOREIGN):
            root = etree.fromstring(data)
            for each in root.iter(etree.Element):
                turned = list(reversed(each.items()))
                each.attrib.clear()
                each.attrib.update(turned)
            root.set("rsidR", "00AA11BB")
            members[member] = etree.tostring(root)
    assert made(name)[1] == plainly(packed(members))


@pytest.mark.parametrize("name", ["form.da.docx", "results.da.docx"])
def test_the_numbers_that_tie_parts_together_are_left_out(name):
    """Links, bookmarks and shapes may be counted from another number."""
    members = members_of(name)
    for member in ("word/document.xml", "word/_rels/document.xml.rels"):
        text = members[member].decode().replace('"rId', '"rId7')
        text = text.replace('<w:bookmarkStart w:id="1', '<w:bookmarkStart w:id="71')
        text = text.replace('<w:bookmarkEnd w:id="1', '<w:bookmarkEnd w:id="71')
        members[member] = text.replace('<wp:docPr id="', '<wp:docPr id="9').encode()
    assert made(name)[1] == plainly(packed(members))


@given(st.data())
def test_any_other_change_is_seen(data):
    """Of any attribute or any words, in any part of any of the files."""
    name = data.draw(st.sampled_from(list(FILES)))
    members = members_of(name)
    known = [
        each for each in members if each.endswith(".xml") and not each.endswith(FOREIGN)
    ]
    member = data.draw(st.sampled_from(sorted(known)))
    root = etree.fromstring(members[member])
    element = data.draw(st.sampled_from(list(root.iter(etree.Element))))
    attributes = [each for each in element.attrib if not etree.QName(each).namespace]
    if attributes and data.draw(st.booleans()):
        attribute = data.draw(st.sampled_from(attributes))
        assume((etree.QName(element).localname, attribute) != ("docPr", "id"))
        element.set(attribute, f"{element.get(attribute)}1")
    else:
        assume(not len(element))
        index = etree.QName(element).localname == "v"
        element.text = (
            "0" if index and element.text != "0" else f"{element.text or ''}1"
        )
        assume(not index or element.getparent().get("t") != "s")
    changed = packed(members | {member: etree.tostring(root)})
    assert made(name)[1] != plainly(changed)
