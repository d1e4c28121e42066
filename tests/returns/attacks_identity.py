"""Attacks in what a form says of itself: by someone who knows how its id is made."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

from attrs import evolve

import model_forms
from model_forms.forms.identity import Identity, identity_text
from model_forms.issue import Issue, Proposal
from model_forms.response import QuestionnaireRef
from returns.attacks import READ, Shelf
from returns.packages import form, unzipped, zipped

SHELF = Shelf("identity")
HIDDEN = "xl/worksheets/sheet6.xml"
LIVE = {"role": "school", "respondent": "Skolen", "area": "Søparken", "language": "da"}
_ID = re.compile(rb"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")


def saying(text: str, sheet_id: str | None = None, tool: str = "area_mapping") -> bytes:
    """Return a form whose hidden sheet says *text*, with another id everywhere."""
    role = "school" if tool == "area_mapping" else "coordinator"
    parts = unzipped(form("xlsx", tool, role))
    hidden = next(
        name
        for name in sorted(parts, reverse=True)
        if name.startswith("xl/worksheets/sheet")
    )
    pieces = [text[at : at + 16_000] for at in range(0, len(text), 16_000)]
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{escape(piece)}</t></is></c>'
        "</row>"
        for n, piece in enumerate(pieces, start=2)
    )
    head, _, rest = parts[hidden].decode().partition('<row r="2"')
    tail = rest.partition("</sheetData>")[2]
    parts[hidden] = f"{head}{rows}</sheetData>{tail}".encode()
    own = "xl/sharedStrings.xml"
    parts[own] = re.sub(rb'<t>\{"issue".*?</t>', b"<t>x</t>", parts[own])
    if sheet_id is not None:
        for name in (
            "xl/workbook.xml",
            own,
            "docProps/core.xml",
            "docProps/custom.xml",
        ):
            parts[name] = _ID.sub(sheet_id.encode(), parts[name])
    return zipped(parts)


def claiming(
    issue: Mapping[str, Any] | None = None,
    ref: Mapping[str, Any] | None = None,
    rows: Mapping[str, int] | None = None,
    tool: str = "area_mapping",
) -> bytes:
    """Return a form that claims an issue, and has the id that belongs to it."""
    identity = evolve(_identity(issue or {}, ref, tool), rows=rows or {})
    return saying(identity_text(identity), identity.sheet_id, tool)


def _identity(
    issue: Mapping[str, Any],
    ref: Mapping[str, Any] | None = None,
    tool: str = "area_mapping",
) -> Identity:
    known = model_forms.installed().get(tool).ref
    facts = {"id": known.id, "version": known.version, "hash": known.hash}
    whole = {**LIVE, "layout": 1, **issue}
    proposals = tuple(Proposal(**each) for each in whole.pop("proposals", ()))
    return Identity(
        ref=QuestionnaireRef(**{**facts, **(ref or {})}),
        issue=Issue(**whole, proposals=proposals),
        rows={},
    )


for _name, _document in (
    ("nested deep", "[" * 100_000 + "]" * 100_000),
    ("a long number", '{"a": ' + "9" * 30_000 + "}"),
    ("a list", "[]"),
    ("no number", "NaN"),
    ("half a character", '{"issue": "\\ud800"}'),
    ("an issue that is a list", '{"issue": [], "questionnaire": {}, "rows": {}}'),
):
    SHELF.add(_name, "identity-missing", lambda text=_document: saying(text))

for _name, _expected, _changed in (
    ("a language that is none", READ, {"language": "xx"}),
    ("a language that is a list", "identity-missing", {"language": ["da"]}),
    ("a language that is a number", "identity-missing", {"language": 5}),
    ("no language", "identity-missing", {"language": None}),
    ("a role that is none", READ, {"role": "keiser"}),
    ("a role that is a list", "identity-missing", {"role": ["school"]}),
    ("an area that is a number", "identity-missing", {"area": 5}),
    ("an area that is an object", "identity-missing", {"area": {"a": []}}),
    ("a respondent that is a list", "identity-missing", {"respondent": [1]}),
    ("a round that is a list", "identity-missing", {"round": [1]}),
    ("a deadline that is a list", "identity-missing", {"deadline": [1]}),
    ("a layout that is a text", "identity-missing", {"layout": "x"}),
    ("a layout without end", "identity-missing", {"layout": 10**4000}),
    ("a proposal for nothing", "identity-missing", {"proposals": [
        {"item": ["a"], "text": ["b"], "row": None, "filled": {}}]}),
    ("a proposal in a far row", "identity-missing", {"proposals": [
        {"item": "area_name", "text": "a", "row": 10**9, "filled": {}}]}),
    ("a proposal in a row that is none", "identity-missing", {"proposals": [
        {"item": "area_name", "text": "a", "row": "x", "filled": {}}]}),
    ("a proposal for an unknown item", READ, {"proposals": [
        {"item": "findes_ikke", "text": "a", "row": 3, "filled": {"x": 1}}]}),
    ("a proposal of odd values", READ, {"proposals": [
        {"item": "area_name", "text": "a", "row": 3, "filled": {"x": {"y": []}}}]}),
    ("references to nothing", READ, {"references": {"findes_ikke": ["a"]}}),
):  # fmt: skip
    SHELF.add(_name, _expected, lambda issue=_changed: claiming(issue))

for _name, _words in (("half a character", "\\ud800"), ("a control sign", "\\u0001")):
    SHELF.add(
        f"{_name} in the area", "identity-missing",
        lambda words=_words: saying(
            identity_text(_identity({})).replace("Søparken", words)
        ),
    )  # fmt: skip

for _name, _ref in (
    ("a version that is a list", {"version": ["1"]}),
    ("a questionnaire that is a list", {"id": ["area_mapping"]}),
    ("a hash that is a list", {"hash": ["a"]}),
):
    SHELF.add(_name, "identity-missing", lambda ref=_ref: claiming(ref=ref))

SHELF.add("a version that is none", "unknown-questionnaire",
          lambda: claiming(ref={"version": "9" * 9_000}))  # fmt: skip
SHELF.add("another content", "other-content", lambda: claiming(ref={"hash": "0"}))
SHELF.add("rows without end", READ, lambda: claiming(rows={"interventions": 10**12}))


@SHELF.that("a hundred thousand proposals", "too-much-text")
def proposals() -> bytes:
    return claiming({"proposals": [
        {"item": "school_wellbeing", "text": f"forslag {n}", "row": None, "filled": {}}
        for n in range(100_000)
    ]})  # fmt: skip


@SHELF.that("proposals in as many rows", "too-much-text")
def rows() -> bytes:
    return claiming(
        {"role": "coordinator", "proposals": [
            {"item": "interventions", "text": f"forslag {n}", "row": n,
             "filled": {"act_title": f"Indsats {n}"}}
            for n in range(50_000)
        ]},
        tool="action_plan",
    )  # fmt: skip


@SHELF.that("a hundred thousand references", "identity-missing")
def references() -> bytes:
    labels = [f"behov {n}" for n in range(100_000)]
    return claiming(
        {"role": "coordinator", "references": {"act_need_ref": labels}},
        tool="action_plan",
    )


@SHELF.that("as many proposals as may be", READ)
def some_proposals() -> bytes:
    found = [
        {"item": "school_wellbeing", "text": f"forslag {n} {'x' * 900}", "row": None,
         "filled": {}}
        for n in range(1_000)
    ]  # fmt: skip
    while len(json.dumps(found)) > 240_000:
        found = found[:-50]
    return claiming({"proposals": found})
