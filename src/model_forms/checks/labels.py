"""Labels that a returned sheet could not tell apart, or a spreadsheet would twist."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.checks.outline import Node, Outline
from model_forms.finding import Finding
from model_forms.json_schema import problem
from model_forms.text import both

WILDCARDS = "?*~"
STARTS = "=<>+-@"


def ambiguous_labels(outline: Outline) -> Iterator[Finding]:
    """Yield labels of a scale that are equal, or that spreadsheets take for a rule."""
    missing = outline.root.child("missing")
    for scale in outline.root.children("scales"):
        offers = [each for _, each in scale.names("offers")]
        if "offers" not in scale.data:
            offers = list(missing.data)
        seen: dict[tuple[str, str], str] = {}
        for code in offers:
            for language, label in _words(missing.child(code)):
                seen[language, label.casefold()] = f"$.missing.{code}"
        for option in scale.children("options"):
            yield from _option(option, seen)


def _option(option: Node, seen: dict[tuple[str, str], str]) -> Iterator[Finding]:
    for language, label in _words(option.child("label")):
        path = f"{option.path}.label.{language}"
        first = seen.setdefault((language, label.strip().casefold()), path)
        if first != path:
            yield problem(
                "ambiguous-label",
                path,
                both(
                    f"»{label}« kan ikke skelnes fra {first}.",
                    f"{label!r} cannot be told from {first}.",
                ),
            )
        elif _twisted(label):
            yield problem(
                "unsafe-label",
                path,
                both(
                    f"»{label}« kan misforstås af et regneark: undgå {WILDCARDS} og "
                    f"overflødige mellemrum, og begynd ikke med {STARTS}.",
                    f"Spreadsheets may misread {label!r}: avoid {WILDCARDS} and "
                    f"superfluous blanks, and do not begin with {STARTS}.",
                ),
            )


def _twisted(label: str) -> bool:
    """Tell whether a spreadsheet would compare the label as something else."""
    trimmed = " ".join(filter(None, label.split(" ")))
    wild = any(each in label for each in WILDCARDS)
    return label != trimmed or label[0] in STARTS or wild


def _words(node: Node) -> Iterator[tuple[str, str]]:
    for language, label in node.data.items():
        if isinstance(label, str) and label:
            yield language, label
