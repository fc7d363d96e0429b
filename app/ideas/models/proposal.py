"""What an idea says, and whose it is."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column

from app.core.markdown import Rendered

LONGEST_TITLE = 160  # characters
LONGEST_AUDIENCE = 200

ORIGINS = ("post", "comment")  # kinds of what an idea may come from


class IdeaKind(StrEnum):
    """What it wants to do; each has its template."""

    FIX = "fix"  # what hurts
    IMPROVE = "improve"  # what works
    TRY = "try"  # what is not there


class Voice(StrEnum):
    """Whose idea it is that somebody writes down."""

    OWN = "own"
    COLLEAGUE = "colleague"
    CUSTOMER = "customer"


class Proposal:
    """The words of an idea, each text beside its HTML."""

    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    kind: Mapped[IdeaKind] = mapped_column(default=IdeaKind.FIX)
    language: Mapped[str] = mapped_column(String(5))
    problem: Mapped[str] = mapped_column(Text)
    problem_html: Mapped[str] = mapped_column(Text)
    audience: Mapped[str] = mapped_column(String(LONGEST_AUDIENCE), default="")  # for whom
    change: Mapped[str] = mapped_column(Text, default="")  # what would
    change_html: Mapped[str] = mapped_column(Text, default="")
    html_version: Mapped[int]
    excerpt: Mapped[str] = mapped_column(String(400))
    voice: Mapped[Voice] = mapped_column(default=Voice.OWN)
    behalf_of_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    edited_at: Mapped[datetime | None]

    @hybrid_property
    def html(self) -> str:
        """All that it says, as it is shown."""
        return self.problem_html + self.change_html

    @property
    def is_its_authors(self) -> bool:
        """Else its author has only written it down."""
        return True

    @property
    def made_by(self) -> list[int]:
        """Whose it is: whoever wrote it, and in whose name."""
        wrote = [self.author_id] if self.is_its_authors else []
        return [*wrote, *([self.behalf_of_id] if self.behalf_of_id else [])]

    def say(
        self,
        title: str,
        problem: str,
        rendered: Rendered,
        *,
        change: str = "",
        change_rendered: Rendered | None = None,
        audience: str = "",
        kind: IdeaKind,
        language: str,
    ) -> None:
        """Let it say this, rendered already."""
        self.title, self.problem, self.audience, self.change = title, problem, audience, change
        self.problem_html, self.html_version = rendered.html, rendered.version
        self.change_html = change_rendered.html if change_rendered else ""
        self.excerpt = rendered.excerpt
        self.kind, self.language = kind, language
