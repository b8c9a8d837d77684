"""Makes the preview's search index in its own process; prints the project's problems.

python -m caridulu.site.serve.index_worker FOLDER
"""

import sys
from pathlib import Path

from caridulu.knowledge import load
from caridulu.knowledge.problem import stopping
from caridulu.knowledge.text_cache import text_cache
from caridulu.site.build.build_date import build_date
from caridulu.site.build.pipeline import check_project, make_index
from caridulu.site.serve.live_site import CACHE


def main(root: Path) -> None:
    """Writes the index into the preview's cache."""
    loaded = load(root, today=build_date())
    if not loaded.ok or loaded.knowledge is None:  # changed again, perhaps half saved
        return
    with text_cache(root, CACHE) as cache:
        make_index(loaded.knowledge, cache=cache)
    for problem in stopping(check_project(loaded, root=root)):
        sys.stdout.write(f"{problem.text()}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
