"""Laws of repeating tables: rows are rows wherever they stand, and none is lost."""

import io
from functools import cache

import openpyxl
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import model_forms
from model_forms.codec import questionnaire_from
from model_forms.issue import Issue, Proposal
from model_forms.response import Given
from model_forms_excel.cells import a1
from model_forms_excel.layout import layout
from model_forms_excel.tables import FIRST_ROW, KEYS_ROW
from strategies import responses, words

OWED = {"required-blank", "not-asked", "side-effects-first", "before-start"}


def bare(answers):
    """Answers without the cells they were read from, also in rows in rows."""
    return {key: plain(answer) for key, answer in answers.items()}


def plain(answer):
    found = evolve(answer, at=None)
    if isinstance(answer, Given) and isinstance(answer.value, tuple):
        rows = tuple(bare(e) if isinstance(e, dict) else e for e in answer.value)
        found = evolve(found, value=rows)
    return found


def text(name):
    return {"da": f"{name} æøå", "en": f"{name} in English"}


def column(key, answer):
    code = key.upper().replace("_", "-")
    return {"key": key, "code": code, "text": text(key), "answer": answer}


def table(name, columns, most):
    return {"kind": "table", "row": text(name), "most": most, "columns": columns}


@cache
def deep():
    """A questionnaire with a table in a table in a table, and labels to trip over."""
    labels = [
        "Ja",
        "Nej",
        "Ja; Nej",
        "Ja;Nej; måske",
        "Intet af det",
        'Sagt: "ja; nej"',
    ]
    inner = table(
        "Skridt", [column("d1", {"kind": "date"}), column("d2", {"kind": "text"})], 5
    )
    middle = table(
        "Del",
        [
            column("m1", {"kind": "text"}),
            column("m2", {"kind": "date_range"}),
            column("m3", inner),
        ],
        5,
    )
    outer = table(
        "Del",
        [
            column("o1", {"kind": "choice", "scale": "short"}),
            column("o2", {"kind": "several", "scale": "tricky", "alone": ["v4"]}),
            column("o3", {"kind": "role", "several": True}),
            column("o4", middle),
            column("o5", {"kind": "number", "minimum": 0, "decimals": 2}),
        ],
        5,
    )
    options = [
        {"value": f"v{n}", "label": {"da": each, "en": f"en {each}"}}
        for n, each in enumerate(labels)
    ]
    items = [column("o", outer), column("plain", {"kind": "text"})]
    return questionnaire_from(
        {
            "format": "model-forms/questionnaire/1",
            "id": "deep",
            "version": "1.0.0",
            "status": "draft",
            "languages": ["da", "en"],
            "title": text("Skema"),
            "sheet": text("Skema"),
            "purpose": text("Formål"),
            "missing": {"dont_know": text("Ved ikke"), "not_applicable": text("Andet")},
            "roles": [{"code": r, "label": text(r)} for r in ("police", "school")],
            "scales": [
                {
                    "id": "short",
                    "title": text("kort"),
                    "options": [
                        {"value": n, "label": text(f"Trin {n}")} for n in (0, 1)
                    ],
                },
                {"id": "tricky", "title": text("svær"), "options": options},
            ],
            "sections": [{"key": "s", "code": "S", "title": text("S"), "items": items}],
        }
    )


def packed(id):
    return model_forms.installed().get(id)


TABLED = st.one_of(
    st.builds(deep), st.sampled_from(["needs_analysis", "action_plan"]).map(packed)
)


def with_rows():
    return TABLED.flatmap(lambda q: st.tuples(st.just(q), responses(q)))


def saved(book):
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def codes(read):
    return {finding.code for finding in read.findings}


class TestRoundTrip:
    @settings(max_examples=40)
    @given(with_rows(), st.sampled_from(["da", "en"]))
    def test_rows_in_rows_survive_a_workbook(self, drawn, language):
        """Rows, their remarks and the rows inside them read back as they were."""
        questionnaire, response = drawn
        issue = Issue(language=language)
        data = model_forms.export(questionnaire, issue=issue, response=response)
        read = model_forms.import_(data, find=lambda _: questionnaire)

        assert codes(read) <= OWED
        assert bare(read.response.answers) == bare(response.answers)
        assert () == read.response.additions

    @settings(max_examples=40)
    @given(responses(packed("needs_analysis")), st.lists(words(), max_size=3))
    def test_proposals_nobody_took_up_change_nothing(self, response, texts):
        """Beside proposals the same answers come back, and each proposal is told."""
        proposals = [
            Proposal(item="needs", row=n, text=each, filled={"need_severity": n})
            for n, each in enumerate(texts)
        ]
        proposals.append(Proposal(item="need_disagreements", text="Se på det"))
        issue = Issue(proposals=tuple(proposals))
        data = model_forms.export("needs_analysis", issue=issue, response=response)
        read = model_forms.import_(data)
        told = [f for f in read.findings if f.code == "proposal-not-taken-up"]

        assert codes(read) <= OWED | {"proposal-not-taken-up"}
        assert len(texts) == len(told)
        assert bare(read.response.answers) == bare(response.answers)
        assert () == read.response.additions


def rows_of(sheet, count, width):
    """What stands in the visible columns of each row."""
    return [
        [sheet.cell(FIRST_ROW + n, c).value for c in range(2, width)]
        for n in range(count)
    ]


def put(sheet, rows, count, width):
    for n in range(max(count, len(rows))):
        for c in range(2, width):
            value = rows[n][c - 2] if n < len(rows) else None
            sheet.cell(FIRST_ROW + n, c).value = value


class TestOrder:
    @settings(max_examples=40)
    @given(responses(packed("needs_analysis")), st.data())
    def test_rows_moved_deleted_and_spread_stay_themselves(self, response, data):
        """Any choice of the rows in any order, with gaps, gives exactly those rows."""
        questionnaire = packed("needs_analysis")
        given_rows = response.answers.get("needs")
        count = len(given_rows.value) if isinstance(given_rows, Given) else 0
        order = data.draw(st.permutations(range(count)))
        kept = order[: data.draw(st.integers(0, count))]
        gaps = data.draw(st.lists(st.integers(0, 2), min_size=count, max_size=count))
        book = openpyxl.load_workbook(
            io.BytesIO(model_forms.export(questionnaire, response=response))
        )
        (sheet_of,) = layout(questionnaire, None, "da").tables
        sheet, width = book[sheet_of.name], sheet_of.bookend_column
        rows = rows_of(sheet, count, width)
        moved = []
        for place, gap in zip(kept, gaps, strict=False):
            moved += [[None] * (width - 2)] * gap + [rows[place]]
        put(sheet, moved, count, width)
        read = model_forms.import_(saved(book))
        found = read.response.answers.get("needs")
        seen = bare(read.response.answers).get("needs")

        assert codes(read) <= OWED
        if kept:
            whole = bare({"needs": given_rows})["needs"]
            expected = tuple(whole.value[place] for place in kept)
            assert expected == seen.value
        else:
            assert not isinstance(found, Given)

    @settings(max_examples=40)
    @given(responses(deep()), st.data())
    def test_inner_rows_follow_their_row(self, response, data):
        """Rows sorted on every sheet keep what belongs to them, in its new order."""
        questionnaire = deep()
        book = openpyxl.load_workbook(
            io.BytesIO(model_forms.export(questionnaire, response=response))
        )
        orders = {}
        for each in layout(questionnaire, None, "da").tables:
            sheet = book[each.name]
            number = each.places[each.columns[-1].key] + 1
            count = 40
            rows = rows_of(sheet, count, number)
            used = [n for n, row in enumerate(rows) if any(row)]
            order = data.draw(st.permutations(used))
            put(sheet, [rows[n] for n in order], count, number)
            orders[each.path] = order
        read = model_forms.import_(saved(book), find=lambda _: questionnaire)

        assert codes(read) <= OWED
        assert gathered(bare(read.response.answers)) == gathered(bare(response.answers))


def gathered(answers):
    """Answers with the rows of tables in one order, whatever theirs is."""
    found = {}
    for key, answer in answers.items():
        value = getattr(answer, "value", None)
        found[key] = answer
        if isinstance(value, tuple) and value and isinstance(value[0], dict):
            rows = sorted(str(gathered(row)) for row in value)
            found[key] = evolve(answer, value=tuple(rows))
    return dict(sorted(found.items()))


PROPOSED = Issue(
    role="coordinator",
    proposals=(
        Proposal(item="needs", row=0, text="Et forslag", filled={"need_severity": 3}),
    ),
)


def issued(id):
    """What a form is issued for: only the needs have something proposed."""
    return PROPOSED if id == "needs_analysis" else Issue(role="coordinator")


@cache
def filled(id):
    """A file with two rows in each table, and what they say."""
    questionnaire = packed(id)
    grid = layout(questionnaire, "coordinator", "da", issued(id))
    book = openpyxl.load_workbook(io.BytesIO(model_forms.export(id, issue=issued(id))))
    for sheet_of in grid.tables:
        for row in (FIRST_ROW, FIRST_ROW + 2):
            for each in sheet_of.fields:
                place = sheet_of.places[each.key]
                value = each.line.labels[row % 2] if each.line.labels else f"ord {row}"
                if each.line.want == "date":
                    value = f"0{row - 8}-02-2027"
                book[sheet_of.name].cell(row, place).value = value
            parent = sheet_of.of_kind("parent")
            if parent:
                book[sheet_of.name].cell(row, sheet_of.places[parent.key]).value = 1
    return saved(book)


class TestNothingLost:
    @settings(max_examples=60)
    @given(st.sampled_from(["needs_analysis", "action_plan"]), st.data())
    def test_words_typed_anywhere_on_a_table_are_kept_or_told(self, id, data):
        """Each typed cell is an answer, a remark, an addition or a finding."""
        book = openpyxl.load_workbook(io.BytesIO(filled(id)))
        tables = layout(packed(id), "coordinator", "da", issued(id)).tables
        places = st.tuples(
            st.sampled_from([each.name for each in tables]),
            st.integers(1, 40),
            st.integers(2, 32),
        )
        typed = data.draw(st.dictionaries(places, words(20), min_size=1, max_size=6))
        for (name, row, place), said in typed.items():
            cell = book[name].cell(row, place)
            cell.value, cell.data_type = said, "s"
        read = model_forms.import_(saved(book))
        told = {(f.place.sheet, f.place.cell) for f in read.findings}
        quoted = " ".join(w for f in read.findings for _, w in f.message.words)
        answers = read.response.answers if read.response else {}
        kept = f"{answers} {[each.text for each in read.response.additions]}"

        for (name, row, place), said in typed.items():
            assert (
                said in kept
                or repr(said)[1:-1] in kept
                or (name, a1(row, place)) in told
                or said in quoted
            )


def swap_columns(sheet, one, other):
    for row in range(1, sheet.max_row + 1):
        a, b = sheet.cell(row, one), sheet.cell(row, other)
        a.value, b.value = b.value, a.value


def clear_row(row):
    def edit(sheet, one, _):
        for cell in sheet[row]:
            cell.value = None

    return edit


def copy_head(row):
    def edit(sheet, one, other):
        sheet.cell(row, one).value = sheet.cell(row, other).value

    return edit


def shift_right(sheet, one, _):
    for place in range(sheet.max_column + 1, one, -1):
        sheet.cell(FIRST_ROW, place).value = sheet.cell(FIRST_ROW, place - 1).value
    sheet.cell(FIRST_ROW, one).value = None


EDITS = {
    "swap columns": swap_columns,
    "no keys": clear_row(KEYS_ROW),
    "no codes": clear_row(KEYS_ROW + 1),
    "no heads": clear_row(KEYS_ROW + 2),
    "no notes": clear_row(KEYS_ROW + 3),
    "key copied": copy_head(KEYS_ROW),
    "code copied": copy_head(KEYS_ROW + 1),
    "head copied": copy_head(KEYS_ROW + 2),
    "row shifted": shift_right,
    "column inserted": lambda sheet, one, _: sheet.insert_cols(one),
    "column deleted": lambda sheet, one, _: sheet.delete_cols(one),
    "row above": lambda sheet, one, _: sheet.insert_rows(1 + one % 9),
    "renamed": lambda sheet, one, _: setattr(sheet, "title", f"Ark {one}"),
    "copied": lambda sheet, one, _: sheet.parent.copy_worksheet(sheet),
}


class TestNeverSilentlyWrong:
    @settings(max_examples=50)
    @given(
        st.sampled_from(["needs_analysis", "action_plan"]),
        st.lists(
            st.tuples(
                st.sampled_from(sorted(EDITS)), st.integers(2, 16), st.integers(2, 16)
            ),
            max_size=2,
        ),
    )
    def test_an_edited_table_gives_the_typed_answers_or_none(self, id, todo):
        """Every answer that is handed on is the one typed at that question."""
        truth = model_forms.import_(filled(id)).response.answers
        book = openpyxl.load_workbook(io.BytesIO(filled(id)))
        name = layout(packed(id), "coordinator", "da", issued(id)).tables[0].name
        sheet = book[name]
        for what, one, other in todo:
            EDITS[what](sheet, one, other)
        read = model_forms.import_(saved(book))
        found = bare(read.response.answers) if read.response else {}

        for key, answer in found.items():
            if isinstance(answer, Given):
                known = bare(truth)[key].value
                for row in answer.value:
                    assert any(agrees(row, each) for each in known)
        if read.accepted:
            assert bare(truth) == found


def agrees(row, known):
    """Whether nothing in a row differs from a row that was typed."""
    return all(
        key in known
        and (
            getattr(answer, "value", None) == getattr(known[key], "value", None)
            or not isinstance(answer, Given)
            or (
                isinstance(answer.value[0] if answer.value else 0, dict)
                and len(answer.value) <= len(known[key].value)
            )
        )
        for key, answer in row.items()
    )
