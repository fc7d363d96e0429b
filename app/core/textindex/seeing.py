"""What may be looked at: a condition about a row of the index, under whichever name it is met."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import NamedTuple

from sqlalchemy import ColumnElement, DateTime, Integer, String, literal_column, true


class Met(NamedTuple):
    """A row of the index, by the name it has in a statement. Its columns bring no table with
    them, so that a condition about it can be built once, and needs no `correlate`.
    """

    kind: ColumnElement[str]
    number: ColumnElement[int]
    at: ColumnElement[datetime]


# Given a row of the index, what must be true of it.
Among = Callable[[Met], ColumnElement[bool]]


def everything(text: Met) -> ColumnElement[bool]:
    return true()


@cache
def met_as(name: str) -> Met:
    """The same each time it is asked for: who builds something of it may keep that."""
    return Met(
        literal_column(f"{name}.kind", String),
        literal_column(f"{name}.number", Integer),
        literal_column(f"{name}.at", DateTime),
    )
