"""A next version of any questionnaire, with the migration that leads to it, drawn."""

from copy import deepcopy
from itertools import pairwise

from hypothesis import strategies as st

from model_forms.codec import migration_from, questionnaire_from
from model_forms.testing import documents, responses

REASON = {"da": "Vi spørger ikke mere.", "en": "We do not ask any more."}
LOST = ("scores", "bands", "sufficiency", "panel")
BY_POINTS = ["mean", "highest", "lowest"]


def find_among(*questionnaires):
    """Return what finds one of these, whatever its hash."""

    def find(ref):
        for each in questionnaires:
            if (each.id, each.version) == (ref.id, ref.version):
                return each
        return None

    return find


def next_of(draw, document, version):
    """The document of a next version, and the document of its migration."""
    new = deepcopy(document)
    for each in LOST:
        new.pop(each, None)
    steps = []
    suffix = version.replace(".", "")
    for section in new["sections"]:
        section["items"] = [
            made
            for item in section["items"]
            for made in _changed(draw, item, suffix, steps)
        ]
    _merge(draw, document, new, suffix, steps)
    fresh = _item(f"fresh_{suffix}", f"F-{suffix}", {"kind": "choice", "scale": "long"})
    new["sections"][0]["items"].append(fresh)
    _with_used_scales(new)
    new["version"] = version
    migration = {
        "format": "model-forms/migration/1",
        "id": document["id"],
        "from": document["version"],
        "to": version,
        "steps": draw(st.permutations(steps)),
    }
    return new, migration


def _changed(draw, item, suffix, steps):
    """What has become of one item: one, several or none."""
    ways = ["keep", "keep", "rename", "drop", "copy", "ask", "reset", "recode"]
    kind = item["answer"]["kind"]
    if kind in {"choice", "number"}:
        ways += ["linear", "clamp"]
    if kind in {"choice", "several"}:
        ways += ["map"]
    if kind == "table":
        ways = ["keep", "drop", "rename", "columns", "columns", "reset"]
    way = draw(st.sampled_from(ways))
    key = item["key"]
    if way == "drop":
        steps.append({"kind": "drop", "item": key, "because": REASON})
        return []
    if way in {"copy", "ask"}:
        into = [f"{key}_{part}{suffix}" for part in "xy"]
        steps.append({"kind": "split", "item": key, "into": into, "strategy": way})
        return [
            {**deepcopy(item), "key": each, "code": _code(f"N{place}", key, suffix)}
            for place, each in enumerate(into)
        ]
    if way == "rename":
        steps.append({"kind": "rename", "at": f"items.{key}", "to": f"{key}_r{suffix}"})
        item["key"] = f"{key}_r{suffix}"
    elif way == "recode":
        item["code"] = _code("R", key, suffix)
    elif way == "columns":
        _columns(draw, item["answer"], suffix, steps)
    elif way != "keep":
        _rescale(draw, item, way, steps)
    return [item]


def _code(letter, key, suffix):
    """A code that no other item has: it is made of the key."""
    number = key[1:].replace("_", "").upper()[:4]
    return f"{letter}{suffix[:2]}-{number}"


def _columns(draw, table, suffix, steps):
    columns = []
    for column in table["columns"]:
        way = draw(st.sampled_from(["keep", "rename", "drop"]))
        key = column["key"]
        if way == "drop" and (columns or column is not table["columns"][-1]):
            steps.append({"kind": "drop", "item": key, "because": REASON})
            continue
        if way == "rename":
            to = f"{key}_r{suffix}"
            steps.append({"kind": "rename", "at": f"items.{key}", "to": to})
            column["key"] = to
        columns.append(column)
    table["columns"] = columns


def _rescale(draw, item, way, steps):
    key, answer = item["key"], item["answer"]
    step = {"kind": "rescale", "item": key, "strategy": way}
    if way == "reset":
        item["answer"] = {"kind": "text"}
    elif answer["kind"] == "number":
        item["answer"] = {**answer, "minimum": 0, "maximum": 500, "decimals": 1}
    else:
        old = answer["scale"]
        item["answer"] = {**answer, "scale": "long" if old == "short" else "short"}
        if way == "map":
            values = range(2 if old == "short" else 5)
            new = st.sampled_from([0, 1, None])
            step["map"] = {str(value): draw(new) for value in values}
    steps.append(step)


def _merge(draw, old, new, suffix, steps):
    """Put two neighbours on one scale together, if nothing else was done to them."""
    done = {each.get("item") or each["at"].partition(".")[2] for each in steps}
    was = {each["key"]: each for s in old["sections"] for each in s["items"]}
    for section in new["sections"]:
        items = section["items"]
        for one, other in pairwise([*items]):
            same = one["answer"] == other["answer"]
            known = one["key"] in was and other["key"] in was
            if not same or not known or {one["key"], other["key"]} & done:
                continue
            if one["answer"]["kind"] != "table" and draw(st.booleans()):
                steps.append(_together(draw, (one, other), items, suffix))
                return


def _together(draw, pair, items, suffix):
    """Leave the first of two, as what they have become; return the step."""
    one, other = pair
    ways = ["first", "ask"]
    ways += BY_POINTS if one["answer"]["kind"] in {"choice", "number"} else []
    to = draw(st.sampled_from([one["key"], f"merged_{suffix}"]))
    keys = [one["key"], other["key"]]
    strategy = draw(st.sampled_from(ways))
    items.remove(other)
    one["key"] = to
    return {"kind": "merge", "items": keys, "to": to, "strategy": strategy}


def _item(key, code, answer):
    text = {"da": f"Om {key}", "en": f"On {key}"}
    return {"key": key, "code": code, "text": text, "answer": answer}


def _with_used_scales(document):
    """Every section needs an item, and every code is used once."""
    kept = [each for each in document["sections"] if each["items"]]
    document["sections"] = kept or document["sections"][:1]


@st.composite
def two_versions(draw):
    """A questionnaire, its next version, the migration, and a response to the first."""
    document = draw(documents())
    new, migration = next_of(draw, document, "1.1.0")
    one, other = questionnaire_from(document), questionnaire_from(new)
    return one, other, migration_from(migration), draw(responses(one))


@st.composite
def three_versions(draw):
    """Three versions, two migrations between them, and a response to the first."""
    first = draw(documents())
    second, ab = next_of(draw, first, "1.1.0")
    third, bc = next_of(draw, second, "2.0.0")
    made = [questionnaire_from(each) for each in (first, second, third)]
    path = migration_from(ab), migration_from(bc)
    return tuple(made), path, draw(responses(made[0]))
