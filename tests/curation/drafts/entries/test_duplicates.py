"""Entries that say the same twice are reported."""

from pathlib import Path


def test_near_identical_entries_are_reported(project: Path, run) -> None:
    assert run("duplicates").out == "Tidak ada entri yang hampir sama.\n"
    source = project / "kb" / "konsultasi" / "biaya-konsultasi.yml"
    text = source.read_text(encoding="utf-8").replace("dipungut biaya?", "dipungut biaya ya?")
    text = text.replace("  - konsul bayar brp\n  - konsultasi gratis ga\n", "")
    text = text.replace("  - tanya data ke kantor statistik harus bayar atau tidak\n", "")
    text = text.replace("how much does a", "what does a").replace("answers: fee\n", "")
    source.with_name("tarif-konsultasi.yml").write_text(text, encoding="utf-8")

    out = run("duplicates").out

    assert out.startswith("biaya-konsultasi dan tarif-konsultasi: pertanyaan ")
    assert out.endswith("jawaban 100% sama\n")
