"""A post as its own page shows it: all that one query can tell."""

from datetime import timedelta
from typing import NamedTuple

from flask import abort
from sqlalchemy import Date, Integer, and_, bindparam, case, func, select
from sqlalchemy.orm import joinedload
from sqlalchemy.orm.attributes import set_committed_value

from app.blog.models import Author, Confirmation, DayOfReaders, Post, Readers
from app.blog.queries.authors import Wrote
from app.blog.queries.seeing import MINE, RUNS, SEEN
from app.core import clock
from app.core.db import HIGHEST, db
from app.core.statements import settled
from app.people.models import Person, Reader
from app.people.sight import MEMBER, sight

# How often it was read is told to who wrote it alone; days older than these are in the sum.
_TIMES = select(Readers.times).where(Readers.post_id == Post.id).scalar_subquery()
_SKETCH = and_(
    DayOfReaders.day.in_([bindparam("today", type_=Date), bindparam("yesterday", type_=Date)]),
    DayOfReaders.post_id == Post.id,
    MINE,
)
PAGE = (  # a row for each author, who are few, and for them one for each of those days
    select(
        Post,
        Author,
        func.coalesce(Person.name, Author.name).label("name"),
        Person.picture,
        Person.job,
        RUNS.label("runs_its_space"),
        Confirmation,
        case((MINE, _TIMES)).label("times"),
        DayOfReaders.day,
        DayOfReaders.registers,
    )
    .outerjoin(Author, Author.post_id == Post.id)
    .outerjoin(Person, Person.id == Author.person_id)
    .outerjoin(
        Confirmation, and_(Confirmation.post_id == Post.id, Confirmation.person_id == MEMBER)
    )
    .outerjoin(DayOfReaders, _SKETCH)
    .where(SEEN, Post.id == bindparam("number", type_=Integer))
    .order_by(Author.position)
    .options(joinedload(Post.cover))
)


class Shown(NamedTuple):
    post: Post
    authors: list[Wrote]
    runs_its_space: bool  # whoever reads
    confirmed: Confirmation | None  # what they said of having read it
    times: int  # that it was read, in days that are over; 0 for whoever did not write it
    sketches: list[bytes]  # of who read it since


def shown(reader: Reader, number: int) -> Shown:
    """The post knows its authors, cover and place too, and need not ask. A 404 where there is none
    for this reader.
    """
    today = clock.now().date()
    days = {"today": today, "yesterday": today - timedelta(days=1)}
    asked = {**sight(reader), **days, "number": number}
    page = settled(PAGE, db.engine.dialect.name)
    rows = page.asked(db.session, asked).all() if number <= HIGHEST else []
    if not rows:
        abort(404)
    post: Post = rows[0].Post
    wrote = list({row.Author: row for row in rows if row.Author}.values())
    days_read = {row.day: row.registers for row in rows if row.registers}
    set_committed_value(post, "authors", [row.Author for row in wrote])
    return Shown(
        post,
        [Wrote(row.Author.person_id, row.name, row.picture, row.job) for row in wrote],
        bool(rows[0].runs_its_space),
        rows[0].Confirmation,
        rows[0].times or 0,
        list(days_read.values()),
    )
