"""The template's styles take the theme's look; the text carries none of its own."""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.styles.style import BaseStyle

from model_forms.theme import Theme
from model_forms_word.looks import Look, defaults, looks
from model_forms_word.markup import parse
from model_forms_word.numbering import set_bullets
from model_forms_word.table_style import table_style
from model_forms_word.words import Words


def restyle(document: Document, theme: Theme, words: Words) -> None:
    """Give the styles that reports use the look of *theme*, and add the missing."""
    _set_defaults(document, theme, words)
    for name, look in looks(theme).items():
        _apply(_style(document, name), look)
    for each in parse(table_style(theme)):
        document.styles.element.append(each)
    set_bullets(document, theme)


def _set_defaults(document: Document, theme: Theme, words: Words) -> None:
    kept = document.styles.element.find(qn("w:docDefaults"))
    (fresh,) = parse(defaults(theme, words.tag))
    if kept is None:
        document.styles.element.insert(0, fresh)
    else:
        document.styles.element.replace(kept, fresh)


def _style(document: Document, name: str) -> BaseStyle:
    styles = document.styles
    if name not in styles:
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style: BaseStyle = styles[name]
    # Or a municipality would not see it in the gallery, where it is changed.
    style.hidden, style.quick_style = False, True
    return style


def _apply(style: BaseStyle, look: Look) -> None:
    element = style.element
    for tag in ("w:pPr", "w:rPr"):
        for old in element.findall(qn(tag)):
            element.remove(old)
    for each in parse(look.markup()):
        element.append(each)
