"""What a page of the preview costs after a change, with and without kept templates.

python -m tests.benchmarks.preview [--rounds N]
"""

import argparse
import time
from statistics import median
from unittest.mock import patch

from jinja2 import BytecodeCache

from caridulu.site.build.render_site import SiteRenderer
from caridulu.site.html import templates
from tests.site.sample_office import FAKE_SEARCH, KEPT, KNOWLEDGE, TODAY


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    seconds()  # what any first page takes
    used, missing = [], []
    for _ in range(options.rounds):
        used.append(seconds())
        with patch.object(templates, "COMPILED", _Nothing()):
            missing.append(seconds())
    print(f"{median(used) * 1000:.0f} ms with, {median(missing) * 1000:.0f} ms without")


class _Nothing(BytecodeCache):
    def load_bytecode(self, bucket: object) -> None:
        pass

    def dump_bytecode(self, bucket: object) -> None:
        pass


def seconds() -> float:
    """Processor time of the first page after a change."""
    began = time.process_time()
    SiteRenderer(KNOWLEDGE, today=TODAY, search=FAKE_SEARCH, cache=KEPT).content("")
    return time.process_time() - began


if __name__ == "__main__":
    main()
