"""Reading without a network: stored on the device, or from a folder."""

import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.visiting import STORING, Open, search, until
from tests.browser.weak_host import WeakHost

ENTRY = "kb/biaya-konsultasi/"
OLD = "Versi terbaru belum dapat diambil. Anda membaca salinan di perangkat ini per "

SLOW_LOOK = """(() => {
  const look = navigator.serviceWorker.getRegistration.bind(navigator.serviceWorker);
  navigator.serviceWorker.getRegistration = async (...given) => {
    await new Promise((end) => setTimeout(end, 1000));
    return look(...given);
  };
})()"""
LATE_NEWS = """(() => {
  const prototype = ServiceWorkerRegistration.prototype;
  const { get } = Object.getOwnPropertyDescriptor(prototype, "installing");
  let late = true;
  Object.defineProperty(prototype, "installing", {
    get() { return late ? null : get.call(this); },
  });
  const register = navigator.serviceWorker.register.bind(navigator.serviceWorker);
  navigator.serviceWorker.register = async (...given) => {
    const found = await register(...given);
    setTimeout(() => {
      late = false;
      found.dispatchEvent(new Event("updatefound"));
    }, 1000);
    return found;
  };
})()"""
UNSTORED = {
    "id": ("Halaman ini tidak tersimpan di perangkat Anda", "Semua topik"),
    "en": ("This page is not stored on your device", "All topics"),
}


@pytest.fixture
def weak_folder(small_site_folder: Path) -> Path:
    """Takes the small site; the whole one is stored in each engine, and beside another one."""
    return small_site_folder


def stored(open_page: Open, **options: Any) -> Any:
    page = open_page("luring/", **options)
    store(page)
    return page


def store(page: Any) -> None:
    """Stores the site; on a busy computer a connection may break, and a visitor presses again."""
    button = page.get_by_role("button", name="Simpan di perangkat ini")
    saved = page.get_by_text("Situs ini tersimpan di perangkat Anda.")
    failed = page.locator("#simpanan").get_attribute("data-failed")
    for _ in range(3):
        button.click()
        saved.or_(page.get_by_text(failed, exact=True)).wait_for(timeout=STORING)
        if saved.is_visible():
            return
    pytest.fail(page.locator("#simpanan").inner_text())


def update(page: Any) -> None:
    """What browsers do by themselves from time to time."""
    page.evaluate(
        "navigator.serviceWorker.ready.then(async (found) => void (await found.update()))"
    )


def publish(weak: WeakHost, *, changed: str = "", gone: Iterable[Path] = ()) -> None:
    """A new version on the server: one page says so, or some files are no longer part of it."""
    listing = json.loads((weak.folder / "simpanan.json").read_text("utf-8"))
    if changed:
        weak.change(f"{changed}index.html", "</h1>", " (diperbarui)</h1>")
        listing[changed] = "baru"
    for file in gone:
        file.unlink()
        listing.pop(file.relative_to(weak.folder).as_posix(), None)
    (weak.folder / "simpanan.json").write_text(json.dumps(listing), "utf-8")
    weak.change("sw.js", 'VERSION="', 'VERSION="0')


def test_a_folder_opens_without_a_server_search_included(stick: Callable[[str], Any]) -> None:
    page = stick("index.html")
    page.fill("#q", "konsul bayar brp")
    page.wait_for_selector(".hits a")
    page.locator(".hits a").first.click()
    page.wait_for_url("**/kb/biaya-konsultasi/index.html")
    page.fill("#q", "xqzvw plorfk")
    page.wait_for_selector("[data-channel=email] a")
    page.press("#q", "Enter")
    page.wait_for_url("**/cari/index.html?q=xqzvw+plorfk")
    page.wait_for_selector("#hasil h2")


def test_nothing_is_stored_before_the_visitor_asks(open_page: Open) -> None:
    page = open_page("luring/")
    page.get_by_text("Situs ini belum tersimpan.").wait_for()
    assert page.evaluate("caches.keys()") == []
    assert (
        page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    )


def test_the_button_is_seen_only_once_it_hears(open_page: Open, weak: WeakHost) -> None:
    """Looking for what is stored takes a while; a press in that while was lost."""
    page = open_page("", base=weak.url)
    page.add_init_script(SLOW_LOOK)
    page.goto(weak.url + "luring/")
    page.get_by_role("button", name="Simpan di perangkat ini").click()
    page.get_by_text("Sedang menyimpan").wait_for()


def test_a_stored_site_is_read_and_searched_without_network(
    open_page: Open, weak: WeakHost
) -> None:
    page = stored(open_page, base=weak.url)
    page.goto(weak.url + ENTRY)
    weak.stop()
    page.goto(weak.url + ENTRY)
    assert OLD in page.inner_text(".saved")
    page.fill("#q", "apa itu inflasi")
    page.wait_for_selector(".hits a")
    page.press("#q", "Enter")
    page.wait_for_url("**/cari/?q=apa+itu+inflasi")
    page.wait_for_selector(".hits a")
    kept = page.evaluate("""async () => {
      const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const requests = await Promise.all(stores.map((store) => store.keys()));
      return requests.flat().map(({ url }) => url);
    }""")
    assert kept
    assert not [url for url in kept if "?" in url], "a search outlives its tab"


def test_with_a_network_nothing_stored_passes_for_new(open_page: Open, weak: WeakHost) -> None:
    """Not even what the browser's own cache holds to be fresh, for want of better advice."""
    page = stored(open_page, base=weak.url)
    page.goto(weak.url + ENTRY)
    weak.change(f"{ENTRY}index.html", "</h1>", " (diperbarui)</h1>")
    page.goto(weak.url + "kontak/")
    page.goto(weak.url + ENTRY)
    assert page.evaluate("navigator.serviceWorker.controller !== null")
    assert page.inner_text("h1").endswith(" (diperbarui)")
    assert not page.locator(".saved").count()


@pytest.mark.parametrize("path", ["baru.html", "kb/baru/", "kb/baru/lama/index.html?q=#en"])
def test_what_is_not_stored_says_so_at_any_address(
    open_page: Open, weak: WeakHost, path: str
) -> None:
    page = stored(open_page, base=weak.url)
    weak.stop()
    page.goto(weak.url + path)
    title, topics = UNSTORED["en" if path.endswith("#en") else "id"]
    page.get_by_role("heading", name=title).wait_for()
    assert page.url == weak.url + path
    assert page.title() == f"{title} · Kantor Statistik Contoh"
    assert not page.locator(".saved").count()  # a date would be that of another page
    search(page, "inflasi")
    page.keyboard.press("Escape")  # on a small screen search fills it
    page.locator("main .links a").first.click()
    page.get_by_role("heading", name=topics).wait_for()


def test_an_old_address_leads_on_without_network(open_page: Open, weak: WeakHost) -> None:
    page = stored(open_page, base=weak.url)
    weak.stop()
    page.goto(f"{weak.url}kb/jam-jawab/")
    page.wait_for_url("**/kb/lama-jawaban-daring/")
    assert OLD in page.inner_text(".saved")


@pytest.mark.parametrize("line", ["hangs", "overloaded"])
def test_a_weak_line_does_not_hide_the_stored_page(
    open_page: Open, weak: WeakHost, line: str
) -> None:
    page = stored(open_page, base=weak.url)
    weak.line = line
    page.goto(weak.url + ENTRY)  # within ten seconds
    assert OLD in page.inner_text(".saved")


def test_who_asks_for_the_newest_page_waits_for_it(open_page: Open, weak: WeakHost) -> None:
    page = stored(open_page, base=weak.url)
    weak.change(f"{ENTRY}index.html", "</h1>", " (diperbarui)</h1>")
    weak.line = "slow"
    page.goto(weak.url + ENTRY)
    page.get_by_role("button", name="Muat ulang").click()
    page.get_by_role("heading", name="(diperbarui)").wait_for()
    assert not page.locator(".saved").count()


def test_what_is_not_stored_is_waited_for(open_page: Open, weak: WeakHost) -> None:
    page = stored(open_page, base=weak.url)
    shutil.copytree(weak.folder / ENTRY, weak.folder / "kb" / "entri-baru")
    weak.line = "slow"
    page.goto(f"{weak.url}kb/entri-baru/")
    assert page.inner_text("h1") == "Apakah konsultasi statistik dipungut biaya?"
    assert not page.locator(".saved").count()


def test_what_is_stored_can_be_removed_and_stored_again(open_page: Open, weak: WeakHost) -> None:
    page = stored(open_page, base=weak.url)
    page.get_by_role("button", name="Hapus salinan").click()
    page.get_by_text("Situs ini belum tersimpan.").wait_for()
    search(page, "inflasi")  # still through the worker, which ends with the page
    assert page.evaluate("caches.keys()") == []
    page.keyboard.press("Escape")  # on a small screen search fills it
    store(page)
    assert not page.locator(".saved").count()  # this is no news to who has just stored it
    weak.stop()
    page.goto(weak.url + ENTRY)
    assert OLD in page.inner_text(".saved")


def test_a_storing_that_goes_on_is_not_called_stored(open_page: Open, weak: WeakHost) -> None:
    weak.line, weak.troubled = "hangs", "/kb/"
    page = open_page("luring/", base=weak.url)
    page.get_by_role("button", name="Simpan di perangkat ini").click()
    until(page, "navigator.serviceWorker.getRegistration().then((found) => !!found?.installing)")
    page.reload()
    page.get_by_text("Sedang menyimpan …").wait_for()
    weak.line = "good"
    page.get_by_text("Situs ini tersimpan di perangkat Anda.").wait_for(timeout=STORING)


def test_a_storing_that_fails_leaves_nothing_and_can_be_tried_again(
    open_page: Open, weak: WeakHost
) -> None:
    page = open_page("luring/", base=weak.url)
    weak.line, weak.troubled = "overloaded", ENTRY
    page.get_by_role("button", name="Simpan di perangkat ini").click()
    page.get_by_text("Belum berhasil disimpan.").wait_for(timeout=STORING)
    assert page.evaluate("caches.keys()") == []
    weak.line = "good"
    store(page)


def test_a_store_with_gaps_is_not_called_stored(open_page: Open, weak: WeakHost) -> None:
    page = stored(open_page, base=weak.url)
    gap = f"caches.keys().then(async ([name]) => (await caches.open(name)).delete('/{ENTRY}'))"
    assert page.evaluate(gap)
    page.reload()
    page.get_by_text("Situs ini belum tersimpan.").wait_for()
    assert page.evaluate("caches.keys()") == []
    store(page)
    weak.stop()
    page.goto(weak.url + ENTRY)
    assert OLD in page.inner_text(".saved")


def test_a_removed_worker_is_not_taken_for_the_new_one(open_page: Open, weak: WeakHost) -> None:
    """It lives on as long as its page, and is called active until the page hears of the new one."""
    page = stored(open_page, base=weak.url)
    page.add_init_script(LATE_NEWS)
    page.reload()
    page.get_by_role("button", name="Hapus salinan").click()
    weak.line, weak.troubled = "hangs", "/kb/"
    page.get_by_role("button", name="Simpan di perangkat ini").click()
    page.wait_for_timeout(2000)
    assert page.locator("#simpanan [role=status]").inner_text() == "Sedang menyimpan …"
    weak.line = "good"
    page.get_by_text("Situs ini tersimpan di perangkat Anda.").wait_for(timeout=STORING)


@pytest.mark.parametrize(("one", "other"), [("x/y/", "x/z/"), ("", "y/")], ids=["beside", "inside"])
def test_two_offices_on_one_host_leave_each_other_alone(
    open_page: Open,
    site_folder: Path,
    small_site_folder: Path,
    serve: Callable[[Path], str],
    tmp_path: Path,
    one: str,
    other: str,
) -> None:
    shutil.copytree(site_folder, tmp_path / one, dirs_exist_ok=True)
    shutil.copytree(small_site_folder, tmp_path / other)
    shutil.copy(site_folder / "_headers", tmp_path)
    host = serve(tmp_path)
    page = stored(open_page, base=host + one)
    page.goto(f"{host}{other}luring/")
    store(page)
    assert page.evaluate("caches.keys().then((all) => all.length)") == 2
    page.get_by_role("button", name="Hapus salinan").click()
    page.get_by_text("Situs ini belum tersimpan.").wait_for()
    page.goto(f"{host}{one}luring/")
    page.get_by_text("Situs ini tersimpan di perangkat Anda.").wait_for()
    search(page, "inflasi")
    until(page, "sessionStorage.length === 1")
    page.goto(f"{host}{other}{ENTRY}")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("Object.keys(sessionStorage)") == [f"caridulu /{one}"]
    assert "biaya-konsultasi" not in page.evaluate("Object.values(sessionStorage)[0]")


def test_a_new_version_replaces_the_stored_one(open_page: Open, weak: WeakHost) -> None:
    page = stored(open_page, base=weak.url)
    [before] = page.evaluate("caches.keys()")
    weak.change("sw.js", 'VERSION="', 'VERSION="0')
    update(page)
    until(page, f"caches.keys().then(([name, ...more]) => !more.length && name !== '{before}')")


def test_who_reads_while_a_new_version_is_stored_is_told_and_loses_nothing(
    open_page: Open, weak: WeakHost
) -> None:
    page = stored(open_page, base=weak.url, width=1280)  # on a small screen search hides the page
    page.goto(weak.url + ENTRY)
    search(page, "data mikro")
    publish(weak, changed=ENTRY)
    update(page)
    notice = page.get_by_text("Versi baru situs ini sudah tersimpan.")
    notice.wait_for(timeout=STORING)
    assert (page.input_value("#q"), page.locator(".saved").count()) == ("data mikro", 1)
    assert not page.locator("h1").inner_text().endswith("(diperbarui)")
    notice.get_by_role("button", name="Muat ulang").click()
    page.get_by_role("heading", name="(diperbarui)").wait_for()
    page.locator(".hits a").first.wait_for()
    assert (page.input_value("#q"), page.locator(".saved").count()) == ("data mikro", 0)


def test_a_page_that_is_open_keeps_its_files_when_a_new_version_is_stored(
    open_page: Open, weak: WeakHost
) -> None:
    page = stored(open_page, base=weak.url)
    page.goto(weak.url + ENTRY)
    # At once: browsers look for a new version by themselves, too.
    publish(weak, gone=[*weak.folder.glob("assets/*/*.js"), *weak.folder.glob("search/hashed/*/*")])
    update(page)
    page.get_by_text("Versi baru situs ini sudah tersimpan.").wait_for(timeout=STORING)
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")  # small on a cheap phone
    page.locator("#tanya > summary").click()
    page.locator("#kanal [data-channel=email] a").first.wait_for()
    assert search(page, "inflasi").locator(".hits a").count()
