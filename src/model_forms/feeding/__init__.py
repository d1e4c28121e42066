"""The tools feed each other: what an earlier one proposes for the next. Pure."""

from model_forms.feeding.propose import Fed, propose

__all__ = ["Fed", "propose"]
