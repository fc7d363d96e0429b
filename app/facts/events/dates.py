"""What is the same of all that happens to a date."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.events.models import Event, Occurrence


class OfADate:
    """Whoever follows the event wants to know of its dates."""

    occurrence: "Occurrence"

    @property
    def thread(self) -> "Event":
        return self.occurrence.event
