"""The pictures of an import, on their way into the storage."""

import hashlib
import io
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from posixpath import splitext

from app.attachments import queries
from app.attachments.models import LONGEST_ALT, Picture
from app.attachments.receiving import SMALL, Received
from app.core.db import db
from app.core.i18n import N_
from app.core.pictures import NotAPicture, Reason, prepare
from app.core.remarks import Remark, Unreadable, remark
from app.core.storage import storage
from app.imports.tree import Tree
from app.people.models import Person, Reader

KEY = re.compile(r"[0-9a-f]{32}")

REASONS = {
    Reason.NOT_A_PICTURE: N_("%(path)s is not a picture of a kind we show."),
    Reason.TOO_LARGE: N_("%(path)s is too large a picture."),
    Reason.TOO_MANY_PIXELS: N_("%(path)s is too large a picture."),
    Reason.BROKEN: N_("%(path)s is a damaged picture."),
}


@dataclass
class Pictures:
    """Those of the files that are prepared together: each is made small once."""

    tree: Tree
    by: Person | Reader
    fresh: dict[str, Received] = field(default_factory=dict)  # by their place in the tree
    _keys: dict[str, str] = field(default_factory=dict)
    _refused: dict[str, Remark] = field(default_factory=dict)

    def key_of(self, name: str, *, keep_key: bool = False) -> str:
        """The key under which a picture of the tree is shown, or "" when it cannot be.

        With `keep_key` it is what its file is called, if it was exported from here and nothing
        else goes by that key.
        """
        if name not in self._keys:
            try:
                self._keys[name] = self._receive(name, keep_key)
            except NotAPicture as refused:
                self._refused[name] = remark(REASONS[refused.reason], path=name)
                self._keys[name] = ""
            except Unreadable as damaged:
                self._refused[name] = damaged.reason
                self._keys[name] = ""
        return self._keys[name]

    def refused(self, names: Iterable[str]) -> list[Remark]:
        return [self._refused[name] for name in dict.fromkeys(names) if name in self._refused]

    def _receive(self, name: str, keep_key: bool) -> str:
        data = self.tree.read(name)
        digest = hashlib.sha256(data).hexdigest()
        key = splitext(name)[0].rpartition("/")[2]
        called = keep_key and KEY.fullmatch(key) and queries.with_key(key)
        if called and storage().exists(key) and storage().read(key) == data:
            return key
        if known := queries.same(self.by, digest):
            return known.key
        if not keep_key or called or not KEY.fullmatch(key):
            key = secrets.token_hex(16)
        prepared = prepare(io.BytesIO(data))
        storage().put(key, prepared.large.data)
        storage().put(key + SMALL, prepared.small.data)
        self.fresh[name] = Received(key, digest, prepared.large.width, prepared.large.height)
        return key


def keep(fresh: Received, *, alt: str, by: Person) -> Picture:
    """From now on it is a picture of `by`’s, under the key its text has. In `writing()`."""
    picture = queries.with_key(fresh.key)
    if picture is None:
        picture = Picture(
            key=fresh.key,
            owner_id=by.id,
            alt=alt[:LONGEST_ALT],
            width=fresh.width,
            height=fresh.height,
            digest=fresh.digest,
        )
        db.session.add(picture)
    return picture


def throw_away(fresh: Iterable[Received]) -> None:
    """Nobody brought them in: their copies are nobody's."""
    for picture in fresh:
        if queries.with_key(picture.key) is None:
            storage().delete(picture.key)
            storage().delete(picture.key + SMALL)
