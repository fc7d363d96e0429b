"""A picture, and the things it is used in."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, Entity

LONGEST_ALT = 300  # characters


class Picture(Entity):
    """Its bytes lie in the storage under its random key, in two sizes."""

    __tablename__ = "pictures"

    key: Mapped[str] = mapped_column(String(32), unique=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    alt: Mapped[str] = mapped_column(String(LONGEST_ALT), default="")
    width: Mapped[int]
    height: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64), index=True)  # of the bytes: once is enough

    def describe(self, alt: str) -> None:
        """Say what can be seen in it. To say nothing takes no words back."""
        if alt:
            self.alt = alt


class PictureUse(Base):
    """Who may see the thing may see the picture."""

    __tablename__ = "picture_uses"
    __table_args__ = (Index("ix_picture_uses_subject", "subject_kind", "subject_id"),)

    picture_id: Mapped[int] = mapped_column(ForeignKey("pictures.id"), primary_key=True)
    subject_kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    subject_id: Mapped[int] = mapped_column(primary_key=True)
