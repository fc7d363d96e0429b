"""A table of what was done, held against what is here.

A row is known by all it says but its tags and its language: by the digest of that, which stays
with what came from it however it is changed here, or by what something here says today. So the
same file twice adds nothing, and neither does a table that went out of this house.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Row

from app.catalogue.categories import CATEGORIES
from app.core.fields import folded, line
from app.core.i18n import N_, gettext
from app.core.i18n import date as told
from app.core.remarks import Remark, Unreadable, remark
from app.imports.cells import Named, broken
from app.imports.mapping import Said, Setup
from app.imports.models import Line, Outcome
from app.imports.tables import Verdict
from app.initiatives import policy
from app.initiatives.columns import ADD, MINE, REFUSE
from app.initiatives.deeds import Deed, understood_all
from app.initiatives.queries import files
from app.people import queries as people
from app.people.models import Person, Reader
from app.people.unit_paths import NO_UNIT, UnitPaths

TWICE = N_("The same stands in line %(first)s.")
ALIKE = N_("One of that title, day, owner and unit is here, and stays as it is.")
NOBODY = N_("Nobody here is %(owner)s.")
SEVERAL = N_("Several people are called %(owner)s: write their email.")
YOURS = N_("It names %(owner)s as its owner: it becomes yours.")
NO_UNIT_KEPT = N_("There is no unit called %(unit)s: it comes in without one.")


@dataclass
class Standing:
    """What would become of what a row says, whose it is and where."""

    deed: Deed
    outcome: Outcome
    owner: int = 0
    unit: int | None = None
    digest: str = ""
    remarks: Sequence[Remark] = ()


class _Whose(NamedTuple):
    number: int  # who looks after it here
    named: int | str  # whom the row names: somebody here, or words
    remarks: list[Remark]


class Harvest:
    """Looks at a whole table once, chunk by chunk."""

    def __init__(self, setup: Setup, by: Person | Reader, *, import_id: int = 0) -> None:
        self._setup, self._by, self._import = setup, by, import_id
        self._open, self._ever = UnitPaths(people.units()), UnitPaths(files.units())
        self._lines: dict[str, int] = {}

    def judge(self, said: Sequence[Said]) -> list[Verdict]:
        deeds, refused = understood_all(said, self._setup)
        standings = {one.deed.line: one for one in self.compare(deeds)}
        return [
            _refused(one, refused[one.line])
            if one.line in refused
            else _verdict(standings[one.line])
            for one in said
        ]

    def rest(self) -> list[Line]:
        """What is here and in no table stays."""
        return []

    def compare(self, deeds: Sequence[Deed]) -> list[Standing]:
        """How each stands to what is here now."""
        self._named = Named(map(_named, deeds))
        standings = [self._stand(deed) for deed in deeds]
        open_ = [one for one in standings if one.outcome is Outcome.BROUGHT_IN]
        here = _Here(open_, self._import)
        for one in open_:
            first = self._lines.setdefault(one.digest, one.deed.line)
            if here.knows(one.digest):
                one.outcome, one.remarks = Outcome.KNOWN, ()
            elif first != one.deed.line:
                one.outcome, one.remarks = Outcome.LEFT_OUT, [remark(TWICE, first=first)]
            elif self._setup.choices.get("alike") != ADD and here.has_like(one):
                one.outcome, one.remarks = Outcome.LEFT_OUT, [remark(ALIKE)]
        return standings

    def _stand(self, deed: Deed) -> Standing:
        try:
            unit, lost = self._unit(deed)
            whose = self._whose(deed)
        except Unreadable as why:
            return Standing(deed, Outcome.REFUSED, remarks=[why.reason])
        where = unit if unit or not deed.unit else folded(deed.unit)
        return Standing(
            deed,
            Outcome.BROUGHT_IN,
            owner=whose.number,
            unit=unit,
            digest=digest(deed, unit=where, owner=whose.named),
            remarks=[*whose.remarks, *lost],
        )

    def _unit(self, deed: Deed) -> tuple[int | None, list[Remark]]:
        """An open unit, else one that was: what is told may be of long ago."""
        if not deed.path:
            return None, []
        found = self._open.unit(deed.path, deed.unit)
        if found is None:
            found = self._ever.unit(deed.path, deed.unit)
        if isinstance(found, Remark):
            raise Unreadable(found)
        if found is None and self._setup.choices.get("units", REFUSE) == REFUSE:
            raise Unreadable(remark(NO_UNIT, unit=deed.unit))
        return found, [] if found else [remark(NO_UNIT_KEPT, unit=deed.unit)]

    def _whose(self, deed: Deed) -> _Whose:
        """Governance brings in what anybody looks after; all others what is their own."""
        words, mine = _named(deed), self._by.id
        if not words:
            return _Whose(mine, mine, [])
        numbers = self._named.numbers(words)
        if not policy.bring_in_for_others(self._by):
            if mine in numbers:
                return _Whose(mine, mine, [])
            named = numbers[0] if len(numbers) == 1 else folded(words)
            return _Whose(mine, named, [remark(YOURS, owner=words)])
        if len(numbers) > 1:
            raise Unreadable(remark(SEVERAL, owner=words))
        if numbers:
            return _Whose(numbers[0], numbers[0], [])
        if self._setup.choices.get("owners") != MINE:
            raise Unreadable(remark(NOBODY, owner=words))
        return _Whose(mine, folded(words), [remark(YOURS, owner=words)])


class _Here:
    """What is in the house of what some rows say."""

    def __init__(self, standings: Sequence[Standing], import_id: int) -> None:
        self._digests = files.from_rows({one.digest for one in standings})
        self._alike: set[tuple[Any, ...]] = set()
        if not standings:
            return
        days = [one.deed.starts_on for one in standings]
        wanted = {one.deed.title for one in standings}
        for row in files.called(wanted, min(days), max(days), import_id=import_id):
            self._digests.add(digest(row, unit=row.unit_id, owner=row.owner_id))
            if not row.is_new:
                self._alike.add((row.title, row.starts_on, row.owner_id, row.unit_id))

    def knows(self, told: str) -> bool:
        return told in self._digests

    def has_like(self, one: Standing) -> bool:
        return (one.deed.title, one.deed.starts_on, one.owner, one.unit) in self._alike


def digest(thing: Deed | Row, *, unit: int | str | None, owner: int | str) -> str:
    """Of what a row says, or an initiative that stands here."""
    said = [
        thing.title,
        str(thing.category),
        *(_written(thing.starts_on), _written(thing.ends_on)),
        *(thing.hours, thing.reached),
        *(broken(thing.result), broken(thing.text)),
        *(unit, owner),
    ]
    return sha256(json.dumps(said).encode()).hexdigest()


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""


def _named(deed: Deed) -> str:
    return deed.email or deed.owner


def _refused(said: Said, reason: Remark) -> Verdict:
    shown = {name: line(cell) for name, cell in said.cells.items()}
    return Verdict(
        line=said.line,
        outcome=Outcome.REFUSED,
        title=shown.get("title", ""),
        shown=shown,
        remarks=[reason],
    )


def _verdict(standing: Standing) -> Verdict:
    deed = standing.deed
    shown = {
        "title": deed.title,
        "category": gettext(CATEGORIES[deed.category]),
        "starts_on": told(deed.starts_on),
        "ends_on": told(deed.ends_on) if deed.ends_on else "",
        "hours": "" if deed.hours is None else str(deed.hours),
        "reached": "" if deed.reached is None else str(deed.reached),
        "result": deed.result,
        "unit": " > ".join(deed.path),
        "owner": deed.owner,
        "email": deed.email,
        "tags": ", ".join(deed.tags),
        "language": deed.language,
        "text": deed.text,
    }
    return Verdict(
        line=deed.line,
        outcome=standing.outcome,
        title=deed.title,
        shown=shown,
        remarks=standing.remarks,
    )
