"""Words of a conversation: those that name a subject, those of courtesy; its sentences."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, wraps
from typing import TypeVar

from caridulu.search.analysis.language import indonesian

LONGEST_CACHED = 400  # characters; results on longer texts are not cached
TEXTS_CACHED = 4_096  # results in each cache: people thank in the same words again and again
SHORT = 9  # words; a longer message does more than assent, or say that a matter is done
STEM = 5  # first letters by which two forms of a word are one: ``kecamatan``, ``kecamatannya``
# Words of politeness and assent; a message of nothing else says nothing.
_TALK_WORDS = """
aamiin adik afternoon ajeng alhamdulillah allah amin anda apa apa2 asiiik asiik asik ass
assalamualaikum astaga atas baik baiklah balas balasan balasannya bang banget bantuan bantuannya
banyak bapak bapakibu barakallah begitu benar bener beres berkah berkenan biasa bu buk cek deh dek
dengan di dibantu dicek digituin dimengerti dipahami ditunggu dok dong evening faham fast ganggu
gitu good great hadir haha hai halo hehe hehehe hello hi hormat ibu ijin iki info infonya
informasi informasinya inshaallah insya insyaallah itu iya iyaa iye iyo izin jawaban jawabannya
jazakallah jelas ji juga kabarnya kak kakak kami kamu kan kasi kasih kembali kerjasama
kerjasamanya kesempatan kesempatannya khair klarifikasi lagi lancar luar maaf makasi makasih malam
mantap mantul mantull mas masukan mbak membantu mengerti mengganggu menjawab merepotkan mi min
minta misi mksh mohon monggo morning nah naik nggih nice njih no noted oalah oh ohh ok okay oke
okee okey oki om oo ooh owalah p pagi paham pahami pak pale penjelasan penjelasannya perfect
perhatian perhatiannya ping respon responnya respons responsnya sa salam sama sama2 samasama
sangat sapa saya sebelumnya sehat sekali sekalian sekian selalu selama selamat semangat semoga
senang setuju siaap siang siap siip silahkan silakan sip sipp sore sudah sukses sure swt sy
syukron tabe tdk telah tentu terbantu terima terimakasih thank thanks thx tidak tks tq trimakasih
trims tunggu udah untuk waalaikum waalaikumsalam waalaikumussalam waduh wah waktu waktunya
walaikumsalam walaikumussalam wassalam wb welcome well wkwk wkwkwk wr ya yaa yah yes yo you yth
"""
# Words of the languages at home that name nothing: pronouns, particles, assent. Javanese,
# Sundanese, Minangkabau, Balinese, Malay of the east.
_SMALL_AT_HOME = """
    kulo kula njenengan panjenengan niki niku meniko menika sing nek menawi kalih kaliyan karo lan
    mawon leres lho to rek malih badhe sampun dereng inggih mboten boten wonten saged nyuwun
    ngapunten pangapunten nuwun matur sanget kagem dados wae mbakyu pripun nopo napa
    pinten abdi teh mah atuh ieu eta anu aya sareng bade tos parantos hatur punten kang teteh aa
    ambo awak uda uni nan alah lai indak bana ko baa tiang titiang ring
    beta katong su sonde pung ma bae basong usi bapa
"""
# Words of grammar as chats write and speak them, Indonesian and at home: they may ask something.
_SPOKEN_GRAMMAR = """
    nya nyo malah terus bgt hrs gak nggak ngga ndak nda sdh udh blm dgn utk bwt brp
    ado lah iko samo sajo juo pulo kito denai pado untuak apo bilo dima barapo siapo lamo
    sadang beko bisuak mangko supayo mintak
    ana ono ora udu dudu wis uwis durung isih esih nang neng ning teng nggo kanggo ingkang iku
    kuwi kuwe yen opo inyong kowe piye kepriye pira piro endi pundi iso arep njaluk takon tanglet
    dadi kabeh luwih amargi soale ben nuli jare jebule mengke mangke saiki
    ulun pian sampian kada kadada balum haja jua barapa kayapa dimapa ngitu handak hakun amun
    gasan matan
    teu henteu kumaha sabaraha naon iraha acan hoyong jeung oge upami lamun puang engka
"""
_SMALL_ENGLISH = """
    about again all also am an and any are as at be been but by can could did do does for from get
    got had has have here how i if in into is it its just like may me more my need of on one only
    or other our out please quick question should so some sorry still than that the their them then
    there these they this those to too up us use used was we were what when where which who why
    will with would your
"""
_TALK = frozenset((_TALK_WORDS + _SMALL_AT_HOME + _SMALL_ENGLISH).split())
SMALL = _TALK | (indonesian().stop_words - {"ini"})
_NO_CONTENT = _TALK | indonesian().function_words.union(_SPOKEN_GRAMMAR.split())
# Words that name no subject of a question to a statistics office.
GENERAL = frozenset({"bps", "kanto", "meman", "benar", "info", "infor", "data", "datan", "saja",
                     "pst", "kirim", "dikir", "forma", "excel", "pdf", "file", "unduh", "diund",
                     "downl", "akses", "diaks", "terse", "tauta", "link"})  # fmt: skip
# What a full stop does not end: ``No.``, ``Yth.``, and the number of an item.
LONGEST_ABBREVIATION = 40  # characters at the end of a part in which an abbreviation is sought
_ABBREVIATED = re.compile(
    r"(?:^|\s|\()(?:no|jl|jln|gg|lrg|kec|kab|kel|ds|kota|prov|drg?|drs|dra|ir|hj?|tn|ny|nn|sdri?|bpk|"
    r"ustd?|prof|pdt|tgk|yth|an|a\.n|tgl|th|thn|bln|hlm|hal|tab|gbr|rt|rw|st|s\.d|s/d|dkk|cq|u\.p|up|telp|hp|wa|mr|mrs|"
    r"ms|muh|moh|abd)\.$|^\W*(?:\d{1,2}|[a-h])\.$",
    re.I,
)
_WORD = re.compile(r"[^\W_]+")
_SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+")
_T = TypeVar("_T")


def cached(function: Callable[[str], _T]) -> Callable[[str], _T]:
    """Keeps what a function finds out about short texts; spares a quarter of reading a chat."""
    known = lru_cache(maxsize=TEXTS_CACHED)(function)

    @wraps(function)
    def of(text: str) -> _T:
        return known(text) if len(text) <= LONGEST_CACHED else function(text)

    return of


class Wording:
    """A pattern, without capitals, that is sought in either case in half the time of ``re.I``.

    Where case counts, ``re`` passes over alternatives by their first letter. Only ASCII is certain
    to keep its letters in lower case.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = pattern
        self._in_lower_case = re.compile(pattern, flags)
        self._in_any_case = re.compile(pattern, flags | re.I)

    def search(self, text: str) -> re.Match[str] | None:
        """Finds the first place; what the match holds is in lower case."""
        if text.isascii():
            return self._in_lower_case.search(text.lower())
        return self._in_any_case.search(text)

    def sub(self, put: str, text: str) -> str:
        return self._in_any_case.sub(put, text)


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def is_short(text: str) -> bool:
    return len(words_of(text)) <= SHORT


def has_figure(text: str) -> bool:
    return any(map(str.isdigit, text))


@cached
def content_words(text: str) -> tuple[str, ...]:
    """Returns the words that name a subject, each by its first letters."""
    return content_words_among(words_of(text))


def content_words_among(words: Iterable[str]) -> tuple[str, ...]:
    """Keeps of these words, as ``words_of`` gives them, those that name a subject."""
    content = [word for word in words if word not in _NO_CONTENT]
    return tuple(
        [
            word[:STEM] if word[-3:] != "nya" else _stem(word)
            for word in content
            if len(word) > 2 or word.isdigit()
        ]
    )


def _stem(word: str) -> str:
    """Returns the first letters of a word in ``nya``; a short word is whole: ``kode`` + ``nya``."""
    return word[:-3] if STEM < len(word) < STEM + 3 else word[:STEM]


def sentences(text: str) -> Iterator[str]:
    """Splits a text into its sentences and lines; ``No. 5`` and ``1. Berapa`` stay together."""
    for line in text.split("\n"):
        begun = ""
        for part in _SENTENCE_ENDS.split(line.strip()):
            begun = f"{begun} {part}".strip()
            if not _is_abbreviated(begun):
                if begun:
                    yield begun
                begun = ""
        if begun:
            yield begun


def _is_abbreviated(begun: str) -> bool:
    """Tells whether the full stop at the end of a text ends no sentence."""
    if not begun.endswith("."):
        return False
    return _ABBREVIATED.search(begun, max(0, len(begun) - LONGEST_ABBREVIATION)) is not None
