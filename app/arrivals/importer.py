"""People brought in from a table, closed because they are not in it, and all of it taken back.

Thousands at a time: no entity and no fact for each, but one fact with the numbers, when it is
done. A line in the stream for each of 100,000 people would bury everything else there.
"""

from collections.abc import Sequence

from sqlalchemy import Table, bindparam, delete, insert, update

from app.arrivals import queries
from app.arrivals.columns import CREATE, YES
from app.arrivals.roster import Roster, Standing
from app.core import clock, outbox
from app.core.db import db
from app.core.i18n import N_
from app.core.remarks import Remark, remark
from app.facts import record
from app.facts.people import PeopleImported, PeopleImportTakenBack
from app.imports.mapping import Said, Setup
from app.imports.models import Import, Line, Note, Outcome, Result
from app.imports.queries import tally
from app.people.models import Link, NameWord, Person, SignIn
from app.people.models.name_word import rows_of
from app.people.models.person import sorted_by

MANY = 0.05  # of all accounts: to close more is asked about twice
PEOPLE: Table = Person.__table__  # type: ignore[assignment]
COLUMNS = ("email", "name", "employee_number", "unit_id", "location_id", "job")

CLOSE_MANY = N_(
    "%(gone)s of %(active)s accounts would be closed. That is many: look at the list below first."
)
HAS_COME = N_("They have signed in since, and stay.")
IS_NAMED = N_("Something in the house names them: their account is closed and not removed.")
CHANGED_SINCE = N_("Somebody has changed it since, and it stays.")


def bring_in(import_: Import, setup: Setup, said: Sequence[Said], by: Person) -> list[Line]:
    """People from some rows, in `writing()`: new ones, changed ones, known ones."""
    roster = Roster(setup, by)
    entries, refused = roster.read(said)
    if setup.choices.get("units") == CREATE:
        roster.places.make_units([entry.path for entry in entries if entry.path], by)
    if setup.choices.get("locations") == CREATE:
        roster.places.make_locations([entry.location for entry in entries if entry.location], by)
    standings = roster.compare(entries)
    _join([one for one in standings if one.outcome is Outcome.BROUGHT_IN])
    _change([one for one in standings if one.outcome is Outcome.CHANGED])
    numbers = _numbers(standings)
    _name(
        [
            (numbers[one.entry.email], one.entry.name)
            for one in standings
            if one.entry.email in numbers
        ]
    )
    if setup.choices.get("invite") == YES:
        outbox.put_many(
            "people.invite", [_invitation(number, by.id) for number in numbers.values()]
        )
    lines = [_line(one, numbers) for one in standings]
    lines += [
        Line(place=str(line), outcome=Outcome.REFUSED, remarks=[why])
        for line, why in refused.items()
    ]
    return lines


def _invitation(number: int, by: int = 0) -> tuple[str, dict[str, int]]:
    return f"invite:{number}", {"person": number, "by": by}


def close(notes: Sequence[Note], by: Person) -> None:
    """Whoever was not in the table; never the last administrator, and never whoever asks."""
    admins = queries.admins()
    people = {person.id: person for person in queries.people(_things(notes))}
    for note in notes:
        person = people.get(note.thing_id or 0)
        if person is None or not person.is_active or person.id == by.id or admins == {person.id}:
            note.become(Result(outcome=Outcome.LEFT_OUT, thing_id=note.thing_id))
            continue
        person.disable(by=by)
        admins.discard(person.id)
        note.become(
            Result(outcome=Outcome.CLOSED, thing_id=person.id, thing_version=person.version)
        )


def take_back(import_: Import, notes: Sequence[Note], by: Person) -> None:
    """Remove whoever came and never signed in, give the others their values back, open accounts."""
    _remove([note for note in notes if note.outcome is Outcome.BROUGHT_IN], by)
    _restore([note for note in notes if note.outcome is Outcome.CHANGED])
    closed = [note for note in notes if note.outcome is Outcome.CLOSED]
    people = {person.id: person for person in queries.people(_things(closed))}
    for note in closed:
        if person := people.get(note.thing_id or 0):
            person.enable(by=by)
        note.outcome = Outcome.TAKEN_BACK


def finish(import_: Import, by: Person) -> None:
    """One fact with the numbers."""
    said = tally(import_.id)
    if import_.is_taken_back:
        record(
            PeopleImportTakenBack(actor=by, source=import_, people=said.get(Outcome.TAKEN_BACK, 0))
        )
        return
    record(
        PeopleImported(
            actor=by,
            source=import_,
            joined=said.get(Outcome.BROUGHT_IN, 0),
            changed=said.get(Outcome.CHANGED, 0),
            closed=said.get(Outcome.CLOSED, 0),
        )
    )


def consent(import_: Import) -> Remark | None:
    """A second question where many accounts would be closed."""
    gone = Setup.of(import_.setup).counts.get(Outcome.GONE.value, 0)
    if not gone:
        return None
    active = queries.active_count()
    return remark(CLOSE_MANY, gone=gone, active=active) if gone > active * MANY else None


def _join(standings: Sequence[Standing]) -> None:
    rows = [
        {
            "email": one.entry.email,
            "name": one.entry.name,
            "sort_name": sorted_by(one.entry.name),
            "employee_number": one.entry.number or None,
            "unit_id": one.places.get("unit_id"),
            "location_id": one.places.get("location_id"),
            "job": one.entry.job,
            "language": one.entry.language or "es",
        }
        for one in standings
    ]
    if rows:
        db.session.execute(insert(Person), rows)


def _change(standings: Sequence[Standing]) -> None:
    """A changed address ends the sessions: it is what one signs in with."""
    rows = []
    for one in standings:
        assert one.row is not None
        now = {name: one.changes.get(name, getattr(one.row, name)) for name in COLUMNS}
        rows.append({"number": one.row.id, **_bound(now)})
    _update(rows)
    _sign_out([one.row.id for one in standings if one.row and "email" in one.changes])


def _name(names: Sequence[tuple[int, str]]) -> None:
    """By what words of their names they are found from now on."""
    numbers = [number for number, _ in names]
    db.session.execute(delete(NameWord).where(NameWord.person_id.in_(numbers)))
    if rows := rows_of(names):
        db.session.execute(insert(NameWord), rows)


def _sign_out(numbers: Sequence[int]) -> None:
    """Neither an open session nor a letter under way to an old address goes on."""
    if numbers:
        db.session.execute(delete(SignIn).where(SignIn.person_id.in_(numbers)))
        alive = Link.person_id.in_(numbers) & Link.used_at.is_(None) & Link.ended_at.is_(None)
        db.session.execute(update(Link).where(alive).values(ended_at=clock.now()))


def _update(rows: Sequence[dict]) -> None:
    if not rows:
        return
    db.session.flush()
    db.session.connection().execute(
        update(PEOPLE)
        .where(PEOPLE.c.id == bindparam("number"))
        .values(
            {name: bindparam(f"new_{name}") for name in (*COLUMNS, "sort_name")}
            | {"version": PEOPLE.c.version + 1}
        ),
        rows,
    )
    _name([(row["number"], row["new_name"]) for row in rows])
    db.session.expire_all()


def _bound(values: dict) -> dict:
    return {f"new_{name}": value for name, value in values.items()} | {
        "new_sort_name": sorted_by(values["name"])
    }


def _numbers(standings: Sequence[Standing]) -> dict[str, int]:
    """The people who have just come, by their addresses."""
    new = [one.entry.email for one in standings if one.outcome is Outcome.BROUGHT_IN]
    return {row.email: row.id for row in queries.standing(new, [])} if new else {}


def _line(one: Standing, numbers: dict[str, int]) -> Line:
    place = str(one.entry.line)
    if one.outcome is Outcome.BROUGHT_IN:
        return Line(
            place=place, outcome=one.outcome, thing_id=numbers[one.entry.email], thing_version=1
        )
    if one.outcome is Outcome.CHANGED and one.row is not None:
        before = {name: getattr(one.row, name) for name in one.changes}
        return Line(
            place=place,
            outcome=one.outcome,
            understood={"before": before, "after": one.changes},
            thing_id=one.row.id,
            thing_version=one.row.version + 1,
        )
    return Line(place=place, outcome=one.outcome, remarks=one.remarks)


def _remove(notes: Sequence[Note], by: Person) -> None:
    numbers = _things(notes)
    if not numbers:
        return
    have_come = queries.signed_in(numbers)
    have_come |= {row.id for row in queries.rows_of(numbers) if row.has_password}
    named = queries.busy(numbers) - have_come
    gone = [number for number in numbers if number not in have_come | named]
    if gone:
        for number in gone:
            outbox.cancel(_invitation(number)[0])
        db.session.flush()
        db.session.connection().execute(delete(PEOPLE).where(PEOPLE.c.id.in_(gone)))
    for person in queries.people(named):
        person.disable(by=by)
    for note in notes:
        if note.thing_id in have_come:
            note.remarks = [list(remark(HAS_COME))]
            continue
        note.outcome = Outcome.TAKEN_BACK
        if note.thing_id in named:
            note.remarks = [list(remark(IS_NAMED))]


def _restore(notes: Sequence[Note]) -> None:
    """What still is as the import left it becomes what it was."""
    rows = {row.id: row for row in queries.rows_of(_things(notes))}
    wanted = [note.understood["before"].get("email") for note in notes]
    taken = queries.taken(email for email in wanted if email)
    back = []
    for note in notes:
        row, before, after = rows.get(note.thing_id or 0), *note.understood.values()
        still = {
            name: value
            for name, value in before.items()
            if row is not None and getattr(row, name) == after[name]
            if not (name == "email" and value in taken)
        }
        if len(still) < len(before):
            note.remarks = [list(remark(CHANGED_SINCE))]
        if still:
            note.outcome = Outcome.TAKEN_BACK
            now = {name: still.get(name, getattr(row, name)) for name in COLUMNS}
            back.append({"number": note.thing_id, **_bound(now)})
    _update(back)
    _sign_out([row["number"] for row in back if row["new_email"] != rows[row["number"]].email])


def _things(notes: Sequence[Note]) -> list[int]:
    return [note.thing_id for note in notes if note.thing_id is not None]
