"""Content controls as markup: what is filled in, chosen from a list, or ticked."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from model_forms_word.looks import BOX_FONT
from model_forms_word.markup import attribute, run

TICKED, UNTICKED = "☒", "☐"
HINT_STYLE = "PlaceholderText"
NOTHING = "\N{NO-BREAK SPACE}" * 5
"""What stands in an empty remark: something to click on that says nothing."""

_LONGEST_TAG = 64
_BOX = f'w14:font="{BOX_FONT}"'


@frozen(kw_only=True)
class Control:
    """
    One content control: *alias* is read out, *tag* names it for a program.

    *hint* stands in it while it is empty. A *fixed* one cannot be deleted in Word.
    """

    alias: str
    tag: str
    number: int
    hint: str
    fixed: bool

    def text(self, words: str | None) -> str:
        """Return a control for words on one or more lines."""
        return self._around("", words)

    def date(self, words: str | None, tag: str) -> str:
        """Return a control with a calendar, in the language *tag* (``da-DK``)."""
        kind = (
            '<w:date><w:dateFormat w:val="dd-MM-yyyy"/>'
            f'<w:lid w:val="{attribute(tag)}"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/>'
            "</w:date>"
        )
        return self._around(kind, words)

    def choice(
        self, words: str | None, options: Sequence[tuple[str, str]], *, free: bool
    ) -> str:
        """Return a list of *options* (value, label); a *free* one takes others too."""
        name = "comboBox" if free else "dropDownList"
        listed = "".join(
            f'<w:listItem w:displayText="{attribute(label)}" '
            f'w:value="{attribute(value)}"/>'
            for value, label in options
        )
        return self._around(f"<w:{name}>{listed}</w:{name}>", words)

    def box(self, *, ticked: bool) -> str:
        """Return a box to tick."""
        kind = (
            f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
            f'<w14:checkedState w14:val="2612" {_BOX}/>'
            f'<w14:uncheckedState w14:val="2610" {_BOX}/></w14:checkbox>'
        )
        content = run(TICKED if ticked else UNTICKED, "TickBox")
        return _control(self._properties(kind), content)

    def _around(self, kind: str, words: str | None) -> str:
        if words:
            return _control(self._properties(kind), run(words))
        content = run(self.hint, HINT_STYLE)
        return _control(self._properties(f"<w:showingPlcHdr/>{kind}"), content)

    def _properties(self, kind: str) -> str:
        lock = '<w:lock w:val="sdtLocked"/>' if self.fixed else ""
        return (
            f'<w:alias w:val="{attribute(self.alias)[:_LONGEST_TAG]}"/>'
            f'<w:tag w:val="{attribute(self.tag)}"/>'
            f'<w:id w:val="{self.number}"/>{lock}{kind}'
        )


def _control(properties: str, content: str) -> str:
    return (
        f"<w:sdt><w:sdtPr>{properties}</w:sdtPr>"
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def group(number: int, content: str) -> str:
    """Return *content* in which nothing but the fields can be changed."""
    lock = '<w:lock w:val="contentLocked"/>'
    return _control(f'<w:id w:val="{number}"/>{lock}<w:group/>', content)


def repeating(
    title: str, tag: str, numbers: Sequence[int], items: Sequence[str]
) -> str:
    """
    Return *items* as a section that Word's + makes longer.

    *numbers* are the ids of the section and of each item.
    """
    first, *rest = numbers
    inner = "".join(
        _control(f'<w:id w:val="{number}"/><w15:repeatingSectionItem/>', item)
        for number, item in zip(rest, items, strict=True)
    )
    name = attribute(title)
    properties = (
        f'<w:alias w:val="{name}"/><w:tag w:val="{attribute(tag)}"/>'
        f'<w:id w:val="{first}"/><w15:repeatingSection>'
        f'<w15:sectionTitle w15:val="{name}"/></w15:repeatingSection>'
    )
    return _control(properties, inner)
