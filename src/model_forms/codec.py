"""
The only module that knows cattrs: JSON documents to values, and back.

It expects documents whose shape has been checked; opening files is the caller's job.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.strategies import configure_tagged_union

from model_forms import conditions
from model_forms import questionnaire as q
from model_forms.finding import Finding, Place
from model_forms.numbers import exact
from model_forms.questionnaire import migration as m
from model_forms.response import (
    BLANK,
    Addition,
    Answer,
    Blank,
    DontKnow,
    Given,
    NotApplicable,
    QuestionnaireRef,
    Respondent,
    Response,
    Source,
    Value,
)
from model_forms.rules.kinds import RULE_KINDS, Rule
from model_forms.text import Text

QUESTIONNAIRE_FORMAT = "model-forms/questionnaire/1"
ADAPTATION_FORMAT = "model-forms/adaptation/1"
MIGRATION_FORMAT = "model-forms/migration/1"

ANSWER_KINDS: Mapping[type, str] = {
    q.Choice: "choice",
    q.Several: "several",
    q.Number: "number",
    q.Date: "date",
    q.DateRange: "date_range",
    q.FreeText: "text",
    q.RoleChoice: "role",
    q.Reference: "reference",
    q.Table: "table",
}
FEED_KINDS: Mapping[type, str] = {
    q.MatrixFeed: "matrix",
    q.RowFeed: "rows",
    q.RolesFeed: "roles",
    q.AgeFeed: "age",
    q.LinkFeed: "links",
    q.RequiredFeed: "required",
}


def _number(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def _whole(value: float | str) -> int | str:
    """Return 1.0 as the 1 that it is in JSON."""
    return int(value) if isinstance(value, float) else value


def _structured_condition(data: Any, _: object) -> conditions.Condition | None:  # noqa: ANN401  JSON
    return None if data is None else _condition(data)


def _unstructured_condition(value: conditions.Condition | None) -> Any:  # noqa: ANN401  JSON
    return None if value is None else _plain_condition(value)


def _condition(data: Mapping[str, Any]) -> conditions.Condition:
    if "all" in data:
        return conditions.AllOf(all=_conditions(data["all"]))
    if "any" in data:
        return conditions.AnyOf(any=_conditions(data["any"]))
    if "not" in data:
        return conditions.Not(not_=_condition(data["not"]))
    found = dict(data)
    if "one_of" in found:
        found["one_of"] = tuple(found["one_of"])
    return conditions.Comparison(**found)


def _conditions(data: list[Mapping[str, Any]]) -> tuple[conditions.Condition, ...]:
    return tuple(_condition(each) for each in data)


def _plain_condition(value: conditions.Condition) -> dict[str, Any]:
    if isinstance(value, conditions.AllOf):
        return {"all": [_plain_condition(each) for each in value.all]}
    if isinstance(value, conditions.AnyOf):
        return {"any": [_plain_condition(each) for each in value.any]}
    if isinstance(value, conditions.Not):
        return {"not": _plain_condition(value.not_)}
    found = attrs.asdict(value, filter=lambda _, each: each is not None)
    if "one_of" in found:
        found["one_of"] = list(found["one_of"])
    return found


@cache
def _converter() -> Converter:
    """Return the converter; it is built once, on first use, and never changed."""
    converter = Converter(
        omit_if_default=True, unstruct_collection_overrides={tuple: list}
    )
    attrs.resolve_types(q.Table, localns={"Item": q.Item})
    converter.register_structure_hook(Text, lambda data, _: Text(data))
    converter.register_unstructure_hook(Text, lambda text: dict(text.words))
    converter.register_structure_hook(Fraction, lambda data, _: exact(data))
    converter.register_unstructure_hook(Fraction, _number)
    converter.register_structure_hook(date, lambda data, _: date.fromisoformat(data))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(int | str, lambda data, _: _whole(data))
    converter.register_structure_hook(
        int | str | None, lambda data, _: None if data is None else _whole(data)
    )
    for union in (conditions.Condition, conditions.Condition | None):
        converter.register_structure_hook(union, _structured_condition)
        converter.register_unstructure_hook(union, _unstructured_condition)
    _hook_weights(converter)
    for union, kinds in (
        (q.AnswerKind, ANSWER_KINDS),
        (Rule, RULE_KINDS),
        (q.Feed, FEED_KINDS),
        (q.AnyChange, {kind: kind.kind for kind in q.CHANGE_KINDS}),
        (m.AnyStep, {kind: kind.kind for kind in m.STEP_KINDS}),
    ):
        configure_tagged_union(
            union, converter, tag_generator=kinds.__getitem__, tag_name="kind"
        )
    for kind, left_out in (
        (q.Questionnaire, ("hash", "adaptation", "base")),
        (q.Adaptation, ("hash",)),
    ):
        converter.register_unstructure_hook(
            kind,
            make_dict_unstructure_fn(
                kind,
                converter,
                _cattrs_omit_if_default=True,
                **{name: override(omit=True) for name in left_out},  # type: ignore[arg-type]
            ),
        )
    _hook_migration(converter)
    return converter


def _hook_migration(converter: Converter) -> None:
    """Versions have shorter names in JSON, where they can be told from keywords."""
    names = {
        "from_version": override(rename="from"),
        "to_version": override(rename="to"),
        "hash": override(omit=True),
    }
    converter.register_structure_hook(
        m.Migration,
        make_dict_structure_fn(m.Migration, converter, **names),  # type: ignore[arg-type]
    )
    converter.register_unstructure_hook(
        m.Migration,
        make_dict_unstructure_fn(
            m.Migration,
            converter,
            _cattrs_omit_if_default=True,
            **names,  # type: ignore[arg-type]
        ),
    )


def _hook_weights(converter: Converter) -> None:
    """Weights are an object in JSON and pairs in the value."""
    pairs = tuple[tuple[str, Fraction], ...]
    converter.register_structure_hook_func(
        lambda kind: kind == pairs,
        lambda data, _: tuple((key, exact(weight)) for key, weight in data.items()),
    )
    converter.register_unstructure_hook_func(
        lambda kind: kind == pairs,
        lambda weights: {key: _number(weight) for key, weight in weights},
    )


def content_hash(document: Mapping[str, Any]) -> str:
    """Return the hash of a questionnaire's content, whatever its layout in the file."""
    text = json.dumps(
        document, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def questionnaire_from(document: Mapping[str, Any]) -> q.Questionnaire:
    """Return the questionnaire that a checked *document* describes, with its hash."""
    value = _converter().structure(document, q.Questionnaire)
    return attrs.evolve(value, hash=content_hash(questionnaire_to(value)))


def questionnaire_to(value: q.Questionnaire) -> dict[str, Any]:
    """Return the JSON document of a questionnaire; what is default is left out."""
    document: dict[str, Any] = {"format": QUESTIONNAIRE_FORMAT}
    document.update(_converter().unstructure(value))
    return document


def adaptation_from(document: Mapping[str, Any]) -> q.Adaptation:
    """Return the adaptation that a checked *document* describes, with its hash."""
    return with_hash(_converter().structure(document, q.Adaptation))


def with_hash(value: q.Adaptation) -> q.Adaptation:
    """Return an adaptation with the hash of its content."""
    return attrs.evolve(value, hash=content_hash(adaptation_to(value)))


def adaptation_to(value: q.Adaptation) -> dict[str, Any]:
    """Return the JSON document of an adaptation; what is default is left out."""
    document: dict[str, Any] = {"format": ADAPTATION_FORMAT}
    document.update(_converter().unstructure(value))
    if value.changes:  # people read these files, so what it is stands first
        changes = document["changes"]
        document["changes"] = [{"kind": each["kind"], **each} for each in changes]
    return document


def migration_from(document: Mapping[str, Any]) -> m.Migration:
    """Return the migration that a checked *document* describes, with its hash."""
    value = _converter().structure(document, m.Migration)
    return attrs.evolve(value, hash=content_hash(migration_to(value)))


def migration_to(value: m.Migration) -> dict[str, Any]:
    """Return the JSON document of a migration; what is default is left out."""
    document: dict[str, Any] = {"format": MIGRATION_FORMAT}
    document.update(_converter().unstructure(value))
    return document


def item_to(item: q.Item) -> dict[str, Any]:
    """Return the JSON object of an item."""
    found: dict[str, Any] = _converter().unstructure(item)
    return found


def section_to(section: q.Section) -> dict[str, Any]:
    """Return the JSON object of a section."""
    found: dict[str, Any] = _converter().unstructure(section)
    return found


def answer_from(data: Mapping[str, Any]) -> Answer:
    """Return an answer from its JSON object."""
    remark = data.get("remark")
    at = _place(data["at"]) if data.get("at") else None
    if data.get("missing") == "dont_know":
        return DontKnow(remark=remark, at=at)
    if data.get("missing") == "not_applicable":
        return NotApplicable(remark=remark, at=at)
    if "value" not in data:
        return Blank(remark=remark, at=at)
    return Given(value=_value(data["value"]), remark=remark, at=at)


def _value(data: Any) -> Value:  # noqa: ANN401  JSON
    if not isinstance(data, list):
        return data  # type: ignore[no-any-return]
    return tuple(
        {key: answer_from(each) for key, each in row.items()}
        if isinstance(row, dict)
        else row
        for row in data
    )


def answer_to(answer: Answer) -> dict[str, Any]:
    """Return the JSON object of an answer."""
    found: dict[str, Any] = {}
    if isinstance(answer, Given):
        found["value"] = _plain_value(answer.value)
    elif isinstance(answer, DontKnow | NotApplicable):
        found["missing"] = answer.code
    if answer.remark is not None:
        found["remark"] = answer.remark
    if answer.at is not None:
        found["at"] = str(answer.at)
    return found


def _plain_value(value: Value) -> Any:  # noqa: ANN401  JSON
    if not isinstance(value, tuple):
        return value
    return [
        {key: answer_to(each) for key, each in row.items()}
        if isinstance(row, Mapping)
        else row
        for row in value
    ]


def _place(text: str) -> Place:
    sheet, _, cell = text.rpartition("!")
    return Place(sheet=sheet or None, cell=cell)


def response_from(document: Mapping[str, Any]) -> Response:
    """Return the response that a checked *document* describes."""
    source = document.get("source")
    answers = document.get("answers", {})
    return Response(
        questionnaire=QuestionnaireRef(**document["questionnaire"]),
        respondent=Respondent(**(document.get("respondent") or {})),
        area=document.get("area"),
        round=document.get("round"),
        language=document.get("language", "da"),
        answers={key: answer_from(each) for key, each in answers.items()},
        additions=tuple(
            Addition(text=each["text"], at=_place(each["at"]))
            for each in document.get("additions", ())
        ),
        source=Source(**source) if source else None,
    )


def response_to(response: Response) -> dict[str, Any]:
    """Return the JSON document of a response, as in the outer contract."""
    source = response.source
    return {
        "questionnaire": attrs.asdict(response.questionnaire),
        "respondent": attrs.asdict(response.respondent),
        "area": response.area,
        "round": response.round,
        "language": response.language,
        "answers": {
            key: answer_to(each)
            for key, each in response.answers.items()
            if each != BLANK
        },
        "additions": [
            {"text": each.text, "at": str(each.at)} for each in response.additions
        ],
        "source": attrs.asdict(source) if source else None,
    }


def finding_to(finding: Finding) -> dict[str, Any]:
    """Return the JSON object of a finding, as in the outer contract."""
    place = finding.place
    found: dict[str, Any] = {"severity": finding.severity, "code": finding.code}
    if place.path is not None:
        found["path"] = place.path
    found["sheet"] = place.sheet
    found["cell"] = place.cell
    found["item"] = finding.item
    found["message"] = dict(finding.message.words)
    return found
