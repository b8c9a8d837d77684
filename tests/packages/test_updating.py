"""A newer version of a package changes nothing that the office says; it waits to be read."""

import random
from collections.abc import Iterator, Mapping
from typing import Any

from caridulu.curation.overrides import PACKAGE, decided_text, own_text, values_of_text, whole_text
from caridulu.curation.writing import changed_yaml
from caridulu.knowledge.package_hash import text_hash
from caridulu.packages.updating import PackageUpdate, updated
from tests.packages.shared_project import entry, package

OWN = "istilah/sampel.yml"
OLD, NEW = package("1.0"), package("1.1", sampel="Sebagian dari populasi.", populasi="")


def _update(
    after: Mapping[str, str],
    *,
    before: Mapping[str, str] = OLD,
    own: Mapping[str, str] | None = None,
) -> PackageUpdate:
    return updated("istilah", before=before, after=after, own=own or {})


def test_changed_key_is_kept_as_it_was() -> None:
    made = _update(NEW)

    assert made == PackageUpdate(
        {
            OWN: "answer: |\n  Yang disebut sampel dijelaskan di sini.\n"
            f"package:\n  name: istilah\n  sha256: {text_hash(OLD[OWN])}\n  kept:\n    - answer\n"
        },
        changed=("sampel",),
    )


def test_key_that_both_have_changed_is_a_conflict() -> None:
    mine = f"answer: Punya kantor.\npackage:\n  name: istilah\n  sha256: {text_hash(OLD[OWN])}\n"

    made = _update(NEW, own={OWN: mine})

    assert made == PackageUpdate({}, changed=("sampel",), conflicts=("sampel",))


def test_new_entry_is_a_draft() -> None:
    after = package("1.1", sampel="", populasi="", sensus="")

    assert _update(after) == PackageUpdate(
        {
            "istilah/sensus.yml": "status: draft\npackage:\n  name: istilah\n"
            f"  sha256: {text_hash(after['istilah/sensus.yml'])}\n"
        },
        new=("sensus",),
    )


def test_withdrawn_entry_becomes_the_office_s() -> None:
    made = _update(package("1.1", populasi=""))

    base = f"package:\n  name: istilah\n  sha256: {text_hash(OLD[OWN])}\n"
    assert made == PackageUpdate({OWN: OLD[OWN] + base}, withdrawn=("sampel",))


def test_own_entry_with_the_id_of_a_new_one_stays() -> None:
    mine = entry("sensus", "Jawaban kantor sendiri.")
    after = package("1.1", sampel="", populasi="", sensus="")

    made = _update(after, own={"istilah/sensus.yml": mine})

    text = made.texts["istilah/sensus.yml"]
    assert text
    assert (
        whole_text(text, after["istilah/sensus.yml"], name="istilah").count("kantor sendiri") == 1
    )
    assert made.new == ("sensus",)


def test_adjustment_that_the_package_has_taken_over_is_gone() -> None:
    mine = (
        "answer: |\n  Sebagian dari populasi.\n"
        f"package:\n  name: istilah\n  sha256: {text_hash(OLD[OWN])}\n"
    )

    assert _update(NEW, own={OWN: mine}) == PackageUpdate({OWN: None}, changed=("sampel",))


def test_nothing_local_is_ever_lost() -> None:
    """1,000 random sequences of versions of the package, edits of the office, and decisions."""
    for seed in range(1_000):
        office = _Office(random.Random(seed))
        for step in range(3):
            office.step(f"seed {seed}, step {step}")


WORDS = ("sampel", "populasi", "sensus")
KEYS = ("question", "answer", "tags", "data_period", "status")


def _said(text: str) -> dict[str, Any]:
    """What an entry's file says; line ends after it say nothing."""
    values = values_of_text(text).items()
    return {key: one.strip() if isinstance(one, str) else one for key, one in values}


def _short(word: str, answer: str = "Penjelasan.") -> str:
    """An entry that takes little time to read and write."""
    return f"question: Apa itu {word}?\nanswer: {answer}\nstatus: published\n"


class _Office:
    """An office with a package, and what it says according to all that was done."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.package = {f"istilah/{word}.yml": _short(word) for word in WORDS[:2]}
        self.own: dict[str, str] = {}
        self.expected = {word: self.says(word) for word in WORDS}

    def says(self, word: str) -> dict[str, Any] | None:
        """What visitors and officers read of an entry; None when there is none."""
        path = f"istilah/{word}.yml"
        own, below = self.own.get(path), self.package.get(path)
        if below is not None:
            said = _said(whole_text(own, below, name="istilah"))
        else:
            said = _said(own) if own else {}
        said.pop(PACKAGE, None)
        return said or None

    def step(self, told: str) -> None:
        chance = self.chance
        does = chance.choice([self.upstream, self.upstream, self.edit, self.add, self.decide])
        does()
        for word in WORDS:
            assert self.says(word) == self.expected[word], f"{told}, {does.__name__}, {word}"

    def upstream(self) -> None:
        """A newer version: entries are changed, withdrawn, added; what the office says stays."""
        after = dict(self._newer())
        made = updated("istilah", before=self.package, after=after, own=self.own)
        for path, text in made.texts.items():
            self._put(path, text)
        self.package = after
        for word in made.new:
            if self.expected[word] is None:
                assert (self.says(word) or {}).get("status") == "draft"
                self.expected[word] = self.says(word)

    def _newer(self) -> Iterator[tuple[str, str]]:
        for word in WORDS:
            path = f"istilah/{word}.yml"
            text = self.package.get(path)
            if self.chance.random() < 0.2:
                text = None if text else _short(word)
            if text and self.chance.random() < 0.6:
                text = self._changed(text)
            if text:
                yield path, text

    def _changed(self, text: str) -> str:
        """A YAML text of which one key reads otherwise, or is gone."""
        key, number = self.chance.choice(KEYS), self.chance.randrange(4)
        needed = key in ("question", "answer", "status")
        said: dict[str, object] = {
            "tags": [f"kata {number}"],
            "status": ("published", "archived")[number % 2],
        }

        def change(tree: Any) -> None:
            if number or needed:
                tree[key] = said.get(key, f"Jawaban {number}")
            else:
                tree.pop(key, None)

        return changed_yaml(text, change)

    def edit(self) -> None:
        """The office changes an entry, a package's or its own."""
        word = self.chance.choice(WORDS)
        path = f"istilah/{word}.yml"
        below, own = self.package.get(path), self.own.get(path)
        if below is None and own is None:
            return
        whole = whole_text(own, below, name="istilah") if below else own or ""
        whole = self._changed(whole)
        self._put(path, own_text(whole, below, before=own) if below else whole)
        said = _said(whole)
        said.pop(PACKAGE, None)
        self.expected[word] = said

    def add(self) -> None:
        """The office writes an entry of its own where there is none."""
        word = self.chance.choice(WORDS)
        if self.says(word) is None:
            self._put(f"istilah/{word}.yml", _short(word, "Jawaban kantor."))
            self.expected[word] = self.says(word)

    def decide(self) -> None:
        """An officer takes some keys from the package and keeps the others."""
        word = self.chance.choice(WORDS)
        path = f"istilah/{word}.yml"
        below, own = self.package.get(path), self.own.get(path)
        if below is None or own is None:
            return
        keys = [key for key in KEYS if self.chance.random() < 0.5]
        keys = [key for key in keys if f"\n{key}:" in f"\n{own}"]
        self._put(path, decided_text(own, below, taken=keys))
        theirs, mine = _said(below), self.expected[word] or {}
        for key in keys:
            mine.pop(key, None)
            if key in theirs:
                mine[key] = theirs[key]
        self.expected[word] = mine

    def _put(self, path: str, text: str | None) -> None:
        if text is None:
            self.own.pop(path, None)
        else:
            self.own[path] = text
