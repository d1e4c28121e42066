"""Measure edited forms, and scores: ``python tests/measure.py --help``."""

import sys

from equality import measure as equality
from returns import measure as returns

if __name__ == "__main__":
    failed = returns.main()
    if "--all" in sys.argv:
        failed = max(failed, equality.main())
    sys.exit(failed)
