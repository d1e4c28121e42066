"""Words that are missing in one of the questionnaire's languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from model_forms.checks.outline import Node, Outline, objects
from model_forms.finding import Finding
from model_forms.json_schema import meant, problem
from model_forms.text import both

FIELDS = (
    "title", "sheet", "purpose", "text", "label", "help", "intro", "term", "about",
    "unit", "row", "plural", "because",
)  # fmt: skip


def missing_translations(outline: Outline) -> Iterator[Finding]:
    """Yield each text that lacks a language, or has one that was not declared."""
    wanted = [each for _, each in outline.root.names("languages")]
    for path, words in _texts(outline):
        yield from wrong_languages(path, words, wanted)


def wrong_languages(
    path: str, words: Mapping[str, object], wanted: Sequence[str]
) -> Iterator[Finding]:
    """Yield what is wrong with the languages of one text, at *path*."""
    for language in wanted:
        if not words.get(language):
            yield problem(
                "missing-translation",
                path,
                both(
                    f"Teksten mangler på sproget »{language}«.",
                    f"There are no words in the language {language!r}.",
                ),
            )
    for language in words:
        if language not in wanted:
            da, en = meant(language, wanted)
            yield problem(
                "undeclared-language",
                f"{path}.{language}",
                both(
                    f"Sproget »{language}« står ikke under languages.{da}",
                    f"The language {language!r} is not in languages.{en}",
                ),
            )


def _texts(outline: Outline) -> Iterator[tuple[str, dict[str, object]]]:
    for node in objects(outline.root):
        for field in FIELDS:
            words = node.data.get(field)
            if isinstance(words, dict):
                yield f"{node.path}.{field}", words
    yield from _missing_labels(outline.root.child("missing"))


def _missing_labels(node: Node) -> Iterator[tuple[str, dict[str, object]]]:
    for field, words in node.data.items():
        if isinstance(words, dict):
            yield f"{node.path}.{field}", words
