"""Keyset paging: the next page begins where this one ended, however deep one reads."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from werkzeug.datastructures import MultiDict

from app.core.db import HIGHEST

T = TypeVar("T")


class Page(NamedTuple, Generic[T]):
    rows: Sequence[T]
    more: bool


def page(rows: Sequence[T], *, size: int) -> Page[T]:
    """`rows` was asked for with one row beyond `size`: its presence says there is more."""
    return Page(rows[:size], len(rows) > size)


def begun(args: MultiDict[str, str], name: str, otherwise: int) -> int:
    """The number an address says a page begins at; what no row can have is `otherwise`."""
    number = args.get(name, otherwise, type=int)
    return number if 0 <= number <= HIGHEST else otherwise
