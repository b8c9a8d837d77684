"""The search index -> the files that the browser reads: a manifest, and slices that it names."""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from caridulu.search.index.search_index import SearchIndex
from caridulu.search.index.vocabulary import Vocabulary
from caridulu.search.publish.index_sizes import TINY, most_files, term_sizes, text_block
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
from caridulu.search.publish.shown_texts import blocks, text_line

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
    """

    numbers: Sequence[int]  # of the items in the files, rising; some are not in use
    block: int  # how many numbers a slice of texts has


def publish_index(
    index: SearchIndex, *, address: str, steady: SteadyLayout | None = None
) -> dict[str, str]:
    """Publishes an index as files by path.

    The manifest keeps its name. The slices lie in a folder that is named after the whole content,
    or are named by their own: those of two versions can lie side by side, and browsers may keep
    them for ever.

    ``address`` is a hit's, with ``*`` for its id. An index of which a little changes often is
    written ``steady``; it takes about 2 kB more.
    """
    count = len(index.items)
    numbers = steady.numbers if steady else range(count)
    texts = dict(zip(numbers, map(text_line, index.items), strict=True))
    slices = _word_slices(index.vocabulary)
    left = most_files(count) - len(slices) - 1  # one is the manifest
    terms = term_slices(
        index,
        texts,
        sizes=term_sizes(count, files=left),
        idfs=usual_idfs(index, count if steady else USUAL_IDFS),
    )
    block = steady.block if steady else text_block(count, left - len(terms.starts))
    slices |= {f"t{n}": lines for n, lines in enumerate(terms.lines)}
    slices |= {f"x{n}": lines for n, lines in enumerate(blocks(texts, block))}
    manifest = {
        "version": VERSION,
        "address": address,
        "block": block,
        "tiny": count <= TINY and not steady,
        "terms": name_line(terms.starts),
        "idfs": encode(terms.idfs),
        "unknownIdf": index.unknown_idf,
        "phrasedStep": index.phrased_step,
        "firstReferral": [*numbers, max(numbers, default=-1) + 1][index.first_referral],
        "vocabulary": {
            "forward": " ".join(index.vocabulary.forward.starts),
            "backward": " ".join(index.vocabulary.backward.starts),
        },
        "tables": tables(index),
    }
    return _steady_files(manifest, slices) if steady else _files(manifest, slices)


def _word_slices(words: Vocabulary) -> dict[str, Sequence[str]]:
    """Writes the slices of the vocabulary, in both its orders."""
    orders = {"f": words.forward, "b": words.backward}
    return {
        f"{kind}{n}": word_lines(shard.by_word)
        for kind, order in orders.items()
        for n, shard in enumerate(order.shards)
    }


def _files(manifest: Mapping[str, object], slices: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Writes files by path; the slices lie in a folder that is named after the whole content."""
    index_id = _digest([manifest, slices])
    files = {
        f"{HASHED}{index_id}/{name}.txt": slice_text(index_id, lines)
        for name, lines in slices.items()
    }
    return {**files, MANIFEST: _json({**manifest, "id": index_id})}


def _steady_files(
    manifest: Mapping[str, object], slices: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """Writes files by path; each slice is named by its own content, as the manifest says."""
    files, names = named_slices(slices)
    return {**files, MANIFEST: _json({**manifest, "id": STEADY_ID, "names": names})}


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


def tables(index: SearchIndex) -> dict[str, str]:
    """Returns the word lists that the browser's analyzer needs."""
    language = index.query_analyzer.language
    return {
        "colloquial": grouped({w: "+".join(plain) for w, plain in language.colloquial.items()}),
        "stems": grouped(language.stem_exceptions),
        "stopWords": " ".join(sorted(language.stop_words)),
        "weak": " ".join(sorted(language.weak)),
        "figures": " ".join(sorted(one.replace(" ", "+") for one in language.figures)),
        "courtesies": "|".join(language.courtesies),
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


def _digest(content: object) -> str:
    return hashlib.sha256(_json(content).encode("utf-8")).hexdigest()[:ID_LETTERS]


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
