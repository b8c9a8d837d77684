"""The search index -> the files that the browser reads: a manifest, and slices that it names."""

import base64
import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from caridulu.search import parameters
from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.shards import (
    USUAL_IDFS,
    VERSION,
    encode,
    name_line,
    slice_text,
    term_slices,
    usual_idfs,
    word_lines,
)

# Most files of an index: below LARGE items as many as make a first search cheap, above as few as a
# host or a Git branch takes well. Those that the vocabulary leaves are terms and texts, in shares
# that cost a first search fewest bytes; more slices of terms than MOST_TERM_SLICES would lengthen
# the manifest by more than they shorten the slices.
MOST_FILES, FILES_PER_ITEM, LARGE, FILES_PER_ITEM_OF_LARGE = 600, 0.4, 4_000, 0.12
TERM_SHARE, MOST_TERM_SLICES = 0.57, 2_500
MIN_BLOCK = 4
TINY = 100  # items; below, one slice holds every text and travels along with the first terms
SNIPPET = 120  # characters
# Texts that also stand with terms, for each item: up to SMALL items, also of many phrasings, and up
# to MEDIUM a first search then has its first hits after two round trips; below LARGE and above, a
# slice brings more along.
SMALL, MEDIUM = 500, 2_000
HEADS_OF_FEW, HEADS, HEADS_OF_MANY, HEADS_OF_LARGE = 6, 2.5, 1.25, 0.25
# A term up to so long also stands in the slices of terms whose texts it may complete. Of first
# searches in 3,000 items one in ten needs another wave for terms, without a third; costs .2 kB. In
# a large index slices bring more along, and it would cost .4 kB for one in twenty.
SHORT_TERM = 50
ID_LETTERS = 10
STEADY_ID = "own"  # of every index whose slices are named by their own content
NAME_LETTERS = 6  # of a slice's own name: 36 bits, which two versions of a slice hardly share
MANIFEST, HASHED = "manifest.json", "hashed/"


@dataclass(frozen=True)
class SteadyLayout:
    """How an index is written so that a change of one item changes few files.

    Slices are named by their own content, which who fetches ``<id>/<slice>.txt`` must look up in
    the manifest's ``names``. The manifest has the idf of every count. Items keep their numbers when
    others come or go.

    Attributes:
        numbers: of the items in the files, rising; some are not in use.
        block: how many numbers a slice of texts has.
    """

    numbers: Sequence[int]
    block: int


def publish_index(
    index: SearchIndex, *, address: str, steady: SteadyLayout | None = None
) -> dict[str, str]:
    """Publishes an index as files by path.

    The manifest keeps its name. The slices lie in a folder that is named after the whole content,
    or are named by their own: those of two versions can lie side by side, and browsers may keep
    them for ever.

    Args:
        index: the search index.
        address: a hit's address, with ``*`` for its id.
        steady: writes an index of which a little changes often; it takes about 2 kB more.
    """
    count = len(index.items)
    words = index.vocabulary
    slices: dict[str, Sequence[str]] = {
        **{f"f{n}": word_lines(shard.by_word) for n, shard in enumerate(words.forward.shards)},
        **{f"b{n}": word_lines(shard.by_word) for n, shard in enumerate(words.backward.shards)},
    }
    left = most_files(count) - len(slices) - 1
    numbers = steady.numbers if steady else range(count)
    texts = dict(zip(numbers, map(text_line, index.items), strict=True))
    terms = term_slices(
        index,
        list(texts.values()),
        most=min(MOST_TERM_SLICES, int(TERM_SHARE * left)),
        heads=most_heads(count),
        short=SHORT_TERM if count < LARGE else 0,
        numbers=numbers,
        idfs=usual_idfs(index, count if steady else USUAL_IDFS),
    )
    block = steady.block if steady else text_block(count, left - len(terms.starts))
    is_tiny = count <= TINY and not steady
    slices |= {f"t{n}": lines for n, lines in enumerate(terms.lines)}
    slices |= {f"x{n}": lines for n, lines in enumerate(blocks(texts, block))}
    manifest = {
        "version": VERSION,
        "address": address,
        "block": block,
        "tiny": is_tiny,
        "terms": name_line(terms.starts),
        "idfs": encode(terms.idfs),
        "unknownIdf": index.unknown_idf,
        "firstReferral": [*numbers, max(numbers, default=-1) + 1][index.first_referral],
        "parameters": shared_parameters(),
        "vocabulary": {
            "forward": " ".join(index.vocabulary.forward.starts),
            "backward": " ".join(index.vocabulary.backward.starts),
        },
        "tables": tables(index),
    }
    if steady:
        files, names = named_slices(slices)
        return {**files, MANIFEST: _json({**manifest, "id": STEADY_ID, "names": names})}
    index_id = _digest([manifest, slices])
    written = {name: slice_text(index_id, lines) for name, lines in slices.items()}
    files = {f"{HASHED}{index_id}/{name}.txt": text for name, text in written.items()}
    return {**files, MANIFEST: _json({**manifest, "id": index_id})}


def named_slices(slices: Mapping[str, Sequence[str]]) -> tuple[dict[str, str], dict[str, str]]:
    """Writes slices named by their own content; returns files by path, and names by kind.

    The names of a kind stand one after the other, in the order of the slices.
    """
    files: dict[str, str] = {}
    names: dict[str, str] = {}
    for place, lines in slices.items():
        kind, own = place[0], short_name(lines)
        files[f"{HASHED}{kind}{own}.txt"] = slice_text(STEADY_ID, lines)
        names[kind] = names.get(kind, "") + own
    return files, names


def short_name(content: object) -> str:
    """Names a content by NAME_LETTERS letters of an address."""
    digest = hashlib.sha256(_json(content).encode("utf-8")).digest()
    return base64.urlsafe_b64encode(digest)[:NAME_LETTERS].decode("ascii")


def shared_parameters() -> dict[str, object]:
    """Returns what both engines must have alike, by the names that the browser uses."""
    constants = {name: value for name, value in vars(parameters).items() if _is_shared(name)}
    return {camel_case(name): value for name, value in constants.items()}


def _is_shared(name: str) -> bool:
    return name.isupper() and not name.startswith("_")


def camel_case(name: str) -> str:
    """Spells a name as JavaScript does: MAX_TEXT -> maxText."""
    first, *others = name.lower().split("_")
    return first + "".join(map(str.capitalize, others))


def tables(index: SearchIndex) -> dict[str, str]:
    """Returns the word lists that the browser's analyzer needs."""
    language = index.reading.language
    return {
        "colloquial": grouped({w: "+".join(plain) for w, plain in language.colloquial.items()}),
        "stems": grouped(language.stem_exceptions),
        "stopWords": " ".join(sorted(language.stop_words)),
        "weak": " ".join(sorted(language.weak)),
        "figures": " ".join(sorted(language.figures)),
        "greetings": " ".join(sorted(language.greetings)),
        "clitics": " ".join(language.clitics),
        "places": " ".join(sorted(index.place_terms)),
    }


def grouped(table: Mapping[str, str]) -> str:
    """Writes a list for each value: ``tanya ber~ men_kan``.

    In a word ``~`` is the value, ``_`` the value without its first letter, which prefixes change.
    """
    words: dict[str, list[str]] = {}
    for word, value in sorted(table.items()):
        short = word.replace(value, "~")
        if short == word and len(value) > 2:
            short = word.replace(value[1:], "_")
        words.setdefault(value, []).append(short)
    return ",".join(" ".join([value, *words[value]]) for value in sorted(words))


def most_files(count: int) -> int:
    """Returns how many files an index of ``count`` items may have."""
    per_item = FILES_PER_ITEM if count < LARGE else FILES_PER_ITEM_OF_LARGE
    return max(MOST_FILES, int(per_item * count))


def text_block(count: int, most: int) -> int:
    """Returns how many of ``count`` texts lie in each of ``most`` slices or fewer."""
    if count <= TINY:
        return max(1, count)
    return max(MIN_BLOCK, math.ceil(count / most))


def most_heads(count: int) -> int:
    """Returns how many texts of ``count`` items also stand with terms."""
    if count <= TINY:
        return 0
    if count <= SMALL:
        return HEADS_OF_FEW * count
    each = HEADS if count <= MEDIUM else HEADS_OF_MANY if count < LARGE else HEADS_OF_LARGE
    return int(each * count)


def text_line(item: Item) -> str:
    """Writes what is shown for a hit."""
    shown = snippet(item.answer) if item.question else ""
    return "\t".join((item.id, title(item), shown, item.note))


def blocks(texts: Mapping[int, str], block: int) -> list[Sequence[str]]:
    """Returns the texts shown for hits, ``block`` numbers to a slice; a free number has no text."""
    end = max(texts, default=-1) + 1
    return [
        [texts.get(number, "") for number in range(at, min(at + block, end))]
        for at in range(0, end, block)
    ]


def title(item: Item) -> str:
    """Returns the question, or the beginning of a text without one."""
    return _one_line(item.question) or snippet(item.answer)


def snippet(text: str, length: int = SNIPPET) -> str:
    """Returns the beginning of a text, cut between words."""
    line = _one_line(text[: 4 * length])  # mostly enough: an answer is ten times as long
    if len(line) <= length:
        line = _one_line(text)
    if len(line) <= length:
        return line
    return line[:length].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _digest(content: object) -> str:
    return hashlib.sha256(_json(content).encode("utf-8")).hexdigest()[:ID_LETTERS]


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
