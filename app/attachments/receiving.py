"""Taking a picture in: its copies into the storage first, then one row that names them."""

import hashlib
import secrets
from dataclasses import dataclass

from werkzeug.datastructures import FileStorage

from app.attachments import policy, queries
from app.attachments.models import Picture
from app.core.db import db
from app.core.pictures import prepare
from app.core.storage import storage
from app.people.models import Person, Reader

SMALL = "/small"  # what follows the key of a picture in the key of its small copy


@dataclass(frozen=True)
class Received:
    """A picture whose copies lie in the storage, and which nobody can see yet."""

    key: str
    digest: str
    width: int
    height: int


def receive(file: FileStorage, *, by: Person | Reader) -> Received:
    """Decode it, make its two copies and put them away; raises core.pictures.NotAPicture.

    Slow: finish it before writing begins. The same bytes from the same person are put
    away once.
    """
    digest = hashlib.file_digest(file.stream, "sha256").hexdigest()  # type: ignore[arg-type]
    if known := queries.same(by, digest):
        return Received(known.key, digest, known.width, known.height)

    file.stream.seek(0)
    prepared = prepare(file.stream)  # type: ignore[arg-type]
    key = secrets.token_hex(16)
    storage().put(key, prepared.large.data)
    storage().put(key + SMALL, prepared.small.data)
    return Received(key, digest, prepared.large.width, prepared.large.height)


def keep(received: Received, *, alt: str, by: Person) -> Picture:
    """From now on it is `by`’s picture, which they may use. In `writing()`.

    Hold `by` while writing: two uploads of the same bytes at once then make one picture.
    """
    picture = queries.same(by, received.digest)
    if picture is None:
        picture = Picture(
            key=received.key,
            owner_id=by.id,
            width=received.width,
            height=received.height,
            digest=received.digest,
        )
        db.session.add(picture)
    elif picture.key != received.key:  # its twin came first: these copies are nobody's
        storage().delete(received.key)
        storage().delete(received.key + SMALL)
    if policy.describe(by, picture):
        picture.describe(alt)
    db.session.flush()
    return picture
