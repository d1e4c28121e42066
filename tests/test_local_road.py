"""The whole local road: adapt, fill in, follow the new version, and see the change."""

from pathlib import Path

import pytest
from attrs import evolve

import model_forms
from model_forms.codec import adaptation_to
from model_forms.report.assessment_report import assessment_report
from model_forms.report.blocks import Charts, Paragraph, plain
from model_forms.response import Given, Respondent, Response
from model_forms.sensitivity import sensitivity
from test_adaptation import changed

OLD = model_forms.installed().get("area_mapping@1.0.0")
NEW = model_forms.installed().get("area_mapping@1.1.0")
OWN = {
    "key": "youth_house_used",
    "code": "A3-L1",
    "text": {"da": "Unge bruger ungehuset", "en": "Young people use the youth house"},
    "answer": {"kind": "choice", "scale": "extent5"},
    "direction": "protective",
}
CHANGES = (
    {
        "kind": "reword",
        "at": "items.gang_presence.text",
        "words": {"da": "Bander er synlige i Ådal"},
    },
    {
        "kind": "add_item",
        "section": "youth_school_leisure",
        "item": OWN,
        "after": "leisure_participation",
    },
    {
        "kind": "weights",
        "score": "safety_crime.challenges",
        "weights": {"gang_presence": 2},
    },
)
HOUSE = {"name": "Ådal Kommune", "contact": "SSP-kontoret"}


def answers(questionnaire, role, value):
    """One value to every question on the common scale that *role* is asked."""
    return {
        key: Given(value=value)
        for key, item in questionnaire.items.items()
        if getattr(item.answer, "scale", None) == "extent5" and item.asked_of(role)
    }


def returned(questionnaire, role, round, value, folder):
    """A form that was exported, filled in, and came back as a file."""
    path = Path(folder) / f"{round}-{role}.xlsx"
    response = Response(
        questionnaire=questionnaire.ref,
        answers=answers(questionnaire, role, value),
    )
    issue = model_forms.Issue(role=role, respondent=role, area="Søparken", round=round)
    model_forms.export(questionnaire, path, issue=issue, response=response)
    return path


@pytest.fixture(scope="module")
def road(tmp_path_factory):
    """Every step of the road, with real files between them."""
    folder = tmp_path_factory.mktemp("road")
    local = model_forms.adapt(changed(*CHANGES, of=OLD, house=HOUSE))
    followed = model_forms.rebase(local.adaptation, NEW)
    newer = model_forms.adapt(followed.adaptation)
    find = model_forms.installed().with_local(local, newer).find
    first = [
        returned(local, role, "2025-11", 1, folder)
        for role in ("police", "ssp", "club", "school", "street_outreach")
    ]
    second = [
        returned(newer, role, "2026-11", 2, folder)
        for role in ("police", "ssp", "club", "school", "civil_society")
    ]
    old, new = (
        [each.response for each in model_forms.import_many(files, find=find)]
        for files in (first, second)
    )
    return {
        "local": local,
        "followed": followed,
        "newer": newer,
        "find": find,
        "old": old,
        "new": new,
        "found": model_forms.assess(new, before=old, find=find),
    }


class TestRoad:
    def test_the_adaptation_follows_the_new_version(self, road):
        """Nothing is left to decide, and what was added nationally is there."""
        assert road["followed"].is_done
        assert OWN["key"] in road["newer"].items
        assert set(NEW.items) <= set(road["newer"].items)
        assert CHANGES[0]["words"]["da"] == (
            road["newer"].item("gang_presence").text.get("da")
        )

    def test_sheets_of_both_versions_come_back_whole(self, road):
        """Also the local question."""
        for response in (*road["old"], *road["new"]):
            role = response.respondent.role
            of = road["find"](response.questionnaire)
            wanted = answers(of, role, 1 if response.round == "2025-11" else 2)
            got = {key: evolve(a, at=None) for key, a in response.answers.items()}
            assert wanted == got

    def test_the_change_among_the_same_roles_is_told(self, road):
        """From 1 to 2 on a scale of 0 to 4 is 25 points of 100."""
        change = road["found"].since.newest.scores["safety_crime.challenges"]

        assert 25 == change.shift.real
        assert "same" == change.verdict.degree

    def test_what_the_new_version_changed_is_not_called_a_change(self, road):
        """A score with a new question: the reason, and the questions in both alone."""
        change = road["found"].since.newest.scores["youth_school_leisure.resources"]

        assert "not_comparable" == change.verdict.degree
        assert change.partly
        assert "A3-08" in change.verdict.words.get("da")
        assert 25 == change.shift.real

    def test_local_and_national_figures_stand_side_by_side(self, road):
        """Where the weights are local."""
        assert ["safety_crime.challenges"] == [*sensitivity(road["found"]).national]

    def test_the_report_tells_it_all(self, road):
        """Whose adaptation it is, the lines over rounds, and what is kept apart."""
        blocks = assessment_report(road["found"], "da").blocks
        words = " ".join(plain(e.text) for e in blocks if isinstance(e, Paragraph))

        assert "tilpasset lokalt af Ådal Kommune" in words
        assert any(isinstance(each, Charts) for each in blocks)
        for format in (".docx", ".xlsx"):
            assert model_forms.write_report(road["found"], format=format)

    def test_an_old_local_sheet_is_scored_beside_a_new_one(self, road):
        """Carried forward, and then together with the others."""
        moved = model_forms.migrate(road["old"], road["newer"], find=road["find"])
        assert all(each.accepted for each in moved)
        again = [evolve(each.response, round="2026-11") for each in moved]
        street = [r for r in again if r.respondent.role == "street_outreach"]
        found = model_forms.assess([*road["new"], *street], find=road["find"])
        by_role = found.items["gang_presence"].by_role

        assert (1, 2) == (by_role["street_outreach"], by_role["police"])

    def test_a_national_sheet_is_carried_beside_a_local_one(self, road, tmp_path):
        """A partner that got the national form of 1.0.0 answers no local question."""
        path = returned(OLD, "housing_social", "2026-11", 3, tmp_path)
        read = model_forms.import_(path, find=road["find"])
        (moved,) = model_forms.migrate(
            [read.response], road["newer"], find=road["find"]
        )
        found = model_forms.assess([*road["new"], moved.response], find=road["find"])

        assert OWN["key"] in moved.ledger.new
        assert 3 == found.items["gang_presence"].by_role["housing_social"]

    def test_the_adaptation_is_a_document(self, road):
        """It can be written and read again."""
        plain_document = adaptation_to(road["followed"].adaptation)

        assert ["reword", "add_item", "weights"] == [
            each["kind"] for each in plain_document["changes"]
        ]
        assert Respondent(role="police", label="police") in road["found"].respondents
