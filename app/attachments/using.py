"""Which things show which pictures: whoever may see the thing may see them."""

from collections.abc import Iterable

from app.attachments import policy, queries
from app.attachments.models import Picture, PictureUse
from app.core.db import Entity, db
from app.core.markdown import pictures
from app.facts import subjects
from app.people.models import Person


def show(
    thing: Entity,
    html: str,
    *,
    by: Person,
    also: Iterable[str] = (),
    shown_before: Iterable[str] = (),
    is_new: bool = False,
) -> None:
    """Let a thing use exactly the pictures its rendered HTML shows. In `writing()`.

    `also` names pictures that stand beside the text, by key: a cover, say. A picture that
    `by` may not see is not used: whoever guesses a key shows nobody anything. What the thing has
    `shown_before` it may show again, whoever brings it back; what `is_new` has shown nothing.
    """
    db.session.flush()  # the thing needs its number
    kind = subjects.of(thing).kind
    keys = {*pictures(html), *also}
    shown = {picture.id for picture in queries.by_keys(by, keys)} if keys else set()
    if again := keys & set(shown_before):
        shown |= {picture.id for picture in queries.with_keys(again)}

    used = {} if is_new else {use.picture_id: use for use in queries.uses(kind, thing.id)}
    for number, use in used.items():
        if number not in shown:
            db.session.delete(use)
    for number in shown - set(used):
        db.session.add(PictureUse(picture_id=number, subject_kind=kind, subject_id=thing.id))


def cover(key: str, alt: str, *, by: Person) -> Picture | None:
    """The picture that stands above a thing, if `by` may see it; described as they say, where that
    is theirs to say. In `writing()`.
    """
    picture = queries.by_key(by, key) if key else None
    if picture and policy.describe(by, picture):
        picture.describe(alt)
    return picture
