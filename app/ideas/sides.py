"""What stands beside an idea in its row: a number, a day, somebody. What nobody understands of it
is left out with a remark, and keeps no idea out.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from html import unescape
from typing import TypeVar

from app.core.fields import slug
from app.core.forms import YEARS
from app.core.i18n import LANGUAGES, N_, gettext, speaking
from app.core.markdown import lines
from app.core.remarks import Remark, Unreadable, remark
from app.core.tables import number_in
from app.core.tables.days import day_said
from app.ideas.choices import MONTH, chosen
from app.ideas.models import IdeaKind as Kind
from app.ideas.scoring import PLACES
from app.ideas.wording import KINDS
from app.imports import bodies
from app.imports.mapping import Setup

LEFT_OUT = N_("“%(said)s”, in %(column)s, is nothing we understand: it comes in without it.")
MOST_SUPPORTS = 1_000_000
ADDRESS = re.compile(r"(?:mailto:)?([^\s<>()\[\],;:\"'@]{1,200}@[^\s<>()\[\],;:\"'@]{1,200})")
INSIDE = re.compile(r"</?(?:b|i|u|em|strong|span|font|small|sup|sub)\b[^<>]{0,500}>", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});")
T = TypeVar("T")


class Sides:
    """Of one row; its remarks are what was left out."""

    def __init__(self, cells: Mapping[str, str], setup: Setup) -> None:
        self._cells, self._setup = cells, setup
        self.remarks: list[Remark] = []

    def read(self, name: str, reader: Callable[[str], T | None]) -> T | None:
        """What a cell says to that reader, or nothing."""
        said = self._cells.get(name, "")
        if not said:
            return None
        try:
            found = reader(said)
        except Unreadable:
            found = None
        if found is None:
            self.remarks.append(remark(LEFT_OUT, said=said, column=self._called(name)))
        return found

    def day(self, name: str) -> date | None:
        month_first = chosen(self._setup, "days") == MONTH
        return self.read(name, lambda said: _near(day_said(said, month_first=month_first)))

    def _called(self, name: str) -> str:
        """As the table calls it; without names, by its number."""
        at, columns = self._setup.mapping.get(name, -1), self._setup.columns
        return columns[at] if 0 <= at < len(columns) else str(at + 1)


def supports(said: str) -> int | None:
    """How many; fewer than none are none."""
    found = number_in(said)
    return max(found, 0) if found is not None and found <= MOST_SUPPORTS else None


def place(said: str) -> int | None:
    """On the scale of one factor of the score."""
    found = number_in(said)
    return found if found in PLACES else None


def year(said: str) -> int | None:
    found = number_in(said)
    return found if found in YEARS else None


def kind(said: str) -> Kind | None:
    return _kinds().get(slug(said))


def somebody(said: str) -> tuple[str, str]:
    """A name and an address, of «Ana <ana@x.es>» or of either alone."""
    found = ADDRESS.search(said)
    if not found:
        return said, ""
    name = " ".join(ADDRESS.sub(" ", said).split()).strip(" <>()[],;:\"'-–")
    return name, found[1].lower()


def is_escaped(text: str) -> bool:
    """Whether it has entities, as a text has that was taken out of a page."""
    return bool(ENTITY.search(text))


def unescaped(text: str) -> str:
    """Only of what ends like an entity: the address `?a=1&copy=2` has none."""
    return ENTITY.sub(lambda found: unescape(found[0]), text)


def clean(text: str) -> str:
    """Markdown of HTML, or of what is only escaped like it."""
    return bodies.to_markdown(text) if bodies.is_html(text) else unescaped(text)


def letters(text: str) -> str:
    """What it says where there is no Markdown."""
    if not bodies.is_html(text):
        return unescaped(text)
    return lines(INSIDE.sub("", text), 2 * len(text))


def _near(day: date | None) -> date | None:
    return day if day and day.year in YEARS else None


@cache
def _kinds() -> dict[str, Kind]:
    found = {slug(one.value): one for one in Kind}
    for code in LANGUAGES:
        with speaking(code):
            found |= {slug(gettext(said)): one for one, said in KINDS.items()}
    return found
