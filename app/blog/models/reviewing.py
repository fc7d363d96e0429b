"""Where a space asks for it, somebody who runs it looks at a post before others do."""

from datetime import datetime
from typing import TYPE_CHECKING

from app.blog.models.part import Part
from app.blog.models.revision import Revision, RevisionState
from app.blog.models.state import PUBLIC, REVIEWED, PostState
from app.core import clock
from app.core.db import db
from app.facts import record
from app.facts.blog import PostApproved, PostReturned, PostSubmitted

if TYPE_CHECKING:
    from app.people.models import Person

WAITS = (
    0  # the number of a revision that is proposed: it gets its own once it is what the post says
)


class Reviewed(Part):
    """The verbs of a post that somebody is to look at."""

    def submit(self, *, by: "Person", due: datetime | None = None) -> None:
        """Let whoever runs its space look at it; `due` is when it would be published."""
        post = self.whole
        post.state, post.published_at = PostState.SUBMITTED, due or clock.now()
        record(PostSubmitted(actor=by, post=post))

    def approve(self, *, by: "Person") -> None:
        """It is there for everybody, or will be at its moment."""
        post = self.whole
        if post.state is not PostState.SUBMITTED:
            return

        record(PostApproved(actor=by, post=post))
        if post.published_at > clock.now():
            post.state = PostState.SCHEDULED
        else:
            post.appear(by=post.first_author or by)

    def give_back(self, revision: Revision, words: str, *, by: "Person") -> None:
        """It is its authors' turn: `words` say what is missing. What was read stays on record."""
        post = self.whole
        revision.words, revision.reviewed_by = words, by.id
        if post.state is PostState.SUBMITTED:
            post.state = PostState.RETURNED
        else:
            revision.state = RevisionState.RETURNED
        record(PostReturned(actor=by, post=post))

    def propose(self, revision: Revision, *, by: "Person") -> None:
        """Other words for what is published: it stands as it is until they are approved."""
        revision.post_id, revision.number = self.whole.id, WAITS
        revision.state, revision.person_id = RevisionState.PROPOSED, by.id
        revision.created_at = clock.now()
        db.session.add(revision)
        record(PostSubmitted(actor=by, post=self.whole))

    @property
    def is_under_review(self) -> bool:
        return self.whole.state in REVIEWED

    @property
    def is_out(self) -> bool:
        """Others read it already: an edit of it is proposed, and it stands meanwhile."""
        return self.whole.state in PUBLIC
