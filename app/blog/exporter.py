"""Taking posts out: every published one as a file, and its pictures beside it."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from app.blog import queries
from app.blog.file import file_of
from app.blog.models import Post
from app.core.db import db
from app.core.storage import storage
from app.facts import record
from app.facts.blog import PostsExported
from app.people.models import Person

BATCH = 100  # posts in memory at once
LONGEST_NAME = 150  # bytes of a title in the name of a file: systems take 255 in all
EARLIEST = datetime(1980, 1, 1)  # that a zip can say


class Taken(NamedTuple):
    name: str  # its path in the folder or the zip
    data: bytes
    moment: datetime


def tell(by: Person) -> None:
    """Everybody's words leave the house: that is kept. In `writing()`."""
    record(PostsExported(actor=by, person=by, posts=queries.published()))


def files() -> Iterator[Taken]:
    """Posts, the oldest first, and their pictures. The same posts give the same files."""
    names: set[str] = set()
    numbers = queries.published_in_order()
    for start in range(0, len(numbers), BATCH):
        for post in queries.with_everything(numbers[start : start + BATCH]):
            yield Taken(_name(post, names), file_of(post).data, post.published_at)
        db.session.expunge_all()
    for key, moment in queries.pictures_shown():
        with suppress(FileNotFoundError):
            yield Taken(f"pictures/{key}.webp", storage().read(key), moment)


def into_folder(folder: Path, taken: Iterable[Taken]) -> int:
    """Write the files there; how many there were. What else lies there stays."""
    count = 0
    for file in taken:
        place = folder / file.name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.data)
        count += 1
    return count


def as_zip(taken: Iterable[Taken]) -> Iterator[bytes]:
    """The bytes of a zip, as they come: of the whole nothing is kept but the list of names."""
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in taken:
            entry = zipfile.ZipInfo(file.name, max(file.moment, EARLIEST).timetuple()[:6])
            is_text = file.name.endswith(".md")
            entry.compress_type = zipfile.ZIP_DEFLATED if is_text else zipfile.ZIP_STORED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, file.data)
            yield pipe.drained()
    yield pipe.drained()


def _name(post: Post, taken: set[str]) -> str:
    """`posts/2019-05-01-a-title.md`; a second one of that name has a number."""
    said = (post.slug or "post").encode()[:LONGEST_NAME].decode(errors="ignore")
    stem = f"posts/{post.published_at:%Y-%m-%d}-{said}"
    name, number = stem, 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name.casefold())
    return f"{name}.md"


class _Pipe(io.RawIOBase):
    """What a zip is written into and read out of, without ever going back."""

    def __init__(self) -> None:
        super().__init__()
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self._held += data
        return len(data)

    def drained(self) -> bytes:
        held = bytes(self._held)
        self._held.clear()
        return held
