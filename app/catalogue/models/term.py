"""A term of a governed catalogue: a touchpoint, a priority, a segment, a moment, a habit."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.catalogue.models.merged import Merged
from app.core import clock
from app.core.db import Base, Entity, db
from app.core.fields import slug
from app.facts import record
from app.facts.catalogue import TermAdded, TermChanged, TermRetired, TermTakenUp
from app.people.models import Person, Unit

LONGEST_NAME = 80  # characters
LONGEST_LEAD = 300
LONGEST_SLUG = 60


class Kind(StrEnum):
    """Each is a catalogue; its value is its place in addresses."""

    PRIORITIES = "priorities"
    SEGMENTS = "segments"
    MOMENTS = "moments"
    HABITS = "habits"
    TOUCHPOINTS = "touchpoints"
    AREAS = "areas"
    REASONS = "reasons"  # why not: what is said to whoever proposed something


# What anybody gives a thing of theirs; the others are for those who decide.
CHOSEN = frozenset(Kind) - {Kind.AREAS, Kind.REASONS}


class Term(Merged, Entity):
    """Named in Spanish, which is the house's own; what another language lacks is said in it."""

    __tablename__ = "terms"
    __table_args__ = (
        UniqueConstraint("kind", "slug", name="uq_terms_kind_slug"),
        CheckConstraint("name <> ''", name="a_term_has_a_name"),
        CheckConstraint("unit_id IS NULL OR kind = 'areas'", name="only_an_area_has_a_unit"),
        Index("ix_terms_in_order", "kind", "position", "id"),
    )

    kind: Mapped[Kind]
    slug: Mapped[str] = mapped_column(String(LONGEST_SLUG))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    name_eu: Mapped[str] = mapped_column(String(LONGEST_NAME), default="")
    name_en: Mapped[str] = mapped_column(String(LONGEST_NAME), default="")
    name_pt: Mapped[str] = mapped_column(String(LONGEST_NAME), default="")
    lead: Mapped[str] = mapped_column(String(LONGEST_LEAD), default="")  # in one sentence
    lead_eu: Mapped[str] = mapped_column(String(LONGEST_LEAD), default="")
    lead_en: Mapped[str] = mapped_column(String(LONGEST_LEAD), default="")
    lead_pt: Mapped[str] = mapped_column(String(LONGEST_LEAD), default="")
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), index=True)
    retired_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()

    unit: Mapped[Unit | None] = relationship()

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def add(cls, kind: Kind, said: dict[str, str], *, position: int, by: Person) -> "Term":
        """`said` holds the names and leads, by their columns."""
        term = cls(kind=kind, slug=slug(said["name"], LONGEST_SLUG), position=position, **said)
        db.session.add(term)
        record(TermAdded(actor=by, term=term))
        return term

    @property
    def is_offered(self) -> bool:
        """Whether it can be chosen for something new."""
        return self.retired_at is None and not self.is_merged

    def change(self, said: dict[str, str], *, by: Person) -> None:
        """Other names or other leads; its address stays, for people have written it down."""
        before = {name: getattr(self, name) for name in said}
        if before == said:
            return

        for name, words in said.items():
            setattr(self, name, words)
        record(TermChanged(actor=by, term=self, before=before["name"], now=said["name"]))

    def belong_to(self, unit_id: int | None) -> None:
        """An area may be a unit's own; most are nobody's."""
        self.unit_id = unit_id

    def retire(self, *, by: Person) -> None:
        """Nothing new is given it; whatever carries it keeps it, and its page stays."""
        if self.retired_at:
            return

        self.retired_at = clock.now()
        record(TermRetired(actor=by, term=self))

    def take_up(self, *, by: Person) -> None:
        if not self.retired_at:
            return

        self.retired_at = None
        record(TermTakenUp(actor=by, term=self))


class TermTagging(Base):
    """One term on one thing of any registered kind: which was given, and which speaks for it."""

    __tablename__ = "term_taggings"
    __table_args__ = (
        Index("ix_term_taggings_subject", "subject_kind", "subject_id"),
        Index("ix_term_taggings_newest", "term_id", "at", "subject_kind", "subject_id"),
    )

    given_id: Mapped[int] = mapped_column(ForeignKey("terms.id"), primary_key=True)
    subject_kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    subject_id: Mapped[int] = mapped_column(primary_key=True)
    term_id: Mapped[int] = mapped_column(ForeignKey("terms.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)
