"""Which posts a list shows, as its address says it: `?q=`, `?tag=`, `?term=`, `?author=`,
`?space=`, `?before=`.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row
from werkzeug.datastructures import MultiDict

from app.core.db import HIGHEST
from app.core.fields import line, slug

NEWEST = (datetime(9999, 1, 1), 0)
LONGEST_QUESTION = 200  # characters
WRITTEN = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True)
class Narrowing:
    words: str = ""
    tag: str = ""
    author_id: int | None = None
    term: int | None = None  # of the catalogue
    space_id: int | None = None
    before: tuple[datetime, int] = NEWEST

    @property
    def is_everything(self) -> bool:
        """Nothing was left out: the blog as one finds it."""
        return self == Narrowing()

    @property
    def is_narrowed(self) -> bool:
        """Something is asked of the posts themselves, on whichever page."""
        asked = (self.words, self.tag, self.author_id, self.term, self.space_id)
        return any(asked)

    @property
    def is_first(self) -> bool:
        return self.before == NEWEST

    @property
    def in_address(self) -> dict[str, Any]:
        """The filters, for the address of another page of the same list."""
        return {
            "q": self.words or None,
            "tag": self.tag or None,
            "author": self.author_id,
            "term": self.term,
            "space": self.space_id,
        }


def read(args: MultiDict[str, str]) -> Narrowing:
    """What an address asks for. What nobody could have meant is not there."""
    return Narrowing(
        words=line(args.get("q", ""))[:LONGEST_QUESTION],
        tag=slug(args.get("tag", "")),
        author_id=_number(args, "author"),
        space_id=_number(args, "space"),
        term=_number(args, "term"),
        before=_begun(args.get("before", "")),
    )


def after(row: Row) -> str:
    """Where the page that follows this row begins."""
    return f"{row.published_at.strftime(WRITTEN)}-{row.id}"


def _number(args: MultiDict[str, str], name: str) -> int | None:
    number = args.get(name, type=int)
    return number if number is not None and 0 < number <= HIGHEST else None


def _begun(before: str) -> tuple[datetime, int]:
    moment, _, number = before.partition("-")
    try:
        begun = datetime.strptime(moment, WRITTEN), int(number)
    except ValueError:
        return NEWEST
    return begun if 0 <= begun[1] <= HIGHEST else NEWEST
