"""A draft: the fields of a form as somebody left them."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Entity, db
from app.people.models import Person


class Draft(Entity):
    """Its writer's alone. `form` names the form, `about` the thing being edited, or nothing."""

    __tablename__ = "drafts"
    __table_args__ = (Index("ix_drafts_person", "person_id", "form", "about"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    form: Mapped[str] = mapped_column(String(40))
    about: Mapped[int | None]
    fields: Mapped[dict[str, Any]] = mapped_column(JSON)  # a list of what was typed, by name
    saved_at: Mapped[datetime] = mapped_column(default=clock.now)
    discarded_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def begin(
        cls, form: str, fields: dict[str, list[str]], *, by: Person, about: int | None = None
    ) -> "Draft":
        draft = cls(form=form, about=about, person_id=by.id, fields=fields)
        db.session.add(draft)
        return draft

    @property
    def title(self) -> str:
        """What it is called so far, or nothing."""
        return _title(self.fields)

    def save(self, fields: dict[str, list[str]]) -> None:
        """What is typed is not lost: somebody who goes on with a discarded draft has it back."""
        self.fields, self.saved_at, self.discarded_at = fields, clock.now(), None

    def discard(self) -> None:
        """Away, but for a day in which it may be taken back."""
        if self.discarded_at is None:
            self.discarded_at = clock.now()

    def take_back(self) -> None:
        self.discarded_at = None


class Begun(NamedTuple):
    """A draft as a list shows it, which changes none of it."""

    id: int
    form: str
    about: int | None
    fields: dict[str, list[str]]
    saved_at: datetime

    @property
    def title(self) -> str:
        return _title(self.fields)


def _title(fields: dict[str, list[str]]) -> str:
    return next(iter(fields.get("title", [])), "")
