"""Who follows what, and what they do not want to hear of."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Base, db
from app.people.models import Person


class Following(Base):
    """One person and one thing of any registered kind. Where neither holds there is no row.

    Both may hold: whoever lets a muted thing speak again follows it as before.
    """

    __tablename__ = "followings"
    __table_args__ = (
        # Whom a delivery reaches is read from this alone, in the order of their numbers.
        Index("ix_followings_followers", "kind", "number", "person_id", "follows", "since"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    follows: Mapped[bool] = mapped_column(default=False)
    muted: Mapped[bool] = mapped_column(default=False)
    since: Mapped[datetime] = mapped_column(default=clock.now)  # what was before is not told

    @classmethod
    def follow(cls, kind: str, number: int, *, by: Person) -> None:
        """Hear of it from now on. What somebody muted stays muted."""
        row = cls._of(kind, number, by)
        if not row.follows:
            row.follows, row.since = True, clock.now()

    @classmethod
    def unfollow(cls, kind: str, number: int, *, by: Person) -> None:
        cls._of(kind, number, by)._be(follows=False)

    @classmethod
    def mute(cls, kind: str, number: int, *, by: Person) -> None:
        """Not a word of it, whatever the reason."""
        cls._of(kind, number, by).muted = True

    @classmethod
    def unmute(cls, kind: str, number: int, *, by: Person) -> None:
        cls._of(kind, number, by)._be(muted=False)

    def _be(self, **what: bool) -> None:
        for name, value in what.items():
            setattr(self, name, value)
        if not (self.follows or self.muted):
            db.session.delete(self)

    @classmethod
    def _of(cls, kind: str, number: int, person: Person) -> "Following":
        """The row of the two, made where there is none."""
        row = db.session.get(cls, (person.id, kind, number), with_for_update=True)
        if row is None:
            row = cls(person_id=person.id, kind=kind, number=number, follows=False, muted=False)
            db.session.add(row)
            db.session.flush()
        return row
