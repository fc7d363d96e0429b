"""Posts that come from files, and that go into them."""

from collections.abc import Iterable

from sqlalchemy import Row, func, select
from sqlalchemy.orm import joinedload, selectinload

from app.attachments.models import Picture, PictureUse
from app.blog.models import Author, Post, known_as
from app.blog.queries.seeing import published_to_all
from app.conversation.models import Comment, Reaction
from app.core.db import db
from app.people.models import Person


def brought_in(sources: Iterable[str], digests: Iterable[str]) -> list[Post]:
    """The posts that came from these files, or from files with the very same bytes."""
    return list(
        db.session.scalars(
            select(Post)
            .where(Post.source.in_(list(sources)) | Post.source_digest.in_(list(digests)))
            .options(selectinload(Post.authors))
        )
    )


def born(numbers: Iterable[int]) -> list[Post]:
    """Posts that were first written here."""
    return list(
        db.session.scalars(
            select(Post)
            .where(Post.id.in_(list(numbers)), Post.source.is_(None))
            .options(selectinload(Post.authors))
        )
    )


def numbered(numbers: Iterable[int]) -> list[Post]:
    return list(db.session.scalars(select(Post).where(Post.id.in_(list(numbers)))))


def talked_about(numbers: Iterable[int]) -> set[int]:
    """Which of these posts somebody has said something about, or reacted to."""
    wanted = list(numbers)
    found: set[int] = set()
    for kind in (Comment, Reaction):
        found |= set(
            db.session.scalars(
                select(kind.subject_id).where(
                    kind.subject_kind == "post", kind.subject_id.in_(wanted)
                )
            )
        )
    return found


def people_called(emails: Iterable[str], names: Iterable[str]) -> list[Row]:
    """Who may be meant: (id, email, sort_name). Names without accents or capitals."""
    return list(
        db.session.execute(
            select(Person.id, Person.email, Person.sort_name).where(
                Person.email.in_(list(emails)) | Person.sort_name.in_(list(names))
            )
        )
    )


def published() -> int:
    """How many posts may be taken out: those that everybody reads."""
    return db.session.scalar(published_to_all().with_only_columns(func.count(Post.id))) or 0


def published_in_order() -> list[int]:
    """The oldest first; of one moment, in the order of what they are known as."""
    rows = db.session.execute(
        published_to_all().with_only_columns(
            Post.id, Post.published_at, Post.source, Post.created_at
        )
    )
    ordered = sorted(
        rows, key=lambda row: (row.published_at, known_as(row.source, row.created_at, row.id))
    )
    return [row.id for row in ordered]


def with_everything(numbers: list[int]) -> list[Post]:
    """Posts with their authors and covers, in the order they were asked for."""
    found = db.session.scalars(
        select(Post)
        .where(Post.id.in_(numbers))
        .options(selectinload(Post.authors).joinedload(Author.person), joinedload(Post.cover))
    )
    by_number = {post.id: post for post in found}
    return [by_number[number] for number in numbers if number in by_number]


def pictures_shown() -> list[Row]:
    """The pictures of these posts: (key, created_at), by their keys."""
    shown = select(PictureUse.picture_id).where(
        PictureUse.subject_kind == "post", PictureUse.subject_id.in_(published_to_all())
    )
    return list(
        db.session.execute(
            select(Picture.key, Picture.created_at)
            .where(
                Picture.id.in_(shown)
                | Picture.id.in_(
                    published_to_all()
                    .with_only_columns(Post.cover_id)
                    .where(Post.cover_id.is_not(None))
                )
            )
            .order_by(Picture.key)
        )
    )
