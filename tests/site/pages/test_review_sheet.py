"""All drafts on one page."""

from pathlib import Path

from tests.command_line import run as run

DRAFT = "konsultasi-lewat-video"


def test_the_preview_is_one_safe_file(project: Path, tmp_path: Path, run) -> None:
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    text = path.read_text(encoding="utf-8")
    evil = "Lihat <img src=x onerror=alert(1)><script>alert(1)</script>"
    text = text.replace("Ditanyakan kepada petugas.", evil)
    path.write_text(text + "internal_note: <script>alert(1)</script>\n", encoding="utf-8")
    target = tmp_path / "tinjau.html"

    ran = run("review", html=target)

    html = target.read_text(encoding="utf-8")
    assert ran.out == f"Pratinjau ditulis: {target}\n"
    assert "Bisakah konsultasi lewat panggilan video?" in html
    assert f"<code>{DRAFT}</code> · konsultasi · konsep" in html
    assert "<script" not in html
    assert "<img" not in html


def test_a_link_inside_the_site_is_words_and_one_outside_stays(
    project: Path, tmp_path: Path, run
) -> None:
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    links = "Lihat [inflasi](entri:apa-itu-inflasi) atau [laman BPS](https://www.bps.go.id)."
    text = path.read_text(encoding="utf-8").replace("Ditanyakan kepada petugas.", links)
    path.write_text(text, encoding="utf-8")
    target = tmp_path / "tinjau.html"

    run("review", html=target)

    shown = '<p>Lihat inflasi atau <a href="https://www.bps.go.id">laman BPS</a>.</p>'
    assert shown in target.read_text(encoding="utf-8")


def test_an_entry_with_another_number_is_compared_and_not_held_back(
    project: Path, tmp_path: Path, run
) -> None:
    draft = (project / "kb" / "konsultasi" / f"{DRAFT}.yml").read_text(encoding="utf-8")
    for name, days in (("tutup-a", 3), ("tutup-b", 7)):
        text = draft.replace("Bisakah konsultasi lewat panggilan video?", f"Kapan {name} ditutup?")
        closed = f"Percakapan di aplikasi ditutup setelah {days} hari tanpa balasan."
        text = text.replace("Ditanyakan kepada petugas.", closed)
        text = text.replace("status: draft", "status: review").replace("zoom", name)
        (project / "kb" / "konsultasi" / f"{name}.yml").write_text(text, encoding="utf-8")
    target = tmp_path / "tinjau.html"

    run("review", html=target)

    html = target.read_text(encoding="utf-8")
    compared = html.partition("Yang perlu dibandingkan dahulu; tidak menghalangi penerbitan")[2]
    assert '<li><a href="#tutup-a">Kapan tutup-a ditutup?</a></li>' in compared
    assert "di sini &#34;Percakapan di aplikasi ditutup setelah 3 hari tanpa balasan.&#34;" in html
    assert "di sini &#34;Percakapan di aplikasi ditutup setelah 7 hari tanpa balasan.&#34;" in html
