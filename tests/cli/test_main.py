"""The command line as a whole."""

import pytest

from caridulu.cli.main import main
from caridulu.messages import Language
from tests.cli.in_process import run


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
