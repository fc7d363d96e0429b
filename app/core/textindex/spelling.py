"""How much two words look alike."""

from functools import lru_cache

EDGE = "·"  # before and after a word: beginnings and endings count, too
LEAST_SHARE = 0.4  # of trigrams: one wrong letter in five, two exchanged in seven


@lru_cache(maxsize=16_384)
def trigrams(word: str) -> frozenset[str]:
    """«cita» is «·ci», «cit», «ita», «ta·»."""
    edged = f"{EDGE}{word}{EDGE}"
    return frozenset(edged[start : start + 3] for start in range(len(edged) - 2))


def slips(word: str) -> int:
    """How many typing errors a word of its length may hold and still be taken for another."""
    return 0 if len(word) < 5 else 1 if len(word) < 8 else 2


def distance(one: str, other: str) -> int:
    """Letters inserted, left out, replaced, or exchanged with their neighbour.

    The optimal string alignment distance: a restricted Damerau-Levenshtein (Boytsov,
    «Indexing methods for approximate dictionary searching», 2011, section 2).
    """
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        here = [row]
        for column, facing in enumerate(other, start=1):
            best = min(
                above[column] + 1, here[column - 1] + 1, above[column - 1] + (letter != facing)
            )
            exchanged = row > 1 and column > 1 and letter == other[column - 2]
            if exchanged and one[row - 2] == facing:
                best = min(best, before[column - 2] + 1)
            here.append(best)
        before, above = above, here
    return above[-1]


def is_a_slip_of(one: str, other: str) -> bool:
    """Whether one word may be the other, mistyped."""
    return distance(one, other) <= min(slips(one), slips(other))
