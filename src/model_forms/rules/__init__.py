"""Scoring rules as data: one module per kind, each with range, value and words."""
