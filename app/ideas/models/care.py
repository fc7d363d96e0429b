"""How an idea stands with whoever looks after it."""

from datetime import date, datetime

from sqlalchemy import Float, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.ideas.models.timed import Timed

LONGEST_QUESTION = 1000  # characters


class Care(Timed):
    """Who carries it, what it is worth, what it was answered, and its clock."""

    since: Mapped[datetime] = mapped_column(default=clock.now)  # when its verdict began
    question: Mapped[str] = mapped_column(String(LONGEST_QUESTION), default="")  # what it lacks
    asked_at: Mapped[datetime | None]  # since when it waits for its author: its clock rests
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    target_on: Mapped[date | None]  # when its owner means to have it done

    value: Mapped[int | None]  # for the customer, 1 to 5
    effort: Mapped[int | None]
    reach: Mapped[int | None]
    score: Mapped[float | None] = mapped_column(Float)  # of the three, see `scoring`

    answer: Mapped[str] = mapped_column(Text, default="")  # the official one
    answer_html: Mapped[str] = mapped_column(Text, default="")
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    answered_at: Mapped[datetime | None]

    @property
    def lacks_information(self) -> bool:
        return self.asked_at is not None

    @property
    def waited_for_by(self) -> list[int]:
        """Whom it waits for by name: its owner."""
        return [self.owner_id] if self.owner_id else []
