"""A post."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, Index, String, Text, case
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.attachments.models import Picture
from app.blog.models.asking import Asking
from app.blog.models.author import Author
from app.blog.models.authoring import Authored
from app.blog.models.keeping import Kept
from app.blog.models.reviewing import Reviewed
from app.blog.models.state import PUBLIC, WAITING, PostState
from app.blog.models.timing import Timed
from app.core import clock, textindex
from app.core.db import Entity, db
from app.core.fields import slug
from app.core.markdown import Rendered
from app.facts import record
from app.facts.blog import PostMoved, PostRestored, PostWithdrawn
from app.people.models import Person
from app.spaces.models import Space

LONGEST_TITLE = 160  # characters
LONGEST_SOURCE = 400
WORDS_A_MINUTE = 200


@dataclass(frozen=True, kw_only=True)
class Words:
    """All that a file brings in of a post."""

    title: str
    slug: str
    language: str
    text: str
    published_at: datetime
    edited_at: datetime | None
    cover: Picture | None
    authors: list[Author]
    rendered: Rendered


def known_as(source: str | None, created_at: datetime, number: int) -> str:
    """What a post is called outside: what it came with, or when and as what it was born here."""
    return source or f"{created_at:%Y%m%d%H%M%S%f}-{number}"


class Post(Timed, Kept, Authored, Asking, Reviewed, Entity):
    __tablename__ = "posts"
    __table_args__ = (
        CheckConstraint("title <> ''", name="a_post_has_a_title"),
        Index("ix_posts_newest", "state", "published_at", "id"),
        Index("ix_posts_expires", "expires_at"),
        Index("ix_posts_featured", "featured_until"),
        Index("ix_posts_space", "space_id", "state", "published_at", "id"),
    )

    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    slug: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    language: Mapped[str] = mapped_column(String(5))
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    html_version: Mapped[int]
    excerpt: Mapped[str] = mapped_column(String(400))
    words: Mapped[int]
    cover_id: Mapped[int | None] = mapped_column(ForeignKey("pictures.id"))
    space_id: Mapped[int | None] = mapped_column(ForeignKey("spaces.id"))  # none: the whole house
    state: Mapped[PostState] = mapped_column(default=PostState.PUBLISHED)
    published_at: Mapped[datetime]  # while it is scheduled, the moment it will be
    edited_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    featured_until: Mapped[datetime | None]
    featured_within: Mapped[bool] = mapped_column(default=False)  # in its space alone
    asks_since: Mapped[datetime | None]  # since when its readers are asked to say they read it
    asks_until: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    last_revision: Mapped[int] = mapped_column(default=0)
    withdrawn_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    source: Mapped[str | None] = mapped_column(String(LONGEST_SOURCE), unique=True)
    # Of the file it came from: its SHA-256, which is "" once that was taken back, and when.
    source_digest: Mapped[str | None] = mapped_column(String(64), index=True)
    brought_in_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()

    cover: Mapped[Picture | None] = relationship()
    space: Mapped[Space | None] = relationship(lazy="joined")  # what one may do with it asks it
    authors: Mapped[list[Author]] = relationship(
        back_populates="post", cascade="all, delete-orphan", order_by="Author.position"
    )

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def publish(
        cls,
        title: str,
        text: str,
        rendered: Rendered,
        *,
        by: Person,
        language: str = "es",
        cover: Picture | None = None,
        due: datetime | None = None,
        space: Space | None = None,
        is_reviewed: bool = False,
    ) -> "Post":
        """There for everybody from now on; or from `due` on, and its authors' until then. Where it
        `is_reviewed`, somebody looks at it first.
        """
        post = cls(title=title, slug=slug(title, LONGEST_TITLE), language=language, cover=cover)
        post.last_revision = 1
        post.space = space
        post.authors = [Author(position=0, person_id=by.id)]
        post._put(text, rendered)
        db.session.add(post)
        if is_reviewed:
            post.submit(by=by, due=due)
        elif due:
            post.schedule(due, by=by)
        else:
            post.appear(by=by)
        return post

    @classmethod
    def bring_in(cls, source: str, digest: str, words: Words) -> "Post":
        """A post that was written elsewhere. An import is one fact, whatever it brings in."""
        post = cls(source=source, slug=words.slug, last_revision=0)
        post.renew(digest, words)
        db.session.add(post)
        return post

    def renew(self, digest: str, words: Words) -> None:
        """What its file says today; it is published again if its import was taken back."""
        if self.was_taken_back:
            self.state, self.withdrawn_by = PostState.PUBLISHED, None
        self.last_revision += 1
        self.source_digest, self.brought_in_at = digest, clock.now()
        self.title, self.slug, self.language = words.title, words.slug, words.language
        self.published_at, self.edited_at = words.published_at, words.edited_at
        self.cover = words.cover
        self.authors = words.authors
        self._put(words.text, words.rendered)

    def take_back(self, *, by: Person) -> None:
        """As if it had never been brought in; its import is the fact, and undoes it."""
        self.state, self.withdrawn_by, self.source_digest = PostState.WITHDRAWN, by.id, ""
        self.be_found()

    @property
    def was_taken_back(self) -> bool:
        return self.source_digest == "" and not self.is_published

    @property
    def was_edited_here(self) -> bool:
        """Since it was brought in, if it was."""
        since = self.brought_in_at
        return self.edited_at is not None and (since is None or self.edited_at > since)

    @property
    def known_as(self) -> str:
        """Its name in every file it is taken out to, by which it is known again."""
        return known_as(self.source, self.created_at, self.id)

    @property
    def is_published(self) -> bool:
        return self.state is PostState.PUBLISHED

    @property
    def is_public(self) -> bool:
        """Whoever may see where it stands may look at it, in lists or not."""
        return self.state in PUBLIC

    @property
    def is_waiting(self) -> bool:
        """Nobody has read it yet but those who write it."""
        return self.state in WAITING

    @hybrid_property
    def minutes(self) -> int:
        """How long it takes to read, at 200 words a minute."""
        return max(1, (self.words + WORDS_A_MINUTE // 2) // WORDS_A_MINUTE)

    @minutes.inplace.expression
    @classmethod
    def _minutes(cls) -> ColumnElement[int]:
        rounded = (cls.words + WORDS_A_MINUTE // 2) // WORDS_A_MINUTE
        return case((rounded < 1, 1), else_=rounded)

    def edit(
        self,
        title: str,
        text: str,
        rendered: Rendered,
        *,
        language: str,
        cover: Picture | None = None,
    ) -> None:
        """Better words for the same post: its address stays, and it is not news."""
        self.title, self.language, self.cover = title, language, cover
        self.last_revision += 1
        self._put(text, rendered)
        if not self.is_waiting:
            self.edited_at = clock.now()
        if self.is_published:
            self.be_found()

    @property
    def is_read_only(self) -> bool:
        """It stands in a space where nothing new is written."""
        return self.space is not None and self.space.is_archived

    def move(self, space: Space | None, *, by: Person) -> None:
        """To another space, or to the whole house; its address stays what it was."""
        if space is self.space:
            return

        self.space = space
        if self.featured_within:  # it stood first there
            self.unfeature(by=None)
        record(PostMoved(actor=by, post=self))

    def withdraw(self, *, by: Person) -> None:
        if not self.is_public:
            return

        self.state, self.withdrawn_by, self.featured_until = PostState.WITHDRAWN, by.id, None
        self.be_found()
        record(PostWithdrawn(actor=by, post=self))

    def restore(self, *, by: Person) -> None:
        if self.state is not PostState.WITHDRAWN:
            return

        self.state, self.withdrawn_by = PostState.PUBLISHED, None
        self.be_found()
        record(PostRestored(actor=by, post=self))

    def hide(self, *, by: Person) -> None:
        """Nobody reads it but its authors and whoever keeps order. Its case is the fact."""
        if self.is_public:
            self.state, self.featured_until = PostState.HIDDEN, None
            self.be_found()

    def unhide(self) -> None:
        if self.state is PostState.HIDDEN:
            self.state = PostState.PUBLISHED
            self.be_found()

    def be_found(self) -> None:
        """By what it says today, or not at all. It needs its number: an import asks once it has
        one.
        """
        if not self.is_published:
            textindex.remove("post", self.id)
            return
        textindex.put(
            "post",
            self.id,
            title=self.title,
            text=self.text,
            language=self.language,
            authors=[author.person_id for author in self.authors if author.person_id],
            at=self.published_at,
        )

    def _put(self, text: str, rendered: Rendered) -> None:
        self.text, self.html, self.html_version = text, rendered.html, rendered.version
        self.excerpt, self.words = rendered.excerpt, rendered.words
