"""How a date was for somebody who was there."""

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base

LEAST_WORTH, MOST_WORTH = 1, 5
LONGEST_FEEDBACK = 2000  # characters


class Feedback(Base):
    """Once for each person and date. Without a time, and without a number that tells the order:
    whose it is, is kept only so that they may change it and nobody answers twice.
    """

    __tablename__ = "event_feedback"
    __table_args__ = (
        CheckConstraint(
            f"worth BETWEEN {LEAST_WORTH} AND {MOST_WORTH}", name="worth_is_from_one_to_five"
        ),
        {"sqlite_with_rowid": False},
    )

    occurrence_id: Mapped[int] = mapped_column(
        ForeignKey("event_occurrences.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    worth: Mapped[int]
    words: Mapped[str] = mapped_column(String(LONGEST_FEEDBACK), default="")

    def answer(self, worth: int, words: str) -> None:
        """As often as they like, while it may be said."""
        self.worth, self.words = worth, words
