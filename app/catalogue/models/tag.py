"""Tags, and what is tagged with them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.catalogue.models.merged import Merged
from app.core import clock
from app.core.db import Base, Entity, db
from app.core.fields import slug
from app.facts import record
from app.facts.catalogue import TagRenamed
from app.people.models import Person

LONGEST = 40  # characters of a tag


class Tag(Merged, Entity):
    __tablename__ = "tags"

    name: Mapped[str] = mapped_column(String(LONGEST))
    slug: Mapped[str] = mapped_column(String(LONGEST), unique=True)  # «Atención» is «atencion»

    def rename(self, name: str, *, by: Person, elder: "Tag | None" = None) -> None:
        """Another spelling. Where that makes another address, the old one leads here: the word of
        before becomes a tag that was merged into this one. `elder` is such a word, where this one
        goes back to it: the two change places.
        """
        if name == self.name:
            return

        before, word = self.name, self.slug
        if elder:
            elder.slug = ""
            db.session.flush()  # a word is free only once nobody has it
        self.name, self.slug = name, slug(name, LONGEST)
        db.session.flush()
        if elder:
            elder.name, elder.slug = before, word
        elif word != self.slug:
            db.session.add(Tag(name=before, slug=word, merged_into_id=self.id, survivor_id=self.id))
        record(TagRenamed(actor=by, tag=self))


class Tagging(Base):
    """One tag on one thing of any registered kind: which was given, and which speaks for it."""

    __tablename__ = "taggings"
    __table_args__ = (
        Index("ix_taggings_subject", "subject_kind", "subject_id"),
        Index("ix_taggings_newest", "tag_id", "at", "subject_kind", "subject_id"),
    )

    given_id: Mapped[int] = mapped_column(ForeignKey("tags.id"), primary_key=True)
    subject_kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    subject_id: Mapped[int] = mapped_column(primary_key=True)
    tag_id: Mapped[int] = mapped_column(ForeignKey("tags.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)
