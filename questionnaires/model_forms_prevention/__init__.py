"""The Danish model for prevention in vulnerable housing areas: questionnaires and cases as data."""
