"""Bringing events in from calendar files, and taking them back. Nobody is told of what comes in:
an import is one fact. Whoever has a seat hears of a date that a newer file moves.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from flask import current_app

from app.catalogue.categories import CATEGORIES, Category
from app.catalogue.tagging import tag
from app.core import clock
from app.core.db import db
from app.core.fields import slug
from app.core.i18n import LANGUAGES, N_, gettext
from app.core.remarks import remark
from app.events import policy, queries, recurring, scheduling
from app.events.from_files import Ready
from app.events.ical.found import Found
from app.events.models import Event, Occurrence, Organiser, When
from app.facts import record
from app.facts.events import (
    EventsImported,
    EventsImportTakenBack,
    OccurrenceCancelled,
    OccurrenceMoved,
)
from app.imports.models import Import, Note, Outcome, Result
from app.people.models import Person

EDITED_HERE = N_("This event was edited here since, and was left as it is.")
BORN_HERE = N_("It was announced here, and was left as it is.")
THEIRS = N_("It is here already. Whoever organises it here can bring it up to date.")
PART_HERE = N_("The file has only some of its dates: what is here was left as it is.")
NO_DATES = N_("There is no date left on which it takes place.")
OFF_THERE = N_("It was cancelled in the calendar it comes from.")


def bring_in(ready: Sequence[Ready], by: Person) -> list[Result]:
    """Events that were prepared, in `writing()`: new ones, changed ones, known ones."""
    known = {one.uid: one for one in queries.brought_in(one.found.uid for one in ready)}
    return [_bring_in(one, known, by) for one in ready]


def _bring_in(one: Ready, known: dict[str, Event], by: Person) -> Result:
    found, event = one.found, known.get(one.found.uid)
    if one.rendered is None:
        return Result(outcome=Outcome.REFUSED, remarks=one.remarks)
    if event and (settled := _settled(event, found, by)):
        return settled
    if not _has_dates(found):
        return Result(outcome=Outcome.REFUSED, remarks=[remark(NO_DATES)])
    is_new = event is None
    if event is None:
        event = Event.draft(by=by, uid=found.uid, category=_category(found))
        _organise(event, one.organiser)
    dates = {one.id: _stands(one) for one in event.occurrences}
    stood, told = (event.when, event.rule, event.place, event.call_url), _is_told(event)
    _write(event, one, by)
    if not is_new:
        _call_off(event, found, by, told=told)
        if told and stood != (event.when, event.rule, event.place, event.call_url):
            event.tell_of_move(by=by)
        else:
            _tell_of_dates(event, dates, by)
    elif found.is_cancelled:
        event.cancelled_at, event.reason = clock.now(), gettext(OFF_THERE)
    event.be_found()
    db.session.flush()
    known[event.uid] = event
    if not is_new:
        return Result(outcome=Outcome.CHANGED, remarks=one.remarks)
    outcome = Outcome.REMARK if one.remarks else Outcome.BROUGHT_IN
    return Result(
        outcome=outcome, remarks=one.remarks, thing_id=event.id, thing_version=event.version
    )


def finish(import_: Import, events: int, by: Person) -> None:
    record(EventsImported(actor=by, source=import_, events=events))


def take_back(import_: Import, notes: Iterable[Note], by: Person) -> list[Note]:
    """Take out what it brought in and nobody has edited, joined or talked about since."""
    made = {note.thing_id: note for note in notes}
    numbers = [number for number in made if number is not None]
    touched = queries.joined(numbers) | queries.talked_about(numbers)
    gone = [
        event
        for event in queries.numbered(numbers)
        if event.version == made[event.id].thing_version and event.id not in touched
    ]
    back = [made[event.id] for event in gone]
    for event in gone:
        tag(event, [])
        event.take_back()
    record(EventsImportTakenBack(actor=by, source=import_, events=len(back)))
    return back


def _settled(event: Event, found: Found, by: Person) -> Result | None:
    """What there is to say of one whose event is to be left as it is."""
    if found.digest == event.digest:
        return Result(outcome=Outcome.KNOWN)
    if not event.came_in:
        return Result(outcome=Outcome.KNOWN, remarks=[remark(BORN_HERE)])
    if not policy.organise(by, event):
        return Result(outcome=Outcome.REMARK, remarks=[remark(THEIRS)])
    if event.edited_at:
        return Result(outcome=Outcome.REMARK, remarks=[remark(EDITED_HERE)])
    if found.is_part:
        return Result(outcome=Outcome.REMARK, remarks=[remark(PART_HERE)])
    return None


def _has_dates(found: Found) -> bool:
    """It had, when it was looked at: that may be days ago."""
    try:
        return bool(
            recurring.dates(
                found.rule, found.starts, found.zone, more=found.more, but=found.skipped
            )
        )
    except recurring.Unruly:
        return False


def _write(event: Event, one: Ready, by: Person) -> None:
    found = one.found
    assert one.rendered
    event.say(found.title, found.text, one.rendered, language=_language(by))
    event.stand_at(found.when, rule=found.rule)
    event.more_dates = [wall.isoformat() for wall in found.more]
    event.skipped = [wall.isoformat() for wall in found.skipped]
    event.place, event.call_url = found.place, found.call_url
    event.come_in(found.digest, found.sequence)
    _forget_changes(event)
    db.session.flush()
    scheduling.lay_out(event)
    _change(event, found)
    tag(event, found.categories)


def _stands(one: Occurrence) -> tuple[Any, ...]:
    return (one.when, one.place, one.call_url, one.cancelled_at is not None)


def _tell_of_dates(event: Event, stood: dict[int, tuple[Any, ...]], by: Person) -> None:
    """Whoever has a seat hears of a date of a series that is moved or off."""
    for one in event.occurrences if event.is_series else ():
        before = stood.get(one.id)
        if before is None or before == _stands(one) or not _is_told_of(one) or one.has_begun:
            continue
        one.reminded_at = None
        if one.cancelled_at and not before[-1]:
            record(OccurrenceCancelled(actor=by, occurrence=one, reason=one.reason))
        else:
            record(OccurrenceMoved(actor=by, occurrence=one))


def _forget_changes(event: Event) -> None:
    """What was otherwise than its series may not be so any more."""
    for one in event.occurrences:
        if not one.has_begun:
            one.is_exception, one.cancelled_at = False, None


def _change(event: Event, found: Found) -> None:
    dates = {one.original: one for one in event.occurrences}
    for change in found.changes:
        one = dates.get(change.original)
        if one is None:
            continue
        when = When(change.starts, change.ends, event.zone, event.is_all_day)
        own = (when, change.title, change.place, change.call_url)
        if own != (one.when, one.title, one.place, one.call_url):
            one.stand_at(when)
            one.title, one.place, one.call_url = own[1:]
            one.is_exception = True
        if change.is_cancelled:
            one.cancelled_at = one.cancelled_at or clock.now()
            one.reason = gettext(OFF_THERE)


def _call_off(event: Event, found: Found, by: Person, *, told: bool) -> None:
    """It is off, or on again, as the calendar it comes from has it."""
    if found.is_cancelled == event.is_cancelled:
        return
    edited = event.edited_at
    if found.is_cancelled and told:
        event.cancel(gettext(OFF_THERE), by=by)
    elif told:
        event.restore(by=by)
    else:
        event.cancelled_at = clock.now() if found.is_cancelled else None
        event.reason = gettext(OFF_THERE) if found.is_cancelled else ""
    event.edited_at = edited  # it was not here that somebody changed it


def _is_told(event: Event) -> bool:
    """Whether anybody has to hear of what changes."""
    return any(_is_told_of(one) for one in event.occurrences)


def _is_told_of(one: Occurrence) -> bool:
    return bool(one.taken or one.waiting or one.maybe or one.asking)


def _organise(event: Event, organiser: int | None) -> None:
    """Whoever organises it elsewhere does so here; whoever brought it in looks after it, too."""
    if organiser is not None and organiser != event.author_id:
        event.organisers.append(Organiser(person_id=organiser, position=1))


def _category(found: Found) -> Category:
    """One of ours, if it is called so there in any of our words."""
    said = {slug(one) for one in found.categories}
    names = (
        (one, {one.value, slug(words), slug(gettext(words))}) for one, words in CATEGORIES.items()
    )
    return next((one for one, called in names if called & said), Category.AWARENESS)


def _language(by: Person) -> str:
    default: str = current_app.config["BABEL_DEFAULT_LOCALE"]
    return by.language if by.language in LANGUAGES else default
