"""Finding pictures, as far as the reader may see what they are used in."""

from collections.abc import Iterable

from sqlalchemy import Select, exists, select

from app.attachments.models import Picture, PictureUse
from app.core.db import db
from app.facts import subjects
from app.people.models import Person, Reader


def visible_to(person: Person | Reader) -> Select[Picture]:
    """One's own, and those of whatever one may see."""
    seen = subjects.seen_by(person, PictureUse.subject_kind, PictureUse.subject_id)
    used = exists().where(PictureUse.picture_id == Picture.id, seen).correlate(Picture)
    return select(Picture).where((Picture.owner_id == person.id) | used)


def by_key(person: Person | Reader, key: str) -> Picture | None:
    return db.session.scalar(visible_to(person).where(Picture.key == key))


def by_keys(person: Person | Reader, keys: Iterable[str]) -> list[Picture]:
    return list(db.session.scalars(visible_to(person).where(Picture.key.in_(list(keys)))))


def same(owner: Person | Reader, digest: str) -> Picture | None:
    """What its owner has already brought in, byte for byte."""
    return db.session.scalar(
        select(Picture).where(Picture.owner_id == owner.id, Picture.digest == digest).limit(1)
    )


def uses(kind: str, number: int) -> list[PictureUse]:
    return list(
        db.session.scalars(
            select(PictureUse).where(
                PictureUse.subject_kind == kind, PictureUse.subject_id == number
            )
        )
    )


def keys_used(kind: str, number: int) -> list[str]:
    """The keys of the pictures a thing shows, whoever brought them in."""
    return list(
        db.session.scalars(
            select(Picture.key)
            .join(PictureUse, PictureUse.picture_id == Picture.id)
            .where(PictureUse.subject_kind == kind, PictureUse.subject_id == number)
            .order_by(Picture.key)
        )
    )


def with_key(key: str) -> Picture | None:
    """Whoever may see it: for what works on the picture itself."""
    return db.session.scalar(select(Picture).where(Picture.key == key))


def with_keys(keys: Iterable[str]) -> list[Picture]:
    return list(db.session.scalars(select(Picture).where(Picture.key.in_(list(keys)))))
