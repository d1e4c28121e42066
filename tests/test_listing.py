"""The list of questionnaires, and the outline of one."""

from __future__ import annotations

import pytest

from model_forms.catalog import installed
from model_forms.errors import UnknownLanguage
from model_forms.listing import WIDTH, listing, outline


@pytest.fixture
def mapping():
    return installed().get("area_mapping@1.0.0")


class TestListing:
    def test_it_says_what_the_questionnaire_says(self, mapping):
        """A line of the list agrees with the questionnaire that it names."""
        entry = next(each for each in installed() if each.id == "area_mapping")

        found = listing(entry, "da")

        assert (mapping.id, mapping.version, mapping.hash, mapping.status) == (
            found.id,
            found.version,
            found.hash,
            found.status,
        )
        assert mapping.languages == found.languages
        assert mapping.item_count == found.items
        assert "model_forms_prevention" == found.pack

    def test_the_title_follows_the_language(self):
        """The title is in Danish or English, as asked for."""
        entry = next(each for each in installed() if each.id == "area_mapping")

        assert "Områdekortlægning" == listing(entry, "da").title
        assert "Area mapping" == listing(entry, "en").title


class TestOutline:
    @pytest.mark.parametrize("language", ["da", "en"])
    def test_everything_in_the_questionnaire_is_in_it(self, mapping, language):
        """Each section, item, scale, option, score, band and cell is named."""
        text = outline(mapping, language)
        words = set(text.replace(",", " ").replace(":", " ").split())

        assert {each.key for each in mapping.sections} <= words
        assert set(mapping.items) <= words
        assert {each.code for each in mapping.items.values()} <= words
        assert set(mapping.scale) <= words
        assert {str(o.value) for each in mapping.scales for o in each.options} <= words
        assert set(mapping.score) <= words
        assert set(mapping.band_set) <= words
        assert {cell.code for each in mapping.matrices for cell in each.cells} <= words

    def test_it_says_what_an_item_measures(self, mapping):
        """An item shows its scale, its direction and the roles that are asked."""
        lines = " ".join(outline(mapping, "en").split())

        assert "easy_access_weapons · one of extent5 · challenge · police" in lines

    def test_a_rule_describes_itself(self, mapping):
        """The words for a score are those of its rule."""
        text = outline(mapping, "da")

        assert mapping.scores[0].rule.describe().get("da") in text

    @pytest.mark.parametrize("language", ["da", "en"])
    def test_no_line_is_wider_than_a_terminal(self, mapping, language):
        """Long words wrap at 88 characters."""
        assert max(map(len, outline(mapping, language).splitlines())) <= WIDTH

    def test_a_language_that_is_not_there_is_refused(self, mapping):
        """The outline never falls back to another language in silence."""
        with pytest.raises(UnknownLanguage) as caught:
            outline(mapping, "dk")

        assert ("dk", ("da", "en")) == (caught.value.language, caught.value.known)


class TestTies:
    @pytest.mark.parametrize(
        ("id", "words"),
        [
            ("needs_analysis", "Rækker i needs foreslås ud fra area_mapping."),
            ("action_plan", "interventions gennemgås"),
            ("implementation_followup", "hvor gammel runden er"),
            ("collaboration", "area_mapping åbnes først for andre"),
            ("concern_reflection", "Slået fra: Arket handler om én person."),
        ],
    )
    def test_an_outline_tells_how_it_hangs_on_others(self, id, words):
        """What is read, gone through, opened and switched off."""
        found = " ".join(outline(installed().get(id)).split())

        assert words in found

    def test_what_hangs_on_nothing_says_nothing(self):
        """The mapping reads from no other."""
        assert "Sammenhæng" not in outline(installed().get("area_mapping"))
