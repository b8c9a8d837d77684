"""Citations by entry and host, and what makes one hard to check."""

import datetime as dt
from pathlib import Path

import pytest

from caridulu.curation.sources.citations import by_host, citations, coverage
from caridulu.knowledge import load
from caridulu.knowledge.model import Source
from caridulu.knowledge.source_doubts import (
    SourceDoubt,
    doubts,
    is_home_page,
    is_official,
    is_shared_copy,
)

WRITTEN = dt.date(2026, 11, 26)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://bombanakab.bps.go.id", True),
        ("https://bombanakab.bps.go.id/id", True),
        ("https://bombanakab.bps.go.id/id/pressrelease/2024/07/01/424/gini.html", False),
        ("http://www.bps.go.id/menutab.php?tabel=1", False),
        ("https://ppid.bps.go.id/#pills-1", False),
    ],
)
def test_a_home_page_is_told_from_a_page(address: str, expected: bool) -> None:  # noqa: FBT001 (a case)
    assert is_home_page(address) is expected


def test_hosts_are_compared_by_whole_names() -> None:
    assert is_official("https://sultra.bps.go.id/x")
    assert not is_official("https://bukango.id/x")
    assert is_shared_copy("https://id.scribd.com/document/1")
    assert not is_shared_copy("https://notscribd.com/document/1")


def test_a_source_read_two_years_before_the_text_is_doubtful() -> None:
    source = Source(title="Istilah", url="https://a.example/x", accessed=dt.date(2024, 11, 1))
    assert doubts(source, WRITTEN) == (SourceDoubt.READ_LONG_BEFORE,)
    assert doubts(source, dt.date(2026, 10, 31)) == ()
    assert doubts(source, None) == ()


def test_coverage_counts_pages_and_official_entries(project: Path, today: dt.date) -> None:
    path = project / "kb/konsultasi/biaya-konsultasi.yml"
    text = path.read_text("utf-8").replace(
        "https://statistik.contoh.example/standar-pelayanan", "https://sippn.menpan.go.id"
    )
    path.write_text(text, "utf-8")
    knowledge = load(project, today=today).knowledge
    assert knowledge

    cited = citations(knowledge)
    counted = coverage(knowledge, cited)

    assert counted.entries == len(knowledge.published)
    assert counted.pages == counted.citations - 1
    assert counted.official == 1
    assert next(iter(by_host(cited))) == "statistik.contoh.example"
