"""Statements that are built once and asked at every request.

    connection.execute(settled(STANDING, connection.dialect.name), {"reader": 7})

What our own code says («published», 100) is a parameter like any other to SQLAlchemy: for each
answer it is looked up, converted, and a list of them written out anew. Here it becomes part of the
statement, and what is left to give is what is asked.
"""

from functools import lru_cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Integer, func, literal_column
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import visitors
from sqlalchemy.sql.functions import FunctionElement

MOST = 256  # statements; each stands in its module, or is one for each set of roles
DIALECTS = {"sqlite": sqlite.dialect, "postgresql": postgresql.dialect}


@lru_cache(maxsize=MOST)
def settled(statement: Any, database: str) -> Any:
    """The same statement, with the values it has from our code written into it as this database
    (the name of its dialect) writes them.

    Only for what stands in the code: what comes from people has a name there, and no value.
    """
    dialect = DIALECTS[database]()

    def written(element: Any, **_: Any) -> Any:
        if not isinstance(element, BindParameter) or element.required or element.callable:
            return None
        words = str(element.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        if dialect.paramstyle in ("format", "pyformat"):
            words = words.replace("%%", "%")  # the whole statement is doubled once more
        return literal_column(words, element.type)

    return visitors.replacement_traverse(statement, {}, written)


class Highest(FunctionElement[int]):
    name = "highest"
    type = Integer()
    inherit_cache = True


def highest(*numbers: ColumnElement[int]) -> Highest:
    """The highest of these numbers; what is not there counts as 0, and so does nothing at all."""
    return Highest(
        literal_column("0"), *(func.coalesce(one, literal_column("0")) for one in numbers)
    )


@compiles(Highest)
def _greatest(element: Any, compiler: Any, **how: Any) -> str:
    return f"greatest({compiler.process(element.clauses, **how)})"


@compiles(Highest, "sqlite")
def _max(element: Any, compiler: Any, **how: Any) -> str:
    return f"max({compiler.process(element.clauses, **how)})"
