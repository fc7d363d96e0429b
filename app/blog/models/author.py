"""Who wrote a post."""

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base
from app.people.models import Person

if TYPE_CHECKING:
    from app.blog.models.post import Post

LONGEST_NAME = 120  # characters


class Author(Base):
    """Who wrote a post: somebody of the house, or a name nobody here goes by any more."""

    __tablename__ = "post_authors"
    __table_args__ = (Index("ix_post_authors_person", "person_id"),)

    post_id: Mapped[int] = mapped_column(
        ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    name: Mapped[str] = mapped_column(String(LONGEST_NAME), default="")

    post: Mapped["Post"] = relationship(back_populates="authors")
    person: Mapped[Person | None] = relationship()
