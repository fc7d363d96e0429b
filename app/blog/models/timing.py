"""What the clock does to a post, and what people decide about it: when it is there for all,
until when, and how long it stands first."""

from datetime import datetime
from typing import TYPE_CHECKING

from app.blog.models.part import Part
from app.blog.models.state import PUBLIC, PostState
from app.core import clock, textindex
from app.facts import record
from app.facts.blog import (
    PostExpired,
    PostFeatured,
    PostPublished,
    PostRenewed,
    PostScheduled,
    PostUnfeatured,
)

if TYPE_CHECKING:
    from app.people.models import Person


class Timed(Part):
    """The verbs of a post that have to do with time."""

    def schedule(self, due: datetime, *, by: "Person") -> None:
        """Let the clock publish it; or at another moment than was said before."""
        post = self.whole
        post.state, post.published_at = PostState.SCHEDULED, due
        record(PostScheduled(actor=by, post=post))

    def hold_back(self) -> None:
        """The clock will not publish it: it is its authors' until they do."""
        if self.whole.state is PostState.SCHEDULED:
            self.whole.state = PostState.HELD

    def appear(self, *, by: "Person | None") -> None:
        """It is there for everybody, from this moment on."""
        post = self.whole
        if post.state in PUBLIC:
            return

        post.state, post.published_at = PostState.PUBLISHED, clock.now()
        record(PostPublished(actor=by, post=post))
        post.be_found()

    def fall_due(self) -> None:
        """The clock publishes it, in the name of whoever wrote it."""
        post = self.whole
        if post.state is not PostState.SCHEDULED or post.published_at > clock.now():
            return

        post.state = PostState.PUBLISHED
        record(PostPublished(actor=post.first_author, post=post))
        post.be_found()

    def last_until(self, moment: datetime | None, *, by: "Person") -> None:
        """When its time is over; None for never. What had expired is there again."""
        post = self.whole
        post.expires_at = moment
        if post.state is not PostState.EXPIRED:
            return

        post.state = PostState.PUBLISHED
        record(PostRenewed(actor=by, post=post))
        post.be_found()

    def expire(self) -> None:
        """Its time is over: no list shows it any more, and its address says why."""
        post = self.whole
        over = post.expires_at is not None and post.expires_at <= clock.now()
        if not post.is_published or not over:
            return

        post.state, post.featured_until = PostState.EXPIRED, None
        textindex.remove("post", post.id)
        record(PostExpired(actor=None, post=post))

    @property
    def is_featured(self) -> bool:
        return self.whole.featured_until is not None

    def feature(self, until: datetime, *, by: "Person", within: bool = False) -> None:
        """Let it stand first until then; `within` its space alone, else in the whole house."""
        post = self.whole
        was, post.featured_until = post.is_featured, until
        post.featured_within = within
        if not was:
            record(PostFeatured(actor=by, post=post))

    def unfeature(self, *, by: "Person | None") -> None:
        """Let it stand where it would stand by itself; the clock says nothing about it."""
        post = self.whole
        was, post.featured_until, post.featured_within = post.is_featured, None, False
        if was and by:
            record(PostUnfeatured(actor=by, post=post))
