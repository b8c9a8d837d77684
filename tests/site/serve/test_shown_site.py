"""A finished site in memory, as a preview shows it."""

import threading

from caridulu.site.serve.shown_site import BuiltSite


def test_a_finished_site_is_read_by_its_addresses() -> None:
    site = BuiltSite()
    assert site.content("") is None
    assert "Pratinjau tampil di sini" in str(site.not_found())

    site.show({"index.html": b"beranda", "kontak/index.html": b"kontak"}, base="/tanya/")

    assert site.content(site.site_path("/tanya/")) == b"beranda"
    assert site.content(site.site_path("/kontak/")) == b"kontak"
    assert site.content("lain/") is None


def test_a_newer_site_is_news() -> None:
    site = BuiltSite()
    version = site.version
    assert site.wait(version, seconds=0) == version

    threading.Thread(target=lambda: site.show({}, base="/")).start()

    assert site.wait(version, seconds=60) != version
