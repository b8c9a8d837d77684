"""What is public is noted on this computer: when, and from which sources."""

import datetime as dt
from pathlib import Path

import pytest

from caridulu.knowledge.model import Target
from caridulu.publishing.published_sources import (
    NOTES,
    Published,
    SourceFingerprints,
    changed_sources,
    last_published,
    note_back,
    note_published,
    versions_of,
)

SITE = Target.model_validate({"id": "situs", "kind": "folder", "path": "/srv/www"})
OTHER = SITE.model_copy(update={"path": "/srv/lain"})
DAYS = [dt.datetime(2026, 11, day, 14, 5, tzinfo=dt.UTC) for day in (23, 24, 25)]


def test_the_last_two_versions_of_each_target_are_known(tmp_path: Path) -> None:
    for day in DAYS:
        note_published(tmp_path, SITE, day, {"kb/a/b.yml": str(day.day)})
    note_published(tmp_path, OTHER, DAYS[0], {})

    assert last_published(tmp_path, SITE) == Published(DAYS[2], {"kb/a/b.yml": "25"})
    assert [one.at for one in versions_of(tmp_path, SITE)] == [DAYS[2], DAYS[1]]
    assert last_published(tmp_path, OTHER) == Published(DAYS[0], {})


def test_going_back_shows_the_version_before_and_again_the_newer_one(tmp_path: Path) -> None:
    for day in DAYS[:2]:
        note_published(tmp_path, SITE, day, {"kb/a/b.yml": str(day.day)})

    note_back(tmp_path, SITE, DAYS[0])
    assert [one.at for one in versions_of(tmp_path, SITE)] == DAYS[:2]
    note_back(tmp_path, SITE, DAYS[1])
    assert [one.at for one in versions_of(tmp_path, SITE)] == [DAYS[1], DAYS[0]]
    note_back(tmp_path, SITE, DAYS[2])  # sent from another computer
    assert last_published(tmp_path, SITE) == Published(DAYS[2], {})
    note_back(tmp_path, SITE, None)
    assert last_published(tmp_path, SITE) is None


def test_damaged_notes_are_no_notes(tmp_path: Path) -> None:
    (tmp_path / NOTES).parent.mkdir()
    for text in ("{", "[]", '{"version": 9, "targets": {}}', '{"version": 1, "targets": {"a": 1}}'):
        (tmp_path / NOTES).write_text(text, "utf-8")
        assert last_published(tmp_path, SITE) is None
    note_published(tmp_path, SITE, DAYS[0], {})
    assert last_published(tmp_path, SITE) == Published(DAYS[0], {})


def test_sources_differ_by_what_they_say(tmp_path: Path) -> None:
    for name in ("content", "kb"):
        (tmp_path / name).mkdir()
    (tmp_path / "content" / "office.yml").write_text("a", "utf-8")
    (tmp_path / "kb" / "alt.yml").write_text("b", "utf-8")
    (tmp_path / "lain.txt").write_text("c", "utf-8")
    fingerprints = SourceFingerprints(tmp_path)
    before = fingerprints.now()
    assert list(before) == ["content/office.yml", "kb/alt.yml"]

    (tmp_path / "content" / "office.yml").write_text("aa", "utf-8")
    (tmp_path / "kb" / "alt.yml").unlink()
    (tmp_path / "kb" / "neu.yml").write_text("b", "utf-8")

    assert changed_sources(before, fingerprints.now()) == (
        "content/office.yml",
        "kb/alt.yml",
        "kb/neu.yml",
    )


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("question: a\nstatus: published\n", True),
        ("question: a\nstatus: draft\n", False),
        ("question: a\nstatus: archived\n", False),
        ("status: archived\npackage:\n  name: istilah\n", True),
        ("approval:\n  status: draft\n", True),
    ],
    ids=["public", "draft", "archived", "over a package's entry", "another status"],
)
def test_what_visitors_never_see_is_no_source(tmp_path: Path, text: str, counts: bool) -> None:  # noqa: FBT001
    (tmp_path / "kb").mkdir()
    (tmp_path / "kb" / "a.yml").write_text(text, "utf-8")

    assert bool(SourceFingerprints(tmp_path).now()) is counts


def test_where_a_site_is_sent_to_and_how_exports_are_read_is_no_source(tmp_path: Path) -> None:
    office = tmp_path / "content" / "office.yml"
    office.parent.mkdir()
    text = "name: a\n# lama\n{}channels:\n  - id: wa\n"
    office.write_text(text.format(""), "utf-8")
    fingerprints = SourceFingerprints(tmp_path)
    before = fingerprints.now()

    kept = "officers:\n  - Petugas PST\n\ndeploy:\n  - id: situs\n    # satu\n    kind: folder\n"
    office.write_text(text.format(kept), "utf-8")
    (tmp_path / "content" / "import.yml").write_text("tables: []\n", "utf-8")
    assert fingerprints.now() == before

    office.write_text(text.format("deploy: [{id: situs}]\nofficers: [PST]\n"), "utf-8")
    assert fingerprints.now() == before

    office.write_text(text.format(kept).replace("wa", "telepon"), "utf-8")
    assert fingerprints.now() != before


def test_sources_are_the_same_from_inside_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kb").mkdir()
    (tmp_path / "kb" / "alt.yml").write_text("b", "utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "office.yml").write_text("name: a\ndeploy: []\n", "utf-8")
    (tmp_path / "content" / "import.yml").write_text("tables: []\n", "utf-8")
    monkeypatch.chdir(tmp_path)

    assert SourceFingerprints(Path()).now() == SourceFingerprints(tmp_path).now()
