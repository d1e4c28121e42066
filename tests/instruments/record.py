"""
Records what other people's programs make of random answers to the instruments.

    python record.py biopsykit              with biopsykit installed
    python record.py camcops                with camcops-server installed
    python record.py clincalc               with clincalc installed
    python record.py psy PATH               a copy of github.com/Synexiun/psy
    python record.py schoolproblems PATH    of github.com/philippberens/schoolproblems
    python record.py samm PATH              of github.com/owaspsamm/toolbox-spreadsheet

Each program is heavy or is no package at all, so what it answers is kept in the folder
``recorded``, and the tests compare that with the engine. Nothing of the project is
needed here, so each program can have an environment of its own. The last two also need
R (with car) and LibreOffice (with openpyxl).
"""

import sys

from copies import psy, schoolproblems
from packages import biopsykit, camcops, clincalc
from toolbox import samm

PROGRAMS = (biopsykit, camcops, clincalc, psy, schoolproblems, samm)

if __name__ == "__main__":
    {each.__name__: each for each in PROGRAMS}[sys.argv[1]](*sys.argv[2:])
