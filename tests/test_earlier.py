"""What earlier tools hold: one area, the newest round, and what was not used."""

from attrs import evolve

import model_forms
from model_forms.earlier import earlier
from model_forms.response import QuestionnaireRef
from tools import COLLABORATION, MAPPING, mapping, need, needs, response

FIND = model_forms.installed().find


def codes(found):
    return [each.code for each in found.findings]


class TestEarlier:
    def test_each_tool_is_assessed_by_itself(self):
        """Responses to several questionnaires may stand in one file."""
        found = earlier([mapping("police", 2), mapping("ssp", 2), needs(need())], FIND)

        assert {"area_mapping", "needs_analysis"} == set(found.tools)
        assert 2 == len(found.get("area_mapping").responses)
        assert "Søparken" == found.area
        assert [] == codes(found)

    def test_nothing_is_known_of_nothing(self):
        """No responses are no tools."""
        found = earlier([], FIND)

        assert {} == found.tools
        assert found.area is None

    def test_two_areas_are_never_mixed(self):
        """Which area it is must be said, and nothing is used until it is."""
        here, there = mapping("police", 2), mapping("ssp", 2, area="Et andet sted")

        found = earlier([here, there], FIND)

        assert "several-areas" in codes(found)
        assert {} == found.tools

    def test_the_area_that_is_asked_for_is_used(self):
        """The other is left out, and told."""
        here, there = mapping("police", 2), mapping("ssp", 2, area="Et andet sted")

        found = earlier([here, there], FIND, area="Søparken")

        assert [here] == list(found.get("area_mapping").responses)
        assert ["other-area"] == codes(found)

    def test_the_newest_round_is_used(self):
        """An older mapping is left out, and told."""
        old, new = mapping("police", 1, round="2025-11"), mapping("police", 3)

        found = earlier([new, old], FIND)

        assert "2026-11" == found.get("area_mapping").round
        assert ["older-round"] == codes(found)

    def test_a_response_without_an_area_is_of_the_one_there_is(self):
        """It is used, and told."""
        here = mapping("police", 2, area="{Søparken}")
        nowhere = mapping("ssp", 2, area=None)

        found = earlier([here, nowhere], FIND)

        assert 2 == len(found.get("area_mapping").responses)
        assert ["area-assumed"] == codes(found)

    def test_a_tool_about_one_person_is_never_read(self):
        """It is told, and the others are used."""
        concern = model_forms.installed().get("concern_reflection")

        found = earlier([response(concern, "school"), mapping("police", 2)], FIND)

        assert {"area_mapping"} == set(found.tools)
        assert ["only-on-paper"] == codes(found)

    def test_an_unknown_questionnaire_is_told(self):
        """What nobody has installed cannot be read."""
        ref = QuestionnaireRef(id="nobody", version="1.0.0", hash="sha256:0")

        found = earlier([evolve(mapping("police", 1), questionnaire=ref)], FIND)

        assert ["unknown-questionnaire"] == codes(found)

    def test_another_content_of_the_same_version_is_told(self):
        """A hash that differs is another questionnaire."""
        ref = evolve(MAPPING.ref, hash="sha256:0")

        found = earlier([evolve(mapping("police", 1), questionnaire=ref)], FIND)

        assert ["other-content"] == codes(found)

    def test_what_is_wrong_in_a_response_is_told(self):
        """An answer outside its scale is left out, and told."""
        found = earlier([response(COLLABORATION, legal_basis_clear=9)], FIND)

        assert ["not-an-option"] == codes(found)
