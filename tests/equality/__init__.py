"""
Scores as a spreadsheet program works them out, held against the engine's.

Workbooks are made with formulas and without any result in them, a real program works
them out, and every score is compared: its value, what is shown, its band in words,
why it is withheld, its coverage, and where a matrix places it.
"""
