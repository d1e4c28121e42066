"""
Hypothesis strategies for embedders and for our own tests (extra ``testing``).

They give valid values only: questionnaires of every kind of item, responses that fit
a questionnaire, and panels of respondents that belong together.
"""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

from hypothesis import strategies as st

from model_forms.codec import questionnaire_from
from model_forms.privacy import is_personal
from model_forms.questionnaire import (
    Choice,
    Date,
    DateRange,
    FreeText,
    Item,
    Number,
    Questionnaire,
    RoleChoice,
    Several,
    Table,
)
from model_forms.response import (
    Answer,
    Blank,
    DontKnow,
    Given,
    NotApplicable,
    Respondent,
    Response,
    Value,
)

KINDS = ("choice", "several", "number", "date", "date_range", "text", "role", "table")
ROLES = ("police", "school", "club")
_LETTERS = st.characters(
    categories=("Lu", "Ll", "Nd", "Po", "Zs"), exclude_characters="\x85\xa0"
)
_DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))


def words(longest: int = 40) -> st.SearchStrategy[str]:
    """Return texts as they are kept: composed, no blanks around, about no person."""
    plain = st.text(_LETTERS, min_size=1, max_size=longest)
    tidy = plain.map(lambda each: unicodedata.normalize("NFC", each).strip())
    return tidy.filter(lambda each: bool(each) and not is_personal(each))


def _text(name: str) -> dict[str, str]:
    return {"da": f"{name} æøå", "en": f"{name} in English"}


def _scale(id: str, values: list[int]) -> dict[str, Any]:
    return {
        "id": id,
        "title": _text(id),
        "options": [
            {"value": each, "label": _text(f"Trin {id} {each}")} for each in values
        ],
    }


@st.composite
def _answers(draw: st.DrawFn, kind: str, key: str) -> dict[str, Any]:
    if kind in {"choice", "several"}:
        return {"kind": kind, "scale": draw(st.sampled_from(["short", "long"]))}
    if kind == "number":
        low = draw(st.integers(-100, 100))
        return {"kind": kind, "minimum": low, "maximum": low + 1000, "decimals": 2}
    if kind == "role":
        return {"kind": kind, "several": draw(st.booleans())}
    if kind == "table":
        inner = draw(st.lists(st.sampled_from(KINDS[:-1]), min_size=1, max_size=3))
        columns = [
            draw(_items(each, f"{key}_{place}", f"C-{key[1:].upper()}{place}"[:8]))
            for place, each in enumerate(inner)
        ]
        return {"kind": kind, "columns": columns, "row": _text("Række"), "most": 4}
    return {"kind": kind}


@st.composite
def _items(draw: st.DrawFn, kind: str, key: str, code: str) -> dict[str, Any]:
    item = {
        "key": key,
        "code": code,
        "text": _text(f"Spørgsmål {key}"),
        "answer": draw(_answers(kind, key)),
        "direction": draw(st.sampled_from(["risk", "protective"])),
    }
    if draw(st.booleans()):
        item["roles"] = draw(
            st.lists(st.sampled_from(ROLES), min_size=1, max_size=2, unique=True)
        )
    return item


def _scores(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    keys = [
        item["key"] for item in items if item["answer"]["kind"] in {"choice", "number"}
    ]
    if not keys:
        return []
    rule = {"kind": "mean", "of": keys, "rescale": [0, 100]}
    enough = {"sufficiency": "enough", "bands": "quarters"}
    return [
        {"id": "profile", "title": _text("Profil"), "rule": rule, **enough},
        {
            "id": "lowest",
            "title": _text("Laveste"),
            "rule": {"kind": "extreme", "of": keys, "pick": "lowest"},
        },
        {
            "id": "turned",
            "title": _text("Vendt"),
            "rule": {
                "kind": "linear",
                "constant": 100,
                "terms": [{"score": "profile", "weight": -1}],
            },
        },
    ]


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Return the JSON document of a valid questionnaire with items of every kind."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=6))
    items = [
        draw(_items(kind, f"q{place}", f"Q-{place:02}"))
        for place, kind in enumerate(kinds)
    ]
    cut = draw(st.integers(1, len(items)))
    parts = [part for part in (items[:cut], items[cut:]) if part]
    return {
        "format": "model-forms/questionnaire/1",
        "id": "drawn",
        "version": "1.0.0",
        "status": "draft",
        "languages": ["da", "en"],
        "title": _text("Skema"),
        "sheet": {"da": "Skema", "en": "Form"},
        "purpose": _text("Formål"),
        "missing": {
            "dont_know": {"da": "Ved ikke", "en": "Don't know"},
            "not_applicable": {"da": "Ikke relevant", "en": "Not relevant"},
        },
        "roles": [{"code": role, "label": _text(role)} for role in ROLES],
        "scales": [_scale("short", [0, 1]), _scale("long", [0, 1, 2, 3, 4])],
        "sections": [
            {
                "key": f"s{n}",
                "code": f"S{n}",
                "title": _text(f"Afsnit {n}"),
                "items": part,
            }
            for n, part in enumerate(parts)
        ],
        "scores": _scores(items),
        "bands": [
            {
                "id": "quarters",
                "bands": [
                    {"code": "low", "label": _text("lav")},
                    {"code": "high", "label": _text("høj"), "at_least": 50},
                ],
            }
        ],
        "sufficiency": [{"id": "enough", "items": 1, "share": 0.5, "roles": 1}],
        "panel": {"disagreement": 2, "knowledge_gap": 0.7},
    }


def questionnaires() -> st.SearchStrategy[Questionnaire]:
    """Return valid questionnaires with items of every kind, and scores over them."""
    return documents().map(questionnaire_from)


@st.composite
def _given(draw: st.DrawFn, questionnaire: Questionnaire, item: Item) -> Value:
    kind = item.answer
    if isinstance(kind, Choice | Several):
        return _of_scale(draw, questionnaire, kind)
    if isinstance(kind, RoleChoice):
        roles = list(questionnaire.role)
        one = st.sampled_from(roles)
        return _chosen(draw, roles, ()) if kind.several else draw(one)
    if isinstance(kind, Table):
        return tuple(draw(st.lists(_rows(questionnaire, kind), min_size=1, max_size=4)))
    return _plain(draw, item)


def _plain(draw: st.DrawFn, item: Item) -> Value:
    kind = item.answer
    if isinstance(kind, Number):
        return _number(draw, kind)
    if isinstance(kind, Date):
        return draw(_DAYS).isoformat()
    if isinstance(kind, DateRange):
        first, last = sorted((draw(_DAYS), draw(_DAYS)))
        return f"{first.isoformat()}/{last.isoformat()}"
    longest = kind.longest if isinstance(kind, FreeText) else 40
    return draw(words(min(longest, 40)))


def _of_scale(
    draw: st.DrawFn, questionnaire: Questionnaire, kind: Choice | Several
) -> Value:
    values = [option.value for option in questionnaire.scale[kind.scale].options]
    if isinstance(kind, Several):
        return _chosen(draw, values, kind.alone)
    return draw(st.sampled_from(values))


def _chosen(
    draw: st.DrawFn, values: list[Any], alone: tuple[int | str, ...]
) -> tuple[Any, ...]:
    """Return one or more of *values* in their own order, heeding what stands alone."""
    chosen = draw(st.sets(st.sampled_from(values), min_size=1))
    found = tuple(each for each in values if each in chosen)
    single = [each for each in found if each in alone]
    return (single[0],) if single else found


def _number(draw: st.DrawFn, kind: Number) -> int | float:
    low = int(kind.minimum) if kind.minimum is not None else -1000
    high = int(kind.maximum) if kind.maximum is not None else 100_000
    whole = draw(st.integers(low, high - 1))
    cents = draw(st.integers(0, 99)) if kind.decimals >= 2 else 0  # noqa: PLR2004
    return whole if not cents else float(f"{whole + cents / 100:.2f}")


@st.composite
def _rows(
    draw: st.DrawFn, questionnaire: Questionnaire, kind: Table
) -> dict[str, Answer]:
    columns = {column.key: column for column in kind.columns}
    row = {
        key: draw(_answer(questionnaire, column))
        for key, column in columns.items()
        if draw(st.booleans())
    }
    first = kind.columns[0]
    value = draw(_given(questionnaire, first))
    return {**row, first.key: Given(value=value)}


@st.composite
def _answer(draw: st.DrawFn, questionnaire: Questionnaire, item: Item) -> Answer:
    remark = draw(st.none() | words())
    state = draw(
        st.sampled_from(["given", "given", "given", *_offers(questionnaire, item)])
    )
    if state == "dont_know":
        return DontKnow(remark=remark)
    if state == "not_applicable":
        return NotApplicable(remark=remark)
    if state == "blank":
        return Blank(remark=draw(words()))
    return Given(value=draw(_given(questionnaire, item)), remark=remark)


def _offers(questionnaire: Questionnaire, item: Item) -> tuple[str, ...]:
    kind = item.answer
    if isinstance(kind, Choice | Several):
        return (*questionnaire.scale[kind.scale].offers, "blank")
    if isinstance(kind, Number | Date):
        return ("dont_know", "not_applicable", "blank")
    return ("blank",)


@st.composite
def responses(
    draw: st.DrawFn,
    questionnaire: Questionnaire,
    *,
    role: str | None = None,
    label: str = "Svarperson",
    area: str = "Søparken",
) -> Response:
    """Return valid responses to *questionnaire*, also with answers left out."""
    keys = draw(st.sets(st.sampled_from(list(questionnaire.items))))
    answers = {
        key: draw(_answer(questionnaire, item))
        for key, item in questionnaire.items.items()
        if key in keys
    }
    return Response(
        questionnaire=questionnaire.ref,
        respondent=Respondent(role=role, label=label),
        area=area,
        round="2026-11",
        answers=answers,
    )


@st.composite
def panels(
    draw: st.DrawFn, questionnaire: Questionnaire, *, most: int = 5
) -> tuple[Response, ...]:
    """Return responses of several respondents for one area and round."""
    count = draw(st.integers(1, most))
    codes: list[str | None] = [*questionnaire.role] or [None]
    return tuple(
        draw(
            responses(
                questionnaire,
                role=draw(st.sampled_from(codes)),
                label=f"Svarperson {number}",
            )
        )
        for number in range(count)
    )
