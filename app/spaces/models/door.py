"""What happens at the door of a space: somebody asks to come in, or is asked."""

from typing import TYPE_CHECKING, Any

from app.core import clock
from app.core.db import db
from app.facts import record
from app.facts.spaces import (
    JoinAccepted,
    JoinDeclined,
    JoinRequested,
    JoinRequestTakenBack,
    PersonInvitedToSpace,
    SpaceInvitationTakenBack,
)
from app.people.models import Person
from app.spaces.models.asking import Invitation, JoinRequest


class Door:
    """The half of a space that faces outwards."""

    if TYPE_CHECKING:
        id: Any
        membership: Any
        _let_in: Any

    def be_asked(self, words: str, *, by: Person) -> None:
        """Somebody would like to come in. Asking again after a no is asking anew."""
        asked = db.session.get(JoinRequest, (self.id, by.id))
        if asked is None:
            db.session.add(JoinRequest(space_id=self.id, person_id=by.id, words=words))
        elif asked.declined_at:
            asked.words, asked.created_at = words, clock.now()
            asked.declined_at, asked.answer = None, ""
        else:
            asked.words = words
            return
        record(JoinRequested(actor=by, space=self._space))

    def be_asked_no_longer(self, *, by: Person) -> None:
        asked = db.session.get(JoinRequest, (self.id, by.id))
        if asked is None:
            return

        db.session.delete(asked)
        record(JoinRequestTakenBack(actor=by, space=self._space))

    def accept(self, asked: JoinRequest, person: Person, *, by: Person) -> None:
        self._let_in(asked.person_id)
        record(JoinAccepted(actor=by, space=self._space, person=person))

    def decline(self, asked: JoinRequest, person: Person, words: str, *, by: Person) -> None:
        """With a reason, which whoever asked reads."""
        if asked.declined_at:
            return

        asked.declined_at, asked.answer = clock.now(), words
        record(JoinDeclined(actor=by, space=self._space, person=person))

    def invite(self, person: Person, *, by: Person) -> None:
        if self.membership(person.id) or db.session.get(Invitation, (self.id, person.id)):
            return

        db.session.add(Invitation(space_id=self.id, person_id=person.id, invited_by=by.id))
        record(PersonInvitedToSpace(actor=by, space=self._space, person=person))

    def take_invitation_back(self, person: Person, *, by: Person) -> None:
        """By whoever runs the space; or declined, by whom it was for."""
        invitation = db.session.get(Invitation, (self.id, person.id))
        if invitation is None:
            return

        db.session.delete(invitation)
        record(SpaceInvitationTakenBack(actor=by, space=self._space, person=person))

    @property
    def _space(self) -> Any:
        return self
