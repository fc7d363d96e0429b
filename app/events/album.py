"""The pictures a date shows: the photos of it, and what its minutes show. In `writing()`."""

from app.attachments import using
from app.attachments.queries import keys_used
from app.core.db import db
from app.core.markdown import pictures
from app.events import queries
from app.events.models import Occurrence, Photo
from app.people.models import Person


class TakenOut(ValueError):
    """An organiser has taken this very photo out: it is theirs to put back."""


def add(occurrence: Occurrence, key: str, alt: str, *, by: Person) -> Photo:
    """From now on whoever sees the event sees it. The same picture twice is one photo.

    Raises TakenOut; LookupError where `by` has no such picture.
    """
    picture = using.cover(key, alt, by=by)
    if picture is None:
        raise LookupError(key)
    photo = queries.photo_of_picture(occurrence.id, picture.id)
    if photo is None:
        photo = Photo(occurrence_id=occurrence.id, picture_id=picture.id, person_id=by.id, alt=alt)
        db.session.add(photo)
    elif photo.removed_by not in (None, by.id):
        raise TakenOut
    else:
        photo.put_back()
        if photo.person_id == by.id:
            photo.alt = alt  # what can be seen in it is said by whose photo it is
    db.session.flush()
    show(occurrence, by=by)
    return photo


def show(occurrence: Occurrence, *, by: Person) -> None:
    """Let whoever sees the date see exactly the pictures that stand in it now. What its minutes
    have shown before they may show again, whoever brings it back.
    """
    minutes = queries.minutes_of(occurrence.id)
    html = minutes.html if minutes and minutes.is_shown else ""
    photos = queries.photo_keys(occurrence.id)
    before = {*photos, *queries.minutes_pictures(occurrence.id)}
    using.show(occurrence, html, by=by, also=photos, shown_before=before)
    if minutes and html:
        db.session.flush()
        said = queries.minutes_revision(minutes, minutes.last_revision)
        used = set(pictures(html)) & set(keys_used("occurrence", occurrence.id))
        if said and used:
            said.pictures = sorted(used)
