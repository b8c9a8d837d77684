"""All drafts on one page."""

from pathlib import Path

DRAFT = "konsultasi-lewat-video"


def test_the_preview_is_one_safe_file(project: Path, tmp_path: Path, run) -> None:
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    text = path.read_text(encoding="utf-8")
    evil = "Lihat ![x](https://luar.example/a.png)"
    text = text.replace("Ditanyakan kepada petugas.", evil)
    path.write_text(text + "internal_note: <script>alert(1)</script>\n", encoding="utf-8")
    target = tmp_path / "tinjau.html"

    ran = run("review", html=target)

    html = target.read_text(encoding="utf-8")
    assert ran.out == f"Pratinjau ditulis: {target}\n"
    assert "Bisakah konsultasi lewat panggilan video?" in html
    assert "<script" not in html
    assert "<img" not in html
