"""Reading without a network: stored on the device, or from a folder."""

from collections.abc import Callable
from typing import Any

from visiting import Open


def stored(open_page: Open, **options: Any) -> Any:
    page = open_page("luring/", **options)
    page.get_by_role("button", name="Simpan di perangkat ini").click()
    page.get_by_text("Situs ini tersimpan di perangkat Anda.").wait_for(timeout=30_000)
    return page


def test_a_folder_opens_without_a_server_search_included(stick: Callable[[str], Any]) -> None:
    page = stick("index.html")
    page.fill("#q", "konsul bayar brp")
    page.wait_for_selector(".hits a")
    page.locator(".hits a").first.click()
    page.wait_for_url("**/kb/biaya-konsultasi/index.html")
    page.fill("#q", "xqzvw plorfk")
    page.wait_for_selector("[data-channel=wa-konsultasi] a")
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


def test_a_stored_site_is_read_and_searched_without_network(open_page: Open, own_site: Any) -> None:
    page = stored(open_page, base=own_site.url)
    own_site.stop()
    page.goto(f"{own_site.url}kb/biaya-konsultasi/")
    assert "Anda sedang luring. Ini salinan yang tersimpan" in page.inner_text(".saved")
    page.fill("#q", "apa itu inflasi")
    page.wait_for_selector(".hits a")
    page.press("#q", "Enter")
    page.wait_for_url("**/cari/?q=apa+itu+inflasi")
    page.wait_for_selector(".hits a")


def test_with_a_network_nothing_stored_passes_for_new(open_page: Open) -> None:
    page = stored(open_page)
    page.goto(page.url.replace("luring/", "kb/biaya-konsultasi/"))
    assert page.evaluate("navigator.serviceWorker.controller !== null")
    assert not page.locator(".saved").count()


def test_what_is_stored_can_be_removed(open_page: Open) -> None:
    page = stored(open_page)
    page.get_by_role("button", name="Hapus simpanan").click()
    page.get_by_text("Situs ini belum tersimpan.").wait_for()
    assert page.evaluate("caches.keys()") == []


def test_a_new_version_replaces_the_stored_one(open_page: Open, own_site: Any) -> None:
    page = stored(open_page, base=own_site.url)
    before = page.evaluate("caches.keys()")
    worker = own_site.folder / "sw.js"
    worker.write_text(worker.read_text("utf-8").replace('VERSION="', 'VERSION="0'))
    page.evaluate(
        "navigator.serviceWorker.ready.then(async (found) => void (await found.update()))"
    )
    for _ in range(200):
        after = page.evaluate("caches.keys()")
        if len(after) == 1 and after != before:
            break
        page.wait_for_timeout(50)
    assert after == [before[0].replace("caridulu-", "caridulu-0")]
