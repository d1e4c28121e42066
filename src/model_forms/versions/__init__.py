"""Versions of one questionnaire: how they differ, and how answers are carried over."""
