"""Writing the audit for a test, and tampering with it as its enemy would."""

from sqlalchemy import select, text

from app.audit import checking
from app.audit.models import Entry, Seal
from app.audit.sealing import seal
from app.core.db import db, writing
from app.people import queries as people
from app.people.models import Role
from tests import append_only


def write(person, times=1):
    """So many entries about somebody."""
    with writing():
        somebody = people.person(person.id)
        for _ in range(times):
            somebody.disable(by=None) if somebody.is_active else somebody.enable(by=None)


def grant(person, role="ambassador", *, by=None):
    with writing():
        people.person(person.id).grant(Role(role), by=by and people.person(by.id))


def written():
    db.session.rollback()
    return list(db.session.scalars(select(Entry).order_by(Entry.id)))


def seals():
    db.session.rollback()
    return list(db.session.scalars(select(Seal).order_by(Seal.id)))


def sealed(person, *batches):
    """One seal for each batch of so many entries."""
    for times in batches:
        write(person, times)
        seal()


def tamper(*statements):
    """What somebody does who has the whole database, but not the key of the house."""
    with writing(), append_only.opened():
        for statement in statements:
            db.session.execute(text(statement))


def findings(**given):
    report = checking.check(**given)
    db.session.rollback()
    return report.findings
