"""The groups of a wave, as the house was on the day it opened, and who was invited in each."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base
from app.survey.suppression import Hidden


class Group(Base):
    """A unit as it was then; the one without a parent is everybody who was invited.

    At closing the gate says of each whether it is shown, and only what it lets through is written
    into `figures`: of a hidden group there is the reason, and nothing else.
    """

    __tablename__ = "survey_groups"
    __table_args__ = (UniqueConstraint("wave_id", "unit_id", name="uq_survey_groups_unit"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    wave_id: Mapped[int] = mapped_column(ForeignKey("survey_waves.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("survey_groups.id"), index=True)
    written_under_id: Mapped[int | None] = mapped_column(ForeignKey("survey_groups.id"))
    name: Mapped[str] = mapped_column(String(120))  # empty: the whole
    position: Mapped[int]  # in the order of the tree
    depth: Mapped[int]
    invited: Mapped[int]  # people, here and below
    direct: Mapped[int]  # people, here and in no group below
    hidden: Mapped[Hidden | None] = mapped_column()  # why; before closing, or shown: nothing
    figures: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class Invitation(Base):
    """Who is asked, and under which group their answer is written. Not whether they answered:
    nobody knows that.
    """

    __tablename__ = "survey_invitations"
    __table_args__ = (Index("ix_survey_invitations_person", "person_id", "wave_id"),)

    wave_id: Mapped[int] = mapped_column(ForeignKey("survey_waves.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("survey_groups.id"), index=True)
