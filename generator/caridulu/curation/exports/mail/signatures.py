"""What somebody wrote, without signature, sign-off and disclaimer."""

import re
from collections.abc import Iterable, Iterator

from caridulu.curation.exports.mail.wrapped_lines import unwrapped
from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.courtesies import tells_beside
from caridulu.privacy.lists.spoken_words import ADDRESSED, THANKS

SIGN_OFF_LINES = 9  # lines of a signature at most
MOST_NAMES = 3  # words of a name below the last sentence
SENTENCE = 4  # words with a full stop, from which on a line is no signature
NAME_LINE = 48  # characters of a line in a signature
SHORT_NAME = 3  # letters of a short form of a name, at least
_NAMED = re.compile(
    rf"(?i:\b(?:{THANKS}|salam|ttd)\b(?: \w+)?\W+)(?P<signed>[^\W\d_]{{3,}})\W*$|"
    r"(?i:\bsaya )(?P<told>[A-Z]\w{2,})"
)
_NAME_AND_FIRM = re.compile(r"\s+[-\u2013|(]\s*")
_SIGNATURE = re.compile(
    r"^(?:--\s*|__+|(?:(?:Dikirim|Terkirim) (?:dari|menggunakan)|"
    r"Sent (?:from|with)|(?:Get|Dapatkan|Unduh|Download) Outlook)\b.*)$",
    re.I,
)
_SIGN_OFF = re.compile(
    r"^\W*(?:(?:dengan )?(?:hormat|salam)(?: (?:kami|saya|hormat|hangat|statistik|sehat))*|"
    r"hormat (?:kami|saya)|wassalam\w*(?: .{0,30})?|(?:best |kind |warm )?regards|sincerely|"
    r"tks|ttd)\W*$",
    re.I,
)
_CLOSING = re.compile(  # also begins an answer: only names may follow
    rf"^\W*(?:(?:{THANKS})(?: (?:dan|atas|banyak|sebelumnya|ya|{ADDRESSED}).{{0,60}})?|"
    r"demikian.{0,120}|sekian.{0,60}|semoga .{0,50})\W*$",
    re.I,
)
_DISCLAIMER = re.compile(
    r"^\W*(?:disclaimer|penafian|(?:\w+ )?kerahasiaan(?:\W*$|\b.*(?:e-?mail|surel|pesan|lampiran))|"
    r"(?:(?:perhatian|pemberitahuan|peringatan|penting)\W{1,4})?(?:e-?mail|surel|pesan) ini "
    r"\(?(?:dan|beserta|bersifat|hanya|mungkin|termasuk|ditujukan)\b.*"
    r"(?:rahasia|lampiran|penerima)|(?:jika|apabila) anda bukan penerima|"
    r"if you are not the (?:intended|named)|"
    r"(?:notice|important|caution)\W{1,4}this (?:e-?mail|message)|"
    r"this (?:e-?mail|message)\b.*(?:confidential|intended)|catatan ?: (?:e-?mail|surel) ini|"
    r"think before you print|pikirkan lingkungan)",
    re.I,
)
_CONTACT = re.compile(
    r"@|\b(?:telp|tlp|telepon|hp|wa|fax|faks|nip|nik|nim|jl|jalan|alamat|email|surel|"
    r"www|https?|perum|blok|r[tw]\W{0,2}\d+)\b|\.(?:go|co|or|ac)\.id\b|\d{3}[- .]?\d{3}",
    re.I,
)

_REACHED = re.compile(
    r"\b(?:hp|wa|telp|tlp|telepon|nip|nim)\W*\d|(?:\+62|\b0)8\d{1,2}[- .]?\d{3}", re.I
)


def own_text(lines: Iterable[str], known: set[str]) -> str:
    """Returns the writer's lines without signature, sign-off and disclaimer."""
    kept: list[str] = []
    for line in lines:
        if _SIGNATURE.match(line) or _DISCLAIMER.match(line):
            break
        kept.append(line.rstrip())
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
    return unwrapped(_without_sign_off(text, known))


def _without_sign_off(text: str, known: set[str]) -> str:
    """Cuts ``Hormat kami, Hasna, NIP ...``, and names and contacts at the end."""
    lines = text.split("\n")
    first = max(1, len(lines) - 2 * SIGN_OFF_LINES)  # every other line may be blank
    ends = (n for n in range(first, len(lines)) if _signs_off(lines[n:], known))
    end = next(ends, len(lines))
    paragraphs = "\n".join(lines[:end]).rstrip().split("\n\n")
    while len(paragraphs) > 1 and is_signature(paragraphs[-1], known):
        paragraphs.pop()
    lines = "\n\n".join(paragraphs).split("\n")
    lines = lines[: len(lines) - _contact_lines(lines, known)]
    while len(lines) > 1 and _is_own_name(lines[-1], known):
        lines.pop()
    return "\n".join(lines).rstrip()


def _signs_off(lines: list[str], known: set[str]) -> bool:
    """Tells whether the first line closes the mail, and behind it stands only who wrote."""
    rest = [line for line in lines[1:] if line.strip()]
    if len(rest) >= SIGN_OFF_LINES:
        return False
    if _SIGN_OFF.match(lines[0]):
        return all(map(_signs, rest))
    if not _CLOSING.match(lines[0]) or tells_beside(lines[0]):
        return False
    return all(_is_name(one, known) for one in rest)


def _contact_lines(lines: list[str], known: set[str]) -> int:
    """Counts the lines at the end that are names and a number by which to reach them."""
    count = 0
    for line in lines[: -SIGN_OFF_LINES - 1 : -1][: len(lines) - 1]:
        if not (_is_name(line, set()) or _is_own_name(line, known)):
            break
        count += 1
    last = [line.strip(" ,") for line in lines[len(lines) - count :]]
    is_named = any(_is_capitalised(line) or _is_own_name(line, known) for line in last)
    return count if is_named and any(map(_REACHED.search, last)) else 0


def nicknames(lines: Iterable[str], known: set[str]) -> Iterator[str]:
    """Yields the short forms of a known name by which somebody signs: ``Zul`` of Zulfikar.

    They stand on a line alone, behind thanks (``makasih, Zul``) or behind ``saya``.
    """
    for line in lines:
        named = [found["signed"] or found["told"] for found in _NAMED.finditer(line)]
        if _is_own_name(line, known):
            named += re.findall(r"[^\W\d_]+", _NAME_AND_FIRM.split(line, 1)[0])
        for word in map(str.casefold, named):
            if word not in known and _is_called(word, known):
                yield word


def _is_own_name(line: str, known: set[str]) -> bool:
    """Tells whether a line is only a known name of the writer, or a short form of it.

    ``Ronal - CV Jagung Mas`` also says for whom he writes.
    """
    name, *firm = _NAME_AND_FIRM.split(line, 1)
    if name[:1].islower() and name.endswith("."):  # the end of a sentence: ``kabupaten.``
        return False
    words = re.findall(r"[^\W\d_]+", name.casefold())
    is_firm = all(_is_capitalised(one.strip(" )")) for one in firm)
    return is_firm and 0 < len(words) <= MOST_NAMES and all(_is_called(one, known) for one in words)


def _is_called(word: str, known: set[str]) -> bool:
    """Tells whether a word is a name that is known, or its beginning or end."""
    if word in known:
        return True
    return len(word) >= SHORT_NAME and any(
        one.startswith(word) or one.endswith(word) for one in known
    )


def _signs(line: str) -> bool:
    is_sentence = line.endswith((".", "!")) and len(line.split()) >= SENTENCE
    return len(line) <= NAME_LINE * 2 and not is_sentence and not asks(line)


def _is_name(line: str, known: set[str]) -> bool:
    """Tells whether a line is a name, an office or how to reach them."""
    words = set(re.findall(r"\w{3,}", line.casefold()))
    is_of_person = words <= known or _is_capitalised(line.strip(" ,")) or _CONTACT.search(line)
    return bool(is_of_person) and _signs(line)


def is_signature(paragraph: str, known: set[str]) -> bool:
    """Tells whether a paragraph is only a name, an office and how to reach them."""
    lines = [line.strip(" ,") for line in paragraph.split("\n") if line.strip()]
    if not lines or len(lines) > SIGN_OFF_LINES or not all(map(_signs, lines)):
        return False
    words = re.findall(r"\w{3,}", lines[0].casefold())
    is_name = bool(words) and (set(words) <= known or _is_capitalised(lines[0]))
    return is_name and all(_CONTACT.search(line) or _is_capitalised(line) for line in lines)


def _is_capitalised(line: str) -> bool:
    """Tells whether a line consists of few words, each with a capital: a name or an office."""
    words = [word for word in re.findall(r"[^\W\d_]+", line) if word.lower() not in ("dan", "of")]
    few = 0 < len(words) <= 8 and len(line) <= NAME_LINE
    return few and not re.search(r"[\d:;?!]", line) and all(word[:1].isupper() for word in words)
