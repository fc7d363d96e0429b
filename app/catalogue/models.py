"""Tags, and what is tagged with them."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, Entity

LONGEST = 40  # characters of a tag


class Tag(Entity):
    __tablename__ = "tags"

    name: Mapped[str] = mapped_column(String(LONGEST))
    slug: Mapped[str] = mapped_column(String(LONGEST), unique=True)  # «Atención» is «atencion»


class Tagging(Base):
    """One tag on one thing of any registered kind."""

    __tablename__ = "taggings"
    __table_args__ = (Index("ix_taggings_subject", "subject_kind", "subject_id"),)

    tag_id: Mapped[int] = mapped_column(ForeignKey("tags.id"), primary_key=True)
    subject_kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    subject_id: Mapped[int] = mapped_column(primary_key=True)
