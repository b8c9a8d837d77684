"""A file laid over those of packages: what it says itself, and what it leaves to them."""

from collections.abc import Iterator

from caridulu.knowledge.yaml.nodes import LAYER, ListNode, Node, PairsNode, TextNode, YamlFile


def laid_over(own: YamlFile, below: YamlFile, *, rows: str = "") -> YamlFile:
    """Lays a file over another: its keys win, also those within pairs that both have.

    Args:
        own: the upper file.
        below: the lower one.
        rows: the key that tells the rows of lists apart; then own rows come first, and those that
            it lacks follow.
    """
    root = _pairs_over(own.root, below.root, rows, LAYER * (len(own.below) + 1))
    return YamlFile(own.path, own.text, root, (*own.below, below))


def _pairs_over(own: PairsNode, below: PairsNode, rows: str, lines: int) -> PairsNode:
    said = {key.value: (key, value) for key, value in own.pairs}
    for key, value in below.pairs:
        upper = said.get(key.value)
        if upper is None:
            said[key.value] = (_moved_text(key, lines), _moved(value, lines))
        elif isinstance(upper[1], PairsNode) and isinstance(value, PairsNode):
            said[key.value] = (upper[0], _pairs_over(upper[1], value, rows, lines))
        elif rows and isinstance(upper[1], ListNode) and isinstance(value, ListNode):
            said[key.value] = (upper[0], _joined(upper[1], value, rows, lines))
    return PairsNode(tuple(said.values()), own.line, own.column)


def ways(pairs: PairsNode, before: str = "") -> Iterator[str]:
    """Lists the keys of pairs, those within pairs by their way: ``components.fee``."""
    for key, value in pairs.pairs:
        if isinstance(value, PairsNode) and value.pairs:
            yield from ways(value, f"{before}{key.value}.")
        else:
            yield before + key.value


def _joined(own: ListNode, below: ListNode, key: str, lines: int) -> ListNode:
    known = {_name(item, key) for item in own.items}
    left = (_moved(item, lines) for item in below.items if _name(item, key) not in known)
    return ListNode((*own.items, *left), own.line, own.column)


def _name(row: Node, key: str) -> str:
    found = row.get(key) if isinstance(row, PairsNode) else None
    return found[1].value if found and isinstance(found[1], TextNode) else ""


def _moved(node: Node, lines: int) -> Node:
    if isinstance(node, TextNode):
        return _moved_text(node, lines)
    if isinstance(node, ListNode):
        items = tuple(_moved(item, lines) for item in node.items)
        return ListNode(items, node.line + lines, node.column)
    pairs = tuple((_moved_text(key, lines), _moved(value, lines)) for key, value in node.pairs)
    return PairsNode(pairs, node.line + lines, node.column)


def _moved_text(node: TextNode, lines: int) -> TextNode:
    return TextNode(node.value, node.line + lines, node.column, node.style, node.last_line + lines)
