"""Which entries somebody wants to see."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Narrowing:
    words: str = ""  # of somebody's name, or their whole email: who did it or whom it concerns
    fact: str = ""
    since: datetime | None = None
    until: datetime | None = None  # this moment is not among them
    sign_in: str = ""
