"""The example that a pack embeds: its road from the first form to the last report."""

from model_forms.example.road import (
    Demo,
    Embedded,
    Road,
    Step,
    embedded,
    prefill,
    road,
    run,
)

__all__ = ["Demo", "Embedded", "Road", "Step", "embedded", "prefill", "road", "run"]
