"""Run the measuring of edited forms: ``python tests/measure.py --help``."""

import sys

from returns.measure import main

if __name__ == "__main__":
    sys.exit(main())
