"""Of which groups one figure may be told as it is, and of which only roughly.

Each figure has a tree of its own: of those who count in it, as "does not apply to my job" makes
them fewer. Where all or nearly all said the same, whoever reads it knows what each of them said;
so there only "90 % or more" is told, and the group is hidden from the exact figures, that no
subtraction finds it. Pure, as the gate is.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.survey.suppression import Group, Hidden, reasons, shown

NEARLY_ALL = 90  # percent
FEW = 5  # people: as many said otherwise, and nobody knows what each of the others said

Counts = Counter[Any]  # what was said, or scored → how many people


@dataclass(frozen=True)
class Told:
    """How a figure is told: of some groups exactly, of some roughly, of the others not."""

    exactly: frozenset[int]
    roughly: frozenset[int]
    why_not: dict[int, Hidden]

    def __contains__(self, key: int) -> bool:
        return key in self.exactly or key in self.roughly


def told(
    group: Group,
    counts: Mapping[int, Counts],
    *,
    least: int,
    barred: frozenset[int],
    agree: Callable[[Counts], bool],
) -> Told:
    """`counts` are of each group of the tree with all below it, whose `direct` are the people of
    these counts. `agree` says whether a group may only be told of roughly.
    """
    everybody = frozenset(one.key for one in group)
    passed = shown(group, least=least, barred=barred)
    roughly = frozenset(key for key in passed if agree(counts[key]))
    exactly, giving_way = passed, roughly
    while True:
        # Who was hidden stays so: another one's absence may be room enough for the gate.
        exactly = shown(group, least=least, barred=(everybody - exactly) | giving_way)
        giving_way = frozenset(_telling_of_the_rest(group, exactly, counts))
        if not giving_way:
            break
    return Told(exactly, roughly, reasons(group, exactly | roughly, least=least))


def all_agree(counts: Counts) -> bool:
    """Whether everybody said the same."""
    return len(+counts) == 1


def nearly_all_agree(counts: Counts) -> bool:
    """Whether 90 % or more said the same, and only a few otherwise."""
    most, n = max(counts.values(), default=0), counts.total()
    return n - most < FEW and 100 * most >= NEARLY_ALL * n


def _telling_of_the_rest(
    group: Group, exactly: frozenset[int], counts: Mapping[int, Counts]
) -> Iterator[int]:
    """The smallest part of each group whose other people, found by subtraction, all agree."""
    for one in group:
        parts = [part for part in one.below if part.key in exactly]
        if one.key in exactly and parts:
            rest = counts[one.key] - sum((counts[part.key] for part in parts), Counter())
            if all_agree(rest):
                yield min(parts, key=lambda part: (part.n, part.key)).key
