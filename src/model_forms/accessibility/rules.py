"""Every rule there is, each once."""

from __future__ import annotations

from model_forms.accessibility.rule import Rule
from model_forms.accessibility.rules_order import ORDER
from model_forms.accessibility.rules_shown import SHOWN
from model_forms.accessibility.rules_structure import STRUCTURE
from model_forms.accessibility.rules_told import TOLD

RULES: tuple[Rule, ...] = (*TOLD, *STRUCTURE, *ORDER, *SHOWN)
"""The rules in the order in which they are told."""
