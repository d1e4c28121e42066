"""Every strategy of the tests: those that embedders have, and the installed packs."""

from hypothesis import strategies as st

import model_forms
from model_forms.testing import documents, panels, questionnaires, responses, words

__all__ = [
    "documents",
    "installed",
    "panels",
    "questionnaires",
    "responses",
    "with_panel",
    "with_response",
    "words",
]


def installed():
    """Any questionnaire of any installed pack that is answered, or a drawn one."""
    packed = [entry.read() for entry in model_forms.installed()]
    packed = [each for each in packed if each.individual is None]
    return st.sampled_from(packed) | questionnaires()


def with_response():
    """A questionnaire and a response that fits it."""
    return installed().flatmap(lambda q: st.tuples(st.just(q), responses(q)))


def with_panel():
    """A questionnaire and responses of several respondents."""
    return installed().flatmap(lambda q: st.tuples(st.just(q), panels(q)))
