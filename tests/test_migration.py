"""Migrations: what is wrong with one, what it makes of answers, and what is told."""

import json

import pytest
from attrs import evolve
from click.testing import CliRunner

import model_forms
from builders import answered, document, item, text
from model_forms.adaptation import adapted
from model_forms.cli import main
from model_forms.codec import (
    adaptation_from,
    migration_from,
    migration_to,
    questionnaire_from,
    response_to,
)
from model_forms.errors import DefinitionRejected, MigrationRefused
from model_forms.finding import Place
from model_forms.response import BLANK, DontKnow, Given, NotApplicable
from model_forms.versions.document import migration_findings, read_migration
from model_forms.versions.migrate import migrate
from model_forms.versions.way import path_between
from next_version import REASON, find_among

FORMAT = {"format": "model-forms/migration/1", "id": "small"}
NUMBER = {"kind": "number", "minimum": 0, "maximum": 10, "decimals": 1}
WIDE = {**NUMBER, "maximum": 100}
COLOURS = {"kind": "choice", "scale": "colours"}
SHADES = {"kind": "choice", "scale": "shades"}
SEVERAL = {"kind": "several", "scale": "colours"}
SCALES = document()["scales"]


def named(id, values):
    """A scale of names, which are worth nothing."""
    options = [{"value": each, "label": text(each)} for each in values]
    return {"id": id, "title": text(id), "options": options}


NAMES = [named("colours", ["red", "blue"]), named("shades", ["dark", "light"])]


def table(*columns):
    """A repeating table."""
    return {"kind": "table", "row": text("Række"), "columns": list(columns)}


def version(*items, number="1.0.0", **more):
    """A version of the small questionnaire with these items."""
    made = document(list(items), scales=[*SCALES, *NAMES], **more)
    return questionnaire_from({**made, "version": number})


def step(kind, **more):
    """A step."""
    return {"kind": kind, **more}


def steps(*listed, one="1.0.0", other="1.1.0"):
    """The document of a migration."""
    return {**FORMAT, "from": one, "to": other, "steps": list(listed)}


def wrong(one, other, *listed, others=()):
    """Path and code of each thing wrong with a migration between two versions."""
    raw = steps(*listed, one=one.version, other=other.version)
    found = migration_findings(raw, find_among(one, other), others)
    return [(str(each.place), each.code) for each in found]


def carried(one, other, *listed, **answers):
    """What becomes of some answers."""
    raw = steps(*listed, one=one.version, other=other.version)
    assert [] == wrong(one, other, *listed)
    return migrate(answered(one, **answers), one, other, [migration_from(raw)])


def values(found):
    """The answers there are now."""
    return {key: getattr(a, "value", a) for key, a in found.response.answers.items()}


def outcomes(found):
    """What has become of what."""
    return [(each.outcome, each.items, each.into) for each in found.ledger.changes]


def told(found, language="da"):
    return [each.get(language) for each in found.told()]


ONE = version("a", "b", "c")
RENAMED = version("a", "b", "d", number="1.1.0")
RENAME = step("rename", at="items.c", to="d")


class TestWhatIsWrong:
    def test_a_sound_migration_has_no_findings(self):
        """Each old item has a place."""
        assert [] == wrong(ONE, RENAMED, RENAME)

    def test_an_item_that_disappears_needs_a_step(self):
        """Nobody forgets an answer."""
        assert [("$.steps", "gone")] == wrong(ONE, RENAMED)

    def test_an_unknown_item_is_told_with_what_was_meant(self):
        """A near miss is suggested."""
        one = version("gang_presence", "b")
        other = version("gangs", "b", number="1.1.0")
        raw = steps(step("rename", at="items.gang_presense", to="gangs"))

        found = migration_findings(raw, find_among(one, other))

        assert ["unknown-reference", "gone"] == [each.code for each in found]
        assert "Mente I »items.gang_presence«?" in found[0].message.get("da")

    def test_a_target_must_exist(self):
        """In the newer version."""
        found = wrong(ONE, RENAMED, step("rename", at="items.c", to="e"))

        assert [("$.steps[0].to", "unknown-reference")] == found

    def test_every_problem_is_told_at_once(self):
        """Each with its own path."""
        found = wrong(
            ONE,
            RENAMED,
            step("split", item="x", into=["y", "z"], strategy="copy"),
            step("merge", items=["a", "w"], to="v", strategy="first"),
            RENAME,
        )

        assert [
            ("$.steps[0].item", "unknown-reference"),
            ("$.steps[0].into[0]", "unknown-reference"),
            ("$.steps[0].into[1]", "unknown-reference"),
            ("$.steps[1].items[1]", "unknown-reference"),
            ("$.steps[1].to", "unknown-reference"),
            ("$.steps[1]", "still-there"),
        ] == found

    def test_two_steps_for_one_item_contradict_each_other(self):
        """Nobody can say which counts."""
        found = wrong(ONE, RENAMED, RENAME, step("drop", item="c", because=REASON))

        assert [("$.steps[1]", "two-steps")] == found

    def test_an_item_may_be_renamed_and_rescaled(self):
        """These two say different things."""
        other = version("a", "b", item("d", "A-3", "likert"), number="1.1.0")
        rescale = step("rescale", item="c", strategy="linear")

        assert [] == wrong(ONE, other, RENAME, rescale)

    def test_names_that_change_places_are_refused(self):
        """A ring would give each question the other's answers."""
        found = wrong(
            ONE,
            version("a", "b", "c", number="1.1.0"),
            step("rename", at="items.a", to="b"),
            step("rename", at="items.b", to="a"),
        )

        assert [("$.steps[0].to", "ring"), ("$.steps[1].to", "ring")] == found

    def test_two_items_cannot_become_one_by_renaming(self):
        """For that there is merge."""
        found = wrong(ONE, RENAMED, RENAME, step("rename", at="items.b", to="d"))

        assert ("$.steps[1].to", "two-sources") in found

    def test_an_item_cannot_take_the_place_of_one_that_stays(self):
        """It would have two answers."""
        other = version("a", "b", number="1.1.0")

        found = wrong(ONE, other, step("rename", at="items.c", to="b"))

        assert [("$.steps[0].to", "two-sources")] == found

    @pytest.mark.parametrize("newer", ["1.0.0", "0.9.0"])
    def test_a_migration_goes_forward(self, newer):
        """So none is cyclic."""
        one, other = ONE, version("a", "b", "c", number=newer)

        assert ("$.to", "not-newer") in wrong(one, other)

    def test_versions_are_compared_as_numbers(self):
        """1.10.0 is newer than 1.9.0."""
        one = version("a", number="1.9.0")

        assert [] == wrong(one, version("a", number="1.10.0"))

    def test_two_migrations_of_one_pair_are_refused(self):
        """The same one twice is no problem."""
        same = migration_from(steps(RENAME))
        other = migration_from(steps(step("drop", item="c", because=REASON)))

        assert [] == wrong(ONE, RENAMED, RENAME, others=[same])
        assert [("$", "two-migrations")] == wrong(
            ONE, RENAMED, RENAME, others=[same, other]
        )

    def test_an_unknown_version_is_told(self):
        """Both of them, if need be."""
        found = migration_findings(steps(RENAME), lambda ref: None)

        assert ["$.from", "$.to"] == [str(each.place) for each in found]
        assert {"unknown-questionnaire"} == {each.code for each in found}

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("extent", {"kind": "text"}),
            ("extent", "likert"),
            (NUMBER, {**NUMBER, "maximum": 5}),
            (NUMBER, {**NUMBER, "unit": text("kr.")}),
            (COLOURS, SEVERAL),
            ({"kind": "role"}, {"kind": "role", "several": True}),
        ],
    )
    def test_other_answers_need_a_rescaling(self, old, new):
        """An answer is never taken for something else."""
        one, other = version(item("a", "A-1", old)), item("a", "A-1", new)

        assert [("$.steps", "other-answers")] == wrong(
            one, version(other, number="1.1.0")
        )

    @pytest.mark.parametrize(
        "new", [{**NUMBER, "maximum": 50}, {"kind": "number", "unit": None}, NUMBER]
    )
    def test_wider_bounds_need_none(self, new):
        """Every old answer means what it meant."""
        new = {key: each for key, each in new.items() if each is not None}
        one = version(item("a", "A-1", NUMBER))

        assert [] == wrong(one, version(item("a", "A-1", new), number="1.1.0"))

    def test_a_new_option_among_the_old_ones_needs_one(self):
        """The old answers were chosen among fewer."""
        more = [*SCALES, named("colours", ["red", "blue", "green"])]
        one = version(item("a", "A-1", COLOURS))
        other = document([item("a", "A-1", COLOURS)], scales=more, version="1.1.0")
        same = {"red": "red", "blue": "blue"}

        other = questionnaire_from(other)

        assert [("$.steps", "other-answers")] == wrong(one, other)
        assert [] == wrong(
            one, other, step("rescale", item="a", strategy="map", map=same)
        )

    def test_what_has_no_points_cannot_be_reckoned_with(self):
        """Names and unlimited numbers have no place between two ends."""
        one = version(item("a", "A-1", COLOURS), item("b", "A-2", {"kind": "number"}))
        other = version(
            item("a", "A-1", SHADES), item("b", "A-2", NUMBER), number="1.1.0"
        )
        rescale = [step("rescale", item=each, strategy="linear") for each in "ab"]

        assert {
            ("$.steps[0].strategy", "no-points"),
            ("$.steps[1].strategy", "no-points"),
        } == {*wrong(one, other, *rescale)}

    def test_a_map_names_every_value_and_no_other(self):
        """Each old value has a new one that is allowed, or null."""
        one = version(item("a", "A-1", COLOURS))
        other = version(item("a", "A-1", SHADES), number="1.1.0")

        def found(**values):
            return wrong(
                one, other, step("rescale", item="a", strategy="map", map=values)
            )

        assert [] == found(red="dark", blue=None)
        assert [("$.steps[0].map", "unmapped-value")] == found(red="dark")
        assert [
            ("$.steps[0].map", "unmapped-value"),
            ("$.steps[0].map.blu", "unknown-value"),
        ] == found(red="dark", blu="light")
        assert [("$.steps[0].map.blue", "not-an-option")] == found(
            red="dark", blue="green"
        )

    def test_a_map_is_for_options_only(self):
        """And for no other strategy."""
        one = version(item("a", "A-1", NUMBER))
        other = version(item("a", "A-1", WIDE), number="1.1.0")
        mapped = {"map": {"1": 1}}

        assert [("$.steps[0].strategy", "no-options")] == wrong(
            one, other, step("rescale", item="a", strategy="map", **mapped)
        )
        assert [("$.steps[0].map", "map-unused")] == wrong(
            one, other, step("rescale", item="a", strategy="linear", **mapped)
        )

    def test_a_name_is_not_used_again(self):
        """What was dropped cannot be asked under the old key."""
        found = wrong(
            ONE,
            version("a", "b", "c", number="1.1.0"),
            step("drop", item="c", because=REASON),
        )

        assert [("$.steps[0]", "still-there")] == found

    def test_a_split_gives_only_answers_that_fit(self):
        """Others are asked for again."""
        other = version("a", "b", "x", item("y", "A-9", "likert"), number="1.1.0")
        split = {"item": "c", "into": ["x", "y"]}

        assert [("$.steps[0]", "other-answers")] == wrong(
            ONE, other, step("split", strategy="copy", **split)
        )
        assert [] == wrong(ONE, other, step("split", strategy="ask", **split))

    def test_rows_are_neither_split_nor_merged(self):
        """Their columns belong to one table."""
        one = version("a", item("t", "T-1", table(item("k", "T-2"))))
        tables = [item(each, f"T-{n}", table(item(f"k{each}", f"T-{n}1")))
                  for n, each in enumerate("xy")]  # fmt: skip
        other = version("a", *tables, number="1.1.0")
        split = step("split", item="t", into=["x", "y"], strategy="copy")

        assert ("$.steps[0]", "other-answers") in wrong(one, other, split)

    def test_a_column_stays_in_its_table(self):
        """An answer in a row has no place outside."""
        one = version("a", item("t", "T-1", table(item("k", "T-2"), item("l", "T-3"))))
        other = version(
            "a", item("t", "T-1", table(item("l", "T-3"))), "m", number="1.1.0"
        )

        assert [("$.steps[0]", "other-table")] == wrong(
            one, other, step("rename", at="items.k", to="m")
        )

    def test_a_column_that_disappears_needs_a_step(self):
        """Unless its whole table is gone."""
        rows = item("t", "T-1", table(item("k", "T-2"), item("l", "T-3")))
        one = version("a", rows)
        fewer = item("t", "T-1", table(item("l", "T-3")))

        assert [("$.steps", "gone")] == wrong(one, version("a", fewer, number="1.1.0"))
        assert [] == wrong(
            one,
            version("a", number="1.1.0"),
            step("drop", item="t", because=REASON),
        )

    def test_a_renamed_score_is_one_that_there_is(self):
        """On both sides."""
        rule = {"kind": "mean", "of": ["a", "b"]}
        one = version("a", "b", scores=[{"id": "s", "title": text("s"), "rule": rule}])
        other = version(
            "a",
            "b",
            number="1.1.0",
            scores=[{"id": "t", "title": text("t"), "rule": rule}],
        )

        def found(was, now):
            return wrong(one, other, step("rename", at=f"scores.{was}", to=now))

        assert [] == found("s", "t")
        assert [
            ("$.steps[0].at", "unknown-reference"),
            ("$.steps[0].to", "unknown-reference"),
        ] == found("r", "u")

    def test_a_role_that_disappears_is_told(self):
        """Its answers could not be carried."""
        other = version(
            "a", "b", "c", number="1.1.0",
            roles=[{"code": "police", "label": text("Politi")}],
        )  # fmt: skip

        assert [("$.to", "gone-role")] * 2 == wrong(ONE, other)

    def test_the_shape_comes_first(self):
        """A document that is no migration is told as what it is."""
        for raw, code in (
            ({**steps(), "format": "model-forms/migration/2"}, "unknown-format"),
            (steps(step("turn", item="a")), "bad-value"),
            (steps(step("drop", item="a")), "missing-key"),
            ([], "bad-type"),
        ):
            found = migration_findings(raw, find_among(ONE, RENAMED))
            assert code in {each.code for each in found}

    def test_a_file_is_read_with_its_problems(self, tmp_path):
        """All of them, in one exception."""
        path = tmp_path / "small-1.0.0-to-1.1.0.json"
        path.write_text(json.dumps(steps(RENAME)), encoding="utf-8")
        assert migration_from(steps(RENAME)) == read_migration(
            path, find_among(ONE, RENAMED)
        )

        path.write_text(json.dumps(steps()), encoding="utf-8")
        with pytest.raises(DefinitionRejected, match="1 error"):
            read_migration(path, find_among(ONE, RENAMED))

    def test_it_is_written_as_it_was_read(self):
        """With the same hash."""
        raw = steps(RENAME, step("drop", item="a", because=REASON))
        value = migration_from(raw)

        assert raw == migration_to(value)
        assert value.hash == migration_from(migration_to(value)).hash


class TestAnswers:
    def test_what_no_step_names_is_kept(self):
        """With remark and place."""
        at = Place(sheet="Skema", cell="D4")
        answer = Given(value=3, remark="om aftenen", at=at)

        found = carried(ONE, RENAMED, RENAME, a=answer)

        assert {"a": answer} == found.response.answers
        assert ("a",) == found.ledger.kept
        assert RENAMED.ref == found.response.questionnaire

    def test_a_renamed_item_keeps_its_answer(self):
        """Under its new key."""
        found = carried(ONE, RENAMED, RENAME, c=DontKnow(remark="ingen ved det"))

        assert {"d": DontKnow(remark="ingen ved det")} == found.response.answers
        assert [("renamed", ("c",), ("d",))] == outcomes(found)

    @pytest.mark.parametrize(
        ("strategy", "there"), [("copy", {"x": 3, "y": 3}), ("ask", {})]
    )
    def test_a_split_copies_or_asks(self, strategy, there):
        """A copy is told, and so is the question to answer again."""
        other = version("a", "b", "x", "y", number="1.1.0")
        split = step("split", item="c", into=["x", "y"], strategy=strategy)

        found = carried(ONE, other, split, c=3)

        assert there == values(found)
        outcome = "copied" if there else "asked"
        assert [(outcome, ("c",), ("x", "y"))] == outcomes(found)
        assert (() if there else ("x", "y")) == found.ledger.new
        assert "»extent 3«" in told(found)[1]

    @pytest.mark.parametrize(
        ("strategy", "now"),
        [("mean", 3), ("highest", 4), ("lowest", 1), ("first", 4)],
    )
    def test_a_merge_makes_one_of_several(self, strategy, now):
        """The mean is the nearest answer, and of two as near the higher."""
        other = version("a", "m", number="1.1.0")
        merge = step("merge", items=["b", "c"], to="m", strategy=strategy)

        found = carried(ONE, other, merge, b=4, c=1)

        assert {"m": now} == values(found)
        assert (strategy == "mean") is ("(nærmeste svar)" in told(found)[1])
        assert {"b": 4, "c": 1} == {
            key: each.value for key, each in found.ledger.changes[0].before.items()
        }

    def test_dont_know_does_not_move_a_merged_answer(self):
        """Law 5: neither does a blank; alone they stay what they are."""
        other = version("a", "m", number="1.1.0")
        merge = step("merge", items=["b", "c"], to="m", strategy="mean")
        unknown, irrelevant = DontKnow(), NotApplicable()

        assert {"m": 1} == values(carried(ONE, other, merge, b=unknown, c=1))
        assert {"m": unknown} == values(
            carried(ONE, other, merge, b=irrelevant, c=unknown)
        )
        assert {} == values(carried(ONE, other, merge, a=BLANK))

    def test_merged_remarks_stand_together(self):
        """Each with the code of its old question."""
        other = version("a", "m", number="1.1.0")
        merge = step("merge", items=["b", "c"], to="m", strategy="highest")
        two = {"b": Given(value=1, remark="x"), "c": Given(value=2, remark="y")}

        found = carried(ONE, other, merge, **two)

        assert "A-2: x; A-3: y" == found.response.answers["m"].remark

    def test_words_that_a_merge_leaves_out_become_an_addition(self):
        """Nothing that a partner wrote disappears."""
        words = {"kind": "text"}
        one = version(item("a", "A-1", words), item("b", "A-2", words))
        other = version(item("m", "A-3", words), number="1.1.0")
        merge = step("merge", items=["a", "b"], to="m", strategy="first")

        found = carried(one, other, merge, a="Det ene", b="Det andet")

        assert {"m": "Det ene"} == values(found)
        assert ["A-2: Det andet"] == [each.text for each in found.response.additions]

    @pytest.mark.parametrize(
        ("old", "new", "before", "after"),
        [
            ("extent", "likert", 3, 4),
            ("likert", "extent", 1, 0),
            (NUMBER, WIDE, 2.5, 25),
            ("extent", NUMBER, 3, 7.5),
            (NUMBER, "extent", 6.4, 3),
        ],
    )
    def test_a_linear_rescaling_keeps_the_place(self, old, new, before, after):
        """Between the lowest and the highest."""
        one = version(item("a", "A-1", old))
        other = version(item("a", "A-1", new), number="1.1.0")
        rescale = step("rescale", item="a", strategy="linear")

        found = carried(one, other, rescale, a=before)

        assert {"a": after} == values(found)
        assert (before == 6.4) is ("(nærmeste svar)" in told(found)[1])

    def test_clamping_moves_what_lies_outside(self):
        """And nothing else."""
        narrow = {**NUMBER, "minimum": 2, "maximum": 5}
        one = version(item("a", "A-1", NUMBER))
        other = version(item("a", "A-1", narrow), number="1.1.0")
        clamp = step("rescale", item="a", strategy="clamp")

        assert [2, 3.5, 5] == [
            values(carried(one, other, clamp, a=each))["a"] for each in (0, 3.5, 9)
        ]

    def test_a_map_gives_new_values_or_asks_again(self):
        """Null has no counterpart."""
        one = version(item("a", "A-1", COLOURS))
        other = version(item("a", "A-1", SHADES), number="1.1.0")
        mapped = {"red": "dark", "blue": None}
        rescale = step("rescale", item="a", strategy="map", map=mapped)

        assert {"a": "dark"} == values(carried(one, other, rescale, a="red"))
        found = carried(one, other, rescale, a="blue")
        assert {} == values(found)
        assert ("a",) == found.ledger.again
        assert "Svar igen på A-1 »Om a«." in told(found)
        unknown = carried(one, other, rescale, a=DontKnow())
        assert {"a": DontKnow()} == values(unknown)

    def test_several_choices_are_mapped_one_by_one(self):
        """Two that become one are one."""
        one = version(item("a", "A-1", SEVERAL))
        other = version(
            item("a", "A-1", {**SEVERAL, "scale": "shades"}), number="1.1.0"
        )
        mapped = {"red": "dark", "blue": "dark"}
        rescale = step("rescale", item="a", strategy="map", map=mapped)

        assert {"a": ("dark",)} == values(
            carried(one, other, rescale, a=("red", "blue"))
        )

    def test_what_is_reset_is_asked_again(self):
        """The old answer stands in the ledger, and its words among the additions."""
        one = version(item("a", "A-1", {"kind": "text"}), "b")
        other = version("a", "b", number="1.1.0")
        reset = step("rescale", item="a", strategy="reset")

        found = carried(one, other, reset, a=Given(value="Meget", remark="mest lørdag"))

        assert {} == found.response.answers
        assert ["A-1: Meget", "A-1: mest lørdag"] == [
            each.text for each in found.response.additions
        ]
        assert ("a",) == found.ledger.again
        assert found.complete

    def test_what_is_dropped_is_told_with_the_reason(self):
        """The answer, too."""
        other = version("a", "b", number="1.1.0")
        drop = step("drop", item="c", because=REASON)

        found = carried(ONE, other, drop, c=DontKnow(remark="læs dette"))

        assert {} == found.response.answers
        assert ["A-3: læs dette"] == [each.text for each in found.response.additions]
        assert (
            "A-3 spørges der ikke om mere. Vi spørger ikke mere. Svaret var »Ved ikke«."
            in told(found)
        )

    def test_rows_are_carried_column_by_column(self):
        """What has no column any more is told with the row's number."""
        one = version(
            item(
                "t", "T-1", table(item("k", "T-2"), item("l", "T-3"), item("m", "T-4"))
            )
        )
        other = version(
            item("t", "T-1", table(item("k", "T-2"), item("n", "T-5"))), number="1.1.0"
        )
        rows = (
            {"k": Given(value=1), "l": Given(value=2)},
            {"m": Given(value=3, remark="sidste år")},
        )

        found = carried(
            one,
            other,
            step("rename", at="items.l", to="n"),
            step("drop", item="m", because=REASON),
            t=rows,
        )

        assert {"t": ({"k": Given(value=1), "n": Given(value=2)},)} == values(found)
        assert [("t", 1), ("t", 2)] == [(e.table, e.row) for e in found.ledger.changes]
        assert "T-1, række 2: T-4 spørges der ikke om mere." in told(found)[2]
        assert ["T-4: sidste år"] == [each.text for each in found.response.additions]

    def test_an_answer_that_the_new_version_does_not_allow_is_told(self):
        """It is not lost, and the response is not complete."""
        one = version(item("a", "A-1", {"kind": "text"}))
        other = version(
            item("a", "A-1", {"kind": "text", "longest": 5}), number="1.1.0"
        )

        found = carried(one, other, a="For langt til det")

        assert {} == found.response.answers
        assert [("not_carried", ("a",), ("a",))] == outcomes(found)
        assert ["A-1: For langt til det"] == [e.text for e in found.response.additions]
        assert not found.complete
        assert ("a",) == found.ledger.again

    def test_an_answer_to_what_was_never_asked_is_told(self):
        """It may be anything."""
        found = carried(ONE, RENAMED, RENAME, zz=3)

        assert [("not_carried", ("zz",), ())] == outcomes(found)

    def test_a_place_is_kept_in_what_becomes_an_addition(self):
        """So that it can be found in the sheet that was read."""
        other = version("a", "b", number="1.1.0")
        at = Place(sheet="Skema", cell="F7")
        drop = step("drop", item="c", because=REASON)

        found = carried(ONE, other, drop, c=Given(value=1, remark="her", at=at))

        assert at == found.response.additions[0].at


class TestNew:
    def test_only_new_items_are_new(self):
        """Those that were blank before are not."""
        other = version("a", "b", "d", "e", number="1.1.0")

        found = carried(ONE, other, RENAME, a=1)

        assert ("e",) == found.ledger.new
        assert "Kun dette spørgsmål er nyt for jer: A-4 »Om e«." == told(found)[-1]

    def test_several_are_counted(self):
        """As a partner would want to know."""
        other = version("a", "b", "c", "e", "f", "g", "h", number="1.1.0")

        said = told(carried(ONE, other, a=1))

        assert said[-1].startswith("Kun disse 4 spørgsmål er nye for jer: A-4 »Om e«")
        assert told(carried(ONE, other, a=1), "en")[-1].startswith(
            "Only these 4 questions are new to you: A-4 “Om e in English”"
        )

    def test_nothing_new_is_said_as_well(self):
        """Nobody need look for it."""
        found = carried(ONE, RENAMED, RENAME, a=1)

        assert "Ingen spørgsmål er nye for jer." == told(found)[-1]

    def test_only_what_the_role_is_asked_is_new_to_it(self):
        """A question for others is none of theirs."""
        other = version(
            "a", "b", "c",
            item("e", "A-4", roles=["school"]),
            item("f", "A-5", roles=["police"]),
            number="1.1.0",
        )  # fmt: skip

        assert ("f",) == carried(ONE, other, a=1).ledger.new

    def test_an_old_question_is_new_to_a_role_that_is_asked_now(self):
        """It was never put to them."""
        one = version("a", item("b", "A-2", roles=["school"]))
        other = version("a", item("b", "A-2"), number="1.1.0")

        assert ("b",) == carried(one, other, a=1).ledger.new


class TestRefused:
    def refused(self, response, one, other, path=()):
        with pytest.raises(MigrationRefused) as caught:
            migrate(response, one, other, path)
        return [each.code for each in caught.value.findings]

    def test_a_newer_response_cannot_go_back(self):
        """Answers are carried forward only."""
        assert ["newer-version"] == self.refused(answered(RENAMED, a=1), RENAMED, ONE)

    def test_a_response_must_be_one_to_the_version_named(self):
        """Another hash is another content."""
        response = answered(ONE, a=1)
        ref = evolve(ONE.ref, hash="sha256:" + "0" * 64)

        assert ["other-content"] == self.refused(
            evolve(response, questionnaire=ref), ONE, RENAMED
        )
        assert ["other-questionnaire"] == self.refused(response, RENAMED, RENAMED)

    def test_another_questionnaire_is_none(self):
        """Whatever its version."""
        other = evolve(RENAMED, id="other")

        assert ["other-questionnaire"] == self.refused(answered(ONE, a=1), ONE, other)

    def test_a_path_must_lead_all_the_way(self):
        """No step of it is guessed."""
        other = version("a", "b", "d", number="2.0.0")

        assert ["no-path"] == self.refused(
            answered(ONE, a=1), ONE, other, [migration_from(steps(RENAME))]
        )

    def test_words_about_a_person_go_nowhere(self):
        """Neither into another response nor into a ledger."""
        response = answered(ONE, a=Given(value=1, remark="010190-1234"))

        assert ["personal-data"] == self.refused(
            response, ONE, RENAMED, [migration_from(steps(RENAME))]
        )

    def test_a_tool_about_one_person_is_never_carried(self):
        """Its answers are kept nowhere."""
        tool = model_forms.installed().get("concern_reflection")

        assert ["only-on-paper"] == self.refused(answered(tool), tool, tool)


class TestPath:
    def way(self, *pairs):
        """The versions passed on the way from 1.0.0 to 2.0.0."""
        known = [migration_from(steps(one=one, other=other)) for one, other in pairs]
        found = path_between(known, version("a"), version("a", number="2.0.0"))
        return found and [each.to_version for each in found]

    def test_it_goes_through_versions_between(self):
        """As many as there are."""
        found = self.way(("1.1.0", "1.2.0"), ("1.0.0", "1.1.0"), ("1.2.0", "2.0.0"))

        assert ["1.1.0", "1.2.0", "2.0.0"] == found

    def test_the_shortest_is_taken(self):
        """Then the one by the newest."""
        short = ("1.0.0", "2.0.0")

        assert ["2.0.0"] == self.way(("1.0.0", "1.1.0"), ("1.1.0", "2.0.0"), short)
        assert ["1.2.0", "2.0.0"] == self.way(
            ("1.0.0", "1.1.0"),
            ("1.1.0", "2.0.0"),
            ("1.0.0", "1.2.0"),
            ("1.2.0", "2.0.0"),
        )

    def test_there_may_be_none(self):
        """Then nothing is made up."""
        assert self.way(("1.0.0", "1.1.0")) is None


def local(base, *changes):
    """The base as a municipality has adapted it."""
    ref = {"id": base.id, "version": base.version, "hash": base.hash}
    return adapted(
        base,
        adaptation_from(
            {"id": "aadal", "version": "1.0.0", "base": ref, "changes": list(changes)}
        ),
    )


def own(answer="extent", key="own"):
    """A question of their own."""
    return {
        "kind": "add_item", "section": "theme", "item": item(key, "A-L1", answer)
    }  # fmt: skip


class TestLocal:
    def carried(self, one, other, **answers):
        return migrate(
            answered(one, **answers), one, other, [migration_from(steps(RENAME))]
        )

    def test_own_questions_follow_to_an_adaptation_that_has_them(self):
        """With the same key and the same answers."""
        one, other = local(ONE, own()), local(RENAMED, own())

        found = self.carried(one, other, own=2, c=3)

        assert {"own": 2, "d": 3} == values(found)
        assert ("own",) == found.ledger.kept
        assert other.ref == found.response.questionnaire

    @pytest.mark.parametrize(
        "other", [RENAMED, local(RENAMED, own("likert")), local(RENAMED, own(key="x"))]
    )
    def test_otherwise_they_are_told(self, other):
        """And the response is not complete."""
        found = self.carried(local(ONE, own()), other, own=2)

        assert {} == values(found)
        assert [("not_carried", ("own",), ())] == outcomes(found)
        assert not found.complete

    def test_a_national_question_of_the_same_name_is_another(self):
        """Its answers are not the municipality's."""
        other = version("a", "b", "d", "own", number="1.1.0")

        found = self.carried(local(ONE, own()), other, own=2)

        assert {} == values(found)
        assert "ikke jeres eget" in told(found)[1]

    def test_what_the_new_adaptation_hides_is_told(self):
        """It was chosen, so nothing is missing."""
        other = local(RENAMED, {"kind": "hide", "at": "items.a"})

        found = self.carried(ONE, other, a=Given(value=1, remark="vigtigt"))

        assert [("dropped", ("a",), ())] == outcomes(found)
        assert ["A-1: vigtigt"] == [each.text for each in found.response.additions]
        assert found.complete

    def test_an_adaptation_can_be_left_within_a_version(self):
        """No migration is needed for that."""
        one = local(ONE, own())

        found = migrate(answered(one, a=1, own=2), one, ONE)

        assert {"a": 1} == values(found)
        assert [("not_carried", ("own",), ())] == outcomes(found)


OLD = model_forms.installed().get("area_mapping@1.0.0")
NEW = model_forms.installed().get("area_mapping@1.1.0")
ANSWERS = {
    "gang_presence": Given(value=3, remark="mest om aftenen"),
    "associations_many": Given(value=4),
    "individual_offers_available": Given(value=1, remark="der er ventetid"),
    "safety_crime_trend": Given(value="worse"),
    "online_violent_content": DontKnow(),
}


@pytest.fixture
def responses(tmp_path):
    """Return what writes responses to a file, one a line."""

    def write(*listed):
        path = tmp_path / "responses.jsonl"
        lines = [json.dumps(response_to(each)) + "\n" for each in listed]
        path.write_text("".join(lines), encoding="utf-8")
        return path

    return write


def run(*arguments):
    return CliRunner().invoke(main, [str(each) for each in arguments])


class TestMapping:
    """The mapping 1.0.0 carried to 1.1.0 by the pack's own migration."""

    def carried(self, role="ssp"):
        (found,) = model_forms.migrate([answered(OLD, role, **ANSWERS)], "area_mapping")
        return found

    def test_its_answers_are_carried(self):
        """The renamed, the rescaled, and those that are as they were."""
        assert {
            "gang_presence": 3,
            "associations_wide_range": 4,
            "safety_crime_trend": "worse",
            "online_violent_content": DontKnow(),
        } == values(self.carried())

    def test_the_split_question_is_asked_again(self):
        """With the old answer in the ledger and its remark among the additions."""
        found = self.carried()

        assert ["A9-04: der er ventetid"] == [
            each.text for each in found.response.additions
        ]
        assert ("mentor_contact_available", "relatives_support_available") == (
            found.ledger.new
        )

    def test_a_partner_is_told_what_is_new(self):
        """In one sentence."""
        assert (
            "Kun dette spørgsmål er nyt for jer: A3-08 »Voksne taler med unge om det, "
            "de møder på nettet«." == told(self.carried("club"))[-1]
        )
        assert "Ingen spørgsmål er nye for jer." == told(self.carried("police"))[-1]

    def test_everything_is_accepted_by_the_new_version(self):
        """And can be assessed with sheets of 1.1.0."""
        found = [self.carried(role) for role in ("ssp", "police")]
        assessment = model_forms.assess([each.response for each in found])

        assert not [each for each in assessment.findings if each.is_error]

    def test_a_response_of_the_newer_version_is_refused(self):
        """With a finding, not an exception."""
        (found,) = model_forms.migrate([answered(NEW)], "area_mapping@1.0.0")

        assert (None, ["newer-version"]) == (
            found.response, [each.code for each in found.findings]
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("ref", "code"),
        [
            (evolve(OLD.ref, version="0.9.0"), "unknown-questionnaire"),
            (evolve(OLD.ref, version="1.0.²"), "unknown-questionnaire"),
            (evolve(OLD.ref, version="1.0." + "9" * 5000), "unknown-questionnaire"),
            (evolve(OLD.ref, hash="sha256:" + "0" * 64), "other-content"),
            (evolve(OLD.ref, id="collaboration"), "other-questionnaire"),
        ],
    )
    def test_what_is_not_known_is_refused(self, ref, code):
        """An unknown version, another content, another questionnaire."""
        response = evolve(answered(OLD), questionnaire=ref)
        (found,) = model_forms.migrate([response], "area_mapping")

        assert [code] == [each.code for each in found.findings]
        assert not found.accepted

    def test_migrations_may_be_handed_in(self):
        """So that an embedder's own catalog can be used."""
        (found,) = model_forms.migrate([answered(OLD)], NEW, migrations=())

        assert ["no-path"] == [each.code for each in found.findings]

    def test_the_file_is_sound(self, tmp_path):
        """Also beside the one that is installed; another content is refused."""
        folder = next(iter(model_forms.catalog.packs().values()))
        file = folder / "area_mapping-1.0.0-to-1.1.0.json"
        assert () == model_forms.check(file.read_bytes())

        document = json.loads(file.read_text(encoding="utf-8"))
        document["steps"][0]["because"] = REASON
        found = model_forms.check(json.dumps(document).encode())
        assert ["two-migrations"] == [each.code for each in found]


class TestCommand:
    def test_it_writes_the_responses_and_tells_the_ledger(self, responses, tmp_path):
        """The ledger goes to standard output, the count to the other."""
        out = tmp_path / "new.jsonl"
        done = run(
            "migrate", responses(answered(OLD, **ANSWERS)), "--to",
            "area_mapping@1.1.0", "--out", out,
        )  # fmt: skip

        assert 0 == done.exit_code
        assert "Lokalpoliti, Søparken, 2026-11: area_mapping@1.0.0 → " in done.stdout
        assert "A4-03: nøglen associations_many er associations_wide_range" in (
            done.stdout
        )
        assert "1 besvarelse er ført over" in done.stderr
        (made,) = model_forms.read_responses(out)
        assert NEW.ref == made.questionnaire

    def test_json_is_one_document(self, responses, tmp_path):
        """With the response, every change and what is new."""
        done = run(
            "migrate", responses(answered(OLD, "ssp", **ANSWERS)), "--to",
            "area_mapping", "--out", tmp_path / "new.jsonl", "--json",
        )  # fmt: skip

        (found,) = json.loads(done.stdout)
        assert [
            "from", "to", "respondent", "area", "round", "accepted", "complete",
            "response", "kept", "changes", "new", "again", "findings",
        ] == list(found)  # fmt: skip
        assert {"gang_presence", "online_violent_content"} == {*found["kept"]}
        assert ["asked", "rescaled", "renamed"] == sorted(
            (each["outcome"] for each in found["changes"]),
            key=["asked", "rescaled", "renamed"].index,
        )
        assert ["A9-07", "A9-08"] == [each["code"] for each in found["new"]]

    def test_what_cannot_be_carried_ends_with_one(self, responses, tmp_path):
        """The others are written all the same."""
        out = tmp_path / "new.jsonl"
        listed = responses(answered(OLD), answered(NEW), answered(OLD, zz=1))

        done = run("migrate", listed, "--to", "area_mapping@1.1.0", "--out", out)
        assert 1 == done.exit_code
        assert 3 == len(out.read_text(encoding="utf-8").splitlines())

        older = run("migrate", listed, "--to", "area_mapping@1.0.0", "--out", out)
        assert 1 == older.exit_code
        assert "som er nyere end 1.0.0" in older.stdout
        assert 2 == len(out.read_text(encoding="utf-8").splitlines())

    def test_adaptations_can_be_named_for_both_sides(self, responses, tmp_path):
        """The one that was answered, and the one that it becomes an answer to."""
        own_question = {
            "kind": "add_item",
            "section": "safety_crime",
            "item": {**item("own_lights", "A2-L1", "extent5")},
        }
        files = {}
        for base in (OLD, NEW):
            ref = {"id": base.id, "version": base.version, "hash": base.hash}
            raw = {
                "format": "model-forms/adaptation/1", "id": "aadal",
                "version": base.version, "base": ref, "changes": [own_question],
            }  # fmt: skip
            files[base.version] = tmp_path / f"{base.version}.json"
            files[base.version].write_text(json.dumps(raw), encoding="utf-8")
        one = model_forms.adapt(files["1.0.0"])
        listed = responses(answered(one, own_lights=2, gang_presence=3))
        out = tmp_path / "new.jsonl"
        command = ("migrate", listed, "--to", "area_mapping@1.1.0", "--out", out)

        unknown = run(*command)
        assert 1 == unknown.exit_code
        assert "angiv tilpasningen" in unknown.stdout
        left = run(*command, "--from-adaptation", files["1.0.0"])
        assert 1 == left.exit_code
        assert "jeres eget spørgsmål" in left.stdout
        done = run(
            *command,
            *("--from-adaptation", files["1.0.0"], "--adaptation", files["1.1.0"]),
        )
        assert 0 == done.exit_code
        (made,) = model_forms.read_responses(out)
        assert {"own_lights", "gang_presence"} == set(made.answers)
        assert model_forms.adapt(files["1.1.0"]).ref == made.questionnaire

    def test_a_schema_can_be_printed(self):
        """Of every migration."""
        found = json.loads(run("schema", "migration").stdout)

        assert "urn:model-forms:migration:1" == found["$id"]
