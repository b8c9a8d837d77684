"""``python -m caridulu``: the same as ``caridulu``."""

import sys

from caridulu.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
