"""A post and its authors."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, Index, String, Text, case
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.attachments.models import Picture
from app.core import clock, textindex
from app.core.db import Base, Entity, db
from app.core.fields import slug
from app.core.markdown import Rendered
from app.facts import record
from app.facts.blog import PostPublished, PostRestored, PostWithdrawn
from app.people.models import Person

LONGEST_TITLE = 160  # characters
LONGEST_SOURCE = 400
LONGEST_NAME = 120
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
    authors: list["Author"]
    rendered: Rendered


class PostState(StrEnum):
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


def known_as(source: str | None, created_at: datetime, number: int) -> str:
    """What a post is called outside: what it came with, or when and as what it was born here."""
    return source or f"{created_at:%Y%m%d%H%M%S%f}-{number}"


class Post(Entity):
    __tablename__ = "posts"
    __table_args__ = (
        CheckConstraint("title <> ''", name="a_post_has_a_title"),
        Index("ix_posts_newest", "state", "published_at", "id"),
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
    state: Mapped[PostState] = mapped_column(default=PostState.PUBLISHED)
    published_at: Mapped[datetime]
    edited_at: Mapped[datetime | None]
    withdrawn_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    source: Mapped[str | None] = mapped_column(String(LONGEST_SOURCE), unique=True)
    # Of the file it came from: its SHA-256, which is "" once that was taken back, and when.
    source_digest: Mapped[str | None] = mapped_column(String(64), index=True)
    brought_in_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()

    cover: Mapped[Picture | None] = relationship()
    authors: Mapped[list["Author"]] = relationship(
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
    ) -> "Post":
        post = cls(title=title, slug=slug(title, LONGEST_TITLE), language=language, cover=cover)
        post.published_at = clock.now()
        post.authors = [Author(position=0, person_id=by.id)]
        post._put(text, rendered)
        db.session.add(post)
        record(PostPublished(actor=by, post=post))
        post.be_found()
        return post

    @classmethod
    def bring_in(cls, source: str, digest: str, words: Words) -> "Post":
        """A post that was written elsewhere. An import is one fact, whatever it brings in."""
        post = cls(source=source, slug=words.slug)
        post.renew(digest, words)
        db.session.add(post)
        return post

    def renew(self, digest: str, words: Words) -> None:
        """What its file says today; it is published again if its import was taken back."""
        if self.was_taken_back:
            self.state, self.withdrawn_by = PostState.PUBLISHED, None
        self.source_digest, self.brought_in_at = digest, clock.now()
        self.title, self.slug, self.language = words.title, words.slug, words.language
        self.published_at, self.edited_at = words.published_at, words.edited_at
        self.cover = words.cover
        self.authors = words.authors
        self._put(words.text, words.rendered)

    def take_back(self, *, by: Person) -> None:
        """As if it had never been brought in; its import is the fact, and undoes it."""
        self.state, self.withdrawn_by, self.source_digest = PostState.WITHDRAWN, by.id, ""
        textindex.remove("post", self.id)

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

    @hybrid_property
    def minutes(self) -> int:
        """How long it takes to read, at 200 words a minute."""
        return max(1, (self.words + WORDS_A_MINUTE // 2) // WORDS_A_MINUTE)

    @minutes.inplace.expression
    @classmethod
    def _minutes(cls) -> ColumnElement[int]:
        rounded = (cls.words + WORDS_A_MINUTE // 2) // WORDS_A_MINUTE
        return case((rounded < 1, 1), else_=rounded)

    def is_by(self, person_id: int) -> bool:
        return any(author.person_id == person_id for author in self.authors)

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
        self.edited_at = clock.now()
        self._put(text, rendered)
        self.be_found()

    def withdraw(self, *, by: Person) -> None:
        if not self.is_published:
            return

        self.state, self.withdrawn_by = PostState.WITHDRAWN, by.id
        textindex.remove("post", self.id)
        record(PostWithdrawn(actor=by, post=self))

    def restore(self, *, by: Person) -> None:
        if self.is_published:
            return

        self.state, self.withdrawn_by = PostState.PUBLISHED, None
        self.be_found()
        record(PostRestored(actor=by, post=self))

    def be_found(self) -> None:
        """By what it says today. It needs its number: an import asks once it has one."""
        textindex.put("post", self.id, title=self.title, text=self.text, language=self.language)

    def _put(self, text: str, rendered: Rendered) -> None:
        self.text, self.html, self.html_version = text, rendered.html, rendered.version
        self.excerpt, self.words = rendered.excerpt, rendered.words


class Author(Base):
    """Who wrote a post: somebody of the house, or a name nobody here goes by any more."""

    __tablename__ = "post_authors"
    __table_args__ = (Index("ix_post_authors_person", "person_id"),)

    post_id: Mapped[int] = mapped_column(
        ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    name: Mapped[str] = mapped_column(String(LONGEST_NAME), default="")

    post: Mapped[Post] = relationship(back_populates="authors")
    person: Mapped[Person | None] = relationship()
