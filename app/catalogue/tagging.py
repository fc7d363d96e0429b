"""Putting words on things, and taking them off."""

from collections.abc import Iterable

from sqlalchemy import DateTime, bindparam, delete, text

from app.catalogue import queries
from app.catalogue.models import LONGEST, Tag, Tagging, Term, TermTagging
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
    _carry(thing, Tag, Tagging, set(_coined(_words(names)).values()))


def tag_new(given: Iterable[tuple[Entity, Iterable[str]]]) -> None:
    """The same for hundreds that have just come and carry nothing yet: as many statements as for
    one. In `writing()`.
    """
    db.session.flush()
    wanted = [(thing, _words(names)) for thing, names in given]
    spelled: dict[str, str] = {}
    for _, words in wanted:
        spelled = words | spelled  # as it was written first
    coined = _coined(spelled)
    held: dict[int, Tag] = {}
    missing = set(coined.values())
    while missing:
        found = {row.id: row for row in db.session.scalars(queries.held(Tag, missing))}
        held |= found
        missing = {row.speaks_as for row in found.values()} - set(held)
    for thing, words in wanted:
        tags = {held[coined[word]].speaks_as for word in words if coined.get(word) in held}
        at = getattr(thing, "published_at", None) or clock.now()
        kind = subjects.of(thing).kind
        for number in tags & set(held):
            carried = {"given_id": number, "tag_id": number, "at": at}
            db.session.add(Tagging(subject_kind=kind, subject_id=thing.id, **carried))


def untag(kind: str, numbers: Iterable[int]) -> None:
    """Take every tag and every term off things that go. In `writing()`."""
    gone = list(numbers)
    for links in (Tagging, TermTagging):
        these = (links.subject_kind == kind, links.subject_id.in_(gone))
        db.session.execute(delete(links).where(*these))


def _words(names: Iterable[str]) -> dict[str, str]:
    return {slug(name): line(name)[:LONGEST] for name in names if slug(name)}


def _coined(wanted: dict[str, str]) -> dict[str, int]:
    """The tag that speaks for each word; a new word becomes one."""
    known = {tag.slug for tag in db.session.scalars(queries.tags_named(wanted))}
    for word in sorted(set(wanted) - known):  # in one order, or two writers wait in a ring
        db.session.execute(COIN, {"name": wanted[word], "slug": word, "created_at": clock.now()})
    return {tag.slug: tag.speaks_as for tag in db.session.scalars(queries.tags_named(wanted))}


def give_terms(thing: Entity, numbers: Iterable[int]) -> None:
    """Let a thing carry exactly these terms of the catalogue. In `writing()`.

    What it carries that can no longer be chosen stays: nobody took it off.
    """
    db.session.flush()
    kind = subjects.of(thing).kind
    _carry(thing, Term, TermTagging, set(queries.givable(numbers, kind, thing.id)))


def _carry(
    thing: Entity,
    model: type[Tag] | type[Term],
    links: type[Tagging] | type[TermTagging],
    chosen: set[int],
) -> None:
    """Words are held while they are given, so that nobody merges them away meanwhile."""
    held: dict[int, Tag | Term] = {}
    while missing := chosen - set(held):
        held |= {row.id: row for row in db.session.scalars(queries.held(model, missing))}
        chosen = {held[number].speaks_as if number in held else number for number in chosen}
        chosen -= missing - set(held)  # not there
    kind, word = subjects.of(thing).kind, queries.speaks(links).key
    carried = list(db.session.scalars(queries.carried_by(links, kind, thing.id)))
    for row in carried:
        if getattr(row, word) not in chosen:
            db.session.delete(row)
    at = getattr(thing, "published_at", None) or clock.now()
    for number in chosen - {getattr(row, word) for row in carried}:
        given = {"given_id": number, word: number, "at": at}
        db.session.add(links(subject_kind=kind, subject_id=thing.id, **given))
