"""What visits in the browser share: page types to look at, searching, and waiting."""

from collections.abc import Callable
from typing import Any

import pytest

ENGLISH = ".tongue[lang=id]:not([data-stays])"  # stands once a page is in its English frame
STORING = 120_000  # ms; a busy computer stores slowly: this only guards against hanging

Open = Callable[..., Any]

PAGES = {
    "home": "",
    "entry": "kb/biaya-konsultasi/",
    "category": "kategori/konsultasi/",
    "categories": "kategori/",
    "letters": "a-z/",
    "search": "cari/",
    "hits": "cari/?q=konsul+bayar+brp",
    "nothing": "cari/?q=xqzvw+plorfk",
    "service": "layanan/konsultasi-statistik/",
    "contact": "kontak/",
    "complaint": "pengaduan/",
    "not found": "404.html",
    "english": "en/",
    "english nothing": "en/search/?q=xqzvw+plorfk",
    "english contact": "en/contact/",
    "english around an entry": "kb/biaya-konsultasi/#en",
}

MAIN_PAGES = {
    name: PAGES[name] for name in ("home", "entry", "search", "service", "contact", "english")
}

# The sum of all layout shifts so far.
SHIFTED = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) sum += each.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 300);
})"""

# The same without what follows a key or a tap within half a second, as Chromium counts it.
SHIFTED_LATE = SHIFTED.replace("sum += each.value", "if (!each.hadRecentInput) sum += each.value")


def search(page: Any, words: str) -> Any:
    """Types ``words`` and waits until what follows stands."""
    page.fill("#q", words)
    page.wait_for_selector("#hasil[aria-busy=false] h2")
    return page.locator("#hasil")


def slow_line(page: Any, path: str) -> Any:
    """Opens a site path at 400 kbit/s and 400 ms, from a page of the site that lies at its root."""
    line = {"latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}  # ms, bytes/s
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {"offline": False, **line})
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.goto(page.url.replace("404.html", path))
    return page


def until(page: Any, condition: str) -> None:
    """Waits for a condition on the page; Playwright's own waiting is stopped by a strict CSP."""
    for _ in range(2_400):  # two minutes, which only guard against hanging
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never true: {condition}")
