"""Colleagues: nothing without a code, everything under their name with one."""

import re
from pathlib import Path
from urllib.parse import urlencode

import pytest

from caridulu.editor.http.auth import form_token
from caridulu.editor.http.server import ENTRY_LIMIT, EditorServer
from caridulu.editor.http.sharing import MOST_TRIES
from caridulu.journal.journal import Journal
from tests.editor.client import Client, files_of, text_of, version_in
from tests.editor.http.guest import Guest, shared
from tests.publishing.sites import TARGET, with_targets

DRAFT = "/entri/konsultasi-lewat-video"
PROXY = "https://sunting.contoh.example"
PATHS = ("/", DRAFT, "/kantor", "/kirim", "/balas", "/berbagi", "/alat/mirip?q=video", "/tidak-ada")


def _draft(project: Path, question: str) -> dict[str, str]:
    """The form of a draft with another question."""
    path = "kb/konsultasi/konsultasi-lewat-video.yml"
    return {
        "_versi": version_in(project, path),
        "_aksi": "simpan",
        "question": question,
        "answer": "Ditanyakan kepada petugas.",
        "category": "konsultasi",
        "status": "draft",
    }


@pytest.mark.parametrize("path", PATHS)
def test_without_a_code_nothing_is_answered(guest: Guest, project: Path, path: str) -> None:
    before = files_of(project)

    shown = guest.send("GET", path)
    sent = guest.send("POST", path.partition("?")[0], urlencode(_draft(project, "Dibajak?")))

    for reply in (shown, sent):
        assert reply.status == 403
        assert "<h1>Masuk ke Penyunting Cari Dulu</h1>" in reply.text
        assert "Contoh" not in text_of(reply.text)
        assert "Set-Cookie" not in reply.headers
    assert files_of(project) == before


def test_the_entrance_says_what_is_needed(guest: Guest) -> None:
    page = guest.send("GET", "/").text

    for said in (
        "Nama Anda",
        "Tercatat pada setiap perubahan yang Anda buat.",
        "Mintalah kepada rekan yang menjalankan penyunting. Satu kode hanya untuk satu kali masuk.",
    ):
        assert said in page
    assert "<nav" not in page


def test_style_and_script_hold_no_secret(guest: Guest) -> None:
    assert guest.send("GET", "/aset/penyunting.css").status == 200
    assert guest.send("GET", "/aset/../kantor").status == 403
    unknown = guest.send("GET", "/aset/tidak-ada")
    assert unknown.status == 403


def test_a_code_lets_in_and_the_name_is_noted(guest: Guest, project: Path) -> None:
    reply = guest.enter("Sitti Hasna")
    assert reply.status == 303
    assert reply.headers["Location"] == "/"
    page = guest.get("/")
    assert "Anda masuk sebagai Sitti Hasna" in page
    assert "Berbagi" not in page

    saved = guest.post(DRAFT, _draft(project, "Bisakah konsultasi lewat Zoom?"))

    assert saved.status == 303
    [action] = Journal(project).actions()
    assert action.by == "Sitti Hasna"
    assert "Sitti Hasna" in guest.get("/riwayat")


def test_the_owner_s_work_stays_the_owner_s(
    server: EditorServer, guest: Guest, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "pemilik")
    guest.enter("Sitti Hasna")
    guest.get("/")

    Client(server).post(DRAFT, _draft(project, "Bisakah konsultasi lewat Zoom?"))

    assert "Sitti" not in Journal(project).actions()[-1].by


def test_flags_of_the_cookie(guest: Guest) -> None:
    cookie = guest.enter("Sitti Hasna").headers["Set-Cookie"]

    name = f"caridulu-{guest.port}"
    assert re.fullmatch(
        rf"{name}=[\w-]{{43}}; HttpOnly; Max-Age=43200; Path=/; SameSite=Strict", cookie
    )


def test_behind_tls_the_cookie_never_travels_without(project: Path) -> None:
    with shared(project, PROXY) as server:
        guest = Guest(server)
        cookie = guest.enter("Sitti Hasna").headers["Set-Cookie"]

        assert re.fullmatch(
            r"__Host-caridulu=[\w-]{43}; HttpOnly; Max-Age=43200; Path=/; SameSite=Strict; Secure",
            cookie,
        )
        assert guest.send("GET", "/").status == 200
        for host in (f"127.0.0.1:{guest.port}", "lain.contoh.example", ""):
            assert guest.send("GET", "/", Host=host).status == 403
        plain = PROXY.replace("https", "http")
        assert guest.send("POST", "/keluar", _form(guest), Origin=plain).status == 403
        assert server.share
        assert server.share.server_address[0] == "127.0.0.1"


def _form(guest: Guest, **more: str) -> str:
    return urlencode({"_kunci": form_token(guest.token), **more})


@pytest.mark.parametrize(
    "host",
    ["penyerang.example", "127.0.0.1", "localhost:{port}", "", "127.0.0.1:{port}.evil.example"],
)
def test_dns_rebinding(guest: Guest, host: str) -> None:
    code = guest.share.sharing.new_code()
    form = urlencode({"nama": "Budi", "kode": code})
    guest.enter("Sitti Hasna")
    sent = host.format(port=guest.port)

    assert guest.send("GET", "/", Host=sent).status == 403
    assert guest.send("POST", "/masuk", form, Host=sent).status == 403
    assert guest.share.sharing.waiting_codes == 1


@pytest.mark.parametrize("origin", ["https://penyerang.example", "null", "http://127.0.0.1", None])
def test_forms_of_other_sites(guest: Guest, project: Path, origin: str | None) -> None:
    guest.enter("Sitti Hasna")
    before = files_of(project)
    form = _form(guest, **_draft(project, "Dibajak?"))
    code = guest.share.sharing.new_code()

    assert guest.send("POST", DRAFT, form, Origin=origin).status == 403
    assert guest.send("POST", DRAFT, form, Sec_Fetch_Site="same-site").status == 403
    entering = urlencode({"nama": "Budi", "kode": code})
    assert guest.send("POST", "/masuk", entering, Origin=origin, Cookie=None).status == 403
    assert files_of(project) == before
    assert guest.share.sharing.waiting_codes == 1


def test_a_form_of_another_session(server: EditorServer, guest: Guest, project: Path) -> None:
    other = Guest(server)
    guest.enter("Sitti Hasna")
    other.enter("Budi")
    owner = Client(server)
    draft = _draft(project, "Dibajak?")

    for key in (form_token(other.token), form_token(owner.token), "", "salah"):
        reply = guest.send("POST", DRAFT, urlencode({"_kunci": key, **draft}))
        assert reply.status == 403
        assert "Belum tersimpan: formulir ini dibuka sebelum penyunting dimulai ulang" in reply.text
    own = urlencode({"_kunci": form_token(guest.token), **draft})
    assert owner.send("POST", DRAFT, own).status == 403


def test_the_owner_s_token_opens_nothing_here(server: EditorServer, guest: Guest) -> None:
    owner = Client(server)

    assert guest.send("GET", f"/?kunci={owner.token}").status == 403
    cookie = f"caridulu-{guest.port}={owner.token}"
    assert guest.send("GET", "/", Cookie=cookie).status == 403
    guest.enter("Sitti Hasna")
    cookie = f"caridulu-{owner.port}={guest.token}"
    assert owner.send("GET", "/", Cookie=cookie).status == 403


@pytest.mark.parametrize("cookie", ["", "caridulu-{port}=salah", "caridulu-{port}=", "\x00;;==,"])
def test_a_session_that_is_none(guest: Guest, cookie: str) -> None:
    guest.enter("Sitti Hasna")

    assert guest.send("GET", "/", Cookie=cookie.format(port=guest.port)).status in (400, 403)


def test_a_code_is_taken_once(server: EditorServer, guest: Guest) -> None:
    code = guest.share.sharing.new_code()
    assert guest.enter("Sitti Hasna", code).status == 303

    reply = Guest(server).enter("Budi", code)

    assert reply.status == 403
    assert "Kode salah, sudah dipakai, atau sudah lewat waktunya. Mintalah kode baru." in reply.text
    assert 'value="Budi"' in reply.text
    assert code not in reply.text


def test_guessing_ends_for_a_while(server: EditorServer, guest: Guest) -> None:
    guest.enter("Sitti Hasna")
    stranger = Guest(server)
    for number in range(MOST_TRIES):
        assert stranger.enter("Budi", f"TEBAK{number}").status == 403

    closed = stranger.enter("Budi")

    assert closed.status == 429
    assert "Terlalu banyak kode yang salah. Coba lagi setelah 15 menit." in closed.text
    assert guest.send("GET", "/").status == 200


def test_a_name_that_cannot_be_used(guest: Guest) -> None:
    reply = guest.enter("<b>")

    assert reply.status == 403
    assert (
        "Nama ini tidak dapat dipakai: 2 sampai 60 karakter, tanpa tanda &lt; dan &gt;."
        in reply.text
    )
    assert 'value="&lt;b&gt;"' in reply.text


def test_strangers_send_little(guest: Guest) -> None:
    for path in ("/masuk", "/berkas", DRAFT):
        reply = guest.send("POST", path, b"", Content_Length=str(ENTRY_LIMIT + 1))
        assert reply.status == 413, path
    wrong = guest.send("POST", "/masuk", b"{}", Content_Type="application/json")
    assert wrong.status == 415
    guest.enter("Sitti Hasna")
    assert guest.send("POST", DRAFT, _form(guest, x="y" * 2 * ENTRY_LIMIT)).status == 400


def test_leaving_ends_the_session(guest: Guest) -> None:
    guest.enter("Sitti Hasna")
    carried = guest.headers["Cookie"]
    assert guest.send("GET", "/keluar").status == 303
    assert guest.send("GET", "/").status == 200

    reply = guest.send("POST", "/keluar", _form(guest))

    assert reply.status == 303
    assert "Max-Age=0" in reply.headers["Set-Cookie"]
    assert guest.send("GET", "/", Cookie=carried).status == 403


def test_only_the_owner_gives_out_codes_and_ends_sessions(
    server: EditorServer, guest: Guest
) -> None:
    owner = Client(server)
    begun = owner.get("/berbagi")
    for said in ("Berbagi dengan rekan kantor", "Yang sedang masuk", "Belum ada rekan yang masuk."):
        assert said in begun
    made = owner.post("/berbagi", {"_aksi": "kode"}).text
    [code] = re.findall(r'class="code">([\w-]+)<', made)
    assert (
        "Kode untuk satu orang, sekali pakai, berlaku 60 menit. Kode ini tidak ditampilkan lagi."
        in made
    )
    assert code not in owner.get("/berbagi")
    assert guest.enter("Sitti Hasna", code).status == 303

    refused = guest.send("GET", "/berbagi")
    assert "Halaman ini hanya untuk komputer tempat penyunting dijalankan." in refused.text
    assert guest.post("/berbagi", {"_aksi": "kode"}).status == 403
    listed = owner.get("/berbagi")
    assert "Sitti Hasna" in listed
    [guest_id] = re.findall(r'value="akhiri:(\w+)"', listed)
    assert owner.post("/berbagi", {"_aksi": f"akhiri:{guest_id}"}).status == 303
    assert guest.send("GET", "/").status == 403
    owner.post("/berbagi", {"_aksi": "kode"})
    assert "Cabut 1 kode yang belum dipakai" in owner.get("/berbagi")
    owner.post("/berbagi", {"_aksi": "cabut"})
    assert guest.share.sharing.waiting_codes == 0
    assert owner.post("/berbagi", {"_aksi": "lain"}).status == 400


def test_without_sharing_there_is_no_such_page(client: Client) -> None:
    assert client.send("GET", "/berbagi").status == 404
    assert "Berbagi" not in client.get("/")


def test_what_no_tls_means_is_said(project: Path, guest: Guest, server: EditorServer) -> None:
    said = (
        "Tanpa TLS: siapa pun di jaringan kantor dapat membaca apa yang diketik, juga kode dan "
        "sesinya. Pakailah hanya di jaringan yang Anda percaya, atau lewat proksi TLS kantor "
        "(--share-as)."
    )
    assert said in Client(server).get("/berbagi")
    with shared(project, PROXY) as proxied:
        page = Client(proxied).get("/berbagi")
    assert "Tanpa TLS" not in page
    assert f"Alamat untuk rekan: <strong>{PROXY}</strong>" in page


def test_nothing_secret_is_told(
    server: EditorServer, guest: Guest, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code = guest.share.sharing.new_code()
    guest.enter("Budi", "SALAH-KODE")
    guest.enter("Sitti Hasna", code)
    guest.post(DRAFT, _draft(project, "Bisakah konsultasi lewat Zoom?"))
    guest.send("POST", "/keluar", _form(guest))

    told = "".join(capfd.readouterr())
    assert told == (
        "Seseorang mengetik kode yang salah.\nSitti Hasna masuk.\nSesi Sitti Hasna berakhir.\n"
    )
    kept = b"".join(path.read_bytes() for path in project.rglob("*") if path.is_file())
    for secret in (code, guest.token, Client(server).token, "SALAH-KODE"):
        assert secret.encode() not in kept


def test_two_who_have_one_form_open_see_each_other(server: EditorServer, guest: Guest) -> None:
    other = Guest(server)
    guest.enter("Sitti Hasna")
    other.enter("Budi Santoso")
    guest.get(DRAFT)

    assert "Sitti Hasna" in text_of(other.get(DRAFT).partition("<main")[2])
    assert "Budi Santoso" in text_of(guest.get(DRAFT).partition("<main")[2])


def test_pages_forbid_everything_from_elsewhere(guest: Guest) -> None:
    headers = guest.send("GET", "/").headers

    assert headers["Content-Security-Policy"].startswith("default-src 'none';")
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cache-Control"] == "no-store"


def test_colleagues_see_what_is_public_but_do_not_publish(guest: Guest, project: Path) -> None:
    with_targets(project, TARGET)
    guest.enter("Siti")
    sentence = (
        "Situs hanya dapat diterbitkan, dan tujuannya hanya dapat diubah, di komputer yang "
        "menjalankan"
        " penyunting ini."
    )

    page = guest.get("/terbitkan")
    assert sentence in page
    assert 'name="_aksi"' not in page.partition("<main")[2]
    refused = guest.post("/terbitkan", {"_aksi": "terbitkan", "tujuan": "situs"})
    assert (refused.status, sentence in refused.text) == (403, True)
    assert guest.send("GET", "/terbitkan/tujuan/situs").status == 403
    assert not (project.parent / "www").exists()
