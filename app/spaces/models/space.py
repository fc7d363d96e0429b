"""A space, and all that is decided in it. Whoever calls a verb holds the space: see `load`."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, and_
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock, textindex
from app.core.db import Entity, db
from app.core.fields import folded
from app.core.markdown import Rendered
from app.facts import record
from app.facts.spaces import (
    ManagerNamed,
    ManagerStoodDown,
    MemberRemoved,
    SpaceArchived,
    SpaceChanged,
    SpaceJoined,
    SpaceLeft,
    SpaceOpened,
    SpaceReopened,
    SpaceSightChanged,
)
from app.people import queries as people
from app.people.models import Person, Reader, Role
from app.spaces.models.asking import Invitation, JoinRequest
from app.spaces.models.door import Door
from app.spaces.models.membership import MemberRole, Membership
from app.spaces.models.openness import OPENNESS, Colour, Joining, Visibility

LONGEST_NAME = 80  # characters
LONGEST_SUMMARY = 200
LONGEST_ABOUT = 20_000


class Space(Door, Entity):
    __tablename__ = "spaces"
    __table_args__ = (
        CheckConstraint("name <> ''", name="a_space_has_a_name"),
        CheckConstraint(
            "visibility <> 'hidden' OR joining = 'invite'", name="what_is_hidden_is_by_invitation"
        ),
        Index("ix_spaces_directory", "sort_name", "id"),
    )

    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    sort_name: Mapped[str] = mapped_column(String(LONGEST_NAME * 2))
    summary: Mapped[str] = mapped_column(String(LONGEST_SUMMARY), default="")  # one line
    about: Mapped[str] = mapped_column(Text, default="")
    about_html: Mapped[str] = mapped_column(Text, default="")
    colour: Mapped[Colour] = mapped_column(default=Colour.TEAL)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("spaces.id"), index=True)
    visibility: Mapped[Visibility] = mapped_column(default=Visibility.PUBLIC)
    joining: Mapped[Joining] = mapped_column(default=Joining.OPEN)
    needs_approval: Mapped[bool] = mapped_column(default=False)
    size: Mapped[int] = mapped_column(default=0)  # how many are in it: lists need not count them
    archived_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    parent: Mapped["Space | None"] = relationship(remote_side="Space.id")
    memberships: Mapped[list[Membership]] = relationship(viewonly=True)
    managers: Mapped[list[Membership]] = relationship(
        primaryjoin=lambda: and_(
            Membership.space_id == Space.id, Membership.role == MemberRole.MANAGER
        ),
        viewonly=True,
    )

    # Counted by hand: whoever joins must not overtake an open form.
    __mapper_args__ = {"version_id_col": version, "version_id_generator": False}

    @classmethod
    def open(
        cls,
        name: str,
        *,
        by: Person,
        summary: str = "",
        visibility: Visibility = Visibility.PUBLIC,
        joining: Joining = Joining.OPEN,
        colour: Colour = Colour.TEAL,
        parent: "Space | None" = None,
    ) -> "Space":
        """Whoever opens it is in it, and runs it."""
        space = cls(summary=summary, colour=colour, parent=parent)
        space._be_called(name)
        space._be_seen(visibility, joining)
        db.session.add(space)
        record(SpaceOpened(actor=by, space=space))
        space._let_in(by.id, MemberRole.MANAGER)
        space.be_found()
        return space

    @property
    def is_public(self) -> bool:
        return self.visibility is Visibility.PUBLIC

    @property
    def is_archived(self) -> bool:
        return self.archived_at is not None

    def membership(self, person_id: int) -> Membership | None:
        return db.session.get(Membership, (self.id, person_id))

    @property
    def run_by(self) -> list[int]:
        """The numbers of those who run it; of governance, where none of them is left."""
        left = [one.person_id for one in self.managers if one.person.is_active]
        return left or people.holders(Role.GOVERNANCE)

    @property
    def is_left_alone(self) -> bool:
        """The accounts of all who ran it are closed."""
        return not any(one.person.is_active for one in self.managers)

    def is_run_by(self, person: Person | Reader) -> bool:
        membership = self.membership(person.id)
        if membership is not None and membership.role is MemberRole.MANAGER:
            return True
        return person.is_governance and self.is_left_alone

    def describe(
        self,
        *,
        name: str,
        summary: str,
        about: str,
        rendered: Rendered,
        colour: Colour,
        needs_approval: bool,
        by: Person,
    ) -> None:
        self._be_called(name)
        self.summary, self.colour, self.needs_approval = summary, colour, needs_approval
        self.about, self.about_html = about, rendered.html
        self.version += 1
        record(SpaceChanged(actor=by, space=self))
        self.be_found()

    def show_to(
        self,
        visibility: Visibility,
        joining: Joining,
        *,
        below: Iterable["Space"],
        by: Person,
    ) -> None:
        """Who sees it and how one comes in; `below` are its subspaces, never more open than it."""
        before = self.visibility
        self._be_seen(visibility, joining)
        self.version += 1
        if self.visibility is not before:
            record(SpaceSightChanged(actor=by, space=self, visibility=self.visibility.value))
        if self.is_public:
            return
        for space in below:
            if OPENNESS[space.visibility] > OPENNESS[self.visibility]:
                space.show_to(self.visibility, space.joining, below=(), by=by)
            if before is Visibility.PUBLIC:
                self._keep_to_its_own(space, by=by)

    def _keep_to_its_own(self, below: "Space", *, by: Person) -> None:
        """Whoever is in a subspace has to be in this one from now on. If nobody stays who runs
        it, whoever runs this one does.
        """
        inside = {one.person_id for one in self.memberships}
        for one in below.memberships:
            if one.person_id not in inside:
                below.remove(one.person, below=(), by=by)
        db.session.flush()
        db.session.expire(below, ["memberships", "managers"])
        if not below.is_left_alone:
            return
        for manager in self.managers:
            if manager.person.is_active:
                below._let_in(manager.person_id)
                below.promote(manager.person, by=by)

    def archive(self, *, by: Person) -> None:
        """Nothing new is written in it; what is there stays to be read."""
        if self.is_archived:
            return

        self.archived_at = clock.now()
        record(SpaceArchived(actor=by, space=self))

    def reopen(self, *, by: Person) -> None:
        if not self.is_archived:
            return

        self.archived_at = None
        record(SpaceReopened(actor=by, space=self))

    def join(self, *, by: Person) -> None:
        """Come in, or accept having been invited."""
        if self._let_in(by.id):
            record(SpaceJoined(actor=by, space=self))

    def leave(self, *, below: Iterable["Space"], by: Person) -> None:
        """And its subspaces with it, where not everybody sees into it."""
        if self._let_out(by.id, below):
            record(SpaceLeft(actor=by, space=self))

    def take_back_leaving(self, role: MemberRole, *, by: Person) -> None:
        """A moment later: as if they had never left."""
        if self._let_in(by.id, role):
            record(SpaceJoined(actor=by, space=self))

    def remove(self, person: Person, *, below: Iterable["Space"], by: Person) -> None:
        if self._let_out(person.id, below):
            self.version += 1  # a way back from before has lost its use
            record(MemberRemoved(actor=by, space=self, person=person))

    def promote(self, person: Person, *, by: Person) -> None:
        membership = self.membership(person.id)
        if membership is None or membership.role is MemberRole.MANAGER:
            return

        membership.role = MemberRole.MANAGER
        record(ManagerNamed(actor=by, space=self, person=person))

    def demote(self, person: Person, *, by: Person) -> None:
        membership = self.membership(person.id)
        if membership is None or membership.role is MemberRole.MEMBER:
            return

        membership.role = MemberRole.MEMBER
        record(ManagerStoodDown(actor=by, space=self, person=person))

    def _let_in(self, person_id: int, role: MemberRole = MemberRole.MEMBER) -> bool:
        """Whether that is news: whoever is in already stays what they are."""
        if self.membership(person_id):
            return False
        db.session.add(Membership(space_id=self.id, person_id=person_id, role=role))
        for kind in (Invitation, JoinRequest):  # either is answered by this
            if waiting := db.session.get(kind, (self.id, person_id)):
                db.session.delete(waiting)
        self.size += 1
        return True

    def _let_out(self, person_id: int, below: Iterable["Space"] = ()) -> bool:
        membership = self.membership(person_id)
        if membership is None:
            return False
        db.session.delete(membership)
        self.size -= 1
        if not self.is_public:
            for space in below:
                space._let_out(person_id)
        return True

    def be_found(self) -> None:
        """By what everybody who knows of it may read of it."""
        text = f"{self.summary}\n\n{self.about}"
        language = textindex.language_of(text, "es")
        textindex.put("space", self.id, title=self.name, text=text, language=language)

    def _be_called(self, name: str) -> None:
        self.name, self.sort_name = name, folded(name)[: LONGEST_NAME * 2]

    def _be_seen(self, visibility: Visibility, joining: Joining) -> None:
        """As it is meant, but a subspace is never more open than its space."""
        if self.parent and OPENNESS[visibility] > OPENNESS[self.parent.visibility]:
            visibility = self.parent.visibility
        hidden = visibility is Visibility.HIDDEN
        self.visibility, self.joining = visibility, Joining.INVITE if hidden else joining
