"""What else is about the same."""

from sqlalchemy import Row, func, select, union_all

from app.blog.models import Post, PostState
from app.catalogue.models import Tag, Tagging
from app.core.db import db
from app.people.models import Reader
from app.people.sight import sight
from app.spaces.sight import sees_into

FEW = 3
NEWEST_OF_A_TAG = 60  # posts looked at: a word that half the house uses relates nothing
MOST_TAGS = 10


def related(reader: Reader, number: int, tags: list[str]) -> list[Row]:
    """The posts that share most tags with one, and of as many the newest. One query."""
    if not tags:
        return []
    carrying = [
        select(Tagging.subject_id.label("number"))
        .join(Tag, Tag.id == Tagging.tag_id)
        .where(Tag.slug == slug, Tagging.subject_kind == "post", Tagging.subject_id != number)
        .order_by(Tagging.subject_id.desc())
        .limit(NEWEST_OF_A_TAG)
        .subquery()
        for slug in tags[:MOST_TAGS]
    ]
    every = union_all(*(select(one.c.number) for one in carrying)).subquery()
    shared = select(every.c.number, func.count().label("times")).group_by(every.c.number).subquery()
    return list(
        db.session.execute(
            select(Post.id, Post.title, Post.language, Post.minutes.label("minutes"))
            .join(shared, shared.c.number == Post.id)
            .where(Post.state == PostState.PUBLISHED, sees_into(Post.space_id))
            .order_by(shared.c.times.desc(), Post.published_at.desc(), Post.id.desc())
            .limit(FEW),
            sight(reader),
        )
    )
