"""Putting tags on things, and taking them off."""

from collections.abc import Iterable

from sqlalchemy import DateTime, bindparam, text

from app.catalogue import queries
from app.catalogue.models import LONGEST, Tagging
from app.core import clock
from app.core.db import Entity, db
from app.core.fields import line, slug
from app.facts import subjects

# Two people may think of the same new word in the same moment.
COIN = text(
    "INSERT INTO tags (name, slug, created_at) VALUES (:name, :slug, :created_at)"
    " ON CONFLICT (slug) DO NOTHING"
).bindparams(bindparam("created_at", type_=DateTime))


def tag(thing: Entity, names: Iterable[str]) -> None:
    """Let a thing carry exactly these tags; a new word becomes a new tag. In `writing()`."""
    db.session.flush()  # the thing needs its number
    kind = subjects.of(thing).kind
    wanted = {slug(name): line(name)[:LONGEST] for name in names if slug(name)}
    known = {tag.slug: tag.id for tag in db.session.scalars(queries.tags_named(wanted))}
    for word in sorted(set(wanted) - set(known)):  # in one order, or two writers wait in a ring
        db.session.execute(COIN, {"name": wanted[word], "slug": word, "created_at": clock.now()})
    chosen = {tag.id for tag in db.session.scalars(queries.tags_named(wanted))}

    carried = {row.tag_id: row for row in db.session.scalars(queries.carried_by(kind, thing.id))}
    for number, row in carried.items():
        if number not in chosen:
            db.session.delete(row)
    for number in chosen - set(carried):
        db.session.add(Tagging(tag_id=number, subject_kind=kind, subject_id=thing.id))
