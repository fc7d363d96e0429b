"""What may be looked at: a condition about a row of the index, under whichever name it is met."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, true

# Given the index, or an alias of it, a condition in terms of its `kind`, `number` and `at`.
Among = Callable[[Any], ColumnElement[bool]]


def everything(text: Any) -> ColumnElement[bool]:
    return true()
