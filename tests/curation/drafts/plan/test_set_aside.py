"""What an import sets aside is listed with its place, beside the exports."""

import json
from pathlib import Path

from tests.curation.written_exports import Export, saved

ROWS = "pertanyaan;jawaban\nada data kapal?;Ada.\nada data kebun?;\n"
LIST = "ekspor/disisihkan/a.csv.csv"


def test_the_list_names_file_place_and_reason(tmp_path: Path, project: Path, run) -> None:
    path = saved(tmp_path, Export("a.csv", ROWS.encode()))

    ran = run("import", path, write=True)

    assert ran.code == 0
    assert (project / LIST).read_bytes().decode("utf-8-sig") == (
        '"berkas";"tempat";"alasan"\r\n'
        '"a.csv";"baris 3";"belum dijawab dalam tabel ini; setelah impor ada di pertanyaan warga, '
        "kecuali bila terlalu pendek atau sudah dijawab suatu entri; isi jawabannya, lalu impor "
        'lagi"\r\n'
    )
    assert ran.out.endswith(f"Yang disisihkan, dengan tempat dan alasannya: {LIST}\n")


def test_a_question_of_a_document_is_named_by_its_words(tmp_path: Path, project: Path, run) -> None:
    page = "<h2>Apakah ada musala?</h2><p>Ada di lantai satu.</p><h2>Apakah ada kantin?</h2>"
    path = saved(tmp_path, Export("faq.html", page.encode()))

    run("import", path, write=True)

    assert (project / "ekspor/disisihkan/faq.html.csv").read_bytes().decode("utf-8-sig") == (
        '"berkas";"tempat";"alasan"\r\n'
        '"faq.html";"""Apakah ada kantin?""";"tanpa jawaban, dilewati"\r\n'
    )


def test_a_question_of_a_chatbot_is_named_by_its_number(tmp_path: Path, project: Path, run) -> None:
    intents = [
        {"tag": "musala", "patterns": ["apakah ada musala?"], "responses": ["Ada."]},
        {"tag": "kantin", "patterns": ["apakah ada kantin?"], "responses": []},
    ]
    path = saved(tmp_path, Export("bot.json", json.dumps({"intents": intents}).encode()))

    run("import", path, write=True)

    [_, row] = (project / "ekspor/disisihkan/bot.json.csv").read_text("utf-8-sig").splitlines()
    assert row == '"bot.json";"nomor 2";"tanpa jawaban, dilewati: Apakah ada kantin?"'


def test_what_is_no_question_of_a_document_is_of_the_whole_file(
    tmp_path: Path, project: Path, run
) -> None:
    page = "<h1>Bahan rapat</h1><p>Untuk kepala desa.</p><h2>Apakah ada musala?</h2><p>Ada.</p>"
    path = saved(tmp_path, Export("faq.html", page.encode()))

    run("import", path, write=True)

    [_, row] = (project / "ekspor/disisihkan/faq.html.csv").read_text("utf-8-sig").splitlines()
    assert row.startswith('"faq.html";"seluruh berkas";"1 bagian bukan jawaban, dilewati: ')


def test_a_dry_run_writes_no_list(tmp_path: Path, project: Path, run) -> None:
    run("import", saved(tmp_path, Export("a.csv", ROWS.encode())))

    assert not (project / "ekspor").exists()


def test_a_mended_export_has_no_list_and_nothing_is_made_twice(
    tmp_path: Path, project: Path, run
) -> None:
    run("import", saved(tmp_path, Export("a.csv", ROWS.encode())), write=True)
    mended = saved(tmp_path, Export("a.csv", (ROWS[:-1] + "Ada di BPS.\n").encode()))

    ran = run("import", mended, write=True)

    assert not (project / LIST).exists()
    assert ran.out.splitlines()[-2] == (
        "Ditulis: 1 konsep, 0 sebutan lain, 0 jawaban baru; 0 dilewati, 1 sudah pernah diimpor."
    )
