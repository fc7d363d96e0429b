"""Putting tags on things, and taking them off."""

from collections.abc import Iterable

from app.catalogue import queries
from app.catalogue.models import LONGEST, Tag, Tagging
from app.core.db import Entity, db
from app.core.fields import line, slug
from app.facts import subjects


def tag(thing: Entity, names: Iterable[str]) -> None:
    """Let a thing carry exactly these tags; a new word becomes a new tag. In `writing()`."""
    db.session.flush()  # the thing needs its number
    kind = subjects.of(thing).kind
    wanted = {slug(name): line(name)[:LONGEST] for name in names if slug(name)}
    known = {tag.slug: tag for tag in db.session.scalars(queries.tags_named(wanted))}
    for word, name in wanted.items():
        if word not in known:
            known[word] = Tag(name=name, slug=word)
            db.session.add(known[word])
    db.session.flush()

    carried = {row.tag_id: row for row in db.session.scalars(queries.carried_by(kind, thing.id))}
    chosen = {tag.id for tag in known.values()}
    for number, row in carried.items():
        if number not in chosen:
            db.session.delete(row)
    for number in chosen - set(carried):
        db.session.add(Tagging(tag_id=number, subject_kind=kind, subject_id=thing.id))
