"""What a table brought in may be in use where the feature that brought it cannot look: whoever
stands above says so, and then it stays when the table is taken back.
"""

from collections.abc import Callable, Iterable

Asks = Callable[[str, list[int]], Iterable[int]]

_asked: list[Asks] = []


def register(ask: Asks) -> None:
    """`ask(kind, numbers)` names those of these things that are in use, with one statement."""
    if ask not in _asked:
        _asked.append(ask)


def in_use(kind: str, numbers: Iterable[int]) -> set[int]:
    """Those of these that somebody above needs."""
    wanted = list(numbers)
    return {number for ask in _asked for number in ask(kind, wanted)}
