import pytest

from caridulu.site.html.markdown_html import link_addresses, render


def resolve(href: str) -> str | None:
    return None if href.startswith("entri:tidak") else href.replace("entri:", "../")


def html(text: str) -> str:
    return render(text, resolve=resolve).html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        'Inflasi <img src=x onerror="alert(1)"> naik',
        "<iframe src='https://contoh.id'></iframe>",
        "[klik](javascript:alert(1))",
        "[klik](JaVaScRiPt:alert(1))",
        "[klik](&#106;avascript:alert(1))",
        "[klik](data:text/html;base64,PHNjcmlwdD4=)",
        "[klik](vbscript:x)",
        "[klik](file:///etc/passwd)",
        "[klik](//contoh.id/jahat)",
        "[klik](/\\contoh.id)",
        "<javascript:alert(1)>",
        "![gambar](https://contoh.id/lacak.png)",
        '[klik](https://bps.go.id "judul\\" onclick=\\"alert(1)")',
    ],
)
def test_nothing_an_editor_writes_becomes_active(text: str) -> None:
    written = html(text).lower()
    assert "<script" not in written
    assert "<img" not in written
    assert "<iframe" not in written
    assert 'href="javascript' not in written
    assert 'href="data' not in written
    assert 'href="vbscript' not in written
    assert 'href="file' not in written
    assert 'href="//' not in written
    assert 'href="/\\' not in written
    assert ' onclick="' not in written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<div>Rapi</div>", "<p>&lt;div&gt;Rapi&lt;/div&gt;</p>\n"),
        ("Ini <b>tebal</b>.", "<p>Ini &lt;b&gt;tebal&lt;/b&gt;.</p>\n"),
        ("<!-- catatan -->", "<p>&lt;!-- catatan --&gt;</p>\n"),
        ("- <b>x</b>\n", "<ul>\n<li>&lt;b&gt;x&lt;/b&gt;</li>\n</ul>\n"),
    ],
)
def test_raw_html_is_shown_as_text(text: str, written: str) -> None:
    assert html(text) == written


@pytest.mark.parametrize(
    "link", ["https://bps.go.id", "http://s.bps.go.id/x", "mailto:a@b.id", "tel:+62401"]
)
def test_allowed_schemes_stay_links(link: str) -> None:
    assert f'href="{link}"' in html(f"[buka]({link})")


def test_a_link_to_another_site_opens_in_the_same_window() -> None:
    assert html("[BPS](https://bps.go.id)") == '<p><a href="https://bps.go.id">BPS</a></p>\n'


def test_email_addresses_in_a_text_are_links_too() -> None:
    assert html("Tulis ke ppid.74@bps.go.id. Atau [di sini](mailto:a@b.id).") == (
        '<p>Tulis ke <a href="mailto:ppid.74@bps.go.id">ppid.74@bps.go.id</a>.'
        ' Atau <a href="mailto:a@b.id">di sini</a>.</p>\n'
    )
    assert html("`a@b.id` dan [a@b.id](https://bps.go.id)").count("mailto:") == 0
    assert link_addresses("E-mail a@b.id") == 'E-mail <a href="mailto:a@b.id">a@b.id</a>'


def test_a_number_that_is_called_says_so_to_who_listens() -> None:
    assert html("Hubungi **[110](tel:110)**, sejak 2010.") == (
        '<p>Hubungi <strong><a href="tel:110" class="tel" aria-label="Telepon 110">110</a></strong>'
        ", sejak 2010.</p>\n"
    )
    assert "aria-label" not in html("[telepon kantor](tel:+62401123)")


def test_a_bare_web_address_becomes_a_link_without_the_full_stop() -> None:
    assert html("Buka https://pst.bps.go.id. (https://bps.go.id)") == (
        '<p>Buka <a class="url" href="https://pst.bps.go.id">https://pst.bps.go.id</a>.'
        ' (<a class="url" href="https://bps.go.id">https://bps.go.id</a>)</p>\n'
    )


def test_an_address_inside_a_link_or_code_stays_as_it_is() -> None:
    assert html("[https://bps.go.id](https://bps.go.id)").count("<a ") == 1
    assert "<a " not in html("`https://webapi.bps.go.id/v1`")


def test_an_address_in_plain_text_is_linked_and_the_rest_escaped() -> None:
    assert link_addresses('PST <b> (https://pst.bps.go.id/?a=1&b=2), "ya"') == (
        'PST &lt;b&gt; (<a class="url" href="https://pst.bps.go.id/?a=1&amp;b=2">'
        'https://pst.bps.go.id/?a=1&amp;b=2</a>), "ya"'
    )


def test_a_link_to_an_entry_becomes_a_relative_address() -> None:
    assert html("lihat [biaya](entri:biaya)") == '<p>lihat <a href="../biaya">biaya</a></p>\n'


def test_a_link_that_leads_nowhere_is_named() -> None:
    rendered = render("[a](entri:tidak-ada) [b](entri:biaya)", resolve=resolve)
    assert rendered.unknown_links == ("entri:tidak-ada",)
    assert rendered.html == '<p>a <a href="../biaya">b</a></p>\n'


def test_headings_start_at_two_and_skip_no_level() -> None:
    written = html("# Syarat\n\n### Daring\n\n# Biaya\n")
    assert written == (
        '<h2 id="syarat">Syarat</h2>\n<h3 id="daring">Daring</h3>\n<h2 id="biaya">Biaya</h2>\n'
    )


def test_equal_headings_have_different_anchors() -> None:
    assert 'id="daring-2"' in html("## Daring\n\n## Daring\n")


def test_a_wide_table_can_be_scrolled_by_keyboard() -> None:
    written = html("| Cara | Batas |\n|---|---|\n| Daring | 3 hari |\n")
    assert written.startswith(
        '<div class="table" role="region" tabindex="0" aria-label="Tabel 1, dapat digeser"><table>'
    )
    assert '<th scope="col">Cara</th>' in written
    assert written.endswith("</table></div>\n")


def test_a_block_line_is_replaced_and_told_its_heading_level() -> None:
    rendered = render(
        "## Kanal\n\n{{ block.channels-consultation }}\n\nsesudah",
        resolve=resolve,
        block=lambda name, level: f"<section>{name} h{level}</section>",
    )
    assert "<section>channels-consultation h3</section>\n<p>sesudah</p>" in rendered.html


def test_an_unknown_block_is_named() -> None:
    rendered = render("{{ block.kanal }}", resolve=resolve, block=lambda _name, _level: None)
    assert rendered.unknown_blocks == ("kanal",)
