"""Mails with long attachments are read without keeping them."""

from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import ExportOptions
from caridulu.curation.exports.mail import mail_files
from caridulu.curation.exports.mail import parsed_mail as parsed
from caridulu.curation.exports.mail.mail_files import LARGEST_MESSAGE, messages_in
from caridulu.curation.exports.mail.mailbox import read_mail
from tests.curation.exports.mail.written_mails import ANI, OFFICE, asked_in, mail_of

QUESTION, ANSWER = "Berapa jumlah rumah panggung di Rumbia?", "Ada 214 unit menurut tabel 4.2."
LINE = b"JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PC9UeXBlL0NhdGFsb2c+PgplbmRvYmoKMiAwIG9iago8\n"


def _answer(size: int, *, head: bytes = b"", end: bytes = b"QQ==\n--b--\n") -> bytes:
    """An answer with an attachment of some bytes."""
    return (
        b"From: " + OFFICE.encode() + b"\nTo: " + ANI.encode() + b"\nSubject: Re: Rumah\n"
        b"Date: 3 Feb 2026 09:00:00 +0800\nMIME-Version: 1.0\n" + head
        + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\n'
        + ANSWER.encode() + b'\n--b\nContent-Type: application/pdf; name="tabel.pdf"\n'
        b"Content-Transfer-Encoding: base64\n\n" + LINE * (size // len(LINE)) + end
    )  # fmt: skip


def _mailbox(folder: Path, answer: bytes) -> Path:
    path = folder / "a.mbox"
    separator = b"From x@y.example Mon Feb 02 09:00:00 2026\n"
    path.write_bytes(mail_of(ANI, "Rumah", 2, QUESTION) + separator + answer + b"\n")
    return path


def _problem(path: Path) -> str:
    """Says what is wrong with the answer of a mailbox."""
    [_, answer] = messages_in(path)
    return parsed.mail_of(answer, frozenset()).problem


def test_a_mail_whose_attachment_alone_is_too_large_is_read(tmp_path: Path) -> None:
    path = _mailbox(tmp_path, _answer(LARGEST_MESSAGE + 1_000_000))

    reading = read_mail(path, ExportOptions(officers=("layanan@kantor.example",)))

    assert asked_in(reading) == [(QUESTION, ANSWER)]
    assert [dict(one.values)["choices"] for one in reading.notices] == ["tabel.pdf"]
    assert max(len(raw.content) for raw in messages_in(path)) < LARGEST_MESSAGE / 10


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
@pytest.mark.parametrize(("missing", "problem"), [(0, ""), (100_000, "mail_cut")])
def test_a_declared_length_counts_what_is_not_kept(
    tmp_path: Path, line_end: bytes, missing: int, problem: str
) -> None:
    """A mailbox may be saved with other line ends than its mails had."""
    whole = _answer(4_000_000).replace(b"\n", b"\r\n")
    length = len(whole.partition(b"\r\n\r\n")[2])
    sent = _answer(4_000_000 - missing, head=b"Content-Length: %d\n" % length)
    path = _mailbox(tmp_path, sent.replace(b"\n", line_end))

    assert _problem(path) == problem


def test_a_mail_that_ends_within_a_long_attachment_is_cut(tmp_path: Path) -> None:
    assert _problem(_mailbox(tmp_path, _answer(4_000_000, end=b""))) == "mail_cut"


def test_of_a_mail_of_one_endless_line_the_beginning_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_files, "LARGEST_MESSAGE", 1_000)
    monkeypatch.setattr(mail_files, "LONGEST_LINE", 100)
    path = tmp_path / "a.eml"
    path.write_bytes(b"From: ani@surel.example\n\n" + b"x" * 100_000)

    (raw,) = messages_in(path)

    assert raw.is_too_large
    assert raw.content.startswith(b"From: ani@surel.example\n\nxxx")
