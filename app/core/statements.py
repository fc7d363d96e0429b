"""Statements that are built once and asked at every request.

    settled(STANDING, connection.dialect.name).asked(connection, {"reader": 7})

What our own code says («published», 100) is a parameter like any other to SQLAlchemy: for each
answer it is looked up, converted, and a list of them written out anew. Here it becomes part of the
statement, and what is left to give is what is asked.

What a statement compiles to is looked up by all that it says, which for a long one is a hash of
some thousand words at every request. One that is settled keeps what was compiled of it itself.
"""

from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any, ClassVar, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Result,
    TextClause,
    bindparam,
    func,
    literal_column,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import visitors
from sqlalchemy.sql.functions import FunctionElement

# An offset: the database moves no condition past it, and reckons what stands before it once.
AS_IT_IS: ColumnElement[int] = literal_column("0", Integer)

MOST = 256  # statements; each stands in its module, or is one for each set of roles
DIALECTS = {"sqlite": sqlite.dialect, "postgresql": postgresql.dialect}
# Without what a driver adds to a parameter: that comes with the statement as a whole.
BARE = {"sqlite": sqlite.dialect, "postgresql": postgresql.base.PGDialect}


class Compiled(dict[Hashable, Any]):
    """What was compiled of one statement, as `execution_options(compiled_cache=…)` is given it: by
    the database, the names of what is given, and the like, and not by what the statement says.
    """

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(_but_the_statement(key), default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__(_but_the_statement(key), compiled)


def _but_the_statement(key: tuple[Any, ...]) -> tuple[Any, ...]:
    database, _, *given = key
    return (database, *given)


class Settled(NamedTuple):
    statement: Any
    options: dict[str, Any]

    def asked(self, of: Any, given: Mapping[str, Any]) -> Result[Any]:
        """Its rows, by a session or a connection."""
        return of.execute(self.statement, given, execution_options=self.options)


@lru_cache(maxsize=MOST)
def settled(statement: Any, database: str) -> Settled:
    """The same statement, with the values it has from our code written into it as this database
    (the name of its dialect) writes them.

    Only for what stands in the code: what comes from people has a name there, and no value.
    """
    return Settled(_ours(statement, database), {"compiled_cache": Compiled()})


@lru_cache(maxsize=MOST)
def worded(condition: ColumnElement[bool], database: str) -> TextClause:
    """The same condition, as this database says it, with what is asked still to be given by name.

    For a long one that stands in statements which are built anew each time: it is neither walked
    through nor compiled again with each of them. It brings no table: it is true of whatever has
    the names that it says.
    """
    compiled = _ours(condition, database).compile(dialect=BARE[database](paramstyle="named"))
    asked = [bindparam(one.key, type_=one.type) for one in compiled.bind_names]
    return text(f"({compiled})").bindparams(*asked)


def _ours(statement: Any, database: str) -> Any:
    """With the values it has from our code written into it."""
    dialect = DIALECTS[database]()

    def written(element: Any, **_: Any) -> Any:
        if not isinstance(element, BindParameter) or element.required or element.callable:
            return None
        words = str(element.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        if dialect.paramstyle in ("format", "pyformat"):
            words = words.replace("%%", "%")  # the whole statement is doubled once more
        return literal_column(words, element.type)

    return visitors.replacement_traverse(statement, {}, written)


class Named(FunctionElement[int]):
    """A function that each database calls by a name of its own."""

    type = Integer()
    names: ClassVar[dict[str, str]]


@compiles(Named)
def _by_its_name(element: Any, compiler: Any, **how: Any) -> str:
    return f"{element.names[compiler.dialect.name]}({compiler.process(element.clauses, **how)})"


class Highest(Named):
    name, inherit_cache = "highest", True
    names: ClassVar = {"sqlite": "max", "postgresql": "greatest"}


def highest(*numbers: ColumnElement[int]) -> Highest:
    """The highest of these numbers; what is not there counts as 0, and so does nothing at all."""
    return Highest(
        literal_column("0"), *(func.coalesce(one, literal_column("0")) for one in numbers)
    )


class Size(Named):
    name, inherit_cache = "size", True
    names: ClassVar = {"sqlite": "length", "postgresql": "octet_length"}


def size(of: Any) -> Size:
    """How long a text is beside others, in what the database need not count: PostgreSQL knows the
    octets of a text, and goes through it for its characters; SQLite does not tell octets.
    """
    return Size(of)
