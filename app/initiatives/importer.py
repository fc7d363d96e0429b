"""Initiatives brought in from a table, and taken back: hundreds at a time, and one fact when it is
done. Nobody is told of each; all of them are found, and count, from the moment they are here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.attachments import using
from app.catalogue.tagging import tag_new, untag
from app.core import textindex
from app.core.db import load
from app.core.forms import REASONS
from app.core.i18n import LANGUAGES, N_
from app.core.markdown import Refused as NotRendered
from app.core.markdown import Rendered, pictures, render
from app.core.remarks import Remark, remark
from app.facts import record
from app.facts.initiatives import InitiativesImported, InitiativesImportTakenBack
from app.imports.mapping import Said, Setup
from app.imports.models import Import, Line, Note, Outcome
from app.imports.queries import tally
from app.initiatives.deeds import Deed, understood_all
from app.initiatives.harvest import Harvest, Standing
from app.initiatives.models import Initiative
from app.initiatives.queries import files
from app.people import queries as people
from app.people.models import Person, Reader

WORKED_ON = N_("Somebody has worked on it since, and it stays.")


@dataclass(frozen=True)
class Ready:
    """A row before anything is written: understood and rendered, or refused."""

    line: int
    deed: Deed | None = None
    rendered: Rendered | None = None  # not where it is here already
    reason: Remark | None = None


def ready(setup: Setup, said: Sequence[Said], by: Person | Reader) -> list[Ready]:
    """What is slow about some rows: their texts are rendered, of those that would come in."""
    deeds, refused = understood_all(said, setup)
    rows = [Ready(number, reason=why) for number, why in refused.items()]
    for standing in Harvest(setup, by).compare(deeds):
        deed, new = standing.deed, standing.outcome is Outcome.BROUGHT_IN
        try:
            rows.append(Ready(deed.line, deed, _rendered(deed) if new else None))
        except NotRendered as why:
            rows.append(Ready(deed.line, reason=remark(REASONS[why.reason])))
    return rows


def bring_in(import_: Import, setup: Setup, rows: Sequence[Ready], by: Person) -> list[Line]:
    """What some rows say was done, in `writing()`. One table of somebody's at a time, so that two
    windows bring nothing in twice.
    """
    load(people.visible_to(by), by.id)
    harvest = Harvest(setup, by, import_id=import_.id)
    standings = harvest.compare([one.deed for one in rows if one.deed is not None])
    rendered = {one.line: one.rendered for one in rows}
    made = {
        one.deed.line: _made(one, rendered[one.deed.line] or _rendered(one.deed), by)
        for one in standings
        if one.outcome is Outcome.BROUGHT_IN
    }
    files.flush()
    textindex.put_many([one.as_found for one in made.values()], are_new=True)
    _furnish([(made[one.deed.line], one.deed) for one in standings if one.deed.line in made], by)
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
    gone = []
    for initiative in files.numbered(made):
        note = made[initiative.id]
        if initiative.version != note.thing_version or initiative.id in touched:
            note.remarks = [list(remark(WORKED_ON))]
            continue
        gone.append(initiative)
        note.outcome = Outcome.TAKEN_BACK
        if pictures(initiative.html):
            using.show(initiative, "", by=by)
    numbers = [one.id for one in gone]
    textindex.remove_many("initiative", numbers)
    untag("initiative", numbers)
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


def _rendered(deed: Deed) -> Rendered:
    return render(deed.text) if deed.text else Rendered("", "", 0)


def _furnish(made: Sequence[tuple[Initiative, Deed]], by: Person) -> None:
    tag_new((initiative, deed.tags) for initiative, deed in made)
    for initiative, _ in made:
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
