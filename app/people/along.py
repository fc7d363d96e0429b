"""What many pages ask of whoever reads them, answered by the query that finds who that is.

A feature above says what it would ask, as an EXISTS about `Person`, where the answer is mostly no:
for most readers its own query, which would take ten times as long, is then never made. Or it has
numbers told, joined by commas, that say what somebody sees: two for whom they are the same may be
shown the same. Or it has one number found.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Exists, Row, ScalarSelect, Select

from app.core.statements import Settled, settled

Question = Exists | Callable[[], ColumnElement[bool]]

_questions: dict[str, Question] = {}
_counts: dict[str, ScalarSelect] = {}
_numbers: dict[str, ScalarSelect] = {}
_found: dict[str, Callable[[], ColumnElement[int]]] = {}


def ask(name: str, question: Question) -> None:
    """Have it asked of every reader. Before the first request, as a module is imported; what is to
    be made of all that was imported is given as a function.
    """
    _questions[name] = question


def count(name: str, counted: ScalarSelect) -> None:
    """Have it counted for every reader, about `Person`. What is counted is theirs alone and stands
    on each of their pages, so a page of theirs is another one when it changes.
    """
    _counts[name] = counted


def tell(name: str, numbers: ScalarSelect) -> None:
    """Have these numbers told of every reader: a list joined by commas, or nothing."""
    _numbers[name] = numbers


def find(name: str, number: Callable[[], ColumnElement[int]]) -> None:
    """Have a number found for every reader, about `Person`, made of all that was imported."""
    _found[name] = number


@cache
def asked(of: Select, database: str) -> Settled:
    """The statement that finds the reader, with every question, number and count, as that database
    (the name of its dialect) is asked.
    """
    questions = {name: one() if callable(one) else one for name, one in _questions.items()}
    found = {name: one() for name, one in _found.items()}
    every = {**questions, **_numbers, **found}
    return settled(_with(_with(of, _counts), every), database)


@cache
def counting(of: Select, database: str) -> Settled:
    """The same with the counts alone: they are part of what a page was made of."""
    return settled(_with(of, _counts), database)


def _with(of: Select, questions: Mapping[str, Any]) -> Select:
    return of.add_columns(*(one.label(name) for name, one in questions.items()))


def answered(row: Row[Any]) -> frozenset[str]:
    """The names of the questions to which the answer is yes."""
    return frozenset(name for name in _questions if row._mapping[name])


def counted(row: Row[Any]) -> tuple[tuple[str, int], ...]:
    """What was counted, by its name."""
    return tuple((name, row._mapping[name]) for name in _counts)


def found(row: Row[Any]) -> tuple[tuple[str, int], ...]:
    """The numbers that were looked for, by their names; 0 for nothing."""
    return tuple((name, row._mapping[name] or 0) for name in _found)


def told(row: Row[Any], name: str) -> frozenset[int]:
    """The numbers of that name; none where no feature tells any."""
    joined = row._mapping[name] if name in _numbers else None
    return frozenset(map(int, joined.split(","))) if joined else frozenset()
