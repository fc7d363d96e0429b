"""What governance says of what was logged."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.facts import record
from app.facts.initiatives import InitiativeConfirmed, InitiativeReturned, ReviewTakenBack
from app.people.models import Person

if TYPE_CHECKING:
    from app.initiatives.models.initiative import Initiative

LONGEST_REASON = 400  # characters


class Review(StrEnum):
    """What governance says of it. What is returned counts in no figure until it is mended."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    RETURNED = "returned"


class Reviewed:
    """Optional: nobody has to look at an initiative for it to count."""

    review: Mapped[Review] = mapped_column(default=Review.OPEN)
    reviewed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    reviewed_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(String(LONGEST_REASON), default="")  # why it was returned

    def confirm(self, *, by: Person) -> None:
        if self.review is Review.CONFIRMED:
            return

        self._be_reviewed(Review.CONFIRMED, by=by)
        record(InitiativeConfirmed(actor=by, initiative=cast("Initiative", self)))

    def send_back(self, reason: str, *, by: Person) -> None:
        """It counts in no figure until its owner has mended it."""
        if self.review is Review.RETURNED and self.reason == reason:
            return

        self._be_reviewed(Review.RETURNED, reason, by=by)
        record(InitiativeReturned(actor=by, initiative=cast("Initiative", self)))

    def take_review_back(self, *, by: Person) -> None:
        if self.review is Review.OPEN:
            return

        self._be_reviewed(Review.OPEN)
        record(ReviewTakenBack(actor=by, initiative=cast("Initiative", self)))

    def _be_reviewed(self, review: Review, reason: str = "", *, by: Person | None = None) -> None:
        self.review, self.reason = review, reason
        self.reviewed_by = by.id if by else None
        self.reviewed_at = clock.now() if by else None
