"""``caridulu search`` and ``evaluate``: JSON shapes, and what they measure."""

import io
import json
from pathlib import Path

import pytest

from caridulu.search.query.ranking import lowered_score
from tests import ROOT
from tests.cli.in_process import run


def test_search_json_has_the_promised_shape(
    sample_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, "--root", str(sample_root), "search", "biaya", "--json")
    result = json.loads(out)
    assert code == 0
    assert list(result) == ["query", "outcome", "corrections", "hits"]
    assert list(result["hits"][0]) == ["id", "score", "question", "url"]


def test_explained_json_adds_up(sample_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("--root", str(sample_root), "search", "biaya konsultasi", "--json", "--explain")
    _, out, _ = run(capsys, *arguments)
    for hit in json.loads(out)["hits"]:
        whole = sum(addend["score"] for addend in hit["explain"])
        shares = (hit[name] for name in ("held", "asked", "phrased", "most_phrased"))
        assert lowered_score(whole, *shares) == hit["score"]


def test_batch_answers_line_for_line(
    sample_root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("biaya\n\njam buka\n"))
    _, out, _ = run(capsys, "--root", str(sample_root), "search", "--batch", "--json")
    assert [json.loads(line)["query"] for line in out.splitlines()] == ["biaya", "", "jam buka"]


def test_search_without_a_query_is_wrong_usage(
    sample_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "--root", str(sample_root), "search")[0] == 2


def _collection(folder: Path) -> Path:
    corpus = [
        {"_id": "d1", "title": "Apa itu inflasi?", "text": "Kenaikan harga barang secara umum."},
        {"_id": "d2", "title": "Apa itu kemiskinan?", "text": "Pengeluaran di bawah garis."},
        {"_id": "d3", "title": "Sensus", "text": "Pencacahan.", "aliases": ["cacah jiwa"]},
    ]
    queries = [
        {"_id": "q1", "text": "inflsi itu apa"},
        {"_id": "q2", "text": "garis kemiskinan"},
        {"_id": "q3", "text": "cacah jiwa"},
    ]
    for name, rows in (("corpus", corpus), ("queries", queries)):
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    qrels = "query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td2\t1\nq3\td3\t1\n"
    (folder / "qrels.tsv").write_text(qrels, encoding="utf-8")
    return folder


MEASURES = [
    "engine", "documents", "queries", "mrr@10", "recall@10", "ndcg@10", "success@1", "nothing",
    "seconds",
]  # fmt: skip


@pytest.mark.parametrize("engine", ["whoosh", pytest.param("browser", marks=pytest.mark.node)])
def test_evaluate_measures_a_foreign_collection(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], engine: str, request: pytest.FixtureRequest
) -> None:
    if engine == "browser":
        request.getfixturevalue("node")
    folder = _collection(tmp_path)
    code, out, _ = run(capsys, "evaluate", str(folder), "--engine", engine, "--json")
    measured = json.loads(out)
    assert code == 0
    assert list(measured) == MEASURES
    assert (measured["documents"], measured["queries"], measured["mrr@10"]) == (3, 3, 1.0)


def test_evaluate_index_only_prints_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, "evaluate", str(_collection(tmp_path)), "--index-only")
    assert json.loads(out)["documents"] == 3


def test_evaluate_of_a_missing_folder_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "tidak-ada"
    code, _, err = run(capsys, "evaluate", str(folder))
    assert code == 1
    assert err == f"{folder / 'corpus.jsonl'} tidak ada; periksa nama dan foldernya\n"


def test_right_answers_without_questions_are_wrong_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, _, err = run(capsys, "evaluate", "--qrels", "jawaban.tsv")
    assert code == 2
    assert err == ("--qrels memerlukan --queries atau folder koleksi; tambahkan salah satunya\n")


@pytest.mark.slow  # asks 852 questions
@pytest.mark.parametrize(("kind", "count", "least"), [("", 504, 0.92), ("hard-", 348, 0.88)])
def test_evaluate_asks_the_knowledge_base_foreign_questions(
    capsys: pytest.CaptureFixture[str], kind: str, count: int, least: float
) -> None:
    questions = ROOT / "tests" / "benchmarks" / "questions"
    queries, qrels = questions / f"{kind}queries.jsonl", questions / f"{kind}qrels.tsv"
    files = ("--queries", str(queries), "--qrels", str(qrels))
    code, out, _ = run(capsys, "--root", str(ROOT), "evaluate", *files, "--json")
    measured = json.loads(out)
    assert (code, measured["queries"]) == (0, count)
    assert measured["mrr@10"] >= least
    assert measured["nothing"] <= 0.05


def test_evaluate_reports_on_the_own_knowledge_base(
    sample_root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, page = tmp_path / "pertanyaan.txt", tmp_path / "laporan.html"
    asked.write_text('resep rendang\n\n{"text": "berapa biaya konsultasi"}\n', encoding="utf-8")
    options = ("--root", str(sample_root), "evaluate", "--queries", str(asked))
    code, out, _ = run(capsys, *options, "--html", str(page))
    assert code == 0
    assert "Kalimat yang belum dikenal" in out
    assert "Dari 2 pertanyaan: 1 dijawab, 0 urusan instansi lain, 0 hanya yang mendekati" in out
    assert "resep rendang" in page.read_text(encoding="utf-8")


def test_evaluate_json_adds_the_figures_of_the_report(
    sample_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, "--root", str(sample_root), "evaluate", "--json")
    measured = json.loads(out)
    assert list(measured) == [*MEASURES, "left_out", "weak", "competing", "astray", "gaps"]
    assert list(measured["left_out"]) == ["phrases", "mrr@10", "success@1", "answered", "wrong"]


def test_a_page_about_a_foreign_collection_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run(capsys, "evaluate", str(tmp_path), "--html", str(tmp_path / "a.html"))
    assert code == 2
    assert err == (
        "--html hanya untuk basis pengetahuan sendiri, tanpa koleksi dan tanpa --qrels\n"
    )


def test_evaluate_tells_that_its_page_cannot_be_written(
    sample_root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "berkas" / "laporan.html"
    page.parent.write_text("bukan folder", encoding="utf-8")
    code, _, err = run(capsys, "--root", str(sample_root), "evaluate", "--html", str(page))
    assert code == 1
    assert str(page.parent) in err
