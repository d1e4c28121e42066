"""
Everything that the library writes, once each: what the same input must give again.

As a program it prints the digest of each, to be compared between machines.
"""

import json
import sys
from datetime import date
from functools import cache, partial
from hashlib import sha256
from io import BytesIO

import model_forms
from model_forms.codec import questionnaire_to
from model_forms.example import embedded
from model_forms.plugins import samples
from model_forms.programme import plan

MAPPING, NEEDS, DAY = "area_mapping", "needs_analysis", date(2026, 12, 1)
ISSUE = model_forms.Issue(
    role="police", respondent="Lokalpolitiet", area="Søparken", round="2026-11"
)
GROUP = model_forms.Issue(respondent="Gruppen", area="Søparken", round="2026-12")


@cache
def returned(saved):
    """The example's form from one partner, and what was read in it."""
    found = (*embedded().returned, *embedded().first_tries)
    data = next(each for each in found if each.name == saved).read_bytes()
    return data, model_forms.import_(data)


@cache
def assessment():
    """The assessment of the example's main step, with the round before."""
    step = embedded()
    read = [model_forms.import_(each.read_bytes()).response for each in step.returned]
    return model_forms.assess(
        [each for each in read if each is not None], before=step.before, today=DAY
    )


def to_file(write):
    """What *write* puts into the file that it is given."""
    file = BytesIO()
    write(file)
    return file.getvalue()


def form(name, issue, format, **more):
    """A form that is still empty."""
    return model_forms.export(name, issue=issue, format=format, **more)


def filled(format):
    """A form that is filled in already."""
    _, imported = returned("police.xlsx")
    return form(MAPPING, ISSUE, format, response=imported.response)


def report(language, format, **more):
    """What the responses say together."""
    found = assessment()
    return model_forms.write_report(found, language=language, format=format, **more)


def receipt(format):
    """What was read in a form."""
    _, imported = returned("school.xlsx")
    return model_forms.receipt(imported, format=format)


def marked():
    """A form with what is wrong marked in it."""
    data = embedded().first_tries[0].read_bytes()
    found = model_forms.mark_up(data, model_forms.import_(data))
    assert found is not None
    return found


def responses():
    """The responses, as they are kept."""
    read = [returned(name)[1] for name in ("police.xlsx", "ssp.xlsx")]
    return to_file(lambda file: model_forms.write_responses(read, file))


def definition():
    """A questionnaire, as it is kept."""
    found = questionnaire_to(model_forms.installed().get(MAPPING))
    return json.dumps(found, ensure_ascii=False).encode()


def difference(format):
    """What is new in a version."""
    pair = (f"{MAPPING}@1.0.0", f"{MAPPING}@1.1.0")
    return to_file(lambda file: model_forms.diff(*pair, file, format=format))


def wheel(format):
    """The annual wheel."""
    return to_file(lambda file: plan("2026-11", file, format=format))


WRITERS = {
    **{
        f"{name}-form{format}": partial(form, name, issue, format)
        for name, issue in ((MAPPING, ISSUE), (NEEDS, GROUP))
        for format in (".xlsx", ".docx")
    },
    **{f"filled{format}": partial(filled, format) for format in (".xlsx", ".docx")},
    **{
        f"report-{language}{format}": partial(report, language, format)
        for language in ("da", "en")
        for format in (".xlsx", ".docx")
    },
    **{f"receipt{format}": partial(receipt, format) for format in (".xlsx", ".docx")},
    **{
        f"difference{format}": partial(difference, format)
        for format in (".xlsx", ".docx")
    },
    **{f"wheel{format}": partial(wheel, format) for format in (".xlsx", ".docx")},
    "printed.docx": partial(model_forms.print_form, MAPPING, format=".docx"),
    "handout.docx": partial(model_forms.guide, "handout", format=".docx"),
    "one-pager.docx": partial(model_forms.guide, "one_pager", format=".docx"),
    **{f"template{suffix}": partial(samples().get, suffix) for suffix in samples()},
    **{
        f"housed-form{suffix}": partial(form, MAPPING, ISSUE, suffix, template=template)
        for suffix, template in samples().items()
    },
    **{
        f"housed-report{suffix}": partial(report, "da", suffix, template=template)
        for suffix, template in samples().items()
    },
    "marked.xlsx": marked,
    "responses.jsonl": responses,
    "questionnaire.json": definition,
}

if __name__ == "__main__":
    written = {name: write() for name, write in WRITERS.items()}
    digests = {name: sha256(data).hexdigest() for name, data in written.items()}
    json.dump(digests, sys.stdout)
