"""How it goes: one entry of the small stream of an initiative."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Entity, db
from app.core.markdown import Rendered
from app.facts import record
from app.facts.initiatives import UpdateRemoved, UpdateRestored, UpdateWritten
from app.initiatives.models.initiative import Initiative
from app.people.models import Person


class Update(Entity):
    __tablename__ = "initiative_updates"
    __table_args__ = (
        CheckConstraint("text <> ''", name="an_update_says_something"),
        Index("ix_initiative_updates_page", "initiative_id", "removed_at", "id"),
    )

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id", ondelete="CASCADE"))
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    removed_at: Mapped[datetime | None]
    removed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))

    initiative: Mapped[Initiative] = relationship()
    author: Mapped[Person] = relationship(foreign_keys=[author_id])

    @classmethod
    def write(
        cls, initiative: Initiative, text: str, rendered: Rendered, *, by: Person
    ) -> "Update":
        update = cls(initiative=initiative, author=by, text=text, html=rendered.html)
        db.session.add(update)
        record(UpdateWritten(actor=by, initiative=initiative, update=update))
        return update

    def remove(self, *, by: Person) -> None:
        if self.removed_at is None:
            self.removed_at, self.removed_by = clock.now(), by.id
            record(UpdateRemoved(actor=by, initiative=self.initiative, update=self))

    def put_back(self, *, by: Person) -> None:
        if self.removed_at is not None:
            self.removed_at = self.removed_by = None
            record(UpdateRestored(actor=by, initiative=self.initiative, update=self))
