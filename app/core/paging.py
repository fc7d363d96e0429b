"""Keyset paging: the next page begins where this one ended, however deep one reads."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from flask import request

from app.core.db import HIGHEST

T = TypeVar("T")


class Page(NamedTuple, Generic[T]):
    rows: Sequence[T]
    more: bool


def page(rows: Sequence[T], *, size: int) -> Page[T]:
    """`rows` was asked for with one row beyond `size`: its presence says there is more."""
    return Page(rows[:size], len(rows) > size)


def asked(name: str, *, otherwise: int) -> int:
    """The row a page begins beside, as the address says it. No database is asked for a number
    that no row can have: it would answer with an error.
    """
    return min(max(request.args.get(name, otherwise, type=int), 0), HIGHEST)
