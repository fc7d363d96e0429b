"""What has changed, thirty and ninety days after the end: asked by the clock, told by its owner."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Entity, db
from app.core.markdown import Rendered
from app.facts import record
from app.facts.initiatives import ChangeAsked, ChangeTakenBack, ChangeTold
from app.initiatives.models.initiative import Initiative
from app.people.models import Person

AFTER = (30, 90)  # days from the end
LONGEST_SUMMARY = 160  # characters


class Outcome(StrEnum):
    CHANGED = "changed"  # something is different, and stays so
    PARTLY = "partly"
    NOTHING = "nothing"
    TOO_EARLY = "too-early"


class Change(Entity):
    """Asked once for each of these times; unanswered it stays, and is seen to be."""

    __tablename__ = "initiative_changes"
    __table_args__ = (
        CheckConstraint(
            "(told_at IS NULL) = (outcome IS NULL)", name="what_is_told_has_an_outcome"
        ),
        CheckConstraint("told_at IS NULL OR summary <> ''", name="what_is_told_says_something"),
        Index("uq_initiative_changes_after", "initiative_id", "after", unique=True),
        Index("ix_initiative_changes_told", "outcome", "told_at"),
        # What was told in a time is counted from this alone.
        Index("ix_initiative_changes_when", "told_at", "initiative_id", "outcome", "after"),
        {"sqlite_autoincrement": True},  # what points at one that is gone finds no other
    )

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id", ondelete="CASCADE"))
    after: Mapped[int]  # days, one of AFTER
    outcome: Mapped[Outcome | None]
    summary: Mapped[str] = mapped_column(String(LONGEST_SUMMARY), default="")  # in one sentence
    text: Mapped[str] = mapped_column(Text, default="")
    html: Mapped[str] = mapped_column(Text, default="")
    told_at: Mapped[datetime | None]
    told_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    version: Mapped[int] = mapped_column()

    initiative: Mapped[Initiative] = relationship(back_populates="changes")

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def ask(cls, initiative: Initiative, after: int) -> None:
        """Its owner hears of it once."""
        db.session.add(cls(initiative=initiative, after=after))
        record(ChangeAsked(actor=None, initiative=initiative))

    @property
    def is_told(self) -> bool:
        return self.told_at is not None

    @property
    def is_written(self) -> bool:
        """Told, or taken back: its words are kept."""
        return self.is_told or bool(self.summary)

    def is_due(self, today: date) -> bool:
        ends_on = self.initiative.ends_on
        return ends_on is not None and ends_on + timedelta(days=self.after) <= today

    def says(self, outcome: Outcome, summary: str, text: str) -> bool:
        """Whether that was told already: somebody pressed twice."""
        return (self.outcome, self.summary, self.text) == (outcome, summary, text)

    def tell(
        self, outcome: Outcome, summary: str, text: str, rendered: Rendered, *, by: Person
    ) -> None:
        was_told, teller = self.is_told, by.id  # asked first, or half of it would be flushed
        self.outcome, self.summary, self.told_by = outcome, summary, teller
        self.text, self.html = text, rendered.html
        self.told_at = self.told_at or clock.now()
        if not was_told:
            record(ChangeTold(actor=by, change=self))

    def take_back(self, *, by: Person) -> None:
        """It waits for an answer again, which begins with what this one said."""
        if not self.is_told:
            return

        record(ChangeTakenBack(actor=by, change=self))
        self.told_at = self.outcome = self.told_by = None
