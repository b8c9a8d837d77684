"""The commands as a user runs them: output, exit codes, JSON shapes."""

import io
import json
from pathlib import Path

import pytest

from caridulu.cli.main import main
from caridulu.search.query.ranking import lower
from tests import ROOT


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_check_of_clean_content_exits_0(
    sample_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "--root", str(sample_root), "check")
    assert (code, out) == (0, "")
    assert err.endswith("tidak ada masalah, 0 catatan.\n")


def test_check_names_file_line_and_remedy(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = next((project / "kb").glob("*/*.yml"))
    entry.write_text(entry.read_text("utf-8").replace("status:", "statuz:"), encoding="utf-8")
    code, out, _ = run(capsys, "--root", str(project), "check", "--format", "json")
    path = entry.relative_to(project).as_posix()
    problems = [row for row in json.loads(out) if row["severity"] == "problem"]
    assert code == 1
    assert [row["path"] for row in problems] == [path]
    assert problems[0]["line"] > 1
    assert "status" in problems[0]["message"]


def test_check_tells_an_alias_that_does_not_find_its_entry(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = sorted((project / "kb").glob("*/*.yml"))
    text = entries[0].read_text("utf-8")
    assert "aliases:\n" in text
    changed = text.replace("aliases:\n", "aliases:\n  - ???\n", 1)
    entries[0].write_text(changed, encoding="utf-8")
    line = changed.splitlines().index("  - ???") + 1
    code, out, _ = run(capsys, "--root", str(project), "check")
    path = entries[0].relative_to(project).as_posix()
    assert code == 1
    assert (
        f"{path}:{line}:5: “???” tidak menemukan entri ini dalam 3 hasil teratas,"
        " tetapi tidak menemukan apa pun;"
    ) in out


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
        assert lower(whole, hit["held"], hit["asked"]) == hit["score"]


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


def test_unknown_command_exits_2() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["cari-saja"])
    assert stopped.value.code == 2


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
    code, _, err = run(capsys, "evaluate", str(tmp_path / "tidak-ada"))
    assert code == 1
    assert "tidak dapat dibaca" in err


def test_failed_build_leaves_the_old_site(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = project / "hasil"
    assert run(capsys, "--root", str(project), "build", "--pages", str(site))[0] == 0
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    next((project / "kb").glob("*/*.yml")).write_text("question: [", encoding="utf-8")
    code, _, err = run(capsys, "--root", str(project), "build", "--pages", str(site))
    assert code == 1
    assert "kb/" in err
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(("kind", "count", "least"), [("", 504, 0.93), ("hard-", 340, 0.88)])
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


WAITING = (
    'Menunggu "site_url" dalam content/office.yml: peta situs, pencarian dari bilah alamat, kode QR'
    " poster; bila situs diletakkan di bawah alamat seperti /tanya/, juga gaya dan tautan halaman"
    " 404.\n"
)


def put_address(project: Path, address: str | None) -> None:
    office = project / "content" / "office.yml"
    kept = [line for line in office.read_text("utf-8").splitlines() if "site_url" not in line]
    own = [] if address is None else [f"site_url: {address}"]
    office.write_text("\n".join([*kept, *own, ""]), "utf-8")


ELSEWHERE = (
    "Tanpa robots.txt: mesin pencari membacanya di akar host saja, bukan di bawah alamat situs ini."
    ' Minta pengelola host menambahkan baris "Sitemap:" dengan alamat sitemap.xml situs ini ke'
    " robots.txt miliknya.\n"
)


@pytest.mark.parametrize("path", ["", "/tanya/"])
def test_a_site_below_a_path_says_who_must_name_its_sitemap(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    put_address(project, f"https://bps.example.go.id{path}")
    _, _, said = run(capsys, "--root", str(project), "build", "--pages", str(tmp_path / "situs"))
    assert (ELSEWHERE in said) is (path != "")


@pytest.mark.parametrize("known", [False, True], ids=["unknown", "known"])
def test_what_waits_for_the_address_is_said(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], *, known: bool
) -> None:
    put_address(project, "https://tanya.example.go.id" if known else None)
    root = ("--root", str(project))
    _, _, built = run(capsys, *root, "build", "--pages", str(tmp_path / "situs"))
    _, _, printed = run(capsys, *root, "poster", "--output", str(tmp_path / "poster.html"))
    assert [WAITING in said for said in (built, printed)] == [not known, not known]
    assert (tmp_path / "situs" / "sitemap.xml").exists() is known
