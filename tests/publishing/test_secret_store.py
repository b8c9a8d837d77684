"""Secrets come from the environment, else from the keyring of the system."""

import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from caridulu.knowledge.model import Target
from caridulu.publishing.failure import PublishingError
from caridulu.publishing.hosts.git_branch import _header
from caridulu.publishing.secret_store import keep_secret, secret

SERVER = Target.model_validate(
    {"id": "situs", "kind": "sftp", "host": "www.contoh.example", "user": "tanya", "path": "/www"}
)
SERVICE = "caridulu sftp://tanya@www.contoh.example/www"


@pytest.fixture
def kept() -> Iterator[dict[tuple[str, str], str]]:
    """What a keyring in memory holds."""
    keyring = pytest.importorskip("keyring")
    from keyring.backend import KeyringBackend

    rows: dict[tuple[str, str], str] = {}

    class Memory(KeyringBackend):
        priority = 1

        def get_password(self, service: str, username: str) -> str | None:
            return rows.get((service, username))

        def set_password(self, service: str, username: str, password: str) -> None:
            rows[service, username] = password

    before = keyring.get_keyring()
    keyring.set_keyring(Memory())
    yield rows
    keyring.set_keyring(before)


def test_what_is_kept_is_found_again(kept: dict[tuple[str, str], str]) -> None:
    keep_secret(SERVER, "password", "rahasia")

    assert kept == {(SERVICE, "password"): "rahasia"}
    assert secret(SERVER, "password") == "rahasia"


def test_the_environment_comes_first(
    kept: dict[tuple[str, str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept[SERVICE, "password"] = "lama"
    monkeypatch.setenv("CARIDULU_SITUS_PASSWORD", "baru")

    assert secret(SERVER, "password") == "baru"


def test_another_project_of_the_same_server_finds_it(kept: dict[tuple[str, str], str]) -> None:
    keep_secret(SERVER, "password", "rahasia")

    other = SERVER.model_copy(update={"id": "laman"})
    assert secret(other, "password") == "rahasia"


NO_KEYRING = (
    "Komputer ini tidak punya penyimpan kata sandi yang dapat dipakai. Jalankan pip install"
    " keyring, atau isi variabel lingkungan CARIDULU_SITUS_PASSWORD."
)


def test_without_the_library_the_environment_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)

    assert secret(SERVER, "password") is None
    with pytest.raises(PublishingError) as error:
        keep_secret(SERVER, "password", "rahasia")
    assert str(error.value) == NO_KEYRING


def test_a_keyring_that_stays_locked_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class LockedError(Exception):
        pass

    def locked(*_: str) -> None:
        raise LockedError

    errors = SimpleNamespace(KeyringError=LockedError)
    keyring = SimpleNamespace(get_password=locked, set_password=locked, errors=errors)
    monkeypatch.setitem(sys.modules, "keyring", keyring)

    assert secret(SERVER, "password") is None
    with pytest.raises(PublishingError) as error:
        keep_secret(SERVER, "password", "rahasia")
    assert str(error.value) == NO_KEYRING


def test_a_token_reaches_git_in_the_environment_of_one_address_only() -> None:
    given = _header("https://github.com/kantor/situs.git", "rahasia")

    assert given["GIT_CONFIG_KEY_0"] == "http.https://github.com/kantor/situs.git.extraHeader"
    assert given["GIT_CONFIG_VALUE_0"].startswith("Authorization: Basic ")
    assert _header("http://github.com/kantor/situs.git", "rahasia") == {}
    assert _header("git@github.com:kantor/situs.git", "rahasia") == {}
    assert _header("https://github.com/kantor/situs.git", None) == {}
