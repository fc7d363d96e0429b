"""What was said before: every publishing and every edit of a post keeps what it said."""

from typing import TYPE_CHECKING

from app.blog.models.part import Part
from app.blog.models.revision import Revision, RevisionState
from app.core import clock
from app.core.db import db

if TYPE_CHECKING:
    from app.people.models import Person


class Kept(Part):
    """The verbs of a post that keep its revisions."""

    def keep(
        self,
        tags: list[str],
        pictures: list[str],
        *,
        by: "Person | None",
        note: str = "",
        restores: int | None = None,
    ) -> Revision:
        """What it says now; the verb that let it say so has given it its number."""
        post = self.whole
        revision = Revision(
            post_id=post.id,
            number=post.last_revision,
            state=RevisionState.KEPT,
            title=post.title,
            language=post.language,
            text=post.text,
            html=post.html,
            tags=tags,
            pictures=pictures,
            cover_id=post.cover.id if post.cover else None,
            person_id=by.id if by else None,
            note=note,
            restores=restores,
            created_at=clock.now(),
        )
        db.session.add(revision)
        return revision
