"""What can be computed from sums over groups, exactly. It shares no code with the gate.

Whoever reads the figure of a group and how many answered knows a sum over its people. Sums can be
added and subtracted, so everything that follows from them is the span of the groups' vectors over
the rationals. If some vector of it, but for nothing, touches only cells (people who are in the
same groups) of fewer than `least` people together, something is known about those few.

That is more than "the sum of those few": a difference between two of them counts as well.
"""

from collections.abc import Collection, Mapping
from fractions import Fraction

Vector = dict[int, Fraction]  # cell → its coefficient, where that is not zero


def given_away(
    people: Mapping[int, int], groups: Collection[frozenset[int]], least: int
) -> set[int]:
    """The cells that are given away together, of fewer than `least` people; none if none are.

    `people` is how many are in each cell, `groups` the cells of each group whose figure is told.
    """
    rows = [{cell: Fraction(1) for cell in group if people[cell]} for group in groups]
    for cell in [cell for cell in people if people[cell] >= least]:
        rows = without(rows, cell)  # what touches it is about enough people
    return _few(reduced(rows), people, least)


def reduced(rows: list[Vector]) -> list[Vector]:
    """The reduced echelon form: as little in common between rows as there can be."""
    done: list[Vector] = []
    rows = [row for row in rows if row]
    while rows:
        pivot = min(min(row) for row in rows)
        first = next(row for row in rows if pivot in row)
        first = {cell: value / first[pivot] for cell, value in first.items()}
        others = (_minus(row, first, pivot) for row in rows if row)
        rows = [row for row in others if row]
        done = [_minus(row, first, pivot) for row in done]
        done.append(first)
    return done


def without(rows: list[Vector], cell: int) -> list[Vector]:
    """A basis of those vectors of the span that do not touch that cell."""
    first = next((row for row in rows if cell in row), None)
    if first is None:
        return rows
    others = (_minus(row, first, cell) for row in rows if row is not first)
    return [row for row in others if row]


def _few(
    rows: list[Vector],
    people: Mapping[int, int],
    least: int,
    touched: frozenset[int] = frozenset(),
) -> set[int]:
    """What the lightest vector touches, if that is fewer than `least` people, by trying: the
    heaviest cell is not touched, or it is. The lightest stands in one block of rows alone.
    """
    for block in _blocks(rows):
        cells = frozenset().union(*block)
        if _weight(cells, people) < least:
            return set(cells)
        if len(block) == 1 or not touched <= cells or _weight(touched, people) >= least:
            continue
        cell = max(cells - touched, key=lambda cell: (people[cell], cell))
        found = _few(reduced(without(block, cell)), people, least, touched)
        if found := found or _few(block, people, least, touched | {cell}):
            return found
    return set()


def _weight(cells: Collection[int], people: Mapping[int, int]) -> int:
    return sum(people[cell] for cell in cells)


def _blocks(rows: list[Vector]) -> list[list[Vector]]:
    """Rows that touch a cell in common stand together."""
    blocks: list[tuple[set[int], list[Vector]]] = []
    for row in rows:
        joined = [block for block in blocks if block[0] & row.keys()]
        apart = [block for block in blocks if not block[0] & row.keys()]
        cells = set(row).union(*(block[0] for block in joined))
        blocks = [*apart, (cells, [row, *(one for block in joined for one in block[1])])]
    return [members for _, members in blocks]


def _minus(row: Vector, other: Vector, cell: int) -> Vector:
    """`row`, with so much of `other` taken away that it does not touch that cell."""
    if cell not in row:
        return row
    times = row[cell] / other[cell]
    result = dict(row)
    for at, value in other.items():
        left = result.pop(at, Fraction(0)) - times * value
        if left:
            result[at] = left
    return result
