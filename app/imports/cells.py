"""What a cell of a table says, whatever is brought in: a number, a language, a person. What cannot
be is Unreadable, and the remark says why.
"""

from collections.abc import Iterable
from functools import cache

from sqlalchemy import Row

from app.core.fields import slug
from app.core.i18n import LANGUAGES, N_
from app.core.remarks import Unreadable, remark
from app.core.tables import number_in
from app.imports import queries
from app.people.models.person import sorted_by

TOO_LONG = N_("%(what)s is longer than %(most)s characters.")
BAD_DAY = N_("This is no day we understand: %(day)s. Write it like 2026-03-02.")
BAD_NUMBER = N_("This is no whole number: %(number)s")
OUT_OF_RANGE = N_("This number is not between 0 and %(most)s: %(number)s")
NO_LANGUAGE = N_("WOWista does not speak this language: %(language)s")

LONGEST_NAME = 600  # characters of a unit, an owner


def number(said: str, most: int) -> int | None:
    """A whole number from 0 on, or nothing."""
    if not said:
        return None
    found = number_in(said)
    if found is None:
        raise Unreadable(remark(BAD_NUMBER, number=said))
    if not 0 <= found <= most:
        raise Unreadable(remark(OUT_OF_RANGE, number=said, most=most))
    return found


def language(said: str) -> str:
    """One of the house, by its code or its name, or nothing."""
    if not said:
        return ""
    known = _languages()
    code = known.get(slug(said)) or known.get(slug(said.replace("_", "-").partition("-")[0]))
    if code is None:
        raise Unreadable(remark(NO_LANGUAGE, language=said))
    return code


def broken(text: str) -> str:
    """However lines are broken, the words are the same."""
    return "\n".join(text.split("\r\n")).replace("\r", "\n").strip()


class Named:
    """Whomever some rows name, by an address or by a name, looked up at once."""

    def __init__(self, named: Iterable[str]) -> None:
        named = {words for words in named if words}
        addresses = {words.lower() for words in named if "@" in words}
        names = {sorted_by(words) for words in named if "@" not in words}
        rows = queries.named(addresses, names)
        self._addresses = {row.email: row.id for row in rows}
        self._names: dict[str, list[Row]] = {}
        for row in rows:
            self._names.setdefault(row.sort_name, []).append(row)

    def numbers(self, words: str) -> list[int]:
        """Who is meant: of namesakes, those who are here."""
        if "@" in words:
            found = self._addresses.get(words.lower())
            return [found] if found else []
        rows = {row.id: row for row in self._names.get(sorted_by(words), [])}
        here = [number for number, row in rows.items() if row.disabled_at is None]
        return here or list(rows)


@cache
def _languages() -> dict[str, str]:
    return {slug(said): code for code, (name, _) in LANGUAGES.items() for said in (code, name)}
