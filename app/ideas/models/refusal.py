"""Who of those who decide does without the weekly letter about what waits."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Base, db
from app.people.models import Person


class Refusal(Base):
    """Without one, whoever decides gets the letter."""

    __tablename__ = "idea_letter_refusals"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    at: Mapped[datetime] = mapped_column(default=clock.now)

    @classmethod
    def make(cls, *, by: Person) -> None:
        db.session.merge(cls(person_id=by.id))

    @classmethod
    def take_back(cls, *, by: Person) -> None:
        if refusal := db.session.get(cls, by.id):
            db.session.delete(refusal)
