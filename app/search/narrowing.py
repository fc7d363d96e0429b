"""What somebody looks for, as the address of the page says it."""

from dataclasses import dataclass
from datetime import datetime

BEST, NEWEST = "best", "newest"
PAGE = 10  # results on a page


@dataclass(frozen=True)
class Narrowing:
    words: str = ""
    kind: str = ""
    tag: str = ""
    author: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    order: str = BEST
    page: int = 1
