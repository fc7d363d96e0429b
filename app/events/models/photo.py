"""A photo of a date."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.attachments.models import LONGEST_ALT, Picture
from app.core import clock
from app.core.db import Entity
from app.people.models import Person


class Photo(Entity):
    """There is none without words for whoever cannot see it, nor without somebody who has said that
    everybody in it agrees. Taken out, it is kept so that it can be put back.
    """

    __tablename__ = "event_photos"
    __table_args__ = (
        CheckConstraint("alt <> ''", name="a_photo_is_described"),
        Index("uq_event_photos_picture", "occurrence_id", "picture_id", unique=True),
        Index("ix_event_photos_page", "occurrence_id", "removed_at", "id"),
    )

    occurrence_id: Mapped[int] = mapped_column(
        ForeignKey("event_occurrences.id", ondelete="CASCADE")
    )
    picture_id: Mapped[int] = mapped_column(ForeignKey("pictures.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    alt: Mapped[str] = mapped_column(String(LONGEST_ALT))
    agreed_at: Mapped[datetime] = mapped_column(default=clock.now)  # its author ticked the box
    removed_at: Mapped[datetime | None]
    removed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))

    picture: Mapped[Picture] = relationship()

    @property
    def is_shown(self) -> bool:
        return self.removed_at is None

    def remove(self, *, by: Person) -> None:
        if self.is_shown:
            self.removed_at, self.removed_by = clock.now(), by.id

    def put_back(self) -> None:
        self.removed_at = self.removed_by = None
