"""Merges a YAML file over another one, key by key."""

from collections.abc import Iterator
from dataclasses import replace

from caridulu.knowledge.yaml.nodes import ListNode, Node, PairsNode, TextNode, YamlFile


def laid_over(own: YamlFile, below: YamlFile, *, rows: str = "") -> YamlFile:
    """Merges ``own`` over ``below``: its keys win, also within pairs that both have.

    ``rows`` is the key that tells the rows of lists apart; then own rows come first, and those that
    it lacks follow.
    """
    root = _pairs_over(own.root, below.root, rows)
    return YamlFile(own.path, own.text, root, (*own.below, below))


def _pairs_over(own: PairsNode, below: PairsNode, rows: str) -> PairsNode:
    said = {key.value: (key, value) for key, value in own.pairs}
    for key, value in below.pairs:
        upper_key, upper = said.get(key.value, (key, None))
        if upper is None:
            said[key.value] = (key, value)
        elif isinstance(upper, PairsNode) and isinstance(value, PairsNode):
            said[key.value] = (upper_key, _pairs_over(upper, value, rows))
        elif rows and isinstance(upper, ListNode) and isinstance(value, ListNode):
            said[key.value] = (upper_key, _joined(upper, value, rows))
    return replace(own, pairs=tuple(said.values()))


def key_paths(pairs: PairsNode, before: str = "") -> Iterator[str]:
    """Lists the keys of pairs as paths, with those of inner pairs: ``components.fee``."""
    for key, value in pairs.pairs:
        if isinstance(value, PairsNode) and value.pairs:
            yield from key_paths(value, f"{before}{key.value}.")
        else:
            yield before + key.value


def _joined(own: ListNode, below: ListNode, key: str) -> ListNode:
    known = {_name(item, key) for item in own.items}
    left = (item for item in below.items if _name(item, key) not in known)
    return replace(own, items=(*own.items, *left))


def _name(row: Node, key: str) -> str:
    found = row.get(key) if isinstance(row, PairsNode) else None
    return found[1].value if found and isinstance(found[1], TextNode) else ""
