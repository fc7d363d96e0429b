"""A table of people held against the people who are here.

Somebody is known by the employee number, if the table has one and the house knows it, else by
the email. An empty cell says nothing, so it changes nothing. The language is for people who come:
whoever is here has chosen theirs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row

from app.arrivals import queries
from app.arrivals.columns import CREATE, REFUSE, YES
from app.arrivals.entries import Entry, Refused, address, understood
from app.arrivals.places import NO_LOCATION, Places
from app.core.i18n import N_
from app.core.remarks import Remark, remark
from app.imports.mapping import Said, Setup
from app.imports.models import Line, Outcome
from app.imports.tables import Verdict
from app.people.models import Person, Reader
from app.people.unit_paths import NO_UNIT

SAME_EMAIL = N_("The same email stands in line %(first)s: which of the two is right?")
SAME_NUMBER = N_("The same employee number stands in line %(first)s: which of the two is right?")
TWO_PEOPLE = N_("The employee number is one person’s and the email another’s.")
OTHER_NUMBER = N_("Whoever has this email has another employee number.")
TRUSTED = N_("Somebody with a role keeps their email: change it by hand in the administration.")
CLOSED = N_("This account is closed. Open it in the administration, and bring them in again.")
TO_BE_MADE = -1  # a unit or a location that will be here by then


@dataclass
class Standing:
    """What would become of an entry, and of whom."""

    entry: Entry
    outcome: Outcome
    row: Row | None = None
    changes: dict[str, Any] = field(default_factory=dict)
    places: dict[str, int | None] = field(default_factory=dict)
    remarks: Sequence[Remark] = ()


class Roster:
    """Looks at a whole table once, chunk by chunk."""

    def __init__(self, setup: Setup, by: Person | Reader) -> None:
        self._setup, self._by = setup, by
        self.places = Places()
        self._emails: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._here: set[int] = set()

    def judge(self, said: Sequence[Said]) -> list[Verdict]:
        entries, refused = self.read(said)
        standings = {one.entry.line: one for one in self.compare(entries)}
        verdicts = []
        for one in said:
            if one.line in refused:
                verdicts.append(_refused(one, refused[one.line]))
            else:
                verdicts.append(_verdict(standings[one.line]))
        return verdicts

    def rest(self) -> list[Line]:
        """Whoever is active and nowhere in the table, the reader excepted, if that is asked."""
        if self._setup.choices.get("gone") != YES:
            return []
        return [
            Line(place="", outcome=Outcome.GONE, thing_id=row.id, thing_version=row.version)
            for row in queries.active()
            if row.id not in self._here
            and row.id != self._by.id
            and row.email not in self._emails
            and row.employee_number not in self._numbers
        ]

    def read(self, said: Sequence[Said]) -> tuple[list[Entry], dict[int, Remark]]:
        """The rows that can be understood, and why the others cannot, by their lines.

        Also a row that is refused tells that somebody is in the table.
        """
        entries, refused = [], dict[int, Remark]()
        for one in said:
            try:
                entry = understood(one)
            except Refused as why:
                refused[one.line] = why.reason
                self._emails.setdefault(address(one), one.line)
                self._numbers.setdefault(one.cells.get("number", "").strip(), one.line)
                continue
            if first := self._emails.get(entry.email):
                refused[one.line] = remark(SAME_EMAIL, first=first)
            elif entry.number and (first := self._numbers.get(entry.number)):
                refused[one.line] = remark(SAME_NUMBER, first=first)
            else:
                self._emails[entry.email] = one.line
                if entry.number:
                    self._numbers[entry.number] = one.line
                entries.append(entry)
        return entries, refused

    def compare(self, entries: Sequence[Entry]) -> list[Standing]:
        """How each entry stands to who is here now."""
        rows = queries.standing(
            [entry.email for entry in entries], [entry.number for entry in entries if entry.number]
        )
        by_email = {row.email: row for row in rows}
        by_number = {row.employee_number: row for row in rows if row.employee_number}
        standings = []
        for entry in entries:
            known, numbered = by_email.get(entry.email), by_number.get(entry.number)
            for row in (known, numbered):
                if row is not None:
                    self._here.add(row.id)
            standings.append(self._compare(entry, known, numbered))
        return standings

    def _compare(self, entry: Entry, known: Row | None, numbered: Row | None) -> Standing:
        try:
            places = self._places(entry)
            row = _who(entry, known, numbered)
        except Refused as why:
            return Standing(entry, Outcome.REFUSED, remarks=[why.reason])
        if row is None:
            return Standing(entry, Outcome.BROUGHT_IN, places=places)
        if row.disabled_at is not None:
            return Standing(entry, Outcome.LEFT_OUT, row, remarks=[remark(CLOSED)])
        said: dict[str, Any] = {"email": entry.email, "name": entry.name, **places}
        if entry.number:
            said["employee_number"] = entry.number
        if entry.job:
            said["job"] = entry.job
        changes = {name: value for name, value in said.items() if getattr(row, name) != value}
        if "email" in changes and row.roles:
            return Standing(entry, Outcome.REFUSED, row, remarks=[remark(TRUSTED)])
        outcome = Outcome.CHANGED if changes else Outcome.KNOWN
        return Standing(entry, outcome, row, changes, places)

    def _places(self, entry: Entry) -> dict[str, int | None]:
        """The unit and the location it names, or Refused; what is left out is not named."""
        found: dict[str, int | None] = {}
        if entry.path:
            unit = self.places.unit(entry.path, entry.unit)
            if isinstance(unit, Remark):
                raise Refused(unit)
            choice = self._setup.choices.get("units", REFUSE)
            if unit is None and choice == REFUSE:
                raise Refused(remark(NO_UNIT, unit=entry.unit))
            if unit is not None or choice == CREATE:
                found["unit_id"] = TO_BE_MADE if unit is None else unit
        if entry.location:
            location = self.places.location(entry.location)
            choice = self._setup.choices.get("locations", REFUSE)
            if location is None and (choice == REFUSE or self.places.is_closed(entry.location)):
                raise Refused(remark(NO_LOCATION, location=entry.location))
            if location is not None or choice == CREATE:
                found["location_id"] = TO_BE_MADE if location is None else location
        return found


def _who(entry: Entry, known: Row | None, numbered: Row | None) -> Row | None:
    """The one person an entry is about, nobody, or Refused."""
    if numbered is None:
        if known and entry.number and known.employee_number not in (None, entry.number):
            raise Refused(remark(OTHER_NUMBER))
        return known
    if known and known.id != numbered.id:
        raise Refused(remark(TWO_PEOPLE))
    return numbered


def _refused(said: Said, reason: Remark) -> Verdict:
    cells = said.cells
    parts = [cells.get(name, "") for name in ("name", "given", "surnames", "surname2")]
    name = " ".join(part for part in parts if part)
    shown = {"email": cells.get("email", ""), "name": name}
    return Verdict(line=said.line, outcome=Outcome.REFUSED, shown=shown, remarks=[reason])


def _verdict(standing: Standing) -> Verdict:
    entry = standing.entry
    shown = {
        "email": entry.email,
        "name": entry.name,
        "unit": " > ".join(entry.path),
        "location": entry.location,
        "job": entry.job,
        "language": entry.language,
        "number": entry.number,
    }
    return Verdict(line=entry.line, outcome=standing.outcome, shown=shown, remarks=standing.remarks)
