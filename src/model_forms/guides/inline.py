"""The words of a paragraph: bold, italic, links, sources, and what is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen
from markdown_it.tree import SyntaxTreeNode

from model_forms.guides.desk import Call, Desk
from model_forms.guides.inserted import inserted
from model_forms.guides.sources import CITED, WEB
from model_forms.report.blocks import Rich, Run

DIRECTIVE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_PARTS = re.compile(rf"{DIRECTIVE.pattern}|{CITED.pattern}")
_DRAFT = re.compile(r"\[(UNVERIFIED|DESIGN|SOURCED)[^\]]*\]|\{\{|\}\}|\]\(")
_ALLOWED = (*WEB, "mailto:")
_MARKUP = {
    "html_inline": ("rå HTML", "raw HTML"),
    "image": ("et billede", "a picture"),
}


@frozen
class _Look:
    """How the words look at a place inside bold, italic and links."""

    bold: bool = False
    italic: bool = False
    link: str | None = None


def rich(desk: Desk, node: SyntaxTreeNode, line: int) -> Rich:
    """Return the words of an inline node, whose first line is *line*."""
    return joined(_walk(desk, node.children, _Look(), [line]))


def joined(words: Iterable[Run]) -> Rich:
    """Return runs with neighbours of one look made one; plain words as a string."""
    found: list[Run] = []
    for each in words:
        if found and evolve(found[-1], text="") == evolve(each, text=""):
            found[-1] = evolve(found[-1], text=found[-1].text + each.text)
        elif each.text:
            found.append(each)
    if len(found) == 1 and found[0] == Run(text=found[0].text):
        return found[0].text
    return tuple(found) if found else ""


def _walk(
    desk: Desk, nodes: Iterable[SyntaxTreeNode], look: _Look, line: list[int]
) -> Iterator[Run]:
    """Yield the runs of *nodes*; *line* counts along with the breaks."""
    for node in nodes:
        match node.type:
            case "text":
                yield from _text(desk, node.content, look, line[0])
            case "code_inline":
                yield _run(node.content, look)
            case "softbreak" | "hardbreak":
                line[0] += 1
                yield _run("\n" if node.type == "hardbreak" else " ", look)
            case "strong":
                yield from _walk(desk, node.children, evolve(look, bold=True), line)
            case "em":
                yield from _walk(desk, node.children, evolve(look, italic=True), line)
            case "link":
                inner = evolve(look, link=_address(desk, node, line[0]))
                yield from _walk(desk, node.children, inner, line)
            case other:
                _refuse(desk, other, line[0])


def _address(desk: Desk, node: SyntaxTreeNode, line: int) -> str | None:
    address = str(node.attrs.get("href", ""))
    if address.startswith(_ALLOWED):
        return address
    desk.wrong(
        line,
        "link",
        f"Linket til »{address}« skal begynde med https://.",
        f"The link to {address!r} must begin with https://.",
    )
    return None


def _refuse(desk: Desk, kind: str, line: int) -> None:
    danish, english = _MARKUP.get(kind, (kind, kind))
    desk.wrong(
        line,
        "raw-html" if kind == "html_inline" else "markup",
        f"Her står {danish}, som en vejledning ikke kan indeholde.",
        f"Here is {english}, which a guide cannot hold.",
    )


def _text(desk: Desk, text: str, look: _Look, line: int) -> Iterator[Run]:
    """Yield words, with directives and references in their places."""
    end = 0
    for found in _PARTS.finditer(text):
        yield _plain(desk, text[end : found.start()], look, line)
        if found[2] is not None:
            ids = tuple(each.strip() for each in found[2].split(","))
            yield desk.cite(ids, line)
        else:
            words = found[1].split()
            call = Call(words[0] if words else "", tuple(words[1:]), line)
            shown = inserted(desk, call)
            yield shown if shown.kind != "plain" else _run(shown.text, look)
        end = found.end()
    yield _plain(desk, text[end:], look, line)


def _plain(desk: Desk, text: str, look: _Look, line: int) -> Run:
    left = _DRAFT.search(text)
    if left is not None:
        desk.wrong(
            line,
            "left-over",
            f"»{left[0]}« må ikke stå i teksten.",
            f"{left[0]!r} must not stand in the text.",
        )
    return _run(text, look)


def _run(text: str, look: _Look) -> Run:
    return Run(text=text, bold=look.bold, italic=look.italic, link=look.link)
