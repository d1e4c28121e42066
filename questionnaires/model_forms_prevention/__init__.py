"""The Danish prevention model for vulnerable housing areas: questionnaires as data."""
