"""Who is still signed in, for the doorstep: without a session, a page or a person."""

from collections.abc import Callable

from sqlalchemy import Engine

from app.core.db import glancing
from app.people import along, queries, sessions


def still(engine: Engine) -> Callable[[str], tuple | None]:
    """Of a sign-in, by its digest: how old its pages may be, if it is good and needs no further
    thought.
    """

    def ask(digest: str) -> tuple | None:
        with glancing(engine) as connection:
            who = along.counting(queries.READER, connection.dialect.name)
            row = who.asked(connection, {"digest": digest}).first()
        if row is None or sessions.is_stale(row.seen_at):
            return None
        if sessions.is_over(row.created_at, row.seen_at, queries.roles_in(row.roles)):
            return None
        return (row.data_version or 0, along.counted(row))

    return ask
