import pytest

from caridulu.site.urls import relative


@pytest.mark.parametrize(
    ("origin", "target", "address", "in_folder"),
    [
        ("", "", "./", "index.html"),
        ("", "kb/biaya-konsultasi/", "kb/biaya-konsultasi/", "kb/biaya-konsultasi/index.html"),
        ("kb/biaya-konsultasi/", "", "../../", "../../index.html"),
        ("a-z/", "cari/?q=", "../cari/?q=", "../cari/index.html?q="),
        ("layanan/konsultasi/", "kontak/#wa", "../../kontak/#wa", "../../kontak/index.html#wa"),
        ("a-z/", "assets/style.css", "../assets/style.css", "../assets/style.css"),
    ],
)
def test_a_page_links_to_a_page_at_any_depth(
    origin: str, target: str, address: str, in_folder: str
) -> None:
    assert relative(origin, target) == address
    assert relative(origin, target, index_files=True) == in_folder
