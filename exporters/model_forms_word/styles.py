"""The template's styles take the theme's look; the text carries none of its own."""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.styles.style import BaseStyle

from model_forms.theme import Theme
from model_forms_word.looks import Look, defaults, letter_looks, looks
from model_forms_word.markup import parse
from model_forms_word.numbering import Lists, own_lists
from model_forms_word.page import ROOMY, Page
from model_forms_word.table_style import table_style
from model_forms_word.words import Words

_BUILT_IN = ("toc 1", "toc 2", "Hyperlink")
# What Word calls the styles of its own contents; python-docx would say toc1.
_IDS = {"toc 1": "TOC1", "toc 2": "TOC2"}


def restyle(
    document: Document, theme: Theme, words: Words, page: Page = ROOMY
) -> Lists:
    """Give the styles that reports use the look of *theme*, and add the missing."""
    _set_defaults(document, theme, words, page)
    for name, look in looks(theme, page).items():
        _apply(_style(document, name, WD_STYLE_TYPE.PARAGRAPH), look)
    for name, look in letter_looks(theme).items():
        _apply(_style(document, name, WD_STYLE_TYPE.CHARACTER), look)
    for each in parse(table_style(theme)):
        document.styles.element.append(each)
    return own_lists(document, theme)


def _set_defaults(document: Document, theme: Theme, words: Words, page: Page) -> None:
    kept = document.styles.element.find(qn("w:docDefaults"))
    (fresh,) = parse(defaults(theme, words.tag, page))
    if kept is None:
        document.styles.element.insert(0, fresh)
    else:
        document.styles.element.replace(kept, fresh)


def _style(document: Document, name: str, kind: WD_STYLE_TYPE) -> BaseStyle:
    styles = document.styles
    if name not in styles:
        added = styles.add_style(name, kind, builtin=name in _BUILT_IN)
        added.element.styleId = _IDS.get(name, added.style_id)
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
        if each.tag == qn("w:rPr") or style.type == WD_STYLE_TYPE.PARAGRAPH:
            element.append(each)
