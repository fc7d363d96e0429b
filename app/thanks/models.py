"""Thanks: one person to another, for a habit and something they did."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.catalogue.models import Term
from app.core import clock, textindex
from app.core.db import Entity, db
from app.facts import record
from app.facts.thanks import Thanked, ThanksHidden, ThanksShown, ThanksWithdrawn
from app.people.models import Person

SHORTEST, LONGEST = 10, 400  # characters
LONGEST_TITLE = 80
AT_ONCE = timedelta(minutes=10)  # in which it is as if nothing had been said


def _unseen() -> dict[str, Any]:
    """Few of all there are: an index of them alone."""
    condition = "hidden_at IS NOT NULL OR put_away_at IS NOT NULL"
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class Thanks(Entity):
    __tablename__ = "thanks"
    __table_args__ = (
        CheckConstraint("giver_id <> receiver_id", name="nobody_thanks_themselves"),
        CheckConstraint(f"length(text) >= {SHORTEST}", name="thanks_say_for_what"),
        Index("ix_thanks_receiver", "receiver_id", "created_at"),
        Index("ix_thanks_giver", "giver_id", "created_at"),
        Index("ix_thanks_habit", "habit_id", "id"),
        Index("ix_thanks_unseen_given", "giver_id", **_unseen()),
        Index("ix_thanks_unseen_received", "receiver_id", **_unseen()),
    )

    giver_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    receiver_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    habit_id: Mapped[int] = mapped_column(ForeignKey("terms.id"))
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))  # its first words
    text: Mapped[str] = mapped_column(String(LONGEST))
    language: Mapped[str] = mapped_column(String(2))
    takes_place: Mapped[bool] = mapped_column(default=True)  # of those its giver has in a week
    hidden_at: Mapped[datetime | None]  # after a report, by whoever keeps order
    put_away_at: Mapped[datetime | None]  # by whoever was thanked
    withdrawn_at: Mapped[datetime | None]

    giver: Mapped[Person] = relationship(foreign_keys=giver_id)
    receiver: Mapped[Person] = relationship(foreign_keys=receiver_id)
    habit: Mapped[Term] = relationship()

    @classmethod
    def give(cls, receiver: Person, habit: Term, text: str, *, by: Person) -> "Thanks":
        """Whether `by` has a place left in this week, `thanking` knows."""
        thanks = cls(
            giver=by,
            receiver=receiver,
            habit=habit,
            title=_short(text),
            text=text,
            language=textindex.language_of(text, by.language),
        )
        db.session.add(thanks)
        record(Thanked(actor=by, thanks=thanks, person=receiver, habit=habit.name))
        thanks.be_found()
        return thanks

    def withdraw(self, *, by: Person) -> None:
        """Nobody sees it any more. At once it also gives its place in the week back."""
        if self.is_withdrawn:
            return

        self.takes_place = not self.is_fresh
        self.withdrawn_at = clock.now()
        self.be_found()
        record(ThanksWithdrawn(actor=by, thanks=self, person=self.receiver))

    def put_away(self, *, by: Person) -> None:
        """It stays between giver and receiver, and with governance."""
        if self.is_put_away:
            return

        self.put_away_at = clock.now()
        self.be_found()
        record(ThanksHidden(actor=by, thanks=self))

    def take_out(self, *, by: Person) -> None:
        """Everybody sees it again."""
        if not self.is_put_away:
            return

        self.put_away_at = None
        self.be_found()
        record(ThanksShown(actor=by, thanks=self))

    def hide(self, *, by: Person) -> None:
        """After a report. Its case is the fact."""
        if self.hidden_at is None:
            self.hidden_at = clock.now()
            self.be_found()

    def unhide(self) -> None:
        """What its receiver had put away, or its giver withdrawn, stays so."""
        if self.hidden_at is not None:
            self.hidden_at = None
            self.be_found()

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def is_put_away(self) -> bool:
        return self.put_away_at is not None

    @property
    def is_shown(self) -> bool:
        """To everybody."""
        return self.hidden_at is None and not self.is_put_away and not self.is_withdrawn

    @property
    def is_fresh(self) -> bool:
        """It was said a moment ago."""
        return clock.now() - self.created_at <= AT_ONCE

    @property
    def made_by(self) -> list[int]:
        """Whose it is: who said it, and to whom."""
        return [self.giver_id, self.receiver_id]

    def be_found(self) -> None:
        """By what it says, or not at all."""
        if not self.is_shown:
            textindex.remove("thanks", self.id)
            return
        textindex.put(
            "thanks",
            self.id,
            title=self.title,
            text=self.text,
            language=self.language,
            authors=[self.giver_id],
            at=self.created_at,
        )


def _short(words: str) -> str:
    """As many whole words as a line holds."""
    if len(words) <= LONGEST_TITLE:
        return words
    kept, space, _ = words[:LONGEST_TITLE].rpartition(" ")
    return f"{kept if space else words[: LONGEST_TITLE - 1]}…"
