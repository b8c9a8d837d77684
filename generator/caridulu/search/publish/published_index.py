"""The search index -> the files that the browser reads: a manifest, and slices that it names."""

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from heapq import heappush, heapreplace

from caridulu.search import parameters
from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.shards import (
    VERSION,
    encode,
    head_line,
    name_line,
    slice_text,
    term_slices,
    vocabulary_lines,
)

# Most files of an index: below LARGE items as many as make a first search cheap, above as few as a
# host or a Git branch takes well. Those that the vocabulary leaves are terms and texts, in shares
# that cost a first search fewest bytes; more slices of terms than MOST_TERM_SLICES would lengthen
# the manifest by more than they shorten the slices.
MOST_FILES, FILES_PER_ITEM, LARGE, FILES_PER_ITEM_OF_LARGE = 600, 0.4, 4_000, 0.12
TERM_SHARE, MOST_TERM_SLICES = 0.57, 2_500
MIN_BLOCK = 2  # texts in a slice: few, so that ten hits bring few others along
TINY = 100  # items; below, one slice holds every text and travels along with the first terms
SNIPPET = 120  # characters
# Titles that come with the terms, in an index where these bring few others along: with how many
# terms of an item, and how many characters of it.
MOST_HEADED, HEADS, HEAD = 2_000, 2, 60
ID_LETTERS = 10
MANIFEST, HASHED = "manifest.json", "hashed/"


def publish_index(index: SearchIndex, *, address: str, texts_together: int = 0) -> dict[str, str]:
    """Publishes an index as files by path.

    The manifest keeps its name. The slices lie in a folder that is named after the whole content:
    those of two versions can lie side by side, and browsers may keep them for ever.

    Args:
        index: the search index.
        address: a hit's address, with ``*`` for its id.
        texts_together: texts in a slice; 0 for as few as the number of files allows.
    """
    count = len(index.items)
    words = index.vocabulary
    slices: dict[str, Sequence[str]] = {
        **{f"f{n}": vocabulary_lines(shard) for n, shard in enumerate(words.forward.shards)},
        **{f"b{n}": vocabulary_lines(shard) for n, shard in enumerate(words.backward.shards)},
    }
    left = most_files(count) - len(slices) - 1
    heads = head_lines(index) if TINY < count <= MOST_HEADED else {}
    terms = term_slices(index, heads, most=min(MOST_TERM_SLICES, int(TERM_SHARE * left)))
    block = texts_together or text_block(count, left - len(terms.starts))
    slices |= {f"t{n}": lines for n, lines in enumerate(terms.lines)}
    slices |= {f"x{n}": lines for n, lines in enumerate(text_slices(index.items, block))}
    manifest = {
        "version": VERSION,
        "address": address,
        "block": block,
        "tiny": count <= TINY,
        "terms": name_line(terms.starts),
        "idfs": encode(terms.idfs),
        "unknownIdf": index.unknown_idf,
        "firstReferral": index.first_referral,
        "parameters": shared_parameters(),
        "vocabulary": {
            "forward": " ".join(index.vocabulary.forward.starts),
            "backward": " ".join(index.vocabulary.backward.starts),
        },
        "tables": tables(index),
    }
    index_id = _digest([manifest, slices])
    texts = {name: slice_text(index_id, lines) for name, lines in slices.items()}
    files = {f"{HASHED}{index_id}/{name}.txt": text for name, text in texts.items()}
    return {**files, MANIFEST: _json({**manifest, "id": index_id})}


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
        "greetings": " ".join(sorted(language.greetings)),
        "clitics": " ".join(language.clitics),
        "places": " ".join(sorted(index.place_terms)),
    }


def grouped(table: Mapping[str, str]) -> str:
    """Writes a list for each value: ``tanya ber~ per~an``; ``~`` is the value in its words."""
    words: dict[str, list[str]] = {}
    for word, value in sorted(table.items()):
        words.setdefault(value, []).append(word.replace(value, "~"))
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


def text_slices(items: tuple[Item, ...], block: int) -> list[list[str]]:
    """Returns the lines with the texts shown for a hit, a block to a slice."""
    lines = [
        "\t".join((item.id, title(item), snippet(item.answer) if item.question else "", item.note))
        for item in items
    ]
    return [lines[at : at + block] for at in range(0, len(lines), block)]


def head_lines(index: SearchIndex) -> dict[str, list[str]]:
    """Returns titles by the term they stand with: the words that say most about an item.

    A search that finds an item has mostly asked for one of them, and shows its title with the
    answer to the terms, a round trip before the texts.
    """
    strongest: list[list[tuple[int, int, str]]] = [[] for _ in index.items]  # heaps
    for order, name in enumerate(name for name in index.terms() if " " not in name):
        if term := index.term(name):
            for entry, part in zip(term.entries, term.parts, strict=True):
                heap, said = strongest[entry], (term.idf * part, -order, name)
                if len(heap) < HEADS:
                    heappush(heap, said)
                elif heap[0] < said:
                    heapreplace(heap, said)
    heads: dict[str, list[str]] = {}
    for entry, item in enumerate(index.items):
        line = head_line(entry, item.id, snippet(item.question, HEAD))
        for _, _, name in strongest[entry] if item.question else ():
            heads.setdefault(name, []).append(line)
    return heads


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
