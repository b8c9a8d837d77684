"""The command line as a whole."""

from pathlib import Path

import pytest

from caridulu import __version__
from caridulu.cli.main import COMMANDS, main, parser
from caridulu.messages import Language
from tests.cli.in_process import run
from tests.sample_copy import copy_sample
from tests.text_files import replace_in


def test_unknown_command_exits_2() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["cari-saja"])
    assert stopped.value.code == 2


@pytest.mark.parametrize(
    ("language", "help_text"),
    [(Language.ID, "bahasa pesan"), (Language.EN, "language of messages")],
)
def test_help_is_in_the_chosen_language(
    capsys: pytest.CaptureFixture[str], language: Language, help_text: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--lang", language, "--help"])

    assert stopped.value.code == 0
    assert help_text in capsys.readouterr().out


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_is_that_of_the_whole_command_line(
    capsys: pytest.CaptureFixture[str], command: str, language: Language
) -> None:
    [whole] = [
        action.choices[command]
        for action in parser(language)._actions
        if isinstance(action.choices, dict)
    ]
    with pytest.raises(SystemExit) as stopped:
        main(["--lang", language, command, "--help"])

    assert stopped.value.code == 0
    assert capsys.readouterr().out == whole.format_help()
    assert f"\n  caridulu {command}" in whole.format_help()


def test_a_folder_may_have_the_name_of_a_command(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_sample(tmp_path / "check")
    monkeypatch.chdir(tmp_path)

    code, out, _ = run(capsys, "--root", "check", "search", "jam buka kantor")

    assert code == 0
    assert "kantor-jam-buka" in out


def test_a_date_that_is_none_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "kemarin")

    code, _, said = run(capsys, "check")

    assert code == 2
    assert said == (
        'SOURCE_DATE_EPOCH="kemarin" bukan waktu; tulis jumlah detik sejak 1 Januari 1970, atau'
        " hapus variabel ini\n"
    )


@pytest.mark.parametrize("command", [["poster", "--output"], ["review", "--html"]])
def test_a_file_that_cannot_be_written_is_told_in_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: list[str]
) -> None:
    copy_sample(tmp_path / "kantor")
    target = tmp_path / "kantor" / "kb"

    code, out, err = run(
        capsys, "--lang", "en", "--root", f"{tmp_path}/kantor", *command, f"{target}"
    )

    assert (code, out) == (1, "")
    assert err.splitlines()[-1].startswith(f"{target} ")
    assert "nothing has changed" in err


def test_problems_that_stop_a_command_are_told_in_the_chosen_language(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    copy_sample(tmp_path / "kantor")
    office = tmp_path / "kantor" / "content" / "office.yml"
    office.write_text("nama: Kantor\n", encoding="utf-8")

    for command in (["poster"], ["search", "jam buka"]):
        code, _, err = run(capsys, "--lang", "en", "--root", f"{tmp_path}/kantor", *command)

        assert code == 1
        assert 'the key "nama" is unknown' in err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("chek", '"chek" tidak dikenal sebagai PERINTAH; mungkin maksud Anda "check"'),
        ("", "perintah belum lengkap; tambahkan PERINTAH"),
        ("--lang fr check", '"fr" tidak dikenal sebagai --lang; pilih salah satu: id, en'),
        ("init", "perintah belum lengkap; tambahkan DIR"),
        (
            "search inflasi --limit 0",
            '"0" tidak dapat dipakai untuk --limit; tulis bilangan bulat mulai dari 1',
        ),
        ("edit --port satu", '"satu" tidak dapat dipakai untuk --port; tulis bilangan bulat'),
        (
            "import faq.html --source dinas.example/faq",
            '"dinas.example/faq" tidak dapat dipakai untuk --source; tulis alamat lengkap yang '
            "diawali https://, atau nama dokumennya",
        ),
        (
            "edit --share-as http://x",
            '"http://x" tidak dapat dipakai untuk --share-as; tulis seperti'
            " https://penyunting.kantor.example",
        ),
        ("check --format", "--format ditulis tanpa nilai; tulis nilainya sesudah --format"),
        ("search --json=ya inflasi", '--json tidak memakai nilai; hapus "ya"'),
        (
            "build --pages a --offline b",
            "--offline dan --pages tidak dapat dipakai bersama; pilih salah satu",
        ),
        ("search a --limt 3", '"--limt 3" tidak dikenal di sini; periksa ejaannya atau hapus'),
        (
            "check --root a",
            '"--root a" tidak dikenal di sini; tulis --root dan --lang sebelum nama perintah',
        ),
        ("evaluate --q a", '"--q" dapat berarti --queries, --qrels; tulis nama lengkapnya'),
    ],
)
def test_wrong_arguments_are_told_in_one_sentence_with_the_remedy(
    capsys: pytest.CaptureFixture[str], arguments: str, sentence: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments.split())

    assert stopped.value.code == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{sentence}. Petunjuk: caridulu ")


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])

    assert stopped.value.code == 0
    assert capsys.readouterr().out == f"caridulu {__version__}\n"


def test_problems_that_keep_a_project_from_being_read_are_told_without_notices(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    copy_sample(tmp_path / "kantor")
    office = tmp_path / "kantor" / "content" / "office.yml"
    replace_in(office, "approval:", "persetujuan:")
    (tmp_path / "kantor" / "kb" / "categories.yml").unlink()

    code, _, err = run(capsys, "--root", f"{tmp_path}/kantor", "review")

    assert code == 1
    assert "kb/categories.yml:1:1: berkas ini tidak ada" in err
    assert ": catatan: " not in err
