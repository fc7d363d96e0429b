"""A way of looking at the ideas that somebody comes back to."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Entity, db
from app.people.models import Person

LONGEST_NAME = 60  # characters
LONGEST_SLUG = 60


class SavedView(Entity):
    """It says which ideas are looked at, and nothing of any of them: so it is no fact."""

    __tablename__ = "idea_views"
    __table_args__ = (
        CheckConstraint("name <> ''", name="a_view_has_a_name"),
        Index("ix_idea_views_mine", "person_id", "removed_at"),
        Index("ix_idea_views_shared", "is_shared", "removed_at"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    slug: Mapped[str] = mapped_column(String(LONGEST_SLUG), unique=True)  # its address
    address: Mapped[str] = mapped_column(Text)  # as `narrowing.read` reads it
    is_shared: Mapped[bool] = mapped_column(default=False)  # with all who decide
    is_table: Mapped[bool] = mapped_column(default=False)  # where it was saved; else on the board
    removed_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()

    person: Mapped[Person] = relationship()

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def save(
        cls, name: str, slug: str, address: str, *, is_shared: bool, is_table: bool, by: Person
    ) -> "SavedView":
        view = cls(name=name, slug=slug, address=address, is_shared=is_shared, is_table=is_table)
        view.person_id = by.id
        db.session.add(view)
        db.session.flush()
        return view

    def call(self, name: str, *, is_shared: bool) -> None:
        """Another name; its address stays, for people have written it down."""
        self.name, self.is_shared = name, is_shared

    def remove(self) -> None:
        self.removed_at = self.removed_at or clock.now()

    def restore(self) -> None:
        self.removed_at = None
