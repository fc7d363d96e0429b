"""What is counted of a piece of the programme: numbers that are added up."""

from dataclasses import dataclass
from typing import Any

from app.core.i18n import N_

AN_HOUR = 3600  # seconds


@dataclass(slots=True)
class Figures:
    events: int = 0  # dates held
    initiatives: int = 0
    seconds: int = 0  # of the dates
    worked: int = 0  # hours of the initiatives
    reached: int = 0
    came: int = 0

    def take(self, other: "Figures") -> None:
        self.events += other.events
        self.initiatives += other.initiatives
        self.seconds += other.seconds
        self.worked += other.worked
        self.reached += other.reached
        self.came += other.came

    @property
    def hours(self) -> float:
        """With one decimal at most."""
        hours = round(self.worked + self.seconds / AN_HOUR, 1)
        return int(hours) if hours == int(hours) else hours

    @property
    def is_nothing(self) -> bool:
        return not (self.events or self.initiatives)

    def of(self, measure: str) -> Any:
        return getattr(self, measure)


# What tables show of each row, in this order.
MEASURES: dict[str, str] = {
    "events": N_("Dates held"),
    "initiatives": N_("Initiatives begun"),
    "hours": N_("Hours"),
    "reached": N_("People reached"),
}
