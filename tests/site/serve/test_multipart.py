"""Forms with files, whole and broken."""

from email.message import Message

import pytest

from caridulu.site.serve.multipart import parse_multipart


def headers(kind: str) -> Message:
    made = Message()
    made["Content-Type"] = kind
    return made


def part(head: str, content: bytes) -> bytes:
    return f"--batas\r\n{head}\r\n\r\n".encode() + content + b"\r\n"


KIND = headers("multipart/form-data; boundary=batas")
TEXT = part('Content-Disposition: form-data; name="keterangan"', "Peta Poléa".encode())
BYTES = bytes(range(256)) + b"\r\n--bata\r\n\n\r"
FILE = part('Content-Disposition: form-data; name="berkas"; filename="peta.png"', BYTES)
END = b"--batas--\r\n"


def test_texts_and_files_come_out_as_they_went_in() -> None:
    found = parse_multipart(TEXT + FILE + END, KIND)
    assert found.texts == {"keterangan": ["Peta Poléa"]}
    [file] = found.files["berkas"]
    assert (file.name, bytes(file.content)) == ("peta.png", BYTES)


def test_several_files_of_one_control_keep_their_order() -> None:
    other = part('Content-Disposition: form-data; name="berkas"; filename="b.csv"', b"")
    found = parse_multipart(FILE + other + END, KIND)
    assert [file.name for file in found.files["berkas"]] == ["peta.png", "b.csv"]


def test_no_file_chosen_is_no_file() -> None:
    empty = part('Content-Disposition: form-data; name="berkas"; filename=""', b"")
    assert parse_multipart(TEXT + empty + END, KIND).files == {}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", KIND),
        (TEXT + FILE, KIND),
        (TEXT[:40], KIND),
        (b"lain" + TEXT + END, KIND),
        (part("Content-Type: text/plain", b"x") + END, KIND),
        (part('Content-Disposition: form-data; name="x"' + "x" * 3000, b"x") + END, KIND),
        (TEXT * 501 + END, KIND),
        (part('Content-Disposition: form-data; name="x"', b"\xff") + END, KIND),
        (TEXT + END, headers("multipart/form-data")),
        (part('Content-Disposition: form-data; name="x"', b"x" * 2_000_001) + END, KIND),
    ],
)
def test_a_body_that_is_not_whole_is_refused(body: bytes, kind: Message) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - UnicodeDecodeError is one
        parse_multipart(body, kind)
