"""How soon a page can be read, and searched, on a slow line.

    python tests/benchmarks/first_paint.py [--visits N] [--json]

400 kbit/s and 400 ms, as on the edge of a village's mobile coverage; the system's Chromium, nothing
cached, the median of N visits. "painted" is the first contentful paint, "ready" how long after a
first touch of the search box the search is there; without its preload, the manifest would be asked
for only then. A busy computer is no slow line: run it alone.
"""

import argparse
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from caridulu.site.build.build_command import build_pages
from tests import ROOT
from tests.real_browser import ARGUMENTS
from tests.static_host import host

PAGES = {
    "home": "",
    "entry": "kb/biaya-konsultasi/",
    "search": "cari/",
    "service": "layanan/konsultasi-statistik/",
    "contact": "kontak/",
    "english": "en/",
}
SLOW = {"latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}  # ms, bytes/s
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
READY = """() => new Promise((resolve) => {
  const start = performance.now();
  const box = document.querySelector("#q");
  const results = document.querySelector("#hasil");
  new MutationObserver(() => {
    if (results.querySelector(".hits a")) resolve(performance.now() - start);
  }).observe(results, { childList: true, subtree: true });
  box.value = "apa itu inflasi";
  box.dispatchEvent(new Event("input"));
})"""


def visit(browser: Any, url: str) -> tuple[float, float]:
    """Measures one first visit: milliseconds until words are painted, and until hits stand."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})
    page.goto(url)
    page.wait_for_load_state("networkidle")
    figures = page.evaluate(PAINTED), page.evaluate(READY)
    context.close()
    return figures


def measure(visits: int) -> dict[str, dict[str, int]]:
    """Measures every kind of page of the real site, in milliseconds."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build_pages(ROOT, Path(folder, "site"))
        server = host(Path(folder, "site"))
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        rows = {}
        for name, address in PAGES.items():
            url = f"http://127.0.0.1:{server.server_port}/{address}"
            painted, ready = zip(*(visit(browser, url) for _ in range(visits)), strict=True)
            rows[name] = {"painted": round(median(painted)), "ready": round(median(ready))}
        browser.close()
        server.shutdown()
        server.server_close()
    return rows


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visits", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    rows = measure(options.visits)
    if options.json:
        print(json.dumps(rows))
        return
    for name, row in rows.items():
        print(f"{name:8} painted {row['painted']:5} ms, ready {row['ready']:5} ms")


if __name__ == "__main__":
    main()
