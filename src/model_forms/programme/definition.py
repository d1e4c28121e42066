"""A programme's document: everything wrong with it, and the value that it gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from model_forms.checks.wording import wrong_languages
from model_forms.finding import Finding
from model_forms.json_schema import meant, problem, shape_findings
from model_forms.programme.values import Part, Programme, Step, Tool
from model_forms.text import Text, both

PROGRAMME_FORMAT = "model-forms/programme/1"

Tools = Mapping[str, Tool]


def programme_findings(document: object, tools: Tools) -> tuple[Finding, ...]:
    """
    Return everything wrong with a programme's document.

    *tools* are the questionnaires there are, by id. What makes sense is looked at
    only once the shape is right.
    """
    shape = shape_findings(document, "programme")
    if shape or not isinstance(document, dict):
        return shape
    return (
        *_repeats(document["steps"], "steps", "key"),
        *_repeats(document["parts"], "parts", "questionnaire"),
        *_unknown_tools(document, tools),
        *_unknown_roles(document["steps"], tools),
        *_wrong_languages(document),
    )


def _repeats(
    nodes: Sequence[Mapping[str, Any]], name: str, field: str
) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for place, node in enumerate(nodes):
        path, seen = f"$.{name}[{place}].{field}", node[field]
        if seen in first:
            yield problem(
                "duplicate-key",
                path,
                both(
                    f"»{seen}« findes allerede ({first[seen]}).",
                    f"{seen!r} exists already ({first[seen]}).",
                ),
            )
        first.setdefault(seen, path)


def _unknown_tools(document: Mapping[str, Any], tools: Tools) -> Iterator[Finding]:
    parts = [each["questionnaire"] for each in document["parts"]]
    for name, known in (("parts", list(tools)), ("steps", parts)):
        for place, node in enumerate(document[name]):
            seen = node["questionnaire"]
            if seen not in known:
                yield _unknown(
                    "unknown-questionnaire",
                    f"$.{name}[{place}].questionnaire",
                    both(f"Intet skema hedder »{seen}«", f"No questionnaire {seen!r}"),
                    (seen, known),
                )


def _unknown_roles(
    steps: Sequence[Mapping[str, Any]], tools: Tools
) -> Iterator[Finding]:
    for place, node in enumerate(steps):
        tool = tools.get(node["questionnaire"])
        for spot, role in enumerate(node["lead"] if tool else ()):
            if tool and role not in tool.roles:
                yield _unknown(
                    "unknown-role",
                    f"$.steps[{place}].lead[{spot}]",
                    both(f"Ingen rolle hedder »{role}«", f"No role {role!r}"),
                    (role, list(tool.roles)),
                )


def _unknown(
    code: str, path: str, words: Text, seen_known: tuple[str, list[str]]
) -> Finding:
    da, en = meant(*seen_known)
    danish, english = words.get("da"), words.get("en")
    return problem(code, path, both(f"{danish}.{da}", f"{english}.{en}"))


def _wrong_languages(document: Mapping[str, Any]) -> Iterator[Finding]:
    for path, words in _texts(document):
        yield from wrong_languages(path, words, document["languages"])


def _texts(document: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    nodes: list[tuple[str, Mapping[str, Any]]] = [("$", document)]
    for name in ("parts", "steps"):
        nodes += [(f"$.{name}[{n}]", each) for n, each in enumerate(document[name])]
    for path, node in nodes:
        for field in ("title", "intro", "notice", "text"):
            if field in node:
                yield f"{path}.{field}", node[field]


def programme_from(document: Mapping[str, Any], tools: Tools) -> Programme:
    """Return the programme that a checked *document* describes."""
    parts = tuple(
        Part(**{**each, "title": Text(each["title"])}) for each in document["parts"]
    )
    return Programme(
        id=document["id"],
        version=document["version"],
        languages=tuple(document["languages"]),
        title=Text(document["title"]),
        intro=Text(document["intro"]),
        notice=Text(document["notice"]),
        parts=parts,
        steps=tuple(_step(each) for each in document["steps"]),
        tools=tuple(tools[each.questionnaire] for each in parts),
    )


def _step(node: Mapping[str, Any]) -> Step:
    words = {"title": Text(node["title"]), "text": Text(node["text"])}
    return Step(**{**node, **words, "lead": tuple(node["lead"])})
