"""Under which group somebody's answer is written: one that enough others share.

It is decided as a wave opens, from who is invited. A group of a few is never written down, so it
is not there to be found, either.
"""

from app.survey.suppression import Group

SHARED_BY = 10  # invited people at least, for each group an answer may be written under


def written_under(group: Group, *, least: int = SHARED_BY) -> dict[int, int]:
    """For each group of the tree, the number of the group that its own people's answers are
    written under: itself where `least` people are left to be written there, else the one above.

    Counts are of invited people. Whoever is left over at the top is joined by the smallest
    written groups until they are enough; a whole of fewer than `least` is one group.
    """
    written: dict[int, int] = {}
    sizes: dict[int, int] = {}
    left = _write(group, least, written, sizes)
    while 0 < left < least and sizes:
        smallest = min(sizes, key=lambda key: (sizes[key], key))
        left += sizes.pop(smallest)
        written = {key: group.key if at == smallest else at for key, at in written.items()}
    return {one.key: written.get(one.key, group.key) for one in group}


def _write(group: Group, least: int, written: dict[int, int], sizes: dict[int, int]) -> int:
    """How many are left for whatever is above."""
    left = group.direct + sum(_write(part, least, written, sizes) for part in group.below)
    if left < least:
        return left
    sizes[group.key] = left
    for one in group:
        written.setdefault(one.key, group.key)  # what is written further below stays there
    return 0
