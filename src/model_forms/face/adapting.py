"""Questionnaires as a municipality has adapted them."""

from __future__ import annotations

from model_forms.adaptation import adapted, read_adaptation
from model_forms.adaptation.document import unknown_base
from model_forms.catalog import installed
from model_forms.documents import name_of
from model_forms.errors import DefinitionRejected
from model_forms.questionnaire import Adaptation, Questionnaire
from model_forms.typing import Find, Readable


def adapt(
    adaptation: Adaptation | Readable, *, find: Find | None = None
) -> Questionnaire:
    """
    Return the questionnaire that a local *adaptation*, or a file of one, makes.

    Its base is looked for among the installed ones, or by *find*. To read sheets that
    were made from it, hand ``installed().with_local(adapted).find`` to `import_` and
    `assess`. Raises UnreadableDocument, and DefinitionRejected with everything that
    is wrong, each at its change.
    """
    name = str(adaptation)
    if not isinstance(adaptation, Adaptation):
        name, adaptation = name_of(adaptation), read_adaptation(adaptation)
    base = (find or installed().find)(adaptation.base)
    if base is None:
        raise DefinitionRejected(name, (unknown_base(adaptation),))
    return adapted(base, adaptation)
