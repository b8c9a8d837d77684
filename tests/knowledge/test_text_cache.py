from pathlib import Path

from caridulu.knowledge.text_cache import FOLDER, TextCache, digest, text_cache


def ask(root: Path, *keys: str) -> list[str]:
    """What a build gets for these keys; what is not kept says that it is new."""
    with text_cache(root, "uji") as cache:
        return [cache.get(key, lambda: "baru") for key in keys]


def fill(root: Path, **texts: str) -> None:
    with text_cache(root, "uji") as cache:
        for key, text in texts.items():
            cache.get(key, lambda text=text: text)


def test_a_text_is_there_for_the_next_build(tmp_path: Path) -> None:
    fill(tmp_path, satu="isi satu")
    assert ask(tmp_path, "satu", "dua") == ["isi satu", "baru"]


def test_what_a_build_did_not_ask_for_is_dropped(tmp_path: Path) -> None:
    fill(tmp_path, satu="isi satu", dua="isi dua")
    ask(tmp_path, "dua")
    assert ask(tmp_path, "satu", "dua") == ["baru", "isi dua"]


def test_a_mark_is_known_to_the_next_build(tmp_path: Path) -> None:
    with text_cache(tmp_path, "uji") as cache:
        cache.mark("satu")
    with text_cache(tmp_path, "uji") as cache:
        assert (cache.knows("satu"), cache.knows("dua")) == (True, False)


def test_caches_of_other_names_are_apart(tmp_path: Path) -> None:
    fill(tmp_path, satu="isi satu")
    with text_cache(tmp_path, "lain") as cache:
        assert not cache.knows("satu")
    assert ask(tmp_path, "satu") == ["isi satu"]


def test_a_build_that_fails_keeps_what_was_there(tmp_path: Path) -> None:
    fill(tmp_path, satu="isi satu")
    try:
        with text_cache(tmp_path, "uji") as cache:
            cache.get("dua", lambda: "isi dua")
            raise KeyError
    except KeyError:
        pass
    assert ask(tmp_path, "satu") == ["isi satu"]


def test_a_damaged_file_is_none(tmp_path: Path) -> None:
    for damage in (b"{", b"\xff\xfe", b"[]", b'{"satu": "is', b""):
        fill(tmp_path, satu="isi satu")
        (tmp_path / FOLDER / "uji.json").write_bytes(damage)
        assert ask(tmp_path, "satu") == ["baru"]


def test_any_character_is_kept(tmp_path: Path) -> None:
    fill(tmp_path, satu="isi\0satu\ud800")
    assert ask(tmp_path, "satu") == ["isi\0satu\ud800"]


def test_a_folder_that_cannot_be_made_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / ".caridulu").write_text("menghalangi", "utf-8")
    assert ask(tmp_path, "satu") == ["baru"]


def test_a_text_is_made_once() -> None:
    cache = TextCache()
    assert [cache.get("kunci", lambda: "isi"), cache.get("kunci", lambda: "lain")] == ["isi"] * 2


def test_texts_that_only_join_to_the_same_have_different_digests() -> None:
    assert digest("ab", "c") != digest("a", "bc")
