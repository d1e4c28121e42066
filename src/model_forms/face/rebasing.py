"""A local adaptation carried to another version of the questionnaire it changes."""

from __future__ import annotations

from model_forms.adaptation.document import read_adaptation, unknown_base
from model_forms.adaptation.rebase import Rebased, Settle
from model_forms.adaptation.rebase import rebase as rebased
from model_forms.catalog import installed
from model_forms.documents import name_of
from model_forms.errors import DefinitionRejected, NotComparable
from model_forms.face.named import Named, resolved
from model_forms.migrations import migrations
from model_forms.questionnaire import Adaptation, Questionnaire
from model_forms.text import Text, both
from model_forms.typing import Find, Readable
from model_forms.versions.way import path_between


def rebase(
    adaptation: Adaptation | Readable,
    to: Named,
    *,
    settle: Settle | None = None,
    find: Find | None = None,
) -> Rebased:
    """
    Return *adaptation*, or the one in a file, as an adaptation of the version *to*.

    Each change is held against what the new version did at the same place. What both
    have changed is a conflict, told in words, unless *settle* decides for the
    ``"local"`` or the ``"national"`` side. Raises DefinitionRejected when the
    adaptation has errors, and NotComparable when *to* is another questionnaire.
    """
    name = str(adaptation)
    if not isinstance(adaptation, Adaptation):
        name, adaptation = name_of(adaptation), read_adaptation(adaptation)
    one = (find or installed().find)(adaptation.base)
    if one is None:
        raise DefinitionRejected(name, (unknown_base(adaptation),))
    other = resolved(to)
    if other.id != one.id:
        raise NotComparable(_another(one, other))
    path = path_between(migrations(), one, other) or ()
    return rebased(adaptation, one, other, path, settle=settle)


def _another(one: Questionnaire, other: Questionnaire) -> Text:
    return both(
        f"Tilpasningen er af {one.ref}, ikke af {other.ref}.",
        f"The adaptation is of {one.ref}, not of {other.ref}.",
    )
