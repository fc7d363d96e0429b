"""How somebody stands to a space: all that the rules ask."""

from typing import NamedTuple

from app.spaces.models.asking import JoinRequest
from app.spaces.models.membership import MemberRole
from app.spaces.models.space import Space


class Above(NamedTuple):
    """The space it is part of, as far as one knows of it."""

    id: int
    name: str


class Standing(NamedTuple):
    space: Space
    role: MemberRole | None
    is_invited: bool
    asked: JoinRequest | None
    above: Above | None
    comes_through: bool  # sees into the space above, if there is one
    runs_alone: bool  # it, or a subspace one would leave with it
    waiting: int  # how many ask to come in
    is_left_alone: bool  # nobody who ran it has an account any more

    @property
    def is_in(self) -> bool:
        return self.role is not None

    @property
    def is_asking(self) -> bool:
        return self.asked is not None and self.asked.declined_at is None

    @property
    def no(self) -> str | None:
        """What was answered to somebody who asked and was declined."""
        return self.asked.answer if self.asked and self.asked.declined_at else None
