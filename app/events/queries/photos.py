"""The photos of a date."""

from sqlalchemy import Row, select
from sqlalchemy.orm import joinedload

from app.attachments.models import Picture
from app.core.db import db
from app.core.paging import Page, page
from app.events.models import Photo
from app.people.models import Person

PAGE = 24
FEW = 6  # on the page of the date


def photos(number: int, *, before: int | None = None, size: int = PAGE) -> Page[Row]:
    """The newest first, as far as they are shown."""
    wanted = (
        select(
            Photo.id,
            Photo.alt,
            Photo.person_id,
            Photo.created_at,
            Picture.key,
            Picture.width,
            Picture.height,
            Person.name,
        )
        .join(Picture, Picture.id == Photo.picture_id)
        .join(Person, Person.id == Photo.person_id)
        .where(Photo.occurrence_id == number, Photo.removed_at.is_(None))
        .order_by(Photo.id.desc())
        .limit(size + 1)
    )
    if before is not None:
        wanted = wanted.where(Photo.id < before)
    return page(db.session.execute(wanted).all(), size=size)


def photo(number: int, photo: int) -> Photo | None:
    """One of a date, those that were taken out included."""
    return db.session.scalar(
        select(Photo)
        .where(Photo.occurrence_id == number, Photo.id == photo)
        .options(joinedload(Photo.picture))
    )


def photo_of_picture(number: int, picture: int) -> Photo | None:
    return db.session.scalar(
        select(Photo).where(Photo.occurrence_id == number, Photo.picture_id == picture)
    )


def photo_keys(number: int) -> list[str]:
    """The keys of all that are shown."""
    return list(
        db.session.scalars(
            select(Picture.key)
            .join(Photo, Photo.picture_id == Picture.id)
            .where(Photo.occurrence_id == number, Photo.removed_at.is_(None))
        )
    )
