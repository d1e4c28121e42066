"""How fast scores are worked out: ``python run.py bench scoring``."""

from __future__ import annotations

from benchmarks.scoring.against_peers import against_peers
from benchmarks.scoring.columns import columns
from benchmarks.scoring.mapping import mapping
from benchmarks.scoring.panels import panels


def scoring() -> None:
    """Print all ratios of scoring."""
    mapping()
    against_peers()
    panels()
    columns()
