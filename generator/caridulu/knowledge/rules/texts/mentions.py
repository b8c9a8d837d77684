"""Texts that name a system or page of ``content/office.yml`` and have no link to it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from caridulu.knowledge.located_text import LocatedText, text_at
from caridulu.knowledge.markdown import links
from caridulu.knowledge.model import NamedLink
from caridulu.knowledge.problem import Problem, notice
from caridulu.knowledge.rules.texts.facts import fill_in
from caridulu.knowledge.site_names import as_site_path
from caridulu.knowledge.yaml.nodes import YamlFile

# What is no running text: code, links, addresses, references.
_ASIDE = re.compile(
    r"(?P<fence>`{3,}|~{3,})[\s\S]*?(?:(?P=fence)|\Z)"
    r"|(?P<tick>`+)[^`][\s\S]*?(?P=tick)"
    r"|\[[^\[\]]*\](?:\([^)]*\)|\[[^\]]*\])"
    r"|<[^<>\s]+>|https?://\S+|\{\{[^{}\n]*\}\}"
)
_ADDRESS = re.compile(r"https?://[^\s<>()\"']*[^\s<>()\"'.,;:!?]")


@dataclass(frozen=True)
class _Named:
    """A named link, how texts name it, and its target in comparable form."""

    id: str
    pattern: re.Pattern[str]
    target: str


class Mentions:
    """Finds names of links in texts that do not link to them.

    ``values`` are what references stand for, ``paths`` names of pages by site path:
    ``halaman:kontak``.
    """

    def __init__(
        self, given: Iterable[NamedLink], values: Mapping[str, str], paths: Mapping[str, str]
    ) -> None:
        self._values = values
        self._paths = paths
        self._named = tuple(
            _Named(link.id, _whole_words(link.names), self._comparable(link.url))
            for link in given
            if link.names
        )

    def notices(
        self, typed: LocatedText, *, own: str, beside: Iterable[str] = ()
    ) -> Iterator[Problem]:
        """Yields a notice for each link that a text names and lacks.

        ``own`` is the page on which it will stand, which needs no link to itself; ``beside`` are
        addresses of links that stand beside the text.
        """
        named = [one for one in self._named if one.target != own and one.pattern.search(typed.text)]
        if not named:
            return
        running = _ASIDE.sub(lambda aside: " " * len(aside[0]), typed.text)
        linked = self._targets(fill_in(typed.text, self._values))
        linked |= {self._comparable(address) for address in beside}
        for one in named:
            found = one.pattern.search(running)
            # What leads further inside is a link to it, too.
            if found and not any(f"{to}/".startswith(f"{one.target}/") for to in linked):
                place = typed.locate(found.start())
                yield notice(place, "knowledge.unlinked_name", value=found[0], id=one.id)

    def in_value(
        self, file: YamlFile, *loc: str | int, own: str, beside: Iterable[str] = ()
    ) -> Iterator[Problem]:
        """Yields the same for the value at ``loc`` of a file."""
        if typed := text_at(file, *loc):
            yield from self.notices(typed, own=own, beside=beside)

    def _targets(self, filled: str) -> set[str]:
        """Collects the targets of the links and bare addresses of a text."""
        addresses = [link.address for link in links(filled)] + _ADDRESS.findall(filled)
        return {self._comparable(address) for address in addresses}

    def _comparable(self, address: str) -> str:
        bare = address.partition("#")[0]
        if ":" not in bare:
            return self._paths.get(as_site_path(bare), bare)
        return bare.removeprefix("https://").removeprefix("http://").rstrip("/")


def _whole_words(names: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the names as whole words, the longest first."""
    longest = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
