"""What is answered again and again, written once in each language."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import CheckConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Entity, db
from app.facts import record
from app.facts.ideas import (
    AnswerTemplateChanged,
    AnswerTemplateRetired,
    AnswerTemplateTakenUp,
    AnswerTemplateWritten,
)
from app.ideas.models.verdict import Verdict
from app.people.models import Person

LONGEST_NAME = 80  # characters
LONGEST_TEXT = 1500  # room is left for the names that are put in, and for a sentence of one's own


class AnswerTemplate(Entity):
    """Written in Spanish, which is the house's own; what another language lacks is said in it."""

    __tablename__ = "idea_answer_templates"
    __table_args__ = (
        CheckConstraint("title <> ''", name="a_template_has_a_title"),
        CheckConstraint("text <> ''", name="a_template_says_something"),
        Index("ix_idea_answer_templates_offered", "retired_at", "title"),
    )

    title: Mapped[str] = mapped_column(String(LONGEST_NAME))
    said_with: Mapped[str] = mapped_column(String(120), default="")  # verdicts, by spaces; or any
    text: Mapped[str] = mapped_column(Text)
    text_eu: Mapped[str] = mapped_column(Text, default="")
    text_en: Mapped[str] = mapped_column(Text, default="")
    text_pt: Mapped[str] = mapped_column(Text, default="")
    retired_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def write(
        cls, title: str, texts: dict[str, str], verdicts: Iterable[Verdict], *, by: Person
    ) -> "AnswerTemplate":
        """`texts` by their columns."""
        template = cls(title=title, said_with=_written(verdicts), **texts)
        db.session.add(template)
        record(AnswerTemplateWritten(actor=by, template=template))
        return template

    def change(
        self, title: str, texts: dict[str, str], verdicts: Iterable[Verdict], *, by: Person
    ) -> None:
        """What was answered with it before stays as it was said."""
        if self.says(title, texts, verdicts):
            return
        self.title, self.said_with = title, _written(verdicts)
        for name, said in texts.items():
            setattr(self, name, said)
        record(AnswerTemplateChanged(actor=by, template=self))

    def says(self, title: str, texts: dict[str, str], verdicts: Iterable[Verdict]) -> bool:
        stands = {name: getattr(self, name) for name in texts}
        return (self.title, self.said_with, stands) == (title, _written(verdicts), texts)

    def retire(self, *, by: Person) -> None:
        """Nobody chooses it any more."""
        if self.retired_at:
            return
        self.retired_at = clock.now()
        record(AnswerTemplateRetired(actor=by, template=self))

    def take_up(self, *, by: Person) -> None:
        if not self.retired_at:
            return
        self.retired_at = None
        record(AnswerTemplateTakenUp(actor=by, template=self))

    @property
    def verdicts(self) -> list[Verdict]:
        return [Verdict(code) for code in self.said_with.split()]


def _written(verdicts: Iterable[Verdict]) -> str:
    chosen = set(verdicts)
    return " ".join(verdict.value for verdict in Verdict if verdict in chosen)
