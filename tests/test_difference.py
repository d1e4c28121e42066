"""What differs between two versions: each fact told once, with what it does."""

import json
from copy import deepcopy

import pytest
from click.testing import CliRunner

import model_forms
from builders import document, item, score, small, text
from edited import edited, item_in
from model_forms.cli import main
from model_forms.codec import questionnaire_from, questionnaire_to
from model_forms.errors import NotComparable
from model_forms.migrations import migrations
from model_forms.questionnaire.migration import Drop, Merge, Migration, Rename, Split
from model_forms.report.blocks import Table, plain
from model_forms.report.difference_page import difference_report
from model_forms.versions.difference import diff
from model_forms.versions.difference_document import difference_to
from model_forms.versions.difference_told import difference_text
from model_forms.versions.facts_order import fewest_moved

MEAN = score("m", {"kind": "mean", "of": ["a", "b", "c"], "rescale": [0, 100]})
BANDS = [
    {
        "id": "b",
        "bands": [
            {"code": "low", "label": text("lav")},
            {"code": "high", "label": text("høj"), "at_least": 50},
        ],
    }
]


def kinds(one, other, migration=None):
    """Kind and address of each fact."""
    return [(each.kind, each.at) for each in diff(one, other, migration).facts]


def the_fact(one, other, migration=None):
    """The only fact there is."""
    (fact,) = diff(one, other, migration).facts
    return fact


def whole(**more):
    """A questionnaire with a bit of everything."""
    return small(
        scores=[{**MEAN, "bands": "b", "sufficiency": "e"}],
        bands=BANDS,
        sufficiency=[{"id": "e", "items": 1}],
        cover=[{"label": text("Hvad"), "text": text("Et skema")}],
        notices=[{"id": "n", "kind": "result", "text": text("Et forbehold")}],
        definitions=[{"term": text("Ord"), "text": text("Betydning")}],
        locks=[
            {
                "id": "l",
                "kinds": ["reword"],
                "of": ["items.a"],
                "because": text("Derfor"),
            }
        ],
        **more,
    )


def after(edit, one=None):
    one = one or whole()
    return one, edited(one, edit)


def local(base, *changes, **more):
    return {
        "format": "model-forms/adaptation/1",
        "id": "aadal",
        "version": "1.0.0",
        "base": {"id": base.id, "version": base.version, "hash": base.hash},
        "changes": list(changes),
        **more,
    }


class TestFacts:
    def test_nothing_differs_from_itself(self):
        """Not even the version."""
        found = diff(whole(), whole())

        assert found.is_empty
        assert "ingen forskelle" in difference_text(found)

    @pytest.mark.parametrize(
        ("edit", "kind", "at"),
        [
            (
                lambda d: item_in(d, "a").update(text=text("Ny")),
                "reworded",
                "items.a.text",
            ),
            (
                lambda d: item_in(d, "a").update(help=text("Ny")),
                "help",
                "items.a.help",
            ),
            (
                lambda d: item_in(d, "a").update(code="A-9"),
                "code_changed",
                "items.a.code",
            ),
            (
                lambda d: item_in(d, "a").update(direction="risk"),
                "direction_changed",
                "items.a.direction",
            ),
            (
                lambda d: item_in(d, "a").update(roles=["police"]),
                "roles_changed",
                "items.a.roles",
            ),
            (
                lambda d: item_in(d, "a").update(required=True),
                "required_changed",
                "items.a.required",
            ),
            (
                lambda d: item_in(d, "a").update(
                    required_when={"item": "b", "equals": 2}
                ),
                "required_changed",
                "items.a.required",
            ),
            (
                lambda d: item_in(d, "a").update(
                    visible_when={"item": "b", "at_least": 2}
                ),
                "condition_changed",
                "items.a.visible_when",
            ),
            (
                lambda d: item_in(d, "a").update(
                    answer={"kind": "choice", "scale": "likert"}
                ),
                "scale_changed",
                "scales.likert",
            ),
            (
                lambda d: d["scales"][0]["options"][0].update(label=text("intet")),
                "label",
                "scales.extent.options.0.label",
            ),
            (
                lambda d: d["scales"][0].update(offers=["dont_know"]),
                "scale_changed",
                "scales.extent",
            ),
            (
                lambda d: d["missing"].update(dont_know=text("Aner det ikke")),
                "label",
                "missing.dont_know",
            ),
            (
                lambda d: d["sections"][0].update(title=text("Nyt tema")),
                "reworded",
                "sections.theme.title",
            ),
            (
                lambda d: d["scores"][0].update(title=text("Nyt tal")),
                "reworded",
                "scores.m.title",
            ),
            (
                lambda d: d["scores"][0]["rule"].update(weights={"a": 2}),
                "weights_changed",
                "scores.m.rule",
            ),
            (
                lambda d: d["scores"][0]["rule"].update(of=["a", "b"]),
                "rule_changed",
                "scores.m.rule",
            ),
            (
                lambda d: d["scores"][0].update(decimals=1),
                "rule_changed",
                "scores.m.rule",
            ),
            (
                lambda d: d["scores"][0].update(
                    caps=[{"items": ["a"], "below": 2, "band": "low"}]
                ),
                "rule_changed",
                "scores.m.rule",
            ),
            (
                lambda d: d["bands"][0]["bands"][1].update(at_least=60),
                "bands_changed",
                "bands.b",
            ),
            (
                lambda d: d["bands"][0]["bands"][1].update(label=text("stor")),
                "label",
                "bands.b.bands.high.label",
            ),
            (
                lambda d: d["sufficiency"][0].update(items=2),
                "sufficiency_changed",
                "sufficiency.e",
            ),
            (
                lambda d: d.update(panel={"disagreement": 2}),
                "panel_changed",
                "panel.disagreement",
            ),
            (
                lambda d: d["cover"][0].update(text=text("Nyt")),
                "cover_changed",
                "cover.0.text",
            ),
            (
                lambda d: d["notices"][0].update(text=text("Nyt")),
                "notice_changed",
                "notices.n",
            ),
            (
                lambda d: d["definitions"][0].update(text=text("Nyt")),
                "definition_changed",
                "definitions.0.text",
            ),
            (
                lambda d: d["locks"][0].update(of=["items.b"]),
                "lock_changed",
                "locks.l",
            ),
            (
                lambda d: d["roles"][0].update(label=text("Betjent")),
                "label",
                "roles.police.label",
            ),
            (lambda d: d.update(title=text("Nyt skema")), "reworded", "title"),
            (lambda d: d.update(status="released"), "status_changed", "status"),
            (
                lambda d: d["languages"].append("so"),
                "translated",
                "languages.so",
            ),
            (
                lambda d: d.update(
                    flags=[
                        {
                            "id": "f",
                            "text": text("Se her"),
                            "when": {"item": "a", "equals": 1},
                        }
                    ]
                ),
                "use_changed",
                "flags.f",
            ),
            (
                lambda d: d.update(sources=[{"id": "S1", "title": "En bog"}]),
                "sources_changed",
                "sources",
            ),
            (
                lambda d: d["scores"].append(score("n", MEAN["rule"])),
                "added",
                "scores.n",
            ),
            (
                lambda d: d["cover"].append({"label": text("Mere"), "text": text("x")}),
                "added",
                "cover.1",
            ),
            (lambda d: d.pop("definitions"), "removed", "definitions.0"),
        ],
    )
    def test_each_kind_of_edit_is_one_fact(self, edit, kind, at):
        """By its kind and its address."""
        assert [(kind, at)] == kinds(*after(edit))

    def test_what_no_reader_of_it_sees_is_told_all_the_same(self):
        """Never silently nothing, when the content is another."""

        def rest(found):
            item_in(found, "a")["basis"] = [{"status": "design"}]

        assert [("other", "")] == kinds(*after(rest))

    def test_a_scale_is_told_once_with_the_questions_it_serves(self):
        """Three questions have it."""

        def relabel(found):
            found["scales"][0]["options"][0]["label"] = text("intet")

        fact = the_fact(*after(relabel))
        assert "A-1 til A-3" in fact.what.get("da")
        assert {"m": "judge"} == {k: v.degree for k, v in fact.scores.items()}

    def test_an_added_and_a_removed_item_name_the_scores_that_they_count_in(self):
        """And those that no longer read them."""
        one = whole()
        other = edited(one, lambda d: d["sections"][0]["items"].pop(2))
        other = edited(other, lambda d: d["scores"][0]["rule"].update(of=["a", "b"]))

        found = {each.kind: each for each in diff(one, other).facts}
        assert {"removed", "rule_changed"} == set(found)
        assert "not_comparable" == found["removed"].scores["m"].degree
        assert "A-3" in found["removed"].what.get("da")

    def test_a_new_section_is_one_fact_with_its_items(self):
        """Its scores come with it."""

        def add(found):
            section = deepcopy(found["sections"][0])
            section.update(key="more", code="B", title=text("Mere"))
            section["items"] = [item("d", "B-1"), item("e", "B-2")]
            found["sections"].append(section)
            found["scores"].append(
                {**score("n", {"kind": "mean", "of": ["d"]}), "section": "more"}
            )

        fact = the_fact(*after(add))
        assert ("added", "sections.more") == (fact.kind, fact.at)
        assert "B-2" in fact.after.get("da")
        assert {"n"} == set(fact.scores)

    def test_a_word_changed_in_one_language_is_shown_in_that_language(self):
        """The other would read the same before and after."""

        def reword(found):
            item_in(found, "a")["text"]["en"] = "On a"

        said = difference_text(diff(*after(reword)), "da")
        assert "“Om a in English” (på engelsk)" in said
        assert "“On a” (på engelsk)" in said

    def test_a_column_is_told_as_a_question_and_a_table_by_its_rows(self):
        """Each has its own fact."""
        columns = [item("x", "A-1x"), item("y", "A-1y")]
        table = {"kind": "table", "columns": columns, "row": text("Række")}
        one = small([item("t", "A-1", table)])

        def edit(found):
            answer = item_in(found, "t")["answer"]
            answer["most"] = 5
            answer["columns"] = [*reversed(answer["columns"]), item("z", "A-1z")]

        assert {
            ("answer_changed", "items.t.answer"),
            ("added", "items.z"),
            ("moved", "items.y"),
        } == set(kinds(one, edited(one, edit)))

    def test_a_table_that_becomes_a_text_takes_its_columns_along(self):
        """They are not told as gone."""
        columns = [item("x", "A-1x")]
        table = {"kind": "table", "columns": columns, "row": text("Række")}
        one = small([item("t", "A-1", table)])
        other = edited(one, lambda d: item_in(d, "t").update(answer={"kind": "text"}))

        assert [("answer_changed", "items.t.answer")] == kinds(one, other)

    def test_two_questionnaires_are_not_compared(self):
        """Both are named."""
        catalog = model_forms.installed()

        with pytest.raises(NotComparable, match=r"area_mapping.*needs_analysis"):
            diff(catalog.get("area_mapping"), catalog.get("needs_analysis"))


class TestExtras:
    def spread(self, *suffixes, **more):
        def give(found):
            found["extras"] = [
                {
                    "suffix": each,
                    "code": each.upper(),
                    "text": text(each),
                    "answer": {"kind": "text"},
                    **more,
                }
                for each in ("x", "y")
            ]
            found["sections"][0]["extras"] = list(suffixes)

        return edited(small(), give)

    def test_a_question_of_each_section_is_told_once(self):
        """Not once for each section."""
        one, other = self.spread("x", "y"), self.spread("x", "y", help=text("Ny"))

        assert [("help", "extras.x.help"), ("help", "extras.y.help")] == kinds(
            one, other
        )

    def test_a_section_that_stops_asking_it_is_told(self):
        """By the key that the question has there."""
        assert [("removed", "items.theme_y")] == kinds(
            self.spread("x", "y"), self.spread("x")
        )

    def test_a_new_question_of_each_section_is_one_fact(self):
        """Whatever number of sections ask it."""
        assert [("added", "extras.x"), ("added", "extras.y")] == kinds(
            small(), self.spread("x", "y")
        )


class TestOrder:
    def test_one_item_put_first_is_one_move(self):
        """The three that made way did not move."""

        def put_first(found):
            items = found["sections"][0]["items"]
            items.insert(0, items.pop())

        one = small(["a", "b", "c", "d"])
        fact = the_fact(one, edited(one, put_first))
        assert ("moved", "items.d") == (fact.kind, fact.at)
        assert "efter A-3" == fact.before.get("da")
        assert "først" == fact.after.get("da")

    def test_an_item_put_before_others_in_another_section_is_one_move(self):
        """It is told from where to where."""
        one = questionnaire_from(document(["a", "b"]))

        def split(found):
            rest = deepcopy(found["sections"][0])
            rest.update(key="rest", code="B", title=text("Rest"))
            rest["items"] = [item("c", "B-1"), item("d", "B-2")]
            found["sections"].append(rest)

        def move(found):
            items = found["sections"][0]["items"]
            found["sections"][1]["items"].insert(0, items.pop())

        one = edited(one, split)
        fact = the_fact(one, edited(one, move))
        assert ("moved", "items.b") == (fact.kind, fact.at)
        assert "i A, efter A-1" == fact.before.get("da")
        assert "i B, først" == fact.after.get("da")

    def test_an_added_item_moves_nothing(self):
        """It stands between two that are where they were."""
        one, other = small(["a", "c"]), small(["a", "b", "c"])

        assert {"added", "code_changed"} == {kind for kind, _ in kinds(one, other)}

    @pytest.mark.parametrize(
        ("before", "now", "moved"),
        [
            ("abcd", "abcd", ""),
            ("abcd", "dabc", "d"),
            ("abcd", "bcda", "a"),
            ("abcd", "axbycd", ""),
            ("abcdef", "fabcde", "f"),
        ],
    )
    def test_the_fewest_are_moved(self, before, now, moved):
        """What is new or gone is not moved."""
        assert set(moved) == fewest_moved(before, now)


class TestMigrations:
    def steps(self, *steps):
        return Migration(
            id="small", from_version="1.0.0", to_version="1.1.0", steps=steps
        )

    def test_a_renamed_item_is_one_fact(self):
        """Not one that is gone and one that is new."""
        one = small(["a"])
        other = small([item("d", "A-1", text=text("Om a"))])

        assert [("renamed", "items.d")] == kinds(
            one, other, self.steps(Rename(at="items.a", to="d"))
        )

    def test_a_split_is_one_fact_with_what_it_was_split_into(self):
        """And the reason that the step gives."""
        step = Split(item="a", into=("d", "e"), strategy="ask", because=text("To i ét"))
        fact = the_fact(small(["a"]), small(["d", "e"]), self.steps(step))

        assert ("split", "items.d") == (fact.kind, fact.at)
        assert "A-2 »Om e«" in fact.after.get("da")
        assert "To i ét" == fact.because.get("da")

    def test_a_merge_is_one_fact_with_what_was_merged(self):
        """The new one is not told as added."""
        step = Merge(items=("a", "b"), to="d", strategy="mean")
        fact = the_fact(small(["a", "b"]), small(["d"]), self.steps(step))

        assert ("merged", "items.d") == (fact.kind, fact.at)
        assert "A-2 »Om b«" in fact.before.get("da")

    def test_a_dropped_item_has_its_reason(self):
        """As the migration gives it."""
        step = Drop(item="b", because=text("Ingen svarede"))
        fact = the_fact(small(["a", "b"]), small(["a"]), self.steps(step))

        assert "Ingen svarede" == fact.because.get("da")

    def test_several_migrations_in_turn_are_followed(self):
        """A key that was renamed twice is the key that it was."""
        first = self.steps(Rename(at="items.a", to="b"))
        second = self.steps(Rename(at="items.b", to="c"))
        one, other = small(["a"]), small([item("c", "A-1", text=text("Om a"))])

        found = diff(one, other, (first, second))
        assert [("renamed", "items.c")] == [(e.kind, e.at) for e in found.facts]
        assert "a" == found.facts[0].before.get("da")
        assert "same" == found.comparability.items["c"].degree


class TestMapping:
    def found(self):
        catalog = model_forms.installed()
        one, other = (catalog.get(f"area_mapping@{v}") for v in ("1.0.0", "1.1.0"))
        (known,) = (each for each in migrations() if each.id == "area_mapping")
        return diff(one, other, known)

    def test_the_second_version_is_told_by_meaning(self):
        """What it says is what was done to it."""
        found = {(each.kind, each.at) for each in self.found().facts}

        assert {
            ("added", "items.adults_talk_about_online"),
            ("split", "items.mentor_contact_available"),
            ("renamed", "items.associations_wide_range"),
            ("reworded", "items.online_violent_content.text"),
            ("scale_changed", "scales.trend4"),
            ("moved", "items.sparetime_jobs"),
        } <= found
        assert "removed" not in {kind for kind, _ in found}

    def test_the_paper_says_what_may_be_compared(self):
        """In Danish and in English."""
        found = self.found()

        danish, english = (difference_text(found, each) for each in ("da", "en"))
        assert "Hvad I må sammenligne" in danish
        assert "- Tryghed og kriminalitet: udfordringer: samme." in danish
        assert "1 spørgsmål er nyt" in danish
        assert "What you may compare" in english
        assert all(len(line) <= 88 for line in danish.splitlines())

    def test_the_document_can_be_read_by_programs(self):
        """Texts in every language, scores with their verdicts."""
        found = json.loads(json.dumps(difference_to(self.found())))

        assert ("1.0.0", "1.1.0") == (
            found["one"]["version"],
            found["other"]["version"],
        )
        added = next(e for e in found["changes"] if e["kind"] == "added")
        assert {"da", "en"} == set(added["what"])
        scores = found["comparability"]["scores"]
        assert "same" == scores["safety_crime.challenges"]["degree"]
        assert "not_comparable" == scores["efforts_capacity.resources"]["degree"]

    def test_the_page_has_a_table_for_each_group_and_one_of_the_scores(self):
        """Before and now side by side."""
        report = difference_report(self.found(), "da")

        tables = {
            each.caption: each for each in report.blocks if isinstance(each, Table)
        }
        assert {"Nyt", "Formuleret anderledes", "Tallene", "Spørgsmålene"} <= set(
            tables
        )
        said = [plain(cell.text) for row in tables["Tallene"].rows for cell in row]
        assert "Kan ikke sammenlignes" in said


class TestVerb:
    def run(self, *arguments):
        return CliRunner().invoke(main, ["diff", *map(str, arguments)])

    def test_it_tells_what_differs_between_two_versions(self):
        """With the migration that the pack holds."""
        done = self.run("area_mapping@1.0.0", "area_mapping@1.1.0")

        assert 0 == done.exit_code
        assert "A9-07" in done.stdout
        assert "delt i flere" in done.stdout

    def test_a_version_against_itself_says_that_nothing_differs(self):
        """And ends well."""
        done = self.run("area_mapping@1.0.0", "area_mapping@1.0.0", "--lang", "en")

        assert (0, True) == (done.exit_code, "Nothing differs." in done.stdout)

    def test_a_file_may_hold_a_questionnaire_or_an_adaptation(self, tmp_path):
        """An adaptation stands for what it makes."""
        base = model_forms.installed().get("area_mapping@1.0.0")
        hide = {"kind": "hide", "at": "items.safety_crime_trend"}
        path = tmp_path / "local.json"
        document = local(base, hide, house={"name": "Ådal Kommune"})
        path.write_text(json.dumps(document), encoding="utf-8")
        whole = tmp_path / "whole.json"
        whole.write_text(json.dumps(questionnaire_to(base)), encoding="utf-8")

        done = self.run(whole, path, "--json")
        found = json.loads(done.stdout)
        assert 0 == done.exit_code
        assert {"removed", "house_changed"} == {e["kind"] for e in found["changes"]}
        assert "aadal" == found["other"]["adaptation"]["id"]

    @pytest.mark.parametrize("name", ["changes.docx", "changes.xlsx"])
    def test_it_writes_a_page(self, tmp_path, name):
        """And says so, on standard error."""
        done = self.run(
            "area_mapping@1.0.0", "area_mapping@1.1.0", "--to", tmp_path / name
        )

        assert (0, "") == (done.exit_code, done.stdout)
        assert name in done.stderr
        assert (tmp_path / name).stat().st_size > 1000

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("area_mapping@1.0.0", "needs_analysis"), "to forskellige"),
            (("area_mapping@9.0.0", "area_mapping"), "area_mapping@9.0.0"),
            (("nothing.json", "area_mapping"), "nothing.json"),
        ],
    )
    def test_what_cannot_be_compared_is_wrong_usage(self, arguments, said):
        """One line that names it, and exit code 2."""
        done = self.run(*arguments)

        assert 2 == done.exit_code
        assert said in done.stderr

    def test_the_face_takes_values_names_and_files(self):
        """Bytes are a file."""
        base = model_forms.installed().get("area_mapping@1.0.0")
        data = json.dumps(questionnaire_to(base)).encode()

        assert model_forms.diff(base, data).is_empty
