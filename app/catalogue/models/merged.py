"""What several words for one thing have in common: one of them stands for all.

What a thing was given stays written down as it was given (`given_id`); beside it stands the word
that speaks for it today. So merging moves nothing away, things that carried both carry one, and
taking a merging back finds everything as it was. What is given after a merging was given the
survivor, and stays with it.
"""

from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.schema import ForeignKey


class IntoItself(ValueError):
    """Nothing can be merged into itself, or into what was merged into it."""


class NotOffered(ValueError):
    """It was merged or retired in the meantime."""


class Merged:
    """For a table of words. `merged_into_id` is what was decided, `survivor_id` what follows: the
    last of a chain of mergings. Both are empty while a word speaks for itself.
    """

    id: Mapped[int]
    __tablename__: str

    @declared_attr
    def merged_into_id(cls) -> Mapped[int | None]:  # noqa: N805
        return mapped_column(ForeignKey(f"{cls.__tablename__}.id"), index=True)

    @declared_attr
    def survivor_id(cls) -> Mapped[int | None]:  # noqa: N805
        return mapped_column(ForeignKey(f"{cls.__tablename__}.id"), index=True)

    @property
    def is_merged(self) -> bool:
        return self.merged_into_id is not None

    @property
    def speaks_as(self) -> int:
        """The number of the word that stands for this one today."""
        return self.survivor_id or self.id
