"""Calendars that come in without their pages, and when what is here takes place."""

from app.core.db import db, writing
from app.events import from_files, importer
from app.events.models import Occurrence
from app.people.models import Person
from tests.events.ical.calendars import within


def moments():
    """When all that is here begins and ends, without what is off."""
    dates = db.session.query(Occurrence).all()
    return within((one.starts_at, one.ends_at) for one in dates if not one.is_off)


def come_in(data, by):
    """Without its pages: what was understood, through the verbs."""
    parts = [one for one in from_files.parts(data, by, seconds=10) if one.kept is not None]
    ready = [from_files.prepare(one.kept) for one in parts]
    number = by.id
    with writing():
        return importer.bring_in(ready, db.session.get_one(Person, number))
