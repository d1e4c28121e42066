"""What a results workbook says, and what the engine says: for tests to compare."""

import io
import re
import zipfile

import openpyxl

from model_forms.scoring.explain import withheld_words

_CACHED = re.compile(rb'(<c [^>]*?)(?: t="str")?>(<f>.*?</f>)<v>[^<]*</v>', re.DOTALL)


def without_values(data):
    """The same workbook as nobody had worked it out, so that a program must."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = _CACHED.sub(rb"\1>\2", part)
            new.writestr(name, part)
    return stream.getvalue()


def opened(data, *, formulas=False):
    """The workbook, with what its formulas came to."""
    return openpyxl.load_workbook(io.BytesIO(data), data_only=not formulas)


def at(book, address):
    """What stands at an address such as 'Svar'!$C$7; nothing is the empty text."""
    sheet, _, cell = address.rpartition("!")
    name = sheet.removeprefix("'").removesuffix("'").replace("''", "'")
    value = book[name][cell.replace("$", "")].value
    return "" if value is None else value


def said(book, cells):
    """What each result of a score says."""
    return {name: at(book, address) for name, address in cells.items()}


def expected(questionnaire, result, language="da"):
    """What each result of a score should say, from the engine."""
    score = questionnaire.score[result.id]
    bands = questionnaire.band_set.get(score.bands or "")
    labels = {e.code: e.label.get(language) for e in bands.bands} if bands else {}
    reason = withheld_words(result.withheld).get(language) if result.withheld else ""
    of, gap = ("af", "videnshul") if language == "da" else ("of", "knowledge gap")
    return {
        "reason": reason,
        "value": "" if result.value is None else float(result.value),
        "shown": "" if result.shown is None else result.shown,
        "band": labels.get(result.band, result.band or ""),
        "base": f"{result.base.answered} {of} {result.base.items}",
        "roles": result.base.roles,
        "coverage": "" if result.coverage is None else float(result.coverage),
        "gap": gap if result.knowledge_gap else "",
    }


def same(left, right):
    """Whether two values are the same, but for binary noise in numbers."""
    numbers = (int, float)
    if isinstance(left, numbers) and isinstance(right, numbers):
        return abs(left - right) < 1e-9
    return left == right


def differences(questionnaire, book, places, language="da"):
    """Each result that the workbook has otherwise than the engine."""
    for each in places.scores:
        told, wanted = (
            said(book, each.cells),
            expected(questionnaire, each.result, language),
        )
        for name, value in wanted.items():
            if not same(told[name], value):
                yield each.kind, each.case.name, each.score, name, told[name], value
    matrices = {each.id: each for each in questionnaire.matrices}
    for each in places.matrices:
        wanted = matrices[each.matrix].cell(each.code).label.get(language)
        if at(book, each.cell) != wanted:
            yield each.kind, each.subject, at(book, each.cell), wanted


def formulas_that_differ(data, recalculated):
    """Each formula whose stored value is not what a program makes of it."""
    written, stored, found = opened(data, formulas=True), opened(data), recalculated
    for sheet in written:
        for row in sheet.iter_rows():
            for cell in row:
                if not (isinstance(cell.value, str) and cell.data_type == "f"):
                    continue
                pair = [
                    each[sheet.title][cell.coordinate].value for each in (stored, found)
                ]
                left, right = ("" if each is None else each for each in pair)
                if not same(_plain(left), _plain(right)):
                    yield sheet.title, cell.coordinate, left, right, cell.value


def _plain(value):
    """A decimal comma in a text is the program's own language."""
    return value.replace(",", ".") if isinstance(value, str) else value
