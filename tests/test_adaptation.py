"""A municipality's own changes make a questionnaire, or are refused with a reason."""

import json

import pytest

import model_forms
from builders import document, item, score, text
from model_forms.adaptation import adapted, applied
from model_forms.codec import adaptation_from, adaptation_to, questionnaire_from
from model_forms.errors import DefinitionRejected

RULE = {"kind": "mean", "of": ["a", "b"]}
BANDS = {
    "id": "halves",
    "bands": [
        {"code": "low", "label": text("lav")},
        {"code": "high", "label": text("høj"), "at_least": 2},
    ],
}
HIDDEN = {"kind": "hide", "at": "items.c"}


def base(**more):
    """Three questions of which two count in a score, and a second theme."""
    second = {
        "key": "second",
        "code": "B",
        "title": text("Andet"),
        "items": [item("d", "B-1"), item("e", "B-2")],
    }
    made = document(
        scores=[score("s", RULE, bands="halves", section="theme")], bands=[BANDS]
    )
    made["sections"].append(second)
    return questionnaire_from({**made, **more})


BASE = base()


def changed(*changes, of=BASE, **more):
    """An adaptation of *of* with these changes."""
    ref = {"id": of.id, "version": of.version, "hash": of.hash}
    return adaptation_from(
        {"id": "aadal", "version": "1.0.0", "base": ref, "changes": list(changes)}
        | more
    )


def made(*changes, of=BASE, **more):
    """The adapted questionnaire."""
    return adapted(of, changed(*changes, of=of, **more))


def wrong(*changes, of=BASE, **more):
    """Where each error stands, and what it is called."""
    _, findings = applied(of, changed(*changes, of=of, **more))
    return [(str(each.place), each.code) for each in findings if each.is_error]


def keys(questionnaire, section="theme"):
    return [each.key for each in questionnaire.section(section).items]


class TestChanges:
    def test_an_empty_adaptation_gives_the_base_itself(self):
        """The same questionnaire, so the same hash."""
        assert made() is BASE

    def test_words_change_in_one_language(self):
        """The other language keeps its own."""
        found = made(
            {"kind": "reword", "at": "items.a.text", "words": {"da": "Om området"}}
        )

        assert {"da": "Om området", "en": "Om a in English"} == dict(
            found.item("a").text.words
        )

    def test_help_may_be_added_where_there_was_none(self):
        """In all languages, since nobody gets half of it."""
        found = made({"kind": "reword", "at": "items.a.help", "words": text("Hjælp")})

        assert "Hjælp" == found.item("a").help.get("da")

    def test_the_label_of_an_option_may_be_local(self):
        """Its value and its points stay."""
        at = "scales.extent.options.4.label"
        found = made({"kind": "reword", "at": at, "words": {"da": "Hele tiden"}})

        option = found.scale["extent"].options[4]
        assert (4, "Hele tiden") == (option.value, option.label.get("da"))

    def test_a_translation_keeps_the_original_where_it_has_no_words(self):
        """And says how much was not translated."""
        words = {"items.a.text": "A af-Soomaali"}
        found, findings = applied(
            BASE, changed({"kind": "translate", "language": "so", "words": words})
        )

        assert "A af-Soomaali" == found.item("a").text.get("so")
        assert "Om b" == found.item("b").text.get("so")
        assert ["not-translated"] == [each.code for each in findings]

    def test_an_own_question_stands_after_the_one_named(self):
        """Or first."""
        own = item("local_x", "A-L1", {"kind": "text"})
        add = {"kind": "add_item", "section": "theme", "item": own}

        assert ["a", "local_x", "b", "c"] == keys(made({**add, "after": "a"}))
        assert ["local_x", "a", "b", "c"] == keys(made(add))

    def test_an_own_theme_may_be_added(self):
        """With its questions."""
        own = {
            "key": "own",
            "code": "L",
            "title": text("Vores eget"),
            "items": [item("local_x", "L-1")],
        }
        found = made({"kind": "add_section", "section": own, "after": "theme"})

        assert ["theme", "own", "second"] == [each.key for each in found.sections]

    def test_what_is_hidden_is_not_asked(self):
        """A question, or a whole theme with its scores."""
        assert ["a", "b"] == keys(made(HIDDEN))
        found = made({"kind": "hide", "at": "sections.theme"})
        assert [] == [*found.scores]
        assert ["second"] == [each.key for each in found.sections]

    def test_a_question_moves_within_its_theme_or_to_another(self):
        """After the one named."""
        assert ["b", "a", "c"] == keys(
            made({"kind": "move", "at": "items.a", "after": "b"})
        )
        move = {"kind": "move", "at": "items.a", "section": "second", "after": "d"}
        assert ["d", "a", "e"] == keys(made(move), "second")

    def test_other_roles_may_be_asked(self):
        """Those who are asked first."""
        found = made({"kind": "roles", "item": "a", "roles": ["police"]})

        assert ("police",) == found.item("a").roles

    def test_weights_and_thresholds_may_be_local(self):
        """They stand in the rule, so that everything follows them."""
        found = made(
            {"kind": "weights", "score": "s", "weights": {"a": 2}},
            {"kind": "thresholds", "bands": "halves", "limits": {"high": 3}},
        )

        assert (("a", 2),) == found.score["s"].rule.weights
        assert 3 == found.band_set["halves"].band("high").at_least

    def test_an_adapted_questionnaire_is_known_by_its_hash(self):
        """It has the id and the version of its base, and says what it was made from."""
        found = made(HIDDEN)

        assert (BASE.id, BASE.version) == (found.id, found.version)
        assert found.hash != BASE.hash
        assert found.base is BASE

    def test_another_house_is_another_questionnaire(self):
        """A sheet says whose it is."""
        one, other = (made(house={"name": each}) for each in ("Ådal", "Bækby"))

        assert one.hash != other.hash != BASE.hash
        assert one != BASE

    def test_a_document_comes_back_as_it_was(self):
        """What is default is left out."""
        adaptation = changed(HIDDEN, house={"name": "Ådal Kommune"})

        assert adaptation == adaptation_from(adaptation_to(adaptation))


class TestRefused:
    def test_another_version_of_the_base(self):
        """Nothing else is looked at."""
        ref = {"id": "small", "version": "2.0.0", "hash": BASE.hash}

        assert [("$.base", "other-base")] == wrong(HIDDEN, base=ref)

    def test_a_base_with_another_hash(self):
        """The content was changed since."""
        ref = {"id": "small", "version": "1.0.0", "hash": f"sha256:{'0' * 64}"}

        assert [("$.base.hash", "other-content")] == wrong(HIDDEN, base=ref)

    def test_two_changes_to_one_thing(self):
        """The second is named."""
        again = {"kind": "reword", "at": "items.a.text", "words": {"da": "x"}}

        assert [("$.changes[1]", "two-changes")] == wrong(again, again)

    def test_a_change_to_what_is_hidden(self):
        """Whichever comes first."""
        other = {"kind": "reword", "at": "items.c.text", "words": {"da": "x"}}

        assert [("$.changes[0]", "two-changes")] == wrong(other, HIDDEN)
        assert ("$.changes[1]", "two-changes") in wrong(HIDDEN, other)

    def test_hiding_a_question_that_a_score_needs(self):
        """The score is named."""
        hide = {"kind": "hide", "at": "items.a"}
        _, findings = applied(BASE, changed(hide))

        assert [("$.changes[0].at", "needed")] == wrong(hide)
        assert "tallet »" in findings[0].message.get("da")

    def test_an_own_question_with_a_name_that_is_taken(self):
        """Key and code, also of a hidden one."""
        own = item("c", "A-3")
        add = {"kind": "add_item", "section": "theme", "item": own}

        assert [
            ("$.changes[1].item.key", "clash"),
            ("$.changes[1].item.code", "clash"),
        ] == wrong(HIDDEN, add)

    def test_a_name_that_nothing_answers_to(self):
        """With the one that was probably meant."""
        change = {"kind": "reword", "at": "items.a.tekst", "words": {"da": "x"}}
        _, findings = applied(BASE, changed(change))

        assert [("$.changes[0].at", "unknown-reference")] == wrong(change)
        assert "items.a.text" in findings[0].message.get("da")

    def test_what_the_base_has_locked(self):
        """With the reason that the base gives."""
        lock = {
            "id": "core",
            "kinds": ["reword", "weights"],
            "of": ["items.a", "scores.s"],
            "because": text("Spørgsmålet sammenlignes."),
        }
        of = base(locks=[lock])
        reword = {"kind": "reword", "at": "items.a.text", "words": {"da": "x"}}
        weigh = {"kind": "weights", "score": "s", "weights": {"a": 2}}
        _, findings = applied(of, changed(reword, of=of))

        assert [("$.changes[0]", "locked"), ("$.changes[1]", "locked")] == wrong(
            reword, weigh, of=of
        )
        assert "Spørgsmålet sammenlignes." in findings[0].message.get("da")

    def test_a_lock_on_a_theme_holds_for_its_questions(self):
        """Also when one is moved or hidden."""
        lock = {"id": "x", "kinds": ["hide"], "of": ["sections.theme"]}
        of = base(locks=[{**lock, "because": text("Fordi")}])

        assert [("$.changes[0]", "locked")] == wrong(HIDDEN, of=of)

    @pytest.mark.parametrize("words", ["reword", "hide"])
    def test_the_reservations_are_always_locked(self, words):
        """No base need say so."""
        notice = {"id": "honest", "kind": "result", "text": text("Forbehold")}
        of = base(notices=[notice])
        change = {"kind": words, "at": "notices.honest.text"}
        more = {"words": {"da": "x"}} if words == "reword" else {}

        assert [("$.changes[0]", "locked")] == wrong({**change, **more}, of=of)

    def test_limits_that_fall(self):
        """The whole is checked, and the change that breaks it is named."""
        three = {
            "id": "halves",
            "bands": [*BANDS["bands"], {**BANDS["bands"][1], "code": "top"}],
        }
        three["bands"][2]["at_least"] = 3
        of = base(bands=[three])
        change = {"kind": "thresholds", "bands": "halves", "limits": {"high": 3.5}}
        found = wrong(HIDDEN, change, of=of)

        assert ["$.changes[1]"] == [place for place, _ in found]

    def test_weights_of_what_does_not_count(self):
        """Or of a rule without weights."""
        change = {"kind": "weights", "score": "s", "weights": {"c": 2}}

        assert [("$.changes[0].weights.c", "not-in-score")] == wrong(change)

    def test_words_that_point_at_a_person(self):
        """An office may have an address; a change may not."""
        mail = "ssp@aadal.dk"
        change = {"kind": "reword", "at": "items.a.text", "words": {"da": mail}}

        assert [] == wrong(house={"name": "Ådal", "contact": mail})
        assert [("$.changes[0].words.da", "personal-data")] == wrong(change)
        assert [("$.house.contact", "personal-data")] == wrong(
            house={"name": "Ådal", "contact": "010190-1234"}
        )

    def test_everything_wrong_is_told_at_once(self):
        """One change at a time would be slow work."""
        found = wrong(
            {"kind": "hide", "at": "items.a"},
            {"kind": "roles", "item": "b", "roles": ["polise"]},
            {"kind": "reword", "at": "items.z.text", "words": {"da": "x"}},
        )

        assert 3 == len(found)

    def test_it_is_raised_for_who_asks_for_the_questionnaire(self):
        """With all findings."""
        with pytest.raises(DefinitionRejected) as caught:
            made({"kind": "hide", "at": "items.a"})

        assert "needed" == caught.value.findings[0].code


class TestFiles:
    @pytest.fixture
    def written(self, tmp_path):
        """Return what writes an adaptation of the mapping to a file."""

        def write(*changes, **more):
            of = model_forms.installed().get("area_mapping@1.0.0")
            path = tmp_path / "local.json"
            document = adaptation_to(changed(*changes, of=of))
            path.write_text(json.dumps(document | more), encoding="utf-8")
            return path

        return write

    def test_a_file_makes_a_questionnaire(self, written):
        """Its base is found among the installed ones."""
        words = {"da": "Bander er synlige i Ådal"}
        path = written(
            {"kind": "reword", "at": "items.gang_presence.text", "words": words}
        )

        found = model_forms.adapt(path)

        assert words["da"] == found.item("gang_presence").text.get("da")
        assert () == model_forms.check(path)

    def test_a_base_that_is_not_installed(self, written):
        """Told at the base."""
        ref = {"id": "mapping", "version": "1.0.0", "hash": f"sha256:{'0' * 64}"}
        path = written(base=ref)

        assert ["unknown-base"] == [each.code for each in model_forms.check(path)]
        with pytest.raises(DefinitionRejected):
            model_forms.adapt(path)

    def test_a_shape_that_is_wrong_is_told_with_its_places(self, written):
        """As for every document."""
        path = written(changes=[{"kind": "rewrite"}, {"kind": "hide"}])
        places = [str(each.place) for each in model_forms.check(path)]

        assert ["$.changes[0].kind", "$.changes[1]"] == places

    def test_a_sheet_is_read_with_the_adaptation_it_was_made_from(self, written):
        """Without it, it is refused and says what is probably missing."""
        value = model_forms.adapt(
            written({"kind": "hide", "at": "sections.family_siblings"})
        )
        sheet = model_forms.export(value, issue=model_forms.Issue(role="police"))
        find = model_forms.installed().with_local(value).find

        blind = model_forms.import_(sheet)
        read = model_forms.import_(sheet, find=find)

        assert ["other-content"] == [each.code for each in blind.findings]
        assert "tilpasningen" in blind.findings[0].message.get("da")
        assert read.accepted
        assert value.ref == read.response.questionnaire
        assert value == model_forms.assess([read.response], find=find).questionnaire
