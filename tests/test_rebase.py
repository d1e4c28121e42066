"""An adaptation follows the national version, or says what somebody must decide."""

import pytest
from attrs import evolve

from builders import item, text
from model_forms.adaptation import adapted
from model_forms.adaptation.rebase import rebase
from model_forms.codec import (
    adaptation_from,
    adaptation_to,
    questionnaire_from,
    questionnaire_to,
)
from model_forms.questionnaire.migration import Migration, Rename, Split
from test_adaptation import BASE, changed

REWORD = {"kind": "reword", "at": "items.a.text", "words": {"da": "Lokalt"}}
OWN = item("local_x", "A-L1", {"kind": "text"})
ADD = {"kind": "add_item", "section": "theme", "item": OWN, "after": "b"}
HIDE = {"kind": "hide", "at": "items.c"}
WEIGH = {"kind": "weights", "score": "s", "weights": {"a": 2}}
LIMIT = {"kind": "thresholds", "bands": "halves", "limits": {"high": 3}}


def newer(edit=lambda document: None):
    """The next version of the base, with an *edit* made to its document."""
    document = questionnaire_to(BASE)
    document["version"] = "1.1.0"
    edit(document)
    return questionnaire_from(document)


def items(document):
    """The items of the first section."""
    return document["sections"][0]["items"]


def moved(*changes, to=None, path=(), **more):
    """What becomes of these changes."""
    return rebase(changed(*changes), BASE, to or newer(), path, **more)


def told(rebased):
    """Where each conflict stands."""
    return [str(each.place) for each in rebased.conflicts]


def rename(document):
    """Call the first item something else."""
    items(document)[0]["key"] = "z"
    document["scores"][0]["rule"]["of"] = ["z", "b"]


RENAMED = Migration(
    id="small",
    from_version="1.0.0",
    to_version="1.1.0",
    steps=(Rename(at="items.a", to="z"),),
)


class TestNothingInTheWay:
    def test_on_the_same_base_nothing_changes(self):
        """The very same adaptation."""
        adaptation = changed(REWORD, ADD)

        assert adaptation is rebase(adaptation, BASE, BASE).adaptation

    def test_what_the_new_version_left_alone_is_kept(self):
        """On the new base, with a version of its own."""
        found = moved(REWORD, ADD, HIDE, WEIGH, LIMIT)

        assert found.is_done
        assert changed(REWORD, ADD, HIDE, WEIGH, LIMIT).changes == (
            found.adaptation.changes
        )
        assert newer().ref == found.adaptation.base
        assert "1.1.0" == found.adaptation.version
        adapted(newer(), found.adaptation)

    def test_it_follows_a_question_that_is_called_otherwise(self):
        """In words, in weights and as what something stands after."""
        after = {**ADD, "after": "a"}
        found = moved(REWORD, WEIGH, after, to=newer(rename), path=[RENAMED])
        reword, weigh, add = found.adaptation.changes

        assert found.is_done
        assert "items.z.text" == reword.at
        assert {"z": 2} == weigh.weights
        assert "z" == add.after

    def test_what_is_like_that_nationally_now_is_dropped_and_told(self):
        """It is no longer a local change."""

        def same(document):
            items(document)[0]["text"]["da"] = "Lokalt"

        found = moved(REWORD, to=newer(same))

        assert (True, ()) == (found.is_done, found.adaptation.changes)
        assert "nu sådan nationalt" in found.notes[0].message.get("da")

    def test_an_own_question_stands_after_the_nearest_that_is_left(self):
        """When the one it stood after is gone."""

        def gone(document):
            items(document)[:] = [items(document)[0], items(document)[2]]
            document["scores"][0]["rule"]["of"] = ["a", "c"]

        found = moved(ADD, to=newer(gone))

        assert "a" == found.adaptation.changes[0].after

    def test_hiding_what_is_gone_is_done_already(self):
        """Told, and no conflict."""
        found = moved(HIDE, to=newer(lambda document: items(document).pop()))

        assert (True, ()) == (found.is_done, found.adaptation.changes)
        assert 1 == len(found.notes)


def reworded(document):
    items(document)[0]["text"]["da"] = "Nationalt"


def without_b(document):
    items(document).pop(1)
    document["scores"][0]["rule"]["of"] = ["a", "c"]


def weighted(document):
    document["scores"][0]["rule"]["weights"] = {"a": 0.5}


def limited(document):
    document["bands"][0]["bands"][1]["at_least"] = 1


def clashing(document):
    items(document).append({**OWN, "text": text("Noget andet")})


def needing(document):
    document["scores"][0]["rule"]["of"] = ["a", "b", "c"]


def locked(document):
    lock = {"id": "x", "kinds": ["reword"], "of": ["items.a"]}
    document["locks"] = [{**lock, "because": text("Fordi")}]


def without_a(document):
    items(document).pop(0)
    document["scores"][0]["rule"]["of"] = ["b", "c"]


class TestConflicts:
    @pytest.mark.parametrize(
        ("change", "edit"),
        [
            (REWORD, reworded),
            (REWORD, without_a),
            (REWORD, locked),
            (WEIGH, weighted),
            (WEIGH, without_a),
            (LIMIT, limited),
            (ADD, clashing),
            (HIDE, needing),
            ({"kind": "roles", "item": "b", "roles": ["police"]}, without_b),
        ],
    )
    def test_it_is_told_at_the_change(self, change, edit):
        """The other changes are carried all the same."""
        other = {"kind": "reword", "at": "items.d.text", "words": {"da": "D"}}
        found = moved(other, change, to=newer(edit))

        assert ["$.changes[1]"] == told(found)
        assert changed(other).changes == found.adaptation.changes
        adapted(newer(edit), found.adaptation)

    def test_both_sides_and_what_was_before_are_told(self):
        """So that somebody can choose."""
        words = moved(REWORD, to=newer(reworded)).conflicts[0].message.get("da")

        for each in ("Om a", "Nationalt", "Lokalt"):
            assert f"»{each}«" in words

    def test_it_can_be_settled_for_the_local_side(self):
        """Words, weights and thresholds are as they were locally."""

        def all_of_it(document):
            for edit in (reworded, weighted, limited):
                edit(document)

        found = moved(REWORD, WEIGH, LIMIT, to=newer(all_of_it), settle="local")

        assert found.is_done
        assert changed(REWORD, WEIGH, LIMIT).changes == found.adaptation.changes

    def test_it_can_be_settled_for_the_national_side(self):
        """The change is dropped, and told."""
        found = moved(REWORD, HIDE, to=newer(reworded), settle="national")

        assert found.is_done
        assert changed(HIDE).changes == found.adaptation.changes
        assert 1 == len(found.notes)

    def test_what_cannot_be_kept_is_not_settled_for_the_local_side(self):
        """A question that is not there cannot be worded locally."""
        found = moved(REWORD, to=newer(without_a), settle="local")

        assert ["$.changes[0]"] == told(found)

    def test_a_translation_of_words_that_changed_is_looked_at_again(self):
        """The others are kept."""
        words = {"items.a.text": "A so", "items.b.text": "B so"}
        translate = {"kind": "translate", "language": "so", "words": words}
        found = moved(translate, to=newer(reworded))

        assert ["$.changes[0]"] == told(found)
        assert {"items.b.text": "B so"} == found.adaptation.changes[0].words

    def test_nothing_of_the_old_base_is_left(self):
        """The hash is that of the new content."""
        found = moved(HIDE).adaptation

        assert found.hash != changed(HIDE).hash
        assert adaptation_from(adaptation_to(found)).hash == found.hash

    def test_a_question_that_was_split_is_not_worded_locally_any_more(self):
        """Its parts are other questions."""

        def split(document):
            items(document).insert(1, {**items(document)[0], "key": "y", "code": "A-8"})
            items(document)[0] |= {"key": "z", "code": "A-9"}
            document["scores"][0]["rule"]["of"] = ["z", "y", "b"]

        halves = Split(item="a", into=("z", "y"), strategy="copy")
        path = [evolve(RENAMED, steps=(halves,))]

        assert ["$.changes[0]"] == told(moved(REWORD, to=newer(split), path=path))
