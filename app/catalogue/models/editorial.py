"""What governance has to say about the strategy, or about one of its terms."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Entity, db
from app.core.markdown import Rendered
from app.facts import record
from app.facts.catalogue import EditorialWritten
from app.people.models import Person

LONGEST_TITLE = 120  # characters
WOWISTA = "wowista"  # the first page of the strategy


class Editorial(Entity):
    """One text in one language. `about` is the first page, a catalogue, or "term-7"."""

    __tablename__ = "editorials"
    __table_args__ = (
        UniqueConstraint("about", "language", name="uq_editorials_about_language"),
        CheckConstraint("title <> ''", name="an_editorial_has_a_title"),
    )

    about: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(5))
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    html_version: Mapped[int]
    edited_at: Mapped[datetime]
    edited_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}

    def write(self, title: str, text: str, rendered: Rendered, *, by: Person) -> None:
        self.title, self.text = title, text
        self.html, self.html_version = rendered.html, rendered.version
        self.edited_at, self.edited_by = clock.now(), by.id
        db.session.add(self)  # where nobody had written it yet
        record(EditorialWritten(actor=by, editorial=self, language=self.language))


def about_term(number: int) -> str:
    return f"term-{number}"
