"""A term of office: since when somebody is an ambassador, until when, and whom they coach."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.calendar import today
from app.core.db import Entity, db
from app.facts import record
from app.facts.ambassadors import (
    FarewellSaid,
    FarewellTakenBack,
    MandateRenewed,
    RenewalTakenBack,
    UnitCoached,
    UnitNoLongerCoached,
)
from app.people.models import Person, Role, Unit

LONGEST_FAREWELL = 600  # characters

_OPEN = text("ended_on IS NULL")


class Mandate(Entity):
    """One that is open for each ambassador; those of before are kept. The role itself stands with
    the person (`decisions/ambassadors.md`).
    """

    __tablename__ = "ambassador_mandates"
    __table_args__ = (
        CheckConstraint("until >= since", name="a_term_ends_after_it_begins"),
        CheckConstraint("ended_on IS NULL OR ended_on >= since", name="nobody_leaves_before"),
        CheckConstraint("farewell = '' OR ended_on IS NOT NULL", name="a_farewell_is_an_end"),
        Index(
            "uq_ambassador_mandates_open",
            "person_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index("ix_ambassador_mandates_person", "person_id", "since"),
        Index("ix_ambassador_mandates_until", "ended_on", "until"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    since: Mapped[date]
    until: Mapped[date]
    named_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    before_renewal: Mapped[date | None]  # until when it was, before it was renewed last
    renewed_on: Mapped[date | None]
    reminded_at: Mapped[datetime | None]  # when it was told that it is nearly over
    reminded_before_renewal: Mapped[datetime | None]
    ended_on: Mapped[date | None]
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    farewell: Mapped[str] = mapped_column(String(LONGEST_FAREWELL), default="")

    person: Mapped[Person] = relationship(foreign_keys=person_id)
    coached: Mapped[list["CoachedUnit"]] = relationship(
        cascade="all, delete-orphan", back_populates="mandate", order_by="CoachedUnit.id"
    )

    @classmethod
    def open(cls, person: Person, *, until: date, by: Person | None) -> "Mandate":
        """Nothing is recorded: whoever calls it names them, or has just heard that they were."""
        mandate = cls(person=person, since=today(), until=until, named_by=by and by.id)
        db.session.add(mandate)
        db.session.flush()
        return mandate

    @property
    def is_open(self) -> bool:
        return self.ended_on is None

    @property
    def is_here(self) -> bool:
        """Whoever serves it works here still."""
        return self.person.is_active

    @property
    def has_run_out(self) -> bool:
        """And stays so until somebody renews it or says goodbye."""
        return self.is_open and self.until < today()

    def renew(self, until: date, *, by: Person) -> None:
        if not self.is_open or until <= self.until:
            return

        self.before_renewal, self.until, self.renewed_on = self.until, until, today()
        self.reminded_before_renewal, self.reminded_at = self.reminded_at, None
        record(MandateRenewed(actor=by, mandate=self, until=until.isoformat()))

    def take_back_renewal(self, *, by: Person) -> None:
        """It ends when it ended before; whoever was told of that end is not told again."""
        if not self.is_open or self.before_renewal is None:
            return

        self.until, self.before_renewal, self.renewed_on = self.before_renewal, None, None
        self.reminded_at, self.reminded_before_renewal = self.reminded_before_renewal, None
        record(RenewalTakenBack(actor=by, mandate=self, until=self.until.isoformat()))

    def close(self, *, by: Person | None) -> None:
        """The role was withdrawn elsewhere: the term ends with it, without a word."""
        if self.is_open:
            self.ended_on, self.ended_by = today(), by.id if by else None

    def reopen(self) -> None:
        """The role came back on the same day, and the term goes on."""
        self.ended_on, self.ended_by, self.farewell = None, None, ""

    def say_goodbye(self, farewell: str, *, by: Person) -> None:
        """With words of thanks. The role goes with it."""
        if not self.is_open:
            return

        self.close(by=by)
        self.farewell = farewell
        db.session.flush()
        self.person.withdraw(Role.AMBASSADOR, by=by)
        record(FarewellSaid(actor=by, mandate=self))

    def take_back_farewell(self, *, by: Person) -> None:
        """It goes on as it was, and the role comes back."""
        if self.is_open:
            return

        self.reopen()
        db.session.flush()
        self.person.grant(Role.AMBASSADOR, by=by)
        record(FarewellTakenBack(actor=by, mandate=self))

    def coaches(self, unit: Unit) -> bool:
        return any(one.unit_id == unit.id for one in self.coached)

    def coach(self, unit: Unit, *, by: Person, is_first: bool = False) -> None:
        """`is_first` where their naming says it: then they are not told once more."""
        if not self.is_open or self.coaches(unit):
            return

        self.coached.append(CoachedUnit(unit_id=unit.id, since=today()))
        name = unit.name
        record(UnitCoached(actor=by, mandate=self, unit=unit, unit_name=name, is_first=is_first))

    def coach_no_more(self, unit: Unit, *, by: Person) -> None:
        if not self.is_open or not self.coaches(unit):
            return

        self.coached = [one for one in self.coached if one.unit_id != unit.id]
        record(UnitNoLongerCoached(actor=by, mandate=self, unit=unit, unit_name=unit.name))


class CoachedUnit(Entity):
    """A unit that an ambassador coaches during a term. Where two units become one, an ambassador
    of both coaches it twice here, and once wherever it is read.
    """

    __tablename__ = "ambassador_units"
    __table_args__ = (
        Index("ix_ambassador_units_mandate", "mandate_id", "unit_id"),
        Index("ix_ambassador_units_unit", "unit_id"),
    )

    mandate_id: Mapped[int] = mapped_column(
        ForeignKey("ambassador_mandates.id", ondelete="CASCADE")
    )
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"))
    since: Mapped[date]

    mandate: Mapped[Mandate] = relationship(back_populates="coached")
    unit: Mapped[Unit] = relationship()
