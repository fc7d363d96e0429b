"""Comments and reactions, on anything."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock, textindex
from app.core.db import Base, Entity, db
from app.core.markdown import Rendered
from app.facts import record, subjects
from app.facts.conversation import (
    CommentEdited,
    CommentRemoved,
    CommentRestored,
    CommentWritten,
    ReactionGiven,
    ReactionTakenBack,
)
from app.people.models import Person

LONGEST_COMMENT = 5_000  # characters


class Comment(Entity):
    __tablename__ = "comments"
    __table_args__ = (Index("ix_comments_subject", "subject_kind", "subject_id", "id"),)

    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("comments.id"))  # one level deep
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    html_version: Mapped[int]
    excerpt: Mapped[str] = mapped_column(String(200))  # its first words, where it has no page
    edited_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]
    removed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    # Taken away after a report: it is removed as well, and nobody but who decides puts it back.
    hidden_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()

    author: Mapped[Person] = relationship(foreign_keys=author_id)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def write(
        cls,
        text: str,
        rendered: Rendered,
        *,
        on: Entity,
        by: Person,
        answering: "Comment | None" = None,
    ) -> "Comment":
        """Say something about a thing. An answer to an answer stands beside it, not below."""
        comment = cls(
            subject_kind=subjects.of(on).kind,
            subject_id=on.id,
            parent_id=answering and (answering.parent_id or answering.id),
            author=by,
        )
        comment._put(text, rendered)
        db.session.add(comment)
        record(CommentWritten(actor=by, comment=comment, on=on, answering=answering))
        comment.be_found(is_new=True)
        return comment

    @property
    def is_removed(self) -> bool:
        return self.removed_at is not None

    def edit(self, text: str, rendered: Rendered, *, on: Entity, by: Person) -> None:
        """Other words in its place, and a mark that they are others."""
        if text == self.text:
            return

        self._put(text, rendered)
        self.edited_at = clock.now()
        self.be_found()
        record(CommentEdited(actor=by, comment=self, on=on))

    def remove(self, *, on: Entity, by: Person) -> None:
        """Nobody reads it any more; its answers stay."""
        if self.is_removed:
            return

        self.removed_at, self.removed_by = clock.now(), by.id
        self.be_found()
        record(CommentRemoved(actor=by, comment=self, on=on))

    def restore(self, *, on: Entity, by: Person) -> None:
        if not self.is_removed or self.hidden_at is not None:
            return

        self.removed_at = self.removed_by = None
        self.be_found()
        record(CommentRestored(actor=by, comment=self, on=on))

    def hide(self, *, by: Person) -> None:
        """As if it were removed. Its case is the fact."""
        self.hidden_at = clock.now()
        if not self.is_removed:
            self.removed_at, self.removed_by = self.hidden_at, by.id
        self.be_found()

    def unhide(self) -> None:
        if self.removed_at == self.hidden_at:  # else it had been removed before
            self.removed_at = self.removed_by = None
        self.hidden_at = None
        self.be_found()

    def be_found(self, *, is_new: bool = False) -> None:
        """By what it says, while it stands; it has no title. It needs its number."""
        if self.is_removed:
            textindex.remove("comment", self.id)
            return
        textindex.put(
            "comment",
            self.id,
            title="",
            text=self.text,
            language=textindex.language_of(self.text, self.author.language),
            authors=[self.author_id],
            at=self.created_at,
            is_new=is_new,
            is_said=True,
        )

    def _put(self, text: str, rendered: Rendered) -> None:
        self.text, self.html, self.html_version = text, rendered.html, rendered.version
        self.excerpt = rendered.excerpt


class ReactionKind(StrEnum):
    THANKS = "thanks"
    IDEA = "idea"
    IN = "in"
    CHEER = "cheer"


class Reaction(Base):
    """What somebody felt about a thing, with their name; each feeling once."""

    __tablename__ = "reactions"
    __table_args__ = (Index("ix_reactions_person", "person_id"),)

    subject_kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    subject_id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    kind: Mapped[ReactionKind] = mapped_column(primary_key=True)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    @classmethod
    def give(cls, kind: ReactionKind, *, on: Entity, by: Person) -> None:
        key = (subjects.of(on).kind, on.id, by.id, kind)
        if db.session.get(cls, key):
            return

        db.session.add(cls(subject_kind=key[0], subject_id=key[1], person_id=key[2], kind=kind))
        record(ReactionGiven(actor=by, on=on, reaction=kind))

    @classmethod
    def take_back(cls, kind: ReactionKind, *, on: Entity, by: Person) -> None:
        given = db.session.get(cls, (subjects.of(on).kind, on.id, by.id, kind))
        if given is None:
            return

        db.session.delete(given)
        record(ReactionTakenBack(actor=by, on=on, reaction=kind))
