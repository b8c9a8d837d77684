"""What colleagues type, and what ``Host`` and ``Origin`` may then be."""

import pytest

from caridulu.editor.http.sharing import SharedAddress, proxy_address


@pytest.mark.parametrize(
    ("address", "url", "origins"),
    [
        (
            SharedAddress("192.168.1.5", 8124),
            "http://192.168.1.5:8124",
            {"192.168.1.5:8124": "http://192.168.1.5:8124"},
        ),
        (
            SharedAddress("192.168.1.5", 80),
            "http://192.168.1.5",
            {"192.168.1.5:80": "http://192.168.1.5", "192.168.1.5": "http://192.168.1.5"},
        ),
        (
            SharedAddress("127.0.0.1", 8124, "https://sunting.contoh.example"),
            "https://sunting.contoh.example",
            {
                "sunting.contoh.example:443": "https://sunting.contoh.example",
                "sunting.contoh.example": "https://sunting.contoh.example",
            },
        ),
        (
            SharedAddress("127.0.0.1", 8124, "https://sunting.contoh.example:8443"),
            "https://sunting.contoh.example:8443",
            {"sunting.contoh.example:8443": "https://sunting.contoh.example:8443"},
        ),
    ],
)
def test_addresses(address: SharedAddress, url: str, origins: dict[str, str]) -> None:
    assert address.url == url
    assert address.origins == origins


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://sunting.contoh.example", "https://sunting.contoh.example"),
        (" HTTPS://Sunting.Contoh.example/ ", "https://sunting.contoh.example"),
        ("https://sunting.contoh.example:443", "https://sunting.contoh.example"),
        ("https://sunting.contoh.example:8443", "https://sunting.contoh.example:8443"),
    ],
)
def test_address_of_a_proxy(typed: str, address: str) -> None:
    assert proxy_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        *("", "sunting.contoh.example", "http://sunting.contoh.example", "https://"),
        *("https://a.example/sunting", "https://a.example?x=1", "https://a.example#x"),
        *("https://siti@a.example", "https://a.example:porta", "https://a.example:99999"),
    ],
)
def test_what_is_no_address_of_a_proxy(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        proxy_address(typed)
