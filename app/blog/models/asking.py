"""Asking a post's readers to say that they have read it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.blog.models.part import Part
from app.core import clock
from app.facts import record
from app.facts.blog import ConfirmationAsked, ConfirmationNoLongerAsked, ReadersReminded

if TYPE_CHECKING:
    from app.people.models import Person

A_DAY = timedelta(days=1)


class Asking(Part):
    """The verbs of a post whose readers are asked."""

    @property
    def is_asking(self) -> bool:
        return self.whole.asks_since is not None

    @property
    def may_remind(self) -> bool:
        """Once a day: whoever is asked more often stops listening."""
        return self.whole.reminded_at is None or self.whole.reminded_at <= clock.now() - A_DAY

    def ask_readers(self, until: datetime | None, *, by: "Person") -> None:
        """From now on, or until another date. Whoever has said it already need not again."""
        post = self.whole
        was, post.asks_until = post.is_asking, until
        if not was:
            post.asks_since = clock.now()
            record(ConfirmationAsked(actor=by, post=post))

    def stop_asking(self, *, by: "Person") -> None:
        """Nobody is asked any more; what was said stays said."""
        post = self.whole
        if not post.is_asking:
            return

        post.asks_since = post.asks_until = None
        record(ConfirmationNoLongerAsked(actor=by, post=post))

    def remind(self, *, by: "Person") -> bool:
        """Let those who are missing hear of it once more; False if they heard a moment ago."""
        post = self.whole
        if not post.is_asking or not post.may_remind:
            return False

        post.reminded_at = clock.now()
        record(ReadersReminded(actor=by, post=post))
        return True
