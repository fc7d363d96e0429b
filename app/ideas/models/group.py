"""Ideas that are analysed together."""

from typing import TYPE_CHECKING

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Entity

if TYPE_CHECKING:
    from app.ideas.models.idea import Idea

LONGEST_TITLE = 160  # characters


class Group(Entity):
    """One description serves several ideas and, if wanted, one decision."""

    __tablename__ = "idea_groups"

    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    text: Mapped[str] = mapped_column(Text, default="")  # the analysis
    html: Mapped[str] = mapped_column(Text, default="")
    html_version: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64), default="", index=True)  # where it came from
    version: Mapped[int] = mapped_column()

    ideas: Mapped[list["Idea"]] = relationship(back_populates="group")

    __mapper_args__ = {"version_id_col": version}
