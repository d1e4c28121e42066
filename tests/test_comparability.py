"""What can be compared between two versions, and what is said of it."""

from fractions import Fraction

import pytest

import model_forms
from builders import document, item, scale, score, small, text
from edited import edited, item_in
from model_forms.adaptation import adapted
from model_forms.codec import adaptation_from, questionnaire_from
from model_forms.questionnaire.migration import (
    Drop,
    Merge,
    Migration,
    Rename,
    Rescale,
    Split,
)
from model_forms.versions.comparability import Scaling, comparable

MEAN = score("m", {"kind": "mean", "of": ["a", "b", "c"], "rescale": [0, 100]})
RAW = score("m", {"kind": "mean", "of": ["a", "b", "c"]})
NUMBER = {"kind": "number", "minimum": 0, "maximum": 10}


def mapping():
    return model_forms.installed().get("area_mapping@1.0.0")


def degrees(found):
    """Every degree that is not the same, by what it is of."""
    return {
        key: each.degree
        for part in (found.items, found.scores)
        for key, each in part.items()
        if each.degree != "same"
    }


def words(one, other, key="a", language="da", migration=None):
    """The verdict on an item or a score, in words."""
    found = comparable(one, other, migration)
    return {**found.items, **found.scores}[key].words.get(language)


def scored(*scores, **more):
    return small(scores=list(scores), **more)


def after(questionnaire, *, scales=(), **changes):
    """The questionnaire with fields of the item a changed."""

    def edit(found):
        found["scales"] += scales
        item_in(found, "a").update(changes)

    return edited(questionnaire, edit)


def with_rule(**rule):
    """Two questionnaires whose score m has the usual rule, and another one."""
    return (
        scored(RAW),
        scored(score("m", {"kind": "mean", "of": ["a", "b", "c"], **rule})),
    )


def migrated(*steps):
    return Migration(id="small", from_version="1.0.0", to_version="1.1.0", steps=steps)


class TestItems:
    def test_a_version_with_nothing_changed_is_the_same(self):
        """Only the version is another."""
        one = scored(MEAN)

        assert {} == degrees(comparable(one, edited(one, lambda _: None)))

    def test_a_new_language_changes_nothing(self):
        """Whoever answered in Danish was asked the same."""
        one = scored(MEAN)

        def translate(found):
            found["languages"].append("so")
            item_in(found, "a")["text"]["so"] = "Su'aal"

        assert {} == degrees(comparable(one, edited(one, translate)))

    def test_other_words_are_for_people_to_judge(self):
        """And so is the score that the item counts in, which names the item."""
        one = scored(MEAN)
        other = after(one, text=text("Noget andet"))

        assert {"a": "judge", "m": "judge"} == degrees(comparable(one, other))
        assert "vurdér selv, for spørgsmålet lyder anderledes" == words(one, other)
        assert "(A-1)" in words(one, other, "m")

    def test_words_in_one_language_are_told_with_the_language(self):
        """Most respondents may have answered in the other."""
        one = scored(MEAN)
        other = after(one, text={**text("Om a"), "en": "On a"})

        assert words(one, other).endswith("lyder anderledes på engelsk")
        assert words(one, other, language="en").endswith("otherwise in English")

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"help": text("Hjælp")}, "hjælpeteksten"),
            ({"roles": ["police"]}, "andre roller"),
            ({"visible_when": {"item": "b", "answered": True}}, "andre betingelser"),
        ],
    )
    def test_asking_otherwise_is_for_people_to_judge(self, change, said):
        """Help, roles and conditions for being asked."""
        one = scored(MEAN)
        other = after(one, **change)

        assert {"a": "judge", "m": "judge"} == degrees(comparable(one, other))
        assert said in words(one, other)

    @pytest.mark.parametrize(
        "change", [{"code": "A-9"}, {"required": True}, {"roles": ["*", "police"]}]
    )
    def test_what_asks_the_same_is_the_same(self, change):
        """A code, a demand, and roles when everybody is asked."""
        one = scored(MEAN)

        assert {} == degrees(comparable(one, after(one, **change)))

    def test_another_direction_is_not_comparable(self):
        """What was a resource is a challenge now."""
        one = small([item("a", "A-1", direction="risk")])
        other = after(one, direction="protective")

        assert "kan ikke sammenlignes" in words(one, other)

    def test_an_item_on_one_side_only_is_not_comparable(self):
        """It stands under its own key, and the side that lacks it is named."""
        one, other = small(["a"]), small(["b"])
        other = edited(other, lambda _: None)

        assert {"a": "not_comparable", "b": "not_comparable"} == degrees(
            comparable(one, other)
        )
        assert words(one, other, "a").endswith("mangler i 1.1.0")
        assert words(one, other, "b").endswith("mangler i 1.0.0")

    def test_another_kind_of_answer_is_not_comparable(self):
        """A number is no option."""
        one = small()

        assert "svares på en anden måde" in words(one, after(one, answer=NUMBER))

    def test_a_column_has_a_verdict_and_its_table_names_it(self):
        """Rows can be compared column by column."""
        columns = [item("x", "A-1x"), item("y", "A-1y")]
        table = {"kind": "table", "columns": columns, "row": text("Række")}
        one = small([item("t", "A-1", table)])
        other = edited(one, lambda d: item_in(d, "y").update(text=text("Andet")))

        assert {"y": "judge", "t": "judge"} == degrees(comparable(one, other))
        assert "A-1y" in words(one, other, "t")


class TestScales:
    def test_a_scale_with_another_id_is_the_same(self):
        """Options are looked at, not names."""
        one = scored(MEAN)
        same = {**scale("extent", range(5)), "id": "other"}
        other = after(one, scales=[same], answer={"kind": "choice", "scale": "other"})

        assert {} == degrees(comparable(one, other))

    def test_a_scale_that_starts_at_one_is_rescaled(self):
        """0 to 4 became 1 to 5, with the same labels."""
        one = scored(MEAN)
        moved = scale("extent", range(5))
        for option in moved["options"]:
            option["value"] += 1
        other = after(
            one,
            scales=[{**moved, "id": "x"}],
            answer={"kind": "choice", "scale": "x"},
        )

        found = comparable(one, other)
        assert {"a": "rescaled", "m": "rescaled"} == degrees(found)
        assert Scaling(offset=Fraction(1)) == found.items["a"].scaling
        assert Scaling() == found.scores["m"].scaling

    def test_a_rule_that_does_not_rescale_cannot_mix_scales(self):
        """A mean of raw points would weigh the item otherwise."""
        one = scored(RAW)
        wide = [scale("wide", range(0, 41, 10))]
        other = after(one, scales=wide, answer={"kind": "choice", "scale": "wide"})

        assert "not_comparable" == degrees(comparable(one, other))["m"]
        assert "A-1" in words(one, other, "m")

    def test_other_labels_of_options_are_for_people_to_judge(self):
        """The option is named before and after."""
        one = small()

        def relabel(found):
            found["scales"][0]["options"][2]["label"] = text("midt imellem")

        assert "svaret »extent 2« hedder »midt imellem«" in words(
            one, edited(one, relabel)
        )

    def test_labels_that_change_places_are_not_comparable(self):
        """The highest answer means the lowest."""
        one = small()

        def swap(found):
            options = found["scales"][0]["options"]
            labels = [each["label"] for each in options]
            for option, label in zip(options, reversed(labels), strict=True):
                option["label"] = label

        assert "har byttet plads" in words(one, edited(one, swap))

    def test_points_that_run_the_other_way_are_not_comparable(self):
        """The same options, worth the opposite."""
        one = small()

        def turn(found):
            for option in found["scales"][0]["options"]:
                option["points"] = 4 - option["value"]

        assert "vender omvendt" in words(one, edited(one, turn))

    def test_uneven_points_are_not_comparable(self):
        """No line takes 0, 1, 2, 3, 4 to 0, 1, 2, 3, 9."""
        one = small()

        def stretch(found):
            found["scales"][0]["options"][4]["points"] = 9

        assert "andre point" in words(one, edited(one, stretch))

    def test_more_steps_between_the_same_ends_are_rescaled(self):
        """Five options became nine, and the ends are called the same."""
        one = small()

        def refine(found):
            old = found["scales"][0]["options"]
            new = scale("fine", range(9))["options"]
            new[0]["label"], new[-1]["label"] = old[0]["label"], old[-1]["label"]
            found["scales"][0]["options"] = new

        found = comparable(one, edited(one, refine)).items["a"]
        assert ("rescaled", Scaling(Fraction(2))) == (found.degree, found.scaling)

    def test_codes_without_points_must_be_the_same_ones(self):
        """There is no line between words."""
        one = small(
            [item("a", "A-1", {"kind": "several", "scale": "extent"})],
        )

        def add(found):
            found["scales"][0]["options"].append({"value": 9, "label": text("ni")})

        assert "andre svarmuligheder" in words(one, edited(one, add))

    def test_other_ways_of_not_answering_are_for_people_to_judge(self):
        """Whoever could not say don't know chose something else."""
        one = small()
        other = edited(one, lambda d: d["scales"][0].update(offers=["dont_know"]))

        assert words(one, other).startswith("vurdér selv")


class TestNumbers:
    @pytest.mark.parametrize(
        ("change", "degree"),
        [
            ({"unit": text("kr.")}, "not_comparable"),
            ({"maximum": 100}, "rescaled"),
            ({"maximum": None}, "not_comparable"),
            ({"steps": [{"points": 1}]}, "not_comparable"),
            ({"decimals": 1}, "judge"),
        ],
    )
    def test_a_number_is_another_by_unit_points_or_ends(self, change, degree):
        """A place between two ends can be converted; the rest cannot."""
        one = small([item("a", "A-1", NUMBER)])
        answer = {k: v for k, v in {**NUMBER, **change}.items() if v is not None}

        found = comparable(one, after(one, answer=answer))
        assert degree == found.items["a"].degree

    def test_limits_on_a_number_in_a_unit_leave_it_what_it_is(self):
        """Fifty persons are fifty persons, whatever could have been written."""
        number = {**NUMBER, "unit": text("personer")}
        one = small([item("a", "A-1", number)])
        found = comparable(one, after(one, answer={**number, "maximum": 50}))

        assert ("judge", Scaling()) == (
            found.items["a"].degree,
            found.items["a"].scaling,
        )


class TestScores:
    def test_order_is_no_meaning(self):
        """Items of a rule may stand in any order."""
        one, other = with_rule(of=["c", "a", "b"])

        assert {} == degrees(comparable(one, other))

    def test_weights_that_are_alike_are_no_change(self):
        """A mean in which all weigh two is the plain mean."""
        one, other = with_rule(weights={"a": 2, "b": 2, "c": 2})

        assert {} == degrees(comparable(one, other))

    def test_a_sum_in_which_all_weigh_two_is_converted(self):
        """It is twice the number."""
        rule = {"kind": "total", "of": ["a", "b"]}
        one = scored(score("m", rule))
        other = scored(score("m", {**rule, "weights": {"a": 2, "b": 2}}))

        found = comparable(one, other).scores["m"]
        assert ("rescaled", Scaling(Fraction(2))) == (found.degree, found.scaling)
        assert "fra 0 til 16 i stedet for fra 0 til 8" in found.words.get("da")

    @pytest.mark.parametrize(
        ("rule", "said"),
        [
            ({"weights": {"a": 2}}, "vejer anderledes"),
            ({"of": ["a", "b"]}, "taget ud af tallet (A-3)"),
            ({"reverse": ["a"]}, "(A-1)"),
            ({"missing": {"dont_know": "withhold"}}, "manglende svar"),
            ({"kind": "total"}, "regnes ud på en anden måde"),
        ],
    )
    def test_another_rule_is_not_comparable(self, rule, said):
        """And the reason names the items."""
        one, other = with_rule(**rule)
        found = comparable(one, other).scores["m"]

        assert "not_comparable" == found.degree
        assert said in found.words.get("da")

    def test_an_added_item_is_named(self):
        """By its code."""
        one = scored(score("m", {"kind": "mean", "of": ["a", "b"]}))
        found = comparable(one, scored(RAW)).scores["m"]

        assert "nye spørgsmål tæller med (A-3)" in found.words.get("da")

    def test_another_range_is_rescaled(self):
        """The same mean, from 0 to 100 instead of from 0 to 4."""
        one, other = with_rule(rescale=[0, 100])

        found = comparable(one, other).scores["m"]
        assert ("rescaled", Scaling(Fraction(25))) == (found.degree, found.scaling)

    def test_a_missing_policy_said_in_full_is_the_same(self):
        """A sum withholds on a blank whether that is written or not."""
        rule = {"kind": "total", "of": ["a", "b"]}
        one = scored(score("m", rule))
        stated = {**rule, "missing": {"dont_know": "skip", "blank": "withhold"}}

        assert {} == degrees(comparable(one, scored(score("m", stated))))

    def test_what_is_enough_is_for_people_to_judge(self):
        """The number is the same; when it is shown is not."""
        enough = [{"id": "e", "items": 1}, {"id": "f", "items": 2}]
        one = scored({**RAW, "sufficiency": "e"}, sufficiency=enough)
        other = scored({**RAW, "sufficiency": "f"}, sufficiency=enough)

        assert {"m": "judge"} == degrees(comparable(one, other))

    def test_a_score_of_scores_takes_the_verdict_of_its_parts(self):
        """The reason names the part by its title."""
        whole = score("w", {"kind": "combine", "by": "mean", "of": ["m"]})
        one, other = scored(RAW, whole), scored({**RAW, "rule": MEAN["rule"]}, whole)

        found = comparable(one, other).scores["w"]
        assert ("rescaled", Scaling(Fraction(25))) == (found.degree, found.scaling)
        assert "»Tallet m«" in found.words.get("da")

    @pytest.mark.parametrize(
        ("before", "after", "degree"),
        [
            ({"constant": 1}, {"constant": 2}, "rescaled"),
            ({"constant": 1}, {"constant": 1}, None),
            (
                {"terms": [{"score": "m"}, {"score": "n"}]},
                {"terms": [{"score": "n"}, {"score": "m"}]},
                None,
            ),
            (
                {"terms": [{"score": "m"}, {"score": "n"}]},
                {"terms": [{"score": "m", "weight": 2}, {"score": "n"}]},
                "not_comparable",
            ),
            (
                {"terms": [{"score": "m"}, {"score": "n"}]},
                {
                    "terms": [
                        {"score": "m", "weight": 2},
                        {"score": "n", "weight": 2},
                    ]
                },
                "rescaled",
            ),
        ],
    )
    def test_a_sum_of_scores_is_converted_when_a_line_does_it(
        self, before, after, degree
    ):
        """Weights in the same proportion and another constant are a line."""
        rule = {"kind": "linear", "terms": [{"score": "m"}]}
        parts = (RAW, {**RAW, "id": "n"})
        one, other = (
            scored(*parts, score("w", {**rule, **each})) for each in (before, after)
        )

        found = comparable(one, other).scores["w"]
        assert (degree or "same") == found.degree

    @pytest.mark.parametrize(
        ("one", "other", "degree"),
        [
            (
                {"kind": "lookup", "score": "m", "steps": [{"points": 1}]},
                {"kind": "lookup", "score": "m", "steps": [{"points": 2}]},
                "not_comparable",
            ),
            (
                {"kind": "rounded", "score": "m"},
                {"kind": "rounded", "score": "m", "decimals": 1},
                "judge",
            ),
            (
                {"kind": "decision", "cases": [{"code": "x"}]},
                {"kind": "decision", "cases": [{"code": "y"}]},
                "not_comparable",
            ),
            (
                {"kind": "count", "where": [{"item": "a", "at_least": 2}]},
                {"kind": "count", "where": [{"item": "a", "at_least": 3}]},
                "not_comparable",
            ),
            (
                {"kind": "count", "where": [{"item": "a", "equals": 1}]},
                {"kind": "count", "where": [{"item": "a", "equals": 1}], "share": True},
                "same",
            ),
            (
                {"kind": "combine", "by": "mean", "of": ["m", "n"]},
                {"kind": "combine", "by": "sum", "of": ["m", "n"]},
                "not_comparable",
            ),
            (
                {"kind": "median", "of": ["a", "b"]},
                {"kind": "median", "of": ["b", "a"]},
                "same",
            ),
            (
                {"kind": "extreme", "of": ["a", "b"], "pick": "lowest"},
                {"kind": "extreme", "of": ["a", "b"], "pick": "highest"},
                "not_comparable",
            ),
            (
                {"kind": "percent", "of": ["a", "b"]},
                {"kind": "percent", "of": ["a", "b"], "rescale": [0, 10]},
                "same",
            ),
        ],
    )
    def test_every_kind_of_rule_is_compared(self, one, other, degree):
        """By what it gives, not by how it is written."""
        parts = (RAW, {**RAW, "id": "n"})
        first, second = (scored(*parts, score("w", each)) for each in (one, other))

        assert degree == comparable(first, second).scores["w"].degree

    def test_rules_of_the_same_value_on_either_side_agree(self):
        """Per cent of the highest knows no unit: a scale of tens gives the same."""
        rule = score("m", {"kind": "percent", "of": ["a", "b"]})
        one = scored(rule)

        def tens(found):
            for option in found["scales"][0]["options"]:
                option["points"] = 10 * option["value"]

        found = comparable(one, edited(one, tens)).scores["m"]
        assert ("rescaled", Scaling()) == (found.degree, found.scaling)


class TestBands:
    def banded(self, limit=2, label="høj", **more):
        bands = [
            {"code": "low", "label": text("lav")},
            {"code": "high", "label": text(label), "at_least": limit},
        ]
        return scored(
            {**RAW, "bands": "b", **more}, bands=[{"id": "b", "bands": bands}]
        )

    def test_other_limits_make_the_band_not_comparable_and_not_the_score(self):
        """The number is what it was."""
        found = comparable(self.banded(), self.banded(limit=3))

        assert "same" == found.scores["m"].degree
        assert "not_comparable" == found.bands["m"].degree

    def test_other_words_for_a_band_are_for_people_to_judge(self):
        """Both are told."""
        found = comparable(self.banded(), self.banded(label="meget"))

        assert "niveauet »høj« hedder »meget«" in found.bands["m"].words.get("da")

    def test_limits_that_moved_with_the_score_are_the_same_words(self):
        """Half of 0 to 4 is half of 0 to 100."""
        other = self.banded(limit=50, rule=MEAN["rule"])

        assert "rescaled" == comparable(self.banded(), other).bands["m"].degree

    def test_a_gate_on_a_band_that_changed_is_not_comparable(self):
        """An item may keep the band down that did not before."""
        other = self.banded(caps=[{"items": ["a"], "below": 2, "band": "low"}])

        assert "not_comparable" == comparable(self.banded(), other).bands["m"].degree

    def test_a_score_without_bands_has_no_verdict_on_any(self):
        """Unless one of the versions has bands."""
        assert {} == comparable(scored(RAW), scored(RAW)).bands
        assert (
            "not_comparable" == comparable(scored(RAW), self.banded()).bands["m"].degree
        )


class TestMigrations:
    def test_a_renamed_item_is_compared_with_the_old_one(self):
        """Also in the scores that it counts in."""
        one = scored(RAW)
        other = questionnaire_from(
            {
                **document(["d", "b", "c"]),
                "version": "1.1.0",
                "scores": [score("m", {"kind": "mean", "of": ["d", "b", "c"]})],
            }
        )
        other = edited(other, lambda d: item_in(d, "d").update(text=text("Om a")))

        without = degrees(comparable(one, other))
        assert {"d", "a", "m"} == {*without}
        with_it = comparable(one, other, migrated(Rename(at="items.a", to="d")))
        assert {} == degrees(with_it)
        assert "a" not in with_it.items

    def test_a_renamed_score_is_compared_with_the_old_one(self):
        """By its new id."""
        one, other = scored(RAW), scored({**RAW, "id": "n"})

        assert {} == degrees(
            comparable(one, other, migrated(Rename(at="scores.m", to="n")))
        )

    @pytest.mark.parametrize(
        ("step", "key", "degree", "said"),
        [
            (
                Split(item="a", into=("d", "e"), strategy="copy"),
                "d",
                "judge",
                "delt ud fra A-1",
            ),
            (
                Split(item="a", into=("d", "e"), strategy="ask"),
                "e",
                "not_comparable",
                "spørges på ny",
            ),
            (
                Merge(items=("a", "b"), to="d", strategy="mean"),
                "d",
                "judge",
                "samlet af A-1, A-2 (gennemsnittet)",
            ),
            (
                Merge(items=("a", "b"), to="d", strategy="ask"),
                "d",
                "not_comparable",
                "spørges på ny",
            ),
            (
                Drop(item="a", because=text("Ingen svarede")),
                "a",
                "not_comparable",
                "taget ud: Ingen svarede",
            ),
        ],
    )
    def test_what_a_step_says_is_in_the_verdict(self, step, key, degree, said):
        """Split, merged, dropped."""
        one, other = small(["a", "b"]), small(["d", "e"])
        found = comparable(one, other, migrated(step)).items[key]

        assert degree == found.degree
        assert said in found.words.get("da")

    @pytest.mark.parametrize(
        ("strategy", "degree", "scaling"),
        [
            ("linear", "rescaled", Scaling(offset=Fraction(1))),
            ("map", "judge", None),
            ("clamp", "judge", Scaling()),
            ("reset", "not_comparable", None),
        ],
    )
    def test_a_declared_change_of_scale_says_what_it_did(
        self, strategy, degree, scaling
    ):
        """Labels that changed as well are still for people to judge."""
        one = small()

        def relabel(found):
            found["scales"][1]["options"] = [
                {**each, "value": each["value"] + 1}
                for each in found["scales"][0]["options"]
            ]
            item_in(found, "a")["answer"]["scale"] = "likert"

        step = migrated(Rescale(item="a", strategy=strategy))
        found = comparable(one, edited(one, relabel), step).items["a"]
        assert (degree, scaling) == (found.degree, found.scaling)


class TestMapping:
    def test_local_weights_are_not_comparable(self):
        """National and local are two numbers, and the local one is named."""
        base = mapping()
        weights = {
            "kind": "weights",
            "score": "safety_crime.challenges",
            "weights": {"gang_presence": 2},
        }
        local = adapted(
            base,
            adaptation_from(
                {
                    "id": "aadal",
                    "version": "1.0.0",
                    "base": {"id": base.id, "version": base.version, "hash": base.hash},
                    "changes": [weights],
                }
            ),
        )

        assert {"safety_crime.challenges": "not_comparable"} == degrees(
            comparable(base, local)
        )

    def test_help_of_a_question_asked_in_each_theme_touches_no_score(self):
        """It counts in none."""
        base = mapping()

        def reword(found):
            found["extras"][0]["help"] = text("Ny hjælp")

        found = comparable(base, edited(base, reword))
        assert {"judge"} == {*degrees(found).values()}
        assert {"same"} == {each.degree for each in found.scores.values()}

    def test_a_theme_that_is_gone_takes_its_scores_with_it(self):
        """They stand under their own ids."""
        base = mapping()

        def drop(found):
            found["sections"] = [
                each for each in found["sections"] if each["key"] != "family_siblings"
            ]
            found["scores"] = [
                each
                for each in found["scores"]
                if each.get("section") != "family_siblings"
            ]

        found = comparable(base, edited(base, drop))
        gone = {k for k, each in found.scores.items() if each.degree != "same"}
        assert {"family_siblings.challenges", "family_siblings.resources"} == gone
        assert gone == {k for k, each in found.bands.items() if each.degree != "same"}
