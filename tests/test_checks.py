"""What can be wrong with a definition: each thing located, all of it together."""

import json
from copy import deepcopy

import pytest
from hypothesis import given, settings

from builders import document, item, scale, score, text
from model_forms.catalog import definition_findings
from model_forms.checks import check_definition
from strategies import documents

MEAN = {"kind": "mean", "of": ["a"]}
BANDS = {
    "id": "quarters",
    "bands": [
        {"code": "low", "label": text("lav")},
        {"code": "high", "label": text("høj"), "at_least": 50},
    ],
}
MATRIX = {
    "id": "m",
    "title": text("Tabel"),
    "limits": {"challenges": 50},
    "subjects": [{"key": "theme", "scores": {"challenges": "s"}}],
    "cells": [{"code": "act", "label": text("Gør"), "sides": {"challenges": "high"}}],
    "otherwise": {"code": "examine", "label": text("Undersøg")},
}


def whole():
    """A definition that uses everything and has nothing wrong."""
    return document(
        ["a", "b", item("c", "A-3", {"kind": "several", "scale": "extent"})],
        scores=[
            score(
                "s",
                {"kind": "mean", "of": ["a", "b"], "weights": {"a": 2}},
                section="theme",
                bands="quarters",
                sufficiency="enough",
                caps=[{"items": ["a"], "below": 1, "band": "low"}],
            ),
            score("t", {"kind": "linear", "terms": [{"score": "s"}]}),
            score(
                "u",
                {
                    "kind": "decision",
                    "cases": [{"code": "x", "when": [{"score": "s", "below": 1}]}],
                },
            ),
        ],
        bands=[deepcopy(BANDS)],
        sufficiency=[{"id": "enough"}],
        matrices=[deepcopy(MATRIX)],
        extras=[
            {
                "suffix": "note",
                "code": "N",
                "text": text("Noter"),
                "answer": {"kind": "text"},
            }
        ],
        sources=[{"id": "S01", "title": "En kilde"}],
        blocks=[{"id": "all", "title": text("Alle"), "sections": ["theme"]}],
    )


def changed(*path, to):
    """The whole definition with one spot changed."""
    raw = deepcopy(whole())
    *way, last = path
    spot = raw
    for step in way:
        spot = spot[step]
    spot[last] = to
    return raw


def found(raw):
    """Code and path of everything wrong with *raw*."""
    return [(each.code, str(each.place)) for each in check_definition(raw)]


ITEM = ("sections", 0, "items", 0)
RULE = ("scores", 0, "rule")
SOURCED = [{"status": "sourced", "sources": ["S1"]}]
OTHER_TABLE = {"kind": "reference", "table": "tabel", "label": "x"}

UNKNOWN = {
    "scale": (
        (*ITEM, "answer", "scale"), "extend",
        "$.sections[0].items[0].answer.scale", "extent",
    ),
    "role": ((*ITEM, "roles"), ["polise"], "$.sections[0].items[0].roles[0]", "police"),
    "item": ((*RULE, "of"), ["a", "b", "theme_not"], "$.scores[0].rule.of[2]", None),
    "score": (
        ("scores", 1, "rule", "terms", 0, "score"), "sss",
        "$.scores[1].rule.terms[0].score", None,
    ),
    "bands": (
        ("scores", 0, "bands"), "quarter", "$.scores[0].bands", "quarters",
    ),
    "sufficiency": (
        ("scores", 0, "sufficiency"), "enuogh", "$.scores[0].sufficiency", "enough",
    ),
    "section": (("scores", 0, "section"), "theem", "$.scores[0].section", "theme"),
    "extra": (("sections", 0, "extras"), ["notes"], "$.sections[0].extras[0]", "note"),
    "source": (
        (*ITEM, "basis"), SOURCED, "$.sections[0].items[0].basis[0].sources[0]", "S01",
    ),
    "band": (
        ("scores", 0, "caps", 0, "band"), "lov", "$.scores[0].caps[0].band", "low",
    ),
    "axis": (
        ("matrices", 0, "cells", 0, "sides"), {"challenge": "high"},
        "$.matrices[0].cells[0].sides.challenge", "challenges",
    ),
    "table": (
        (*ITEM, "answer"), OTHER_TABLE, "$.sections[0].items[0].answer.table", None,
    ),
    "option": (
        ("sections", 0, "items", 2, "answer", "alone"), ["none"],
        "$.sections[0].items[2].answer.alone[0]", None,
    ),
}  # fmt: skip


class TestReferences:
    def test_the_whole_definition_has_nothing_wrong(self):
        """What the other tests change is sound before they change it."""
        assert [] == found(whole())

    @pytest.mark.parametrize("what", UNKNOWN)
    def test_a_name_that_refers_to_nothing(self, what):
        """The path, what was seen, and the near miss, in both languages."""
        path, to, at, meant = UNKNOWN[what]
        findings = [
            each
            for each in check_definition(changed(*path, to=to))
            if each.code == f"unknown-{what}"
        ]
        (finding,) = findings
        seen = to[0] if isinstance(to, list) and len(to) == 1 else to
        name = {
            "item": "theme_not", "source": "S1", "axis": "challenge", "table": "tabel"
        }.get(what, seen)  # fmt: skip
        danish, english = finding.message.get("da"), finding.message.get("en")

        assert at == str(finding.place)
        assert f"»{name}«" in danish
        assert repr(name) in english
        assert (f"Mente I »{meant}«?" in danish) is (meant is not None)
        assert (f"Did you mean {meant!r}?" in english) is (meant is not None)

    @pytest.mark.parametrize(
        ("path", "to", "at"),
        [
            (
                (*ITEM, "visible_when"),
                {"all": [{"not": {"item": "zz", "answered": True}}]},
                "$.sections[0].items[0].visible_when.all[0].not.item",
            ),
            (
                ("scores", 0, "caps", 0, "items"),
                ["zz"],
                "$.scores[0].caps[0].items[0]",
            ),
            (
                (*RULE, "weights"),
                {"zz": 2},
                "$.scores[0].rule.weights.zz",
            ),
            (
                ("scores", 0, "rule"),
                {"kind": "count", "where": [{"item": "zz", "equals": 1}]},
                "$.scores[0].rule.where[0].item",
            ),
            (
                ("flags",),
                [
                    {
                        "id": "f",
                        "text": text("Flag"),
                        "when": {"item": "zz", "answered": True},
                    }
                ],
                "$.flags[0].when.item",
            ),
        ],
        ids=["condition", "gate", "weight", "count", "flag"],
    )
    def test_an_item_that_is_not_there(self, path, to, at):
        """Conditions, gates, weights, counts and flags name items too."""
        assert ("unknown-item", at) in found(changed(*path, to=to))

    def test_a_weight_of_another_item_is_unknown(self):
        """A weight belongs to an item of its own rule."""
        raw = changed(*RULE, "weights", to={"c": 2})

        assert [("unknown-item", "$.scores[0].rule.weights.c")] == found(raw)

    @pytest.mark.parametrize(
        ("path", "to", "code"),
        [
            (("scores", 2, "rule", "cases", 0, "when", 0, "score"), "zz", "score"),
            (("matrices", 0, "subjects", 0, "scores"), {"challenges": "zz"}, "score"),
            (("blocks", 0, "sections"), ["zz"], "section"),
            (("scores", 0, "each"), "zz", "table"),
        ],
    )
    def test_other_places_that_refer(self, path, to, code):
        """Decisions, matrices, blocks and rows refer as well."""
        assert f"unknown-{code}" in {each for each, _ in found(changed(*path, to=to))}

    def test_an_extra_may_be_named_as_an_item(self):
        """The key that an extra makes in a section is a key like any other."""
        raw = changed("sections", 0, "extras", to=["note"])
        raw["sections"][0]["items"][0]["visible_when"] = {
            "item": "theme_note",
            "answered": True,
        }

        assert [] == found(raw)


class TestRepeats:
    def test_a_key_of_the_json_that_stands_twice(self):
        """Python would keep the last without a word."""
        data = json.dumps(whole()).replace('"id": "small"', '"id": "x", "id": "small"')
        findings = definition_findings(data.encode(), "a.json")

        assert [("repeated-key", "$.id")] == [
            (each.code, str(each.place)) for each in findings
        ]

    @pytest.mark.parametrize(
        ("path", "to", "at"),
        [
            (
                ("sections", 0, "items", 1, "key"),
                "a",
                "$.sections[0].items[1].key",
            ),
            (
                ("sections", 0, "items", 1, "code"),
                "A-1",
                "$.sections[0].items[1].code",
            ),
            (("roles", 1, "code"), "police", "$.roles[1].code"),
            (("scales", 1, "id"), "extent", "$.scales[1].id"),
            (("scores", 1, "id"), "s", "$.scores[1].id"),
            (("scales", 0, "options", 3, "value"), 2, "$.scales[0].options[3].value"),
            (("bands", 0, "bands", 1, "code"), "low", "$.bands[0].bands[1].code"),
        ],
    )
    def test_a_name_that_is_taken(self, path, to, at):
        """The second one is found, with the path of the first."""
        assert ("duplicate-key", at) in found(changed(*path, to=to))

    def test_an_item_with_the_key_of_an_extra(self):
        """An item called as the extra of its section is a repeat."""
        raw = changed("sections", 0, "extras", to=["note"])
        raw["sections"][0]["items"][1]["key"] = "theme_note"

        assert ("duplicate-key", "$.sections[0].extras[0]") in found(raw)

    def test_the_sentence_names_the_first(self):
        """Both sentences say where the name stood before."""
        raw = changed("sections", 0, "items", 1, "key", to="a")
        (finding,) = [
            each for each in check_definition(raw) if each.code == "duplicate-key"
        ]
        first = "$.sections[0].items[0].key"

        assert f"»a« findes allerede ({first})." == finding.message.get("da")
        assert f"'a' exists already ({first})." == finding.message.get("en")


class TestCycles:
    def ring(self):
        """Two scores made of each other."""
        raw = whole()
        raw["scores"] = [
            score("x", {"kind": "linear", "terms": [{"score": "y"}]}),
            score("y", {"kind": "linear", "terms": [{"score": "x"}]}),
        ]
        raw["matrices"] = []
        return raw

    def test_scores_of_each_other(self):
        """The ring is told in order, at one of its scores."""
        (finding,) = check_definition(self.ring())

        assert "score-cycle" == finding.code
        assert str(finding.place) in {"$.scores[0].rule", "$.scores[1].rule"}
        assert "x → y → x" in finding.message.get("da").replace(
            "y → x → y", "x → y → x"
        )
        assert "This goes in a ring" in finding.message.get("en")

    def test_a_score_of_itself(self):
        """A ring of one."""
        raw = self.ring()
        raw["scores"][0]["rule"]["terms"][0]["score"] = "x"

        assert ("score-cycle", "$.scores[0].rule") in found(raw)

    def test_a_decision_on_itself(self):
        """A decision table may close the ring as well."""
        raw = whole()
        raw["scores"][2]["rule"]["cases"][0]["when"][0]["score"] = "u"

        assert ("score-cycle", "$.scores[2].rule") in found(raw)

    def test_items_seen_because_of_each_other(self):
        """Neither item could ever be shown."""
        raw = whole()
        first, second = raw["sections"][0]["items"][:2]
        first["visible_when"] = {"item": "b", "answered": True}
        second["visible_when"] = {"item": "a", "answered": True}

        assert ["condition-cycle"] == [code for code, _ in found(raw)]


class TestRanges:
    @pytest.mark.parametrize(
        "answer",
        [
            {"kind": "text"},
            {"kind": "number"},
            {"kind": "number", "minimum": 0},
            {"kind": "choice", "scale": "codes"},
            {"kind": "date"},
        ],
        ids=["text", "no bounds", "one bound", "codes", "date"],
    )
    def test_a_score_whose_range_cannot_be_computed(self, answer):
        """The score's rule is named, and the item that has no bounds."""
        raw = document(
            [item("a", "A-1", answer)],
            scales=[scale("codes", ["x", "y"])],
            scores=[score("s", MEAN)],
        )
        (finding,) = check_definition(raw)

        assert ("range-unknown", "$.scores[0].rule") == (
            finding.code,
            str(finding.place),
        )
        assert "»a«" in finding.message.get("da")
        assert "'a'" in finding.message.get("en")

    @pytest.mark.parametrize(
        "rule",
        [
            {"kind": "mean", "of": []},
            {"kind": "mean", "of": [], "rescale": [0, 100]},
            {"kind": "total", "of": []},
            {"kind": "extreme", "of": [], "pick": "lowest"},
            {"kind": "linear", "terms": []},
            {"kind": "count", "where": []},
            {"kind": "decision", "cases": []},
        ],
        ids=lambda rule: rule["kind"],
    )
    def test_a_rule_over_nothing_is_found(self, rule):
        """An empty list is a finding and never an exception."""
        codes = {code for code, _ in found(document(scores=[score("s", rule)]))}

        assert codes

    def test_through_another_score(self):
        """A score of a score without a range has none itself."""
        raw = document(
            [item("a", "A-1", {"kind": "number"})],
            scores=[
                score("s", MEAN),
                score("t", {"kind": "linear", "terms": [{"score": "s"}]}),
            ],
        )

        assert [
            ("range-unknown", "$.scores[0].rule"),
            ("range-unknown", "$.scores[1].rule"),
        ] == found(raw)


class TestLimits:
    @pytest.mark.parametrize(
        ("answer", "field"),
        [
            ({"kind": "number", "minimum": 5, "maximum": 1}, "minimum"),
            (
                {"kind": "date", "earliest": "2026-02-01", "latest": "2026-01-01"},
                "earliest",
            ),
            (
                {
                    "kind": "table",
                    "columns": [item("x", "A-7")],
                    "row": text("Række"),
                    "least": 4,
                    "most": 2,
                },
                "least",
            ),
        ],
        ids=["number", "date", "table"],
    )
    def test_limits_that_exclude_everything(self, answer, field):
        """The lower limit is named with its path."""
        assert ("impossible-limits", f"$.sections[0].items[0].answer.{field}") in found(
            document([item("a", "A-1", answer)])
        )

    def test_a_date_that_does_not_exist(self):
        """The thirtieth of February is a finding and never an exception."""
        answer = {"kind": "date", "earliest": "2026-02-30"}
        paths = {path for _, path in found(document([item("a", "A-1", answer)]))}

        assert {"$.sections[0].items[0].answer.earliest"} == paths

    @pytest.mark.parametrize(
        ("limits", "at"),
        [
            ([None, 50, 50], 2),
            ([None, 50, 25], 2),
            ([None, 50, None], 2),
            ([0, 50, 75], 0),
        ],
        ids=["equal", "falling", "open", "closed"],
    )
    def test_bands_that_do_not_rise(self, limits, at):
        """The first has no limit, each of the next a higher one."""
        bands = [
            {"code": f"b{n}", "label": text(f"bånd {n}")}
            | ({} if limit is None else {"at_least": limit})
            for n, limit in enumerate(limits)
        ]
        raw = document(bands=[{"id": "x", "bands": bands}])

        assert [("falling-bands", f"$.bands[0].bands[{at}].at_least")] == found(raw)

    def test_a_sheet_name_that_is_too_long(self):
        """Spreadsheets take 31 characters, and a suffix must have room."""
        assert ("too-long", "$.sheet") in found(document(sheet=text("x" * 26)))


class TestWording:
    def test_a_missing_translation(self):
        """The path of the text, and the language that is missing."""
        raw = changed(*ITEM, "text", to={"da": "Kun dansk"})
        (finding,) = check_definition(raw)

        assert ("missing-translation", "$.sections[0].items[0].text") == (
            finding.code,
            str(finding.place),
        )
        assert "»en«" in finding.message.get("da")
        assert "'en'" in finding.message.get("en")

    @pytest.mark.parametrize(
        "path",
        [
            ("title",),
            ("missing", "dont_know"),
            ("roles", 0, "label"),
            ("scales", 0, "options", 0, "label"),
            ("scores", 0, "title"),
            ("matrices", 0, "otherwise", "label"),
            ("extras", 0, "text"),
        ],
    )
    def test_wherever_words_stand(self, path):
        """Every text in the document is looked at."""
        codes = [code for code, _ in found(changed(*path, to={"da": "Kun dansk"}))]

        assert ["missing-translation"] == codes

    def test_a_language_that_was_not_declared(self):
        """The language's own path, and the one that was probably meant."""
        raw = changed("title", to={"da": "A", "en": "B", "enn": "C", "de": "D"})
        codes = found(raw)

        assert ("undeclared-language", "$.title.de") in codes
        assert ("undeclared-language", "$.title.enn") in codes


class TestLabels:
    def options(self, *labels, **more):
        """What is found on a scale with these labels."""
        options = [
            {"value": n, "label": {"da": words, "en": f"{n} in English"}}
            for n, words in enumerate(labels)
        ]
        own = {"id": "own", "title": text("Egen"), "options": options, **more}
        return found(document([item("a", "A-1", "own")], scales=[own]))

    @pytest.mark.parametrize("second", ["Ja", "ja", " ja ", "JA"])
    def test_two_that_a_sheet_could_not_tell_apart(self, second):
        """Case and blanks around make no difference."""
        assert [("ambiguous-label", "$.scales[0].options[1].label.da")] == self.options(
            "ja", second
        )

    def test_one_that_is_called_as_the_way_of_not_answering(self):
        """An option called Ved ikke stands beside the Ved ikke that is offered."""
        assert [("ambiguous-label", "$.scales[0].options[1].label.da")] == self.options(
            "ja", "ved ikke"
        )

    def test_a_scale_that_offers_neither_way_may_use_the_words(self):
        """With no offers an option may be called Ved ikke."""
        assert [] == self.options("ja", "Ved ikke", offers=[])

    @pytest.mark.parametrize(
        "label", ["=1+1", "<5", "-", "@x", "+", "a*", "hvad?", "~"]
    )
    def test_one_that_a_spreadsheet_would_twist(self, label):
        """Formula signs at the start, wildcards anywhere."""
        assert [("unsafe-label", "$.scales[0].options[1].label.da")] == self.options(
            "ja", label
        )

    @pytest.mark.parametrize("label", ["i  dag", " i dag", "i dag "])
    def test_one_with_blanks_that_a_spreadsheet_would_drop(self, label):
        """A formula takes superfluous blanks out of an answer before it is compared."""
        assert [("unsafe-label", "$.scales[0].options[1].label.da")] == self.options(
            "ja", label
        )


class TestFormat:
    @pytest.mark.parametrize(
        "seen", ["model-forms/questionnaire/2", 1, None, ["x"], {"a": 1}]
    )
    def test_another_version_is_the_only_finding(self, seen):
        """A newer document would otherwise drown in unknown keys."""
        raw = document(format=seen, something_new=1)
        (finding,) = check_definition(raw)

        assert ("unknown-format", "$.format") == (finding.code, str(finding.place))
        assert "model-forms/questionnaire/1" in finding.message.get("da")
        assert "model-forms/questionnaire/1" in finding.message.get("en")


class TestTogether:
    def test_everything_is_told_at_once(self):
        """One document with many faults gives all of them, each once."""
        raw = whole()
        raw["colour"] = "red"
        raw["title"] = {"da": "Kun dansk", "de": "Deutsch"}
        raw["roles"][1]["code"] = "police"
        items = raw["sections"][0]["items"]
        items[0]["roles"] = ["polise"]
        items[1]["key"] = "a"
        items[2]["answer"] = {"kind": "number", "minimum": 5, "maximum": 1}
        raw["scales"][1]["options"][1]["label"] = text("likert 1")
        raw["bands"][0]["bands"][0]["at_least"] = 99
        raw["scores"][1]["rule"]["terms"] = [{"score": "t"}]
        raw["scores"][0]["sufficiency"] = "nope"
        expected = {
            "unknown-key",
            "missing-translation",
            "undeclared-language",
            "duplicate-key",
            "unknown-role",
            "impossible-limits",
            "ambiguous-label",
            "falling-bands",
            "score-cycle",
            "unknown-sufficiency",
        }
        findings = check_definition(raw)

        assert expected <= {each.code for each in findings}
        assert len(findings) == len(set(findings))

    def test_an_unknown_key_does_not_hide_a_range(self):
        """A misspelt key elsewhere leaves the ranges to be checked."""
        raw = document(
            [item("a", "A-1", {"kind": "text"})], scores=[score("s", MEAN)], colour=1
        )

        assert {"unknown-key", "range-unknown"} == {code for code, _ in found(raw)}

    @settings(max_examples=25)
    @given(documents())
    def test_a_valid_definition_has_no_findings(self, drawn):
        """Nothing is said of what is sound."""
        assert () == check_definition(drawn)
