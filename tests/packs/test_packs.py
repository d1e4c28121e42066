"""What every pack must hold, and what the model's mapping must hold."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

import model_forms
from model_forms.catalog import packs
from model_forms.checks.labels import STARTS, WILDCARDS
from model_forms.codec import questionnaire_to
from model_forms.questionnaire import Choice, Several
from model_forms.questionnaire.items import EVERYONE

RELEASED = json.loads(
    (Path(__file__).parent / "released.json").read_text(encoding="utf-8")
)
PROFILES = {"risk": "challenges", "protective": "resources"}
ENTRIES = list(model_forms.installed())
EVERY = pytest.mark.parametrize(
    "questionnaire",
    [entry.read() for entry in ENTRIES],
    ids=[f"{entry.id}@{entry.version}" for entry in ENTRIES],
)
COUNTS = {
    "housing_social": 27, "civil_society": 23, "ssp": 21, "police": 16, "club": 14,
    "school": 13, "street_outreach": 13, "housing_organisation": 12,
    "social_services": 8, "data": 6, "infohus_lead": 6, "health": 5, "job_centre": 3,
    "prison_service": 2,
}  # fmt: skip
HONEST = (
    "Grænserne er ikke videnskabeligt afprøvet. De er valgt for at gøre samtalen "
    "lettere. Tallene siger noget om, hvad de adspurgte mener – ikke om, hvad der vil "
    "ske, og ikke om enkeltpersoner."
)


def items(questionnaire):
    """Every item, extra and column."""
    return [*questionnaire.items.values(), *questionnaire.columns.values()]


def own(questionnaire):
    """The items of the sections, without extras."""
    return [item for section in questionnaire.sections for item in section.items]


def texts(value):
    """Every object of words in a document."""
    if isinstance(value, dict):
        if "da" in value:
            yield value
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


@EVERY
class TestEvery:
    def test_it_has_no_findings(self, questionnaire):
        """Its own document is sound."""
        raw = json.dumps(questionnaire_to(questionnaire)).encode()

        assert () == model_forms.check(raw)

    def test_the_file_is_named_for_what_it_holds(self, questionnaire):
        """The catalog knows a questionnaire by its file's name."""
        assert 1 == sum(
            (entry.id, entry.version) == (questionnaire.id, questionnaire.version)
            and entry.read() == questionnaire
            for entry in ENTRIES
        )

    def test_every_item_has_roles_that_exist(self, questionnaire):
        """Somebody is asked, and it is somebody that is known."""
        known = {*questionnaire.role, EVERYONE}

        assert [] == [
            item.key
            for item in items(questionnaire)
            if not item.roles or not set(item.roles) <= known
        ]

    def test_every_item_says_what_it_rests_on(self, questionnaire):
        """Each has a basis with a status."""
        assert [] == [item.key for item in items(questionnaire) if not item.basis]

    def test_what_is_sourced_names_sources_that_exist(self, questionnaire):
        """Sourced is never said without a source, nor a source without its title."""
        known = {source.id for source in questionnaire.sources}
        bases = [
            (item.key, basis) for item in items(questionnaire) for basis in item.basis
        ]
        bases += [(s.id, basis) for s in questionnaire.scores for basis in s.basis]
        bases += [(n.id, basis) for n in questionnaire.notices for basis in n.basis]

        assert [] == [
            key
            for key, basis in bases
            if not set(basis.sources) <= known
            or (basis.status == "sourced") is not bool(basis.sources)
        ]

    def test_every_source_is_used(self, questionnaire):
        """A list of sources is no decoration."""
        everything = json.dumps(questionnaire_to(questionnaire))

        assert [] == [
            source.id
            for source in questionnaire.sources
            if everything.count(f'"{source.id}"') < 2
        ]

    def test_every_text_has_every_language(self, questionnaire):
        """Danish first, and nothing left untranslated."""
        wanted = set(questionnaire.languages)

        assert "da" == questionnaire.languages[0]
        assert [] == [
            words
            for words in texts(questionnaire_to(questionnaire))
            if set(words) != wanted or not all(each.strip() for each in words.values())
        ]

    def test_a_label_is_no_formula(self, questionnaire):
        """No option, and no way of not answering, begins like one."""
        labels = [o.label for scale in questionnaire.scales for o in scale.options]
        missing = questionnaire.missing
        labels += [missing.dont_know, missing.not_applicable]

        assert [] == [
            words
            for label in labels
            for _, words in label
            if words[0] in STARTS or set(words) & set(WILDCARDS)
        ]

    def test_an_item_with_a_direction_is_in_its_profile_and_no_other(
        self, questionnaire
    ):
        """Risk counts towards challenges, protective towards resources."""
        profiles = {
            (score.section, score.profile): set(score.rule.items)
            for score in questionnaire.scores
            if score.profile
        }
        wrong = []
        for section in questionnaire.sections:
            for item in section.items:
                wanted = PROFILES.get(item.direction)
                found = {p for p, keys in profiles.items() if item.key in keys}
                has = any(key == section.key for key, _ in profiles)
                if has and found != ({(section.key, wanted)} if wanted else set()):
                    wrong.append(item.key)

        assert [] == wrong

    def test_every_scale_is_used(self, questionnaire):
        """No scale stands there for nothing."""
        used = {
            item.answer.scale
            for item in items(questionnaire)
            if isinstance(item.answer, Choice | Several)
        }

        assert used == set(questionnaire.scale)

    def test_what_is_released_never_changes(self, questionnaire):
        """The content's hash is the one that was written down at the release."""
        if questionnaire.status == "draft":
            pytest.skip("a draft may change")

        assert RELEASED[str(questionnaire.ref)] == questionnaire.hash

    def test_it_has_words_for_results_and_privacy(self, questionnaire):
        """What must be shown beside results and free text is there."""
        assert questionnaire.notice("result")
        assert questionnaire.notice("privacy")


class TestMapping:
    """The mapping of an area, in its newest version."""

    MAPPING = model_forms.installed().get("area_mapping")
    FIRST = model_forms.installed().get("area_mapping@1.0.0")

    @pytest.mark.parametrize(
        ("mapping", "protective"), [(FIRST, 28), (MAPPING, 30)], ids=["1.0.0", "1.1.0"]
    )
    def test_it_has_few_items_that_are_not_scored(self, mapping, protective):
        """25 risk and 28 protective at first; two more protective since."""
        directions = Counter(item.direction for item in own(mapping))

        assert {"risk": 25, "protective": protective, None: 6} == directions
        assert 31 + protective == mapping.item_count

    def test_each_role_has_its_share(self):
        """The counts of the domain model; nobody needs them all."""
        found = Counter(role for item in own(self.FIRST) for role in item.roles)
        del found["coordinator"]

        assert found == COUNTS

    def test_the_newest_version_asks_nobody_for_much_more(self):
        """At most one question more than the version before."""
        before = Counter(role for item in own(self.FIRST) for role in item.roles)
        after = Counter(role for item in own(self.MAPPING) for role in item.roles)

        assert {0, 1} == {after[role] - before[role] for role in after}

    def test_what_the_law_says_is_locked(self):
        """Registers, limits, meanings, and who sees the answers."""
        assert [
            "living_conditions",
            "population",
            "definitions",
            "not_about_persons",
        ] == [each.id for each in self.MAPPING.locks]

    def test_the_honest_statement_stands_there_word_for_word(self):
        """It is a notice for every result."""
        words = {each.text.get("da") for each in self.MAPPING.notice("result")}

        assert HONEST in words

    def test_the_questions_say_whose_they_are(self):
        """The pack does not pass for the model's own form."""
        (origin,) = self.MAPPING.notice("origin")

        assert "vores egne" in origin.text.get("da")

    def test_living_conditions_never_meet_extremist_influence(self):
        """No score and no block reads both A1 and A6 or A7."""
        apart = {"living_conditions"}, {"extremist_influence", "overlap_transitions"}
        home = {i.key: s.key for s in self.MAPPING.sections for i in s.items}
        together = [set(block.sections) for block in self.MAPPING.blocks]
        together += [{home[k] for k in s.rule.items} for s in self.MAPPING.scores]

        assert [] == [each for each in together if all(each & side for side in apart)]

    def test_there_is_no_total(self):
        """Every score is of one theme, and none is made of others."""
        assert all(score.section for score in self.MAPPING.scores)
        assert not any(score.rule.scores for score in self.MAPPING.scores)

    def test_bands_are_plain_quarters(self):
        """Plain quarters, the same words for every theme."""
        for bands in self.MAPPING.bands:
            assert [None, 25, 50, 75] == [band.at_least for band in bands.bands]


def files(folder):
    """Every file of words in a pack."""
    for each in folder.iterdir():
        if each.is_dir():
            yield from files(each)
        elif each.name.endswith((".json", ".csv", ".py", ".md")):
            yield each


@pytest.mark.parametrize("pack", list(packs()))
class TestWords:
    def test_the_word_ghetto_is_nowhere(self, pack):
        """Section 5; only a source that is cited may bear it in its title."""
        found = []
        for each in files(packs()[pack]):
            if each.name == "sources.json":
                continue
            words = each.read_text(encoding="utf-8")
            if each.name.endswith(".json"):
                data = json.loads(words)
                data.pop("sources", None)
                words = json.dumps(data)
            if "ghetto" in words.lower():
                found.append(each.name)

        assert [] == found


class TestReleased:
    def test_nothing_released_is_missing(self):
        """What was released once can still be found."""
        found = {f"{entry.id}@{entry.version}" for entry in ENTRIES}

        assert set(RELEASED) <= found

    def test_a_hash_is_a_hash(self):
        """Each is written in full."""
        assert all(
            re.fullmatch(r"sha256:[0-9a-f]{64}", each) for each in RELEASED.values()
        )
