"""A folder or a zip that somebody hands us, read without trusting it.

Nothing is ever unpacked to the disk: names are only names, so none can climb out of its
place. Sizes are added up from what the archive declares before anything is read, and no
more than was declared is read afterwards.
"""

import os
import stat
import unicodedata
import zipfile
from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

from app.core import zips
from app.core.i18n import N_
from app.core.remarks import Remark, Unreadable, remark

MOST_FILES = 5_000
LARGEST_FILE = 20 * 1024 * 1024  # bytes
LARGEST_TREE = 500 * 1024 * 1024
LARGEST_DIRECTORY = 4 * 1024 * 1024  # bytes in which a zip lists its files
DEEPEST = 20  # folders inside one another
LONGEST_NAME = 400  # characters of a path

# What tools leave behind, and what people never wrote: not even listed.
IGNORED = {"node_modules", "_site", "__MACOSX", "vendor", "resources"}
# Folders with a meaning of their own: an archive of nothing else has no wrapping.
MEANING = {"_posts", "_drafts", "content", "posts", "post", "blog", "static", "assets"}

NOT_A_ZIP = N_("This is not a zip we can read: it may have been cut short.")
TOO_MANY_FILES = N_("There are more than %(most)s files. Bring them in by parts.")
TOO_LARGE = N_("Unpacked it takes more than %(most)s MB. Bring it in by parts.")


class Entry(NamedTuple):
    key: str | zipfile.ZipInfo  # where the folder or the archive has it
    size: int
    modified: datetime | None  # on the clock of whoever made the archive


class Tree(ABC):
    """Files by their path inside it, with `/` between names and accents in one piece."""

    def __init__(self, found: Iterator[tuple[str, Entry]]) -> None:
        self.entries: dict[str, Entry] = {}
        self.left_out: list[tuple[str, Remark]] = []
        total = 0
        for name, entry in found:
            if _is_ignored(name):
                continue
            total += entry.size
            if len(self.entries) + len(self.left_out) >= MOST_FILES:
                raise Unreadable(remark(TOO_MANY_FILES, most=MOST_FILES))
            if total > LARGEST_TREE:
                raise Unreadable(remark(TOO_LARGE, most=LARGEST_TREE // 2**20))
            if reason := self._why_not(name, entry):
                self.left_out.append((name[:LONGEST_NAME], reason))
            else:
                self.entries[name] = entry

    @property
    def names(self) -> list[str]:
        return sorted(self.entries)

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises Unreadable."""
        try:
            with self._open(self.entries[name]) as file:
                data = file.read(LARGEST_FILE + 1)
        except Exception:  # a broken archive breaks in as many ways as there are bytes
            raise Unreadable(remark(N_("The file is damaged."))) from None
        if len(data) > LARGEST_FILE:
            raise Unreadable(_too_large())
        return data

    def modified(self, name: str) -> datetime | None:
        return self.entries[name].modified

    def close(self) -> None:  # noqa: B027, a folder has nothing to close
        """Nothing is read from it any more."""

    @abstractmethod
    def _open(self, entry: Entry) -> BinaryIO: ...

    def _why_not(self, name: str, entry: Entry) -> Remark | None:
        parts = name.split("/")
        if name in self.entries:
            return remark(N_("The zip holds this file twice."))
        if name.startswith("/") or ".." in parts or ":" in parts[0]:
            return remark(N_("Its path leads out of the folder."))
        if len(parts) > DEEPEST or len(name) > LONGEST_NAME:
            return remark(N_("It lies too deep, or its name is too long."))
        return _too_large() if entry.size > LARGEST_FILE else None


class Folder(Tree):
    """A folder of this machine; links are not followed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        super().__init__(self._walk())

    def _walk(self) -> Iterator[tuple[str, Entry]]:
        for folder, below, files in os.walk(self._path):
            below[:] = sorted(name for name in below if not _is_ignored(name))
            for name in sorted(files):
                full = Path(folder, name)
                about = full.lstat()
                if not stat.S_ISREG(about.st_mode):
                    continue
                path = full.relative_to(self._path).as_posix()
                kept = path.encode(errors="surrogateescape").decode(errors="replace")
                when = datetime.fromtimestamp(about.st_mtime)
                yield _composed(kept), Entry(str(full), about.st_size, when)

    def _open(self, entry: Entry) -> BinaryIO:
        return open(str(entry.key), "rb")


class Archive(Tree):
    """A zip. Raises Unreadable for one that is none, or too much."""

    def __init__(self, file: BinaryIO) -> None:
        try:
            zips.measure_directory(file, most_files=2 * MOST_FILES, largest=LARGEST_DIRECTORY)
        except zips.TooManyFiles:
            raise Unreadable(remark(TOO_MANY_FILES, most=MOST_FILES)) from None
        except zips.NotAZip:
            raise Unreadable(remark(NOT_A_ZIP)) from None
        try:
            self._zip = zipfile.ZipFile(file)
            listed = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        except Exception:
            raise Unreadable(remark(NOT_A_ZIP)) from None
        super().__init__(self._list(listed))

    def close(self) -> None:
        self._zip.close()

    def _list(self, listed: list[zipfile.ZipInfo]) -> Iterator[tuple[str, Entry]]:
        names = [_composed(_decoded(entry)) for entry in listed]
        wrapping = _wrapping([name for name in names if not _is_ignored(name)])
        for name, entry in zip(names, listed, strict=True):
            yield name.removeprefix(wrapping), Entry(entry, entry.file_size, _time(entry))

    def _open(self, entry: Entry) -> BinaryIO:
        return self._zip.open(entry.key)  # type: ignore[return-value]

    def _why_not(self, name: str, entry: Entry) -> Remark | None:
        listed = entry.key
        assert isinstance(listed, zipfile.ZipInfo)
        if stat.S_ISLNK(listed.external_attr >> 16):
            return remark(N_("It is a link to another file."))
        if listed.flag_bits & 1:
            return remark(N_("It is locked with a password."))
        if listed.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            return remark(N_("It is packed in a way we do not open."))
        return super()._why_not(name, entry)


def _is_ignored(name: str) -> bool:
    return any(
        part in IGNORED or (part.startswith(".") and part not in {".", ".."})
        for part in name.split("/")
    )


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name.replace("\\", "/").replace("\x00", ""))


def _decoded(entry: zipfile.ZipInfo) -> str:
    """Names without the mark of UTF-8 often are UTF-8 all the same: of a Mac's Finder, say."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode()
    except UnicodeError:
        return entry.filename


def _wrapping(names: list[str]) -> str:
    """The one folder that everything lies in, as archives of a whole folder have it."""
    first = {name.partition("/")[0] if "/" in name else "" for name in names}
    only = first.pop() if len(first) == 1 else ""
    return f"{only}/" if only and only not in MEANING | {".."} else ""


def _time(entry: zipfile.ZipInfo) -> datetime | None:
    try:
        return datetime(*entry.date_time)
    except ValueError:
        return None


def _too_large() -> Remark:
    most = LARGEST_FILE // 2**20
    return remark(N_("It is larger than %(most)s MB."), most=most)
