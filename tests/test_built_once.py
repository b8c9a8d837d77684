"""What many tests read is built once, whichever process asks first."""

from pathlib import Path

import pytest

from tests.built_once import built_once


def test_who_asks_again_gets_what_was_built(tmp_path_factory: pytest.TempPathFactory) -> None:
    built = []

    def build(folder: Path) -> None:
        built.append(folder)
        (folder / "halaman.txt").write_text("jadi", "utf-8")

    first, second = (built_once(tmp_path_factory, "uji-sekali", build) for _ in range(2))

    assert built == [first]
    assert (second / "halaman.txt").read_text("utf-8") == "jadi"


def test_a_build_that_failed_fails_all_that_need_it(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    def fail(_: Path) -> None:
        raise OSError("disk penuh")

    with pytest.raises(OSError, match="disk penuh"):
        built_once(tmp_path_factory, "uji-gagal", fail)
    with pytest.raises(pytest.fail.Exception, match="has not built uji-gagal"):
        built_once(tmp_path_factory, "uji-gagal", fail)
