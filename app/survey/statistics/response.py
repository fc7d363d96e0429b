"""How many of those who were asked answered."""

from typing import NamedTuple

LOW = 60  # percent: below, those who are silent may think otherwise


class ResponseRate(NamedTuple):
    """Of a wave, or of a group in it."""

    invited: int
    answered: int

    @property
    def share(self) -> float | None:
        """Of a hundred invited; None if nobody was."""
        return 100 * self.answered / self.invited if self.invited else None

    @property
    def is_low(self) -> bool:
        """Whether it calls for a warning."""
        return 100 * self.answered < LOW * self.invited
