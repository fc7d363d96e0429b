"""A person and what they are trusted with."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from app.core import clock, textindex
from app.core.db import Base, Entity, db
from app.core.fields import folded
from app.facts import record
from app.facts.people import (
    EverySessionEnded,
    PersonCorrected,
    PersonDisabled,
    PersonEnabled,
    PersonJoined,
    RoleGranted,
    RoleWithdrawn,
    SessionsEnded,
    SignedIn,
    SignedOut,
)
from app.people.models.corresponding import Corresponding
from app.people.models.link import Link
from app.people.models.location import Location
from app.people.models.name_word import NameWord, words_of
from app.people.models.reader import STRICT, Role, Trusted
from app.people.models.sign_in import SignIn
from app.people.models.unit import Unit

if TYPE_CHECKING:
    from app.people.models.address_change import AddressChange

SORTED_BY = 120  # letters


def sorted_by(name: str) -> str:
    """Letters like «ﷺ» grow when they are folded, so what orders may be cut."""
    return folded(name)[:SORTED_BY]


def _among(condition: str) -> dict[str, Any]:
    """Few of a hundred thousand: an index of them alone."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Person(Corresponding, Trusted, Entity):
    __tablename__ = "people"
    __table_args__ = (
        CheckConstraint("email = lower(email)", name="an_address_is_written_small"),
        Index("ix_people_at_work", "unit_id", "disabled_at"),  # heads are counted from it alone
        # Whoever is looked for by part of a name or address is found in this index alone.
        Index("ix_people_directory", "sort_name", "id", "email"),
        Index("ix_people_closed", "sort_name", "id", **_among("disabled_at IS NOT NULL")),
        Index(
            "ix_people_invited",
            "sort_name",
            "id",
            **_among("disabled_at IS NULL AND password_hash IS NULL"),
        ),
    )

    name: Mapped[str] = mapped_column(String(120))
    sort_name: Mapped[str] = mapped_column(String(SORTED_BY))  # for order and search
    email: Mapped[str] = mapped_column(String(254), unique=True)
    employee_number: Mapped[str | None] = mapped_column(String(40), unique=True, index=True)
    password_hash: Mapped[str | None] = mapped_column(String(255))
    disabled_at: Mapped[datetime | None] = mapped_column()

    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), index=True)
    location_id: Mapped[int | None] = mapped_column(ForeignKey("locations.id"))
    job: Mapped[str] = mapped_column(String(120), default="")
    helps_with: Mapped[str] = mapped_column(String(500), default="")
    speaks: Mapped[str] = mapped_column(String(40), default="")  # language codes, by spaces
    picture: Mapped[str | None] = mapped_column(String(32))  # its key in the storage

    language: Mapped[str] = mapped_column(String(5), default="es")
    theme: Mapped[Theme] = mapped_column(default=Theme.SYSTEM)
    time_zone: Mapped[str] = mapped_column(String(60), default="")
    version: Mapped[int] = mapped_column(default=1)  # of what they say of themself

    unit: Mapped[Unit | None] = relationship()
    location: Mapped[Location | None] = relationship()
    grants: Mapped[list["Grant"]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", foreign_keys="Grant.person_id"
    )
    name_words: Mapped[list[NameWord]] = relationship(cascade="all, delete-orphan")
    sign_ins: Mapped[list[SignIn]] = relationship(cascade="all, delete-orphan")
    links: Mapped[list[Link]] = relationship(
        cascade="all, delete-orphan", back_populates="person", foreign_keys=Link.person_id
    )
    address_changes: Mapped[list["AddressChange"]] = relationship(
        cascade="all, delete-orphan", back_populates="person"
    )

    # Counted by hand: a picture or a darker screen must not overtake an open profile form.
    __mapper_args__ = {"version_id_col": version, "version_id_generator": False}

    @classmethod
    def join(
        cls, name: str, email: str, *, by: "Person | None", password_hash: str | None = None, **more
    ) -> "Person":
        """Somebody new. `password_hash` was made before the transaction: hashing is slow."""
        person = cls(email=email.lower(), password_hash=password_hash, **more)
        person._be_called(name)
        db.session.add(person)
        record(PersonJoined(actor=by, person=person))
        person.be_found()
        return person

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(grant.role for grant in self.grants)

    @property
    def is_active(self) -> bool:
        return self.disabled_at is None

    def grant(
        self, role: Role, *, by: "Person | None", proposed_by: "Person | None" = None
    ) -> None:
        """`proposed_by` is whose idea it was, where a role takes two: then `by` agreed."""
        if role in self.roles:
            return

        proposer = proposed_by and proposed_by.id
        self.grants.append(Grant(role=role, granted_by=by and by.id, proposed_by=proposer))
        if role in STRICT:
            self.ask_old_address()
        record(RoleGranted(actor=by, person=self, role=role))

    def withdraw(self, role: Role, *, by: "Person | None") -> None:
        """Whoever loses a role is signed out everywhere: no open page goes on with it."""
        if role not in self.roles:
            return

        self.grants = [grant for grant in self.grants if grant.role is not role]
        self.sign_ins.clear()
        record(RoleWithdrawn(actor=by, person=self, role=role))

    def disable(self, *, by: "Person | None") -> None:
        """The account is closed and signed out everywhere at once; what they wrote stands."""
        if not self.is_active:
            return

        self.disabled_at = clock.now()
        self.sign_ins.clear()
        self.end_correspondence()
        record(PersonDisabled(actor=by, person=self))
        self.be_found()

    def enable(self, *, by: "Person | None") -> None:
        if self.is_active:
            return

        self.disabled_at = None
        record(PersonEnabled(actor=by, person=self))
        self.be_found()

    def introduce(
        self,
        *,
        name: str,
        job: str,
        unit_id: int | None,
        location_id: int | None,
        speaks: Iterable[str],
        helps_with: str,
    ) -> None:
        """What somebody tells of themself. `speaks` are codes of languages."""
        self._be_called(name)
        self.job, self.helps_with = job, helps_with
        self.unit_id, self.location_id = unit_id, location_id
        self.speaks = " ".join(speaks)
        self.version += 1
        self.be_found()

    def correct(
        self,
        *,
        name: str,
        job: str,
        unit_id: int | None,
        location_id: int | None,
        by: "Person",
    ) -> None:
        """What the administration knows of somebody. The books keep which of it, not the words."""
        given = {"job": job, "unit_id": unit_id, "location_id": location_id}
        changed = [field for field, value in given.items() if getattr(self, field) != value]
        if name != self.name:
            changed.insert(0, "name")
        if not changed:
            return

        self._be_called(name)
        for field, value in given.items():
            setattr(self, field, value)
        self.version += 1
        self.be_found()
        record(PersonCorrected(actor=by, person=self, changed=", ".join(changed)))

    def sign_out_everywhere(self, *, by: "Person") -> None:
        """A telephone was lost, a screen left open: whoever holds it types the password again."""
        self.sign_ins.clear()
        record(EverySessionEnded(actor=by, person=self))

    def show_face(self, picture: str | None) -> str | None:
        """The key of their picture from now on, or none; returns the one it replaces."""
        replaced, self.picture = self.picture, picture
        return replaced

    def prefer(
        self,
        *,
        language: str | None = None,
        theme: Theme | None = None,
        time_zone: str | None = None,
    ) -> None:
        """What is not named stays as it is."""
        self.language = self.language if language is None else language
        self.theme = self.theme if theme is None else theme
        self.time_zone = self.time_zone if time_zone is None else time_zone

    def come_in(self, *, agent: str, sign_in: str) -> None:
        """`agent` is coarse; `sign_in` is the digest of the sign-in that begins with this."""
        record(SignedIn(actor=self, person=self, agent=agent, sign_in=sign_in))

    def go_out(self) -> None:
        record(SignedOut(actor=self, person=self))

    def end_session(self, number: int) -> bool:
        """One of their own, by its number; False for one that is not theirs."""
        return self._end(sign_in for sign_in in self.sign_ins if sign_in.id == number)

    def end_other_sessions(self, *, keeping: str) -> None:
        """Signed out everywhere but where the digest is `keeping`."""
        self._end(sign_in for sign_in in self.sign_ins if sign_in.digest != keeping)

    def be_found(self) -> None:
        """By their name, their job and what they help with, while they work here."""
        if not self.is_active:
            textindex.remove("person", self.id)
            return
        textindex.put(
            "person",
            self.id,
            title=self.name,
            text=f"{self.job}. {self.helps_with}",
            language=self.language,
            authors=[self.id],
            at=self.created_at,
        )

    def _end(self, sign_ins: Iterable[SignIn]) -> bool:
        ended = list(sign_ins)
        for sign_in in ended:
            self.sign_ins.remove(sign_in)
        if ended:
            record(SessionsEnded(actor=self, person=self, sessions=len(ended)))
        return bool(ended)

    def _be_called(self, name: str) -> None:
        self.name, self.sort_name = name, sorted_by(name)

    @validates("name")
    def _be_found(self, _: str, name: str) -> str:
        """However the name came, its words lead here."""
        if name != self.name:
            kept = {row.word: row for row in self.name_words}
            self.name_words = [kept.get(word) or NameWord(word=word) for word in words_of(name)]
        return name


class Grant(Base):
    """One role of one person."""

    __tablename__ = "grants"

    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True
    )
    role: Mapped[Role] = mapped_column(primary_key=True)
    granted_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    proposed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
