"""Surveys as they are often made, for the adversary to be tried on. The product has none of this.

`plain` is what one writes without a thought: numbered rows with a time. `careful` is what one
writes having thought about it: random keys, no time, receipts that are digests; but answers that
can be read, in the transaction of their receipt. Both are written by the same post.
"""

import hashlib
import secrets

from flask import request
from sqlalchemy import JSON, Column, DateTime, Integer, LargeBinary, MetaData, String, Table

from app.core import clock
from app.core.access import reader
from app.core.db import db, writing
from app.survey import queries

metadata = MetaData()
receipts = Table(
    "plain_receipts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer),
    Column("created_at", DateTime),
)
ballots = Table(
    "plain_ballots",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("group_id", Integer),
    Column("answers", JSON),
    Column("created_at", DateTime),
)
careful_receipts = Table(
    "careful_receipts",
    metadata,
    Column("digest", String(64), primary_key=True),
    sqlite_with_rowid=False,
)
careful_ballots = Table(
    "careful_ballots",
    metadata,
    Column("id", LargeBinary(16), primary_key=True),
    Column("group_id", Integer),
    Column("answers", JSON),
    sqlite_with_rowid=False,
)


def add(house):
    """A door beside the others, watched as any door is."""
    house.add_url_rule("/naive/answer", "naive", answer, methods=["POST"])


def answer():
    answers = {
        name.removeprefix("answer-"): value if value == "na" else int(value)
        for name, value in request.form.items()
        if name.startswith("answer-")
    }
    who = reader().id
    group = queries.invitation_of(queries.last_wave().id, who).group_id
    now = clock.now()
    with writing():
        for statement in (
            receipts.insert().values(person_id=who, created_at=now),
            ballots.insert().values(group_id=group, answers=answers, created_at=now),
            careful_receipts.insert().values(digest=hashlib.sha256(b"%d" % who).hexdigest()),
            careful_ballots.insert().values(
                id=secrets.token_bytes(16), group_id=group, answers=answers
            ),
        ):
            db.session.execute(statement)
    return "Thank you."
