"""What was sent out and what came back: a record that decides, when there is one."""

from __future__ import annotations

from model_forms.ledger.document import ledger_from, ledger_to
from model_forms.ledger.values import Issued, Ledger, Return

__all__ = ["Issued", "Ledger", "Return", "ledger_from", "ledger_to"]
