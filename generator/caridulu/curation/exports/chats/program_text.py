"""What a chat program writes by itself: notices, and what stands for a call or a picture."""

import re
from collections.abc import Iterator
from enum import StrEnum

from caridulu.messages import message

MARK = "\u200e"  # iPhones put it before what no person wrote
INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
NAMED = re.compile(r"(?P<sender>[^:\n]{1,80}): ?(?P<text>.*)$")  # a name, and what it said
_ENCRYPTED = re.compile(
    r"^(?:Pesan dan (?:panggilan|telepon)|Messages (?:and calls )?(?:to this|are)|"
    r"Messages and calls|Pesan (?:ke|di) (?:grup|chat) ini|Chat ini)\b.*"
    r"(?:enkripsi|encrypted|layanan aman|secure service)",
    re.I,
)
_SYSTEM = re.compile(
    r"^.{0,90}?(?:kode keamanan|security code|nomor telepon.*(?:diganti|berubah|baru)|"
    r"changed (?:their|to|the|this|from)|akun bisnis|business account|layanan aman|secure service|"
    r"(?:membuat|mengganti|mengubah|menghapus|mengeluarkan|menambahkan|mengundang|meninggalkan) "
    r"(?:grup|subjek|nama grup|deskripsi|ikon|foto|gambar|setelan|pengaturan|info grup|admin|"
    r"judul|pesan|tautan)|"
    r"created (?:group|this)|menambahkan|added|removed|mengeluarkan|keluar$|left$|bergabung|"
    r"joined|invite link|tautan undangan|"
    r"pesan sementara|disappearing messages|(?:sekarang|now) (?:menjadi )?(?:admin|an admin)|"
    r"(?:menyematkan|pinned) (?:pesan|a message)|diblokir|blokir|blocked|"
    r"(?:bisnis|business) (?:ini|this)|this business|"
    r"ketuk untuk|tap to (?:learn|call|change)|komunitas|community|"
    r"memulai (?:panggilan|telepon)|started a call)",
    re.I,
)
_CALL = re.compile(
    r"^\W*(?:(?:Panggilan|Telepon) (?:suara|video|grup)(?: (?:tak|tidak) terjawab| dibatalkan| "
    r"\d.*|[,.] .*|$)|(?:Panggilan|Telepon) (?:tak|tidak) terjawab|"
    r"(?:Anda|Kamu) melewatkan (?:panggilan|telepon)|"
    r"Missed (?:group )?(?:voice|video)? ?call|(?:Voice|Video) call\b(?:[,.] .*|$)|"
    r"Tidak ada jawaban$|No answer$)",
    re.I,
)
_VOICE = re.compile(
    r"^(?:(?:PTT|AUD)-\S+ ?\(.*\)|\S+\.(?:opus|m4a|amr|ogg|aac|mp3) \(.*\)|"
    r"<(?:terlampir|attached): .*\.(?:opus|m4a|amr|ogg|aac|mp3)>|"
    r"(?:pesan suara|audio|voice message|catatan suara) (?:tidak disertakan|omitted|dihilangkan))$",
    re.I,
)
_DELETED = re.compile(
    r"^(?:Pesan ini (?:telah )?dihapus(?: oleh admin.*)?|(?:Anda|Kamu) (?:telah )?menghapus pesan "
    r"ini|This message was deleted(?: by admin.*)?|You deleted this message)\.?$",
    re.I,
)
_MEDIA = re.compile(
    r"^(?:<(?:Media|Berkas|File) (?:tidak disertakan|omitted)>|<Pesan sekali lihat[^>]*>|"
    r".{0,120}\.\w{2,5} \((?:file terlampir|file attached|berkas terlampir)\)|"
    r"<(?:terlampir|attached): .*>|.{0,160}?(?:gambar|foto|stiker|video|audio|dokumen|GIF|kontak|"
    r"kartu kontak|pesan video|image|photo|sticker|document|video note|Contact card)"
    r" (?:tidak disertakan|omitted|dihilangkan)|"
    r"null|"
    r"(?:POLL|POLLING|JAJAK PENDAPAT):.*|"
    r"(?:lokasi(?: terkini)?|(?:live )?location|lokasi langsung)\b.{0,40}: ?https?://\S+|"
    r"(?:lokasi terkini|live location) (?:dibagikan|shared).*|"
    r"(?:pesan|foto|video) sekali lihat.*|(?:view once) (?:message|photo|video).*|"
    r"(?:menunggu pesan ini|waiting for this message).*)$",
    re.I,
)
LONGEST_NOTICE = 300  # characters of what stands for a message that is no text
# How everything that the patterns above find begins or ends: spares them for most messages.
_BEGINS = (
    *("<", "panggilan", "telepon", "missed", "voice", "video", "tidak ada jawaban", "no answer"),
    *("poll", "jajak", "lokasi", "location", "live location", "pesan ini", "this message"),
    *("you deleted", "anda ", "kamu ", "pesan sekali", "foto sekali", "view once", "menunggu"),
    "waiting",
)
_ENDS = (")", ">", " disertakan", " omitted", " dihilangkan", "null")


class Unreadable(StrEnum):
    """A message that is no text."""

    VOICE = "voice"
    CALL = "call"
    DELETED = "deleted"
    MEDIA = "media"


def visible(text: str) -> str:
    """Removes invisible characters."""
    return text if text.isascii() else INVISIBLE.sub("", text)


def is_program_behind_name(text: str) -> bool:
    """Tells whether the program wrote what stands behind a name."""
    if text.startswith(MARK) and (_ENCRYPTED.match(visible(text)) or _SYSTEM.match(visible(text))):
        return unreadable(text) is None
    return text.startswith(("Pesan dan", "Messages ")) and _ENCRYPTED.match(text) is not None


def is_known_program_text(text: str) -> bool:
    """Tells whether a line without a sender is known as what the program says.

    iPhones put a name before it: ``Ani: Pesan dan panggilan terenkripsi ...``.
    """
    plain = visible(text)
    named = NAMED.match(plain)
    said = (plain, named["text"]) if named else (plain,)
    return any(_ENCRYPTED.match(one) or _SYSTEM.match(one) for one in said)


def unreadable(text: str) -> Unreadable | None:
    """Classifies a message whose whole text stands for something that is no text, else None."""
    plain = visible(text).strip()
    if len(plain) > LONGEST_NOTICE or not plain:
        return None if plain else Unreadable.MEDIA
    low = plain.lower()
    if not low.endswith(_ENDS) and not low.lstrip("\U0001f4de\U0001f4f9 ").startswith(_BEGINS):
        return None
    if _CALL.match(plain):
        return Unreadable.CALL
    if _VOICE.match(plain):
        return Unreadable.VOICE
    if _DELETED.match(plain):
        return Unreadable.DELETED
    return Unreadable.MEDIA if _MEDIA.match(plain) else None


def shown_counts(counts: dict[Unreadable, int]) -> Iterator[str]:
    """Says how many messages of each kind cannot be read: ``2 pesan suara``."""
    for kind in Unreadable:
        if counts.get(kind):
            yield f"{counts[kind]} {message(f'curation.kind_of_message_{kind}')}"
