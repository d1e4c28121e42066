"""What a Word document says of itself to those who hear it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from model_forms.accessibility.outline import WHITE, Outline
from model_forms.accessibility.unusable import reason
from model_forms.errors import UnreadableDocument
from model_forms.forms.guard import is_text_document
from model_forms.forms.refused import Refused, refusing_what_breaks
from model_forms_word.lint_body import BodyReader
from model_forms_word.lint_look import Colours, below
from model_forms_word.lint_parts import Parts
from model_forms_word.lint_styles import Styles
from model_forms_word.read_markup import attribute, name

THIS = "document"
"""What the file is called here: only whoever opened it knows its name."""

_EDGES = {
    "header+xml": "header", "footer+xml": "footer", "footnotes+xml": "note",
    "endnotes+xml": "note",
}  # fmt: skip


def outline(data: bytes, *, language: str) -> Outline | None:
    """
    Return what is in the Word document *data*; None when it is no such document.

    Places are told in *language*. Macros are not looked at. Raises UnreadableDocument
    for one that is encrypted, damaged, too large or in the old format.
    """
    if not is_text_document(data):
        return None
    try:
        with refusing_what_breaks():
            parts = Parts.opened(data)
            return _read(parts, language) if parts is not None else None
    except Refused as error:
        raise UnreadableDocument(THIS, reason(error)) from error


def _read(parts: Parts, language: str) -> Outline:
    colours = Colours.of(parts.one("theme+xml"))
    settings = parts.one("settings+xml")
    styles = Styles(parts.one("styles+xml"), colours)
    root = parts.main()
    reader = BodyReader(styles=styles, colours=colours, language=language)
    reader.body(root, parts.links(parts.main_name), ground=_ground(root, settings))
    for ending, where in _EDGES.items():
        for part in parts.named(ending):
            reader.edge(parts.parsed(part), parts.links(part), where)
    found = reader.found
    return Outline(
        format="document",
        title=_title(parts),
        language=styles.language or _theme_language(settings),
        headings=tuple(found.headings),
        paragraphs=tuple(found.paragraphs),
        stretches=tuple(found.stretches.values()),
        tables=tuple(found.tables),
        pictures=tuple(found.pictures),
        links=tuple(found.links),
        fields=tuple(found.fields),
        blots=tuple(found.blots),
        boxes=tuple(found.boxes),
    )


def _title(parts: Parts) -> str:
    core = parts.one("core-properties+xml")
    titles = [each.text or "" for each in below(core) if name(each) == "title"]
    return titles[0] if titles else ""


def _ground(root: Element, settings: Element | None) -> str:
    """Return the colour of the page, which Word shows only when it is told to."""
    shown = any(name(each) == "displayBackgroundShape" for each in below(settings))
    for each in root:
        if shown and name(each) == "background":
            colour = attribute(each, "color").upper()
            return colour if Colours.known(colour) else WHITE
    return WHITE


def _theme_language(settings: Element | None) -> str | None:
    found = [
        attribute(each, "val")
        for each in below(settings)
        if name(each) == "themeFontLang"
    ]
    return found[0] if found and found[0] else None
