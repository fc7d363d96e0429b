"""Waves of the survey, through the verbs."""

from datetime import timedelta

from app.core import clock, outbox
from app.core.db import db, writing
from app.core.markdown import render
from app.people.models import Person
from app.survey import casting, drafting, opening, queries, sealing, stopping
from app.survey.models import Wave
from app.survey.sealing import Answered
from tests.factories.people import make_person

TYPICAL = {f"q{n}": 4 for n in range(1, 11)} | {"q12": 9}


def draft_wave(name="Autumn", **given):
    """A wave that lacks nothing but being opened; `given` overrides its columns."""
    today = clock.now().date()
    ready = {
        "asker": "People and culture",
        "contact": "personas@wowista.test",
        "closes_on": today + timedelta(days=14),
        "informed_on": today,
        "informed_how": "Meeting with the works council.",
        "assessment": "EIPD-2026-11",
    }
    with writing():
        wave = drafting.draft(name)
        for column, value in (ready | given).items():
            setattr(wave, column, value)
    return wave


def open_wave(by=None, **given):
    """One that takes answers, of everybody who is there; `given` as for a draft. There is never
    more than one: what was open takes no more.
    """
    number = draft_wave(**given).id
    who = (by or make_person("Miren", "hr")).id
    with writing():
        if before := queries.open_wave():
            before.stop(by=None)
        opening.open(db.session.get_one(Wave, number), by=db.session.get_one(Person, who))
    return db.session.get_one(Wave, number)


def answer(wave, person, answers=None, remark="", code=""):
    """Through the verb; the deletion code."""
    number, who, code = wave.id, person.id, code or sealing.new_code()
    group = queries.invitation_of(number, who).group_id
    db.session.rollback()
    with writing(shown=False):
        casting.cast(number, Answered(group, answers or TYPICAL, remark), by=who, code=code)
    return code


def close_wave(wave):
    """Stopped, and counted by the worker; the wave as it is then."""
    number = wave.id
    db.session.rollback()
    with writing():
        stopping.stop(db.session.get_one(Wave, number), by=None)
    outbox.drain()
    db.session.rollback()
    return db.session.get_one(Wave, number)


def count_wave(wave, answered=0):
    """Closed as if so many had answered; nothing is opened or written anew."""
    with writing():
        held = db.session.get_one(Wave, wave.id)
        held.stop(by=None)
        held.close(answered=answered, unread=0)
    return wave


def publish_wave(wave, summary="We **listen** better than we explain.", answered=20, by=None):
    """From open to published, with these words."""
    count_wave(wave, answered)
    who, rendered = (by or make_person("Miren", "hr")).id, render(summary)
    with writing():
        held = db.session.get_one(Wave, wave.id)
        held.publish(summary, rendered, by=db.session.get_one(Person, who))
    return wave
