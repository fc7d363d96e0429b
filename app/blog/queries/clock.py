"""What the clock has to look at."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import literal, select, union_all

from app.blog.models import Post, PostState
from app.core.db import db


class Due(NamedTuple):
    due: list[int]  # to be published
    over: list[int]  # published, and not valid any more
    faded: list[int]  # no longer to stand first


def numbers_due(now: datetime) -> Due:
    """The posts whose moment has come: one query, each part by its index."""
    parts = (
        (Post.state == PostState.SCHEDULED, Post.published_at <= now),
        (Post.state == PostState.PUBLISHED, Post.expires_at <= now),
        (Post.featured_until <= now,),
    )
    asked = [
        select(literal(name).label("name"), Post.id).where(*part) for name, part in enumerate(parts)
    ]
    rows = db.session.execute(union_all(*asked)).all()
    return Due(*(sorted(row.id for row in rows if row.name == name) for name in range(len(parts))))


def held(number: int) -> Post:
    """One of them, held until the block ends: nobody else does the same to it meanwhile."""
    return db.session.get_one(Post, number, with_for_update={"of": Post}, populate_existing=True)
