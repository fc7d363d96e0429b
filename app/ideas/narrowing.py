"""Which ideas the board and the list show, and in which order, as their address says it: `?q=`,
`?area=`, `?term=`, `?tag=`, `?owner=`, `?author=`, `?group=`, `?late=`, `?verdict=`, `?order=`.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from sqlalchemy import Row
from werkzeug.datastructures import MultiDict

from app.core.db import HIGHEST
from app.core.fields import line, slug
from app.ideas.models import Verdict

LONGEST_QUESTION = 200  # characters
WRITTEN = "%Y%m%dT%H%M%S%f"
NOBODY = 0  # in the place of an owner: ideas that have none


class Order(StrEnum):
    AGE = "age"  # what waits longest first; of what has ended, the latest
    SUPPORT = "support"
    SCORE = "score"
    NEWEST = "newest"


class After(NamedTuple):
    """The last row of the page before: what it was ordered by, and its number."""

    value: Any
    number: int


@dataclass(frozen=True)
class Narrowing:
    words: str = ""
    area_id: int | None = None
    term: int | None = None  # of the catalogue
    tag: str = ""
    owner_id: int | None = None
    author_id: int | None = None
    group_id: int | None = None
    is_late: bool = False
    verdict: Verdict | None = None
    order: Order = Order.AGE

    @property
    def is_narrowed(self) -> bool:
        """Some ideas are left out."""
        return replace(self, order=Order.AGE) != Narrowing()

    @property
    def in_address(self) -> dict[str, Any]:
        """For the address of another page of the same ideas."""
        said = {
            "q": self.words or None,
            "area": self.area_id,
            "term": self.term,
            "tag": self.tag or None,
            "owner": self.owner_id,
            "author": self.author_id,
            "group": self.group_id,
            "late": 1 if self.is_late else None,
            "verdict": self.verdict and self.verdict.value,
            "order": self.order.value if self.order is not Order.AGE else None,
        }
        return {name: value for name, value in said.items() if value is not None}

    @property
    def said(self) -> str:
        """The same in one line, to be kept: what `said` reads."""
        return urlencode(self.in_address)

    @property
    def board(self) -> str:
        """For whoever leaves the board and comes back to it: what `of_board` reads."""
        return "?" + urlencode(self.of(None).in_address)

    def of(self, verdict: Verdict | None) -> "Narrowing":
        """One column of it; or, with none, all of them."""
        return replace(self, verdict=verdict)

    def by(self, order: str) -> "Narrowing":
        return replace(self, order=Order(order))


def read(args: MultiDict[str, str]) -> Narrowing:
    """What an address asks for. What nobody could have meant is not there."""
    return Narrowing(
        words=line(args.get("q", ""))[:LONGEST_QUESTION],
        area_id=_number(args, "area"),
        term=_number(args, "term"),
        tag=slug(args.get("tag", "")),
        owner_id=_number(args, "owner", least=NOBODY),
        author_id=_number(args, "author"),
        group_id=_number(args, "group"),
        is_late=args.get("late") == "1",
        verdict=args.get("verdict", type=Verdict),
        order=args.get("order", Order.AGE, type=Order),
    )


def said(address: str) -> Narrowing:
    """What was kept of an address."""
    return read(MultiDict(parse_qsl(address)))


def of_board(address: str | None) -> Narrowing | None:
    """What the board showed that somebody came from, if they came from one: its address from the
    question mark on.
    """
    if address is None or not address.startswith("?"):
        return None
    return read(MultiDict(parse_qsl(address[1:]))).of(None)


def after(row: Row, order: Order) -> str:
    """Where the page that follows this row begins."""
    value = {
        Order.AGE: lambda: row.since.strftime(WRITTEN),
        Order.SUPPORT: lambda: row.supporters,
        Order.SCORE: lambda: "" if row.score is None else repr(row.score),
        Order.NEWEST: lambda: "",
    }[order]()
    return f"{value}~{row.id}"


def begun(said: str, order: Order) -> After | None:
    value, _, number = said.partition("~")
    understood = {
        Order.AGE: lambda: datetime.strptime(value, WRITTEN),
        Order.SUPPORT: lambda: min(int(value), HIGHEST),
        Order.SCORE: lambda: float(value) if value else None,
        Order.NEWEST: lambda: None,
    }[order]
    try:
        return After(understood(), min(max(int(number), 0), HIGHEST))
    except (ValueError, OverflowError):
        return None


def _number(args: MultiDict[str, str], name: str, least: int = 1) -> int | None:
    number = args.get(name, type=int)
    return number if number is not None and least <= number <= HIGHEST else None
