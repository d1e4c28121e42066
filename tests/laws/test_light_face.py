"""Law 10: importing the face loads neither a file format nor a plug-in."""

import json
import os
import subprocess
import sys

import pytest

HEAVY = {
    "openpyxl", "xlsxwriter", "docx", "jsonschema", "cattrs", "attrs", "attr", "babel",
    "stdnum", "click", "rich", "hypothesis", "model_forms_excel", "model_forms_word",
    "model_forms_prevention", "numpy",
}  # fmt: skip
LATER = {
    "import model_forms.typing": HEAVY,
    "from model_forms import ModelFormsError, Text": HEAVY - {"attrs", "attr"},
    "from model_forms import Response, Questionnaire, score_response": HEAVY
    - {"attrs", "attr"},
    "from model_forms import assess": {
        "openpyxl", "xlsxwriter", "docx", "babel", "click", "rich", "hypothesis",
        "model_forms_excel", "model_forms_word", "model_forms_prevention", "numpy",
    },
}  # fmt: skip


def loaded(code):
    """The modules that running *code* in a fresh interpreter adds."""
    script = (
        "import json, sys\nbefore = set(sys.modules)\n"
        f"{code}\nnew = set(sys.modules) - before\n"
        "print(json.dumps(sorted(new - {'__future__'})))"
    )
    # A run that measures coverage would load modules of its own in there.
    plain = {key: each for key, each in os.environ.items() if not key.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True, check=True, text=True, env=plain,
    )  # fmt: skip
    return json.loads(done.stdout)


class TestImport:
    def test_the_face_alone_loads_nothing_else(self):
        """Not even typing or re: only the package itself."""
        assert ["model_forms"] == loaded("import model_forms")

    @pytest.mark.parametrize("code", LATER)
    def test_a_name_loads_no_more_than_it_needs(self, code):
        """Values and verbs load no file format and no plug-in."""
        roots = {each.partition(".")[0] for each in loaded(code)}

        assert set() == roots & LATER[code]

    def test_listing_what_is_there_does_not_load_it(self):
        """dir() and the list of names import nothing."""
        code = "import model_forms; dir(model_forms); model_forms.__all__"

        assert ["model_forms"] == loaded(code)
