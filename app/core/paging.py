"""Keyset paging: the next page begins where this one ended, however deep one reads."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Page(NamedTuple, Generic[T]):
    rows: Sequence[T]
    more: bool


def page(rows: Sequence[T], *, size: int) -> Page[T]:
    """`rows` was asked for with one row beyond `size`: its presence says there is more."""
    return Page(rows[:size], len(rows) > size)
