"""Every strategy of the tests: those that embedders have, and the installed packs."""

from attrs import asdict, evolve
from hypothesis import strategies as st

import model_forms
from house_book import house_book
from model_forms.adaptation import applied
from model_forms.adaptation.addresses import words_at
from model_forms.codec import adaptation_from, adaptation_to, questionnaire_to
from model_forms.questionnaire import CHANGE_KINDS
from model_forms.testing import documents, panels, questionnaires, responses, words

__all__ = [
    "adaptations",
    "documents",
    "houses",
    "installed",
    "panels",
    "questionnaires",
    "responses",
    "with_adaptation",
    "with_panel",
    "with_response",
    "words",
]


def installed():
    """Any questionnaire of any installed pack that is answered, or a drawn one."""
    packed = [entry.read() for entry in model_forms.installed()]
    packed = [each for each in packed if each.individual is None]
    return st.sampled_from(packed) | questionnaires()


def with_response():
    """A questionnaire and a response that fits it."""
    return installed().flatmap(lambda q: st.tuples(st.just(q), responses(q)))


@st.composite
def houses(draw):
    """A house's own workbook: a letterhead, words below, and sheets of its own."""
    said = st.lists(words(30), max_size=4)
    rows = st.lists(st.tuples(words(12), st.integers(0, 999)), min_size=1, max_size=4)
    names = st.sets(st.sampled_from(["Kontakt", "Forside", "Lister", "Hjælp's"]))
    return house_book(
        draw(st.sampled_from(["{{ indhold }}", "{{content}}", None])),
        above=draw(said),
        below=draw(said),
        sheets=[(name, draw(rows)) for name in sorted(draw(names))],
    )


def with_panel():
    """A questionnaire and responses of several respondents."""
    return installed().flatmap(lambda q: st.tuples(st.just(q), panels(q)))


@st.composite
def adaptations(draw, questionnaire, *, most=6):
    """An adaptation with changes of every kind, each of which can be made."""
    house = {"name": draw(words(20)), "contact": "ssp@eksempel.dk"}
    document = {
        "id": "local",
        "version": "1.2.0",
        "base": asdict(questionnaire.ref),
        **({"house": house} if draw(st.booleans()) else {}),
        **({"deadline": draw(words(12))} if draw(st.booleans()) else {}),
    }
    made = adaptation_from(document)
    for number in range(draw(st.integers(0, most))):
        wanted = {**document, "changes": [draw(_change(questionnaire, number))]}
        (change,) = adaptation_from(wanted).changes
        more = evolve(made, changes=(*made.changes, change))
        if applied(questionnaire, more)[0] is not None:
            made = more
    return adaptation_from(adaptation_to(made))


@st.composite
def _change(draw, questionnaire, number):
    kind = draw(st.sampled_from([each.kind for each in CHANGE_KINDS]))
    text = {each: draw(words()) for each in questionnaire.languages}
    items = [item.key for section in questionnaire.sections for item in section.items]
    section = draw(st.sampled_from(questionnaire.sections))
    after = draw(st.none() | st.sampled_from([item.key for item in section.items]))
    placed = {"section": section.key, **({"after": after} if after else {})}
    own = {"key": f"own{number}", "code": f"Z-L{number}", "text": text}
    own["answer"] = draw(_answer_of(questionnaire))
    addresses = sorted(words_at(questionnaire_to(questionnaire)))
    scores = [each for each in questionnaire.scores if hasattr(each.rule, "weights")]
    if kind == "reword":
        language = draw(st.sampled_from(questionnaire.languages))
        at = draw(st.sampled_from(addresses))
        found = {"at": at, "words": {language: draw(words())}}
    elif kind == "translate":
        at = draw(st.sets(st.sampled_from(addresses), max_size=4))
        found = {"language": "so", "words": {each: draw(words()) for each in at}}
    elif kind == "add_item":
        found = {"item": own, **placed}
    elif kind == "add_section":
        made = {"key": f"part{number}", "code": f"Z{number}", "title": text}
        found = {"section": {**made, "items": [own]}}
    elif kind == "hide":
        keys = [f"sections.{each.key}" for each in questionnaire.sections]
        keys += [f"items.{each}" for each in (*items, *questionnaire.columns)]
        found = {"at": draw(st.sampled_from(keys))}
    elif kind == "move":
        found = {"at": f"items.{draw(st.sampled_from(items))}", **placed}
    elif kind == "roles":
        found = {"item": draw(st.sampled_from(items)), "roles": ["police"]}
    elif kind == "weights" and scores:
        score = draw(st.sampled_from(scores))
        weight = draw(st.sampled_from([0.5, 1, 2]))
        found = {"score": score.id, "weights": {score.rule.of[0]: weight}}
    elif kind == "thresholds" and questionnaire.bands:
        bands = questionnaire.bands[0]
        code = bands.bands[-1].code
        found = {"bands": bands.id, "limits": {code: draw(st.integers(40, 90))}}
    else:
        kind, found = "add_item", {"item": own, **placed}
    return {"kind": kind, **found}


def _answer_of(questionnaire):
    """Any simple kind of answer, or one of the questionnaire's scales."""
    scales = [{"kind": "choice", "scale": each.id} for each in questionnaire.scales]
    return st.sampled_from([*scales, {"kind": "text"}, {"kind": "date"}])


def with_adaptation():
    """A questionnaire and an adaptation of it."""
    return questionnaires().flatmap(lambda q: st.tuples(st.just(q), adaptations(q)))
