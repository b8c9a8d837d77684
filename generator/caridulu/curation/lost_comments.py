"""Comments of a YAML text that a change of its values has taken away."""

from difflib import SequenceMatcher

from caridulu.knowledge.yaml.nodes import PairsNode, texts_in


def text_lines(root: PairsNode) -> set[int]:
    """Numbers the lines within texts, of which some only look like comments."""
    return {
        n for _, one in texts_in(root) for n in range(one.line, max(one.line + 1, one.last_line))
    }


def with_lost_comments(old: str, new: str, root: PairsNode) -> str:
    """Puts comment lines back that went away with a value before them.

    Args:
        old: the text as it was.
        new: the changed one.
        root: what the old one says.
    """
    before, after = (text.splitlines(keepends=True) for text in (old, new))
    inside = text_lines(root)
    kept = set(after)
    result = list(after)
    for tag, i1, i2, _, j2 in reversed(
        SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    ):
        if tag in ("delete", "replace"):
            result[j2:j2] = [
                before[i]
                for i in range(i1, i2)
                if i + 1 not in inside
                and before[i].lstrip().startswith("#")
                and before[i] not in kept
            ]
    return "".join(result)
