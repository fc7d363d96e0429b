"""Initiatives brought in from a table, and taken back: hundreds at a time, and one fact when it is
done. Nobody is told of each; all of them are found, and count, from the moment they are here.
"""

from collections.abc import Sequence

from app.attachments import using
from app.catalogue.tagging import tag
from app.core import textindex
from app.core.db import load
from app.core.i18n import LANGUAGES, N_
from app.core.markdown import Rendered, pictures
from app.core.remarks import remark
from app.facts import record
from app.facts.initiatives import InitiativesImported, InitiativesImportTakenBack
from app.imports.mapping import Setup
from app.imports.models import Import, Line, Note, Outcome
from app.imports.queries import tally
from app.initiatives.deeds import Ready
from app.initiatives.harvest import Harvest, Standing
from app.initiatives.models import Initiative
from app.initiatives.queries import files
from app.people import queries as people
from app.people.models import Person

WORKED_ON = N_("Somebody has worked on it since, and it stays.")


def bring_in(import_: Import, setup: Setup, rows: Sequence[Ready], by: Person) -> list[Line]:
    """What some rows say was done, in `writing()`. One table of somebody's at a time, so that two
    windows bring nothing in twice.
    """
    load(people.visible_to(by), by.id)
    harvest = Harvest(setup, by, import_id=import_.id)
    standings = harvest.compare([one.deed for one in rows if one.deed is not None])
    rendered = {one.line: one.rendered for one in rows}
    made = {
        one.deed.line: _made(one, rendered[one.deed.line], by)
        for one in standings
        if one.outcome is Outcome.BROUGHT_IN
    }
    files.flush()
    textindex.put_many([one.as_found for one in made.values()], are_new=True)
    for standing in standings:
        if initiative := made.get(standing.deed.line):
            _furnish(initiative, standing, by)
    lines = [_line(one, made.get(one.deed.line)) for one in standings]
    lines += [
        Line(place=str(one.line), outcome=Outcome.REFUSED, remarks=[one.reason])
        for one in rows
        if one.reason is not None
    ]
    return lines


def take_back(import_: Import, notes: Sequence[Note], by: Person) -> None:
    """Take out what nobody has worked on since."""
    made = {note.thing_id: note for note in notes if note.thing_id is not None}
    touched = files.worked_on(made)
    tagged = files.tagged(made)
    gone = []
    for initiative in files.numbered(made):
        note = made[initiative.id]
        if initiative.version != note.thing_version or initiative.id in touched:
            note.remarks = [list(remark(WORKED_ON))]
            continue
        gone.append(initiative)
        note.outcome = Outcome.TAKEN_BACK
        if initiative.id in tagged:
            tag(initiative, [])
        if pictures(initiative.html):
            using.show(initiative, "", by=by)
    textindex.remove_many("initiative", [one.id for one in gone])
    for initiative in gone:
        initiative.take_back()


def finish(import_: Import, by: Person) -> None:
    """One fact with the number."""
    said = tally(import_.id)
    if import_.is_taken_back:
        number = said.get(Outcome.TAKEN_BACK, 0)
        record(InitiativesImportTakenBack(actor=by, source=import_, initiatives=number))
        return
    number = said.get(Outcome.BROUGHT_IN, 0)
    record(InitiativesImported(actor=by, source=import_, initiatives=number))


def close(notes: Sequence[Note], by: Person) -> None:
    """What is here and in no table stays."""


def consent(import_: Import) -> None:
    """Nothing is closed: one yes is enough."""


def _made(standing: Standing, rendered: Rendered, by: Person) -> Initiative:
    """What a row says. Its number comes with the flush."""
    deed = standing.deed
    initiative = Initiative.draft(by=by, category=deed.category)
    initiative.owner_id, initiative.unit_id = standing.owner, standing.unit
    initiative.say(deed.title, deed.text, rendered, language=deed.language or _language(by))
    initiative.hours, initiative.reached = deed.hours, deed.reached
    initiative.result = deed.result
    initiative.last(deed.starts_on, deed.ends_on, by=by)
    initiative.come_in(standing.digest)
    return initiative


def _furnish(initiative: Initiative, standing: Standing, by: Person) -> None:
    if standing.deed.tags:
        tag(initiative, standing.deed.tags)
    if pictures(initiative.html):
        using.show(initiative, initiative.html, by=by, is_new=True)


def _language(by: Person) -> str:
    return by.language if by.language in LANGUAGES else "es"


def _line(standing: Standing, initiative: Initiative | None) -> Line:
    return Line(
        place=str(standing.deed.line),
        outcome=standing.outcome,
        title=standing.deed.title,
        remarks=standing.remarks,
        thing_id=initiative.id if initiative else None,
        thing_version=initiative.version if initiative else None,
    )
