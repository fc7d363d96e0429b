"""A post with all that belongs to it: its words, its pictures, its tags."""

from dataclasses import dataclass, field
from datetime import datetime

from app.attachments import using
from app.attachments.queries import keys_used
from app.blog import queries
from app.blog.models import Post, PostState, Revision, RevisionState
from app.catalogue import queries as catalogue
from app.catalogue.tagging import give_terms, tag
from app.core.db import db
from app.core.fields import slug
from app.core.markdown import Rendered
from app.facts import record
from app.facts.blog import PostApproved
from app.people.models import Person
from app.spaces.models import Space


@dataclass(frozen=True, kw_only=True)
class Manuscript:
    """What somebody wrote, checked and rendered. `cover` is the key of a picture, or empty."""

    title: str
    text: str
    rendered: Rendered
    language: str
    tags: list[str]
    terms: list[int] = field(default_factory=list)
    cover: str = ""
    cover_alt: str = ""

    def says_the_same_as(self, post: Post) -> bool:
        """Whether this was saved already: somebody pressed twice."""
        words = (post.title, post.text, post.language, post.cover.key if post.cover else "")
        tags = {row.slug for row in catalogue.tags_of("post", post.id)}
        mine = (self.title, self.text, self.language, self.cover)
        terms = {row.id for row in catalogue.terms_of("post", post.id)}
        given = tags == set(map(slug, self.tags)) and terms == set(self.terms)
        return words == mine and given


def publish(
    manuscript: Manuscript,
    *,
    by: Person,
    space: Space | None = None,
    due: datetime | None = None,
) -> Post:
    """The post everybody reads from now on who sees into its space; or from `due` on.

    In `writing()`.
    """
    post = Post.publish(
        manuscript.title,
        manuscript.text,
        manuscript.rendered,
        by=by,
        language=manuscript.language,
        cover=using.cover(manuscript.cover, manuscript.cover_alt, by=by),
        due=due,
        space=space,
        is_reviewed=needs_review(space, by),
    )
    _furnish(post, manuscript, by=by)
    keep(post, manuscript.tags, by=by)
    return post


def needs_review(space: Space | None, by: Person) -> bool:
    """Whether somebody looks at it first; whoever runs the space need not be looked at."""
    return space is not None and space.needs_approval and not space.is_run_by(by)


def change(post: Post, manuscript: Manuscript, *, by: Person, note: str = "") -> bool:
    """Edit it, or propose to where somebody looks first; whether it says so already.

    In `writing()`.
    """
    if not needs_review(post.space, by):
        edit(post, manuscript, by=by, note=note)
        return True
    if post.is_out:
        propose(post, manuscript, by=by, note=note)
    else:
        edit(post, manuscript, by=by, note=note)
        post.submit(by=by, due=post.published_at)
    return False


def appear(post: Post, *, by: Person) -> bool:
    """Publish what waits, or ask for approval; whether it is there now. In `writing()`."""
    if post.is_waiting and needs_review(post.space, by):
        post.submit(by=by)
        return False
    post.appear(by=by)
    return True


def schedule(post: Post, due: datetime, *, by: Person) -> None:
    """Another moment for what is approved already; else approval comes first. In `writing()`."""
    approved = post.state is PostState.SCHEDULED
    if not approved and needs_review(post.space, by):
        post.submit(by=by, due=due)
    else:
        post.schedule(due, by=by)


def approve(post: Post, rendered: Rendered, *, by: Person) -> None:
    """What waits for somebody to look at it is right. In `writing()`."""
    revision = queries.proposed(post)
    if post.is_out and revision and revision.state is RevisionState.PROPOSED:
        author = revision.person or by
        cover = revision.cover
        post.edit(revision.title, revision.text, rendered, language=revision.language, cover=cover)
        tag(post, revision.tags)
        using.show(post, post.html, by=author, also=[cover.key] if cover else [])
        revision.number, revision.state = post.last_revision, RevisionState.KEPT
        revision.reviewed_by, revision.html = by.id, post.html
        revision.pictures = keys_used("post", post.id)
        record(PostApproved(actor=by, post=post))
    elif post.is_under_review:
        if said := queries.revision(post, post.last_revision):
            said.reviewed_by = by.id
        post.approve(by=by)


def propose(post: Post, manuscript: Manuscript, *, by: Person, note: str) -> None:
    cover = using.cover(manuscript.cover, manuscript.cover_alt, by=by)
    revision = queries.proposed(post) or Revision(words="")
    revision.title, revision.language = manuscript.title, manuscript.language
    revision.text, revision.html = manuscript.text, manuscript.rendered.html
    revision.tags, revision.pictures = manuscript.tags, []
    revision.cover_id, revision.note = cover.id if cover else None, note
    post.propose(revision, by=by)


def edit(post: Post, manuscript: Manuscript, *, by: Person, note: str = "") -> None:
    """Better words, and whatever goes with them. In `writing()`."""
    if post.last_revision == 0:  # it came here before anything was kept
        post.last_revision = 1
        keep(post, [row.name for row in catalogue.tags_of("post", post.id)], by=None)
    post.edit(
        manuscript.title,
        manuscript.text,
        manuscript.rendered,
        language=manuscript.language,
        cover=using.cover(manuscript.cover, manuscript.cover_alt, by=by),
    )
    _furnish(post, manuscript, by=by)
    keep(post, manuscript.tags, by=by, note=note)


def bring_back(post: Post, revision: Revision, rendered: Rendered, *, by: Person) -> None:
    """Let it say again what it said; what it says now is kept as well. In `writing()`."""
    post.edit(
        revision.title,
        revision.text,
        rendered,
        language=revision.language,
        cover=revision.cover,
    )
    tag(post, revision.tags)
    cover = [post.cover.key] if post.cover else []
    using.show(post, post.html, by=by, also=cover, shown_before=revision.pictures)
    keep(post, revision.tags, by=by, restores=revision.number)


def keep(
    post: Post,
    tags: list[str],
    *,
    by: Person | None,
    note: str = "",
    restores: int | None = None,
) -> None:
    """What it says now stays, whatever it will say. In `writing()`, furnished already."""
    db.session.flush()
    pictures = keys_used("post", post.id) if "/pictures/" in post.html or post.cover else []
    post.keep(tags, pictures, by=by, note=note, restores=restores)


def _furnish(post: Post, manuscript: Manuscript, *, by: Person) -> None:
    tag(post, manuscript.tags)
    give_terms(post, manuscript.terms)
    using.show(post, post.html, by=by, also=[post.cover.key] if post.cover else [])
