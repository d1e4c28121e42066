"""Guides: texts in a pack that show what its questionnaires hold, as documents."""
