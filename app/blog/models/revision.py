"""A revision: what a post said at one time, or is proposed to say."""

from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.attachments.models import Picture
from app.core.db import Entity
from app.people.models import Person

LONGEST_NOTE = 200  # characters
LONGEST_WORDS = 1000

if TYPE_CHECKING:
    from app.blog.models.post import Post


class RevisionState(StrEnum):
    KEPT = "kept"  # what the post says, or said
    PROPOSED = "proposed"  # what it is to say, once somebody has looked at it
    RETURNED = "returned"  # looked at, and given back with words
    DROPPED = "dropped"  # nobody goes on with it


class Revision(Entity):
    __tablename__ = "post_revisions"
    __table_args__ = (
        Index("uq_post_revisions_number", "post_id", "number", unique=True),
        Index("ix_post_revisions_waiting", "state", "id"),
    )

    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"))
    number: Mapped[int]
    state: Mapped[RevisionState]
    title: Mapped[str] = mapped_column(String(160))
    language: Mapped[str] = mapped_column(String(5))
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    tags: Mapped[list[str]] = mapped_column(JSON)  # as people write them
    pictures: Mapped[list[str]] = mapped_column(JSON)  # keys of those the post showed
    cover_id: Mapped[int | None] = mapped_column(ForeignKey("pictures.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    note: Mapped[str] = mapped_column(String(LONGEST_NOTE), default="")
    restores: Mapped[int | None]  # the number of the revision it brought back
    # Of a review: whoever looked at it, and what they said to its authors.
    reviewed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    words: Mapped[str] = mapped_column(String(LONGEST_WORDS), default="")

    post: Mapped["Post"] = relationship()
    cover: Mapped[Picture | None] = relationship()
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])

    @property
    def is_kept(self) -> bool:
        return self.state is RevisionState.KEPT
