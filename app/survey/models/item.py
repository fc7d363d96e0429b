"""What a wave asks, one item after the other, in four languages."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Entity
from app.core.i18n import LANGUAGES

LONGEST_ASKED = 200  # characters, in each language
LONGEST_CALLED = 60
MOST_ITEMS = 30  # for which what is sealed has room, and people have patience


class Dimension(StrEnum):
    PRESENCE = "presence"
    MANNERS = "manners"
    EMPATHY = "empathy"
    GUIDANCE = "guidance"
    COMMITMENT = "commitment"
    CULTURE = "culture"


class ItemKind(StrEnum):
    HABIT = "habit"  # how often, from 1 to 5, or it is no part of my job
    CULTURE = "culture"  # how much one agrees, from 1 to 5
    REMARK = "remark"  # in one's own words
    RECOMMEND = "recommend"  # from 0 to 10


class Scale:
    """The numbers one may answer with."""

    OF = {
        ItemKind.HABIT: range(1, 6),
        ItemKind.CULTURE: range(1, 6),
        ItemKind.RECOMMEND: range(11),
    }
    NOT_MINE = "na"  # "does not apply to my job": never 0, and never 3


def spoken_in_all(words: Mapping[str, str]) -> bool:
    """Whether it is said in every language of the house."""
    return all(words.get(language) for language in LANGUAGES)


class Item(Entity):
    """Known from wave to wave by its code: what is called alike is compared."""

    __tablename__ = "survey_items"
    __table_args__ = (
        UniqueConstraint("wave_id", "code", name="uq_survey_items_code"),
        CheckConstraint(
            "(kind IN ('habit', 'culture')) = (dimension IS NOT NULL)",
            name="what_is_scored_has_a_dimension",
        ),
    )

    wave_id: Mapped[int] = mapped_column(ForeignKey("survey_waves.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(12))
    position: Mapped[int]
    kind: Mapped[ItemKind] = mapped_column()
    dimension: Mapped[Dimension | None] = mapped_column()
    asks: Mapped[dict[str, str]] = mapped_column(JSON)  # language → the sentence
    name: Mapped[dict[str, str]] = mapped_column(JSON)  # language → what a habit is called
    step: Mapped[dict[str, str]] = mapped_column(JSON)  # language → its micro-habit of a week
    removed_at: Mapped[datetime | None] = mapped_column()  # set aside, and asked no more
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}

    def change(self, **said: Any) -> None:
        """Its words, and its dimension, by its columns. What kind it is stays: it is compared."""
        for name, value in said.items():
            setattr(self, name, value)

    def set_aside(self) -> None:
        """No more asked; it keeps its code, and may be brought back."""
        self.removed_at = self.removed_at or clock.now()

    def bring_back(self) -> None:
        self.removed_at = None

    @property
    def is_habit(self) -> bool:
        return self.kind is ItemKind.HABIT

    @property
    def is_scored(self) -> bool:
        """Whether it counts in a dimension."""
        return self.dimension is not None

    @property
    def is_translated(self) -> bool:
        """Whether everybody is asked in their own language."""
        habits = (self.name, self.step) if self.is_habit else ()
        return all(spoken_in_all(words) for words in (self.asks, *habits))

    @property
    def may_not_apply(self) -> bool:
        return self.is_habit
