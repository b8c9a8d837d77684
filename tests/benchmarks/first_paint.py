"""How soon a page can be read, and searched, on a slow line.

    python -m tests.benchmarks.first_paint [--visits N] [--json]

A phone's slow line and one on the edge of a village's mobile coverage, a processor that is four
times slower; the system's Chromium, nothing cached, the median of N visits. "painted" is the first
contentful paint, "hits" how long after the first key of a question the first hits are there. The
address of a search has its hits from the start: there it is counted from the beginning of the
visit. A busy computer is no slow line: run it alone.
"""

import argparse
import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from caridulu.site.build.build_command import build_pages
from tests import ROOT
from tests.browser.visiting import MAIN_PAGES
from tests.real_browser import ARGUMENTS
from tests.static_host import host

PAGES = {**MAIN_PAGES, "shared search": "cari/?q=apa+itu+inflasi"}
LINES = {"1.6 Mbit/s, 150 ms": (150, 200_000), "400 kbit/s, 400 ms": (400, 50_000)}  # ms, bytes/s
SLOWER = 4  # times, the processor
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
ASK = """() => {
  globalThis.began = performance.now();
  const box = document.querySelector("#q");
  box.focus();
  box.value = "apa itu inflasi";
  box.dispatchEvent(new Event("input"));
}"""
NOTE = """new MutationObserver((changes, observer) => {
  if (!document.querySelector("#hasil .hits a")) return;
  globalThis.found = performance.now();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true })"""
WAITED = "globalThis.found - (globalThis.began ?? 0)"


@dataclass(frozen=True)
class Phone:
    """A browser that waits as a cheap phone does."""

    browser: Any
    latency: int  # ms
    throughput: int  # bytes/s

    def visit(self, url: str) -> tuple[float, float]:
        """Measures a first visit in ms: until words are painted, and until hits stand."""
        context = self.browser.new_context(viewport={"width": 360, "height": 740})
        page = context.new_page()
        page.add_init_script(NOTE)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        line = {"downloadThroughput": self.throughput, "uploadThroughput": self.throughput}
        conditions = {"offline": False, "latency": self.latency, **line}
        session.send("Network.emulateNetworkConditions", conditions)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(url)
        page.wait_for_load_state("networkidle")
        if "?q=" not in url:
            page.evaluate(ASK)
        page.locator("#hasil .hits a").first.wait_for()
        figures = page.evaluate(PAINTED), page.evaluate(WAITED)
        context.close()
        return figures


def measure(visits: int) -> dict[str, dict[str, dict[str, int]]]:
    """Measures every kind of page of the real site on every line, in milliseconds."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build_pages(ROOT, Path(folder, "site"))
        server = host(Path(folder, "site"))
        base = f"http://127.0.0.1:{server.server_port}/"
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        rows = {line: rows_of(Phone(browser, *LINES[line]), base, visits) for line in LINES}
        browser.close()
        server.shutdown()
        server.server_close()
    return rows


def rows_of(phone: Phone, base: str, visits: int) -> dict[str, dict[str, int]]:
    """Measures every kind of page on one line."""
    rows = {}
    for name, address in PAGES.items():
        painted, hits = zip(*(phone.visit(base + address) for _ in range(visits)), strict=True)
        rows[name] = {"painted": round(median(painted)), "hits": round(median(hits))}
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
    for line, kinds in rows.items():
        print(line)
        for name, row in kinds.items():
            print(f"  {name:13} painted {row['painted']:5} ms, hits {row['hits']:5} ms")


if __name__ == "__main__":
    main()
