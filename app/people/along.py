"""What many pages ask of whoever reads them, answered by the query that finds who that is.

A feature above says what it would ask, as an EXISTS about `Person`, where the answer is mostly no:
for most readers its own query, which would take ten times as long, is then never made.
"""

from functools import cache
from typing import Any

from sqlalchemy import Exists, Row, Select

_questions: dict[str, Exists] = {}


def ask(name: str, question: Exists) -> None:
    """Have it asked of every reader. Before the first request, as a module is imported."""
    _questions[name] = question


@cache
def asked(of: Select) -> Select:
    """The statement that finds the reader, with every question."""
    return of.add_columns(*(question.label(name) for name, question in _questions.items()))


def answered(row: Row[Any]) -> frozenset[str]:
    """The names of the questions to which the answer is yes."""
    return frozenset(name for name in _questions if row._mapping[name])
