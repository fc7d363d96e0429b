"""Whether an idea is shown: its author may withdraw it, and whoever keeps order may hide it."""

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.facts import record
from app.facts.ideas import IdeaRestored, IdeaWithdrawn
from app.people.models import Person


class Standing(StrEnum):
    SHOWN = "shown"
    WITHDRAWN = "withdrawn"
    HIDDEN = "hidden"  # it was reported, and somebody who keeps order took it away


class Withdrawn:
    standing: Mapped[Standing] = mapped_column(default=Standing.SHOWN)
    withdrawn_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))

    if TYPE_CHECKING:
        is_merged: Any

        def leave(self) -> None: ...
        def come_back(self) -> None: ...
        def be_found(self) -> None: ...

    def withdraw(self, *, by: Person) -> None:
        if self.standing is not Standing.SHOWN:
            return

        self.standing, self.withdrawn_by = Standing.WITHDRAWN, by.id
        self.leave()
        self.be_found()
        record(IdeaWithdrawn(actor=by, idea=self))  # type: ignore[arg-type]

    def restore(self, *, by: Person) -> None:
        if self.standing is not Standing.WITHDRAWN:
            return

        self.standing, self.withdrawn_by = Standing.SHOWN, None
        self.come_back()
        self.be_found()
        record(IdeaRestored(actor=by, idea=self))  # type: ignore[arg-type]

    def hide(self, *, by: Person) -> None:
        """Nobody reads it but its author and whoever keeps order. Its case is the fact."""
        if self.is_shown:
            self.standing = Standing.HIDDEN
            self.leave()
            self.be_found()

    def unhide(self) -> None:
        if self.standing is Standing.HIDDEN:
            self.standing = Standing.SHOWN
            if self.is_open:
                self.come_back()
            self.be_found()

    @property
    def is_shown(self) -> bool:
        return self.standing is Standing.SHOWN

    @property
    def is_open(self) -> bool:
        """It can be supported, worked on and decided."""
        return self.is_shown and not self.is_merged
