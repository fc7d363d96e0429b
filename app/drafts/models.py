"""A draft: the fields of a form as somebody left them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Entity


class Draft(Entity):
    """Its writer's alone. `form` names the form, `about` the thing being edited, or nothing."""

    __tablename__ = "drafts"
    __table_args__ = (Index("ix_drafts_person", "person_id", "form", "about"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    form: Mapped[str] = mapped_column(String(40))
    about: Mapped[int | None]
    fields: Mapped[dict[str, Any]] = mapped_column(JSON)
    saved_at: Mapped[datetime] = mapped_column(default=clock.now)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}

    def save(self, fields: dict[str, Any]) -> None:
        self.fields, self.saved_at = fields, clock.now()
