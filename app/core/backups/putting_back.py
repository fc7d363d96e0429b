"""Putting a backup back, so that at every moment either the old state is whole or the new one."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.core import clock
from app.core.backups import files
from app.core.backups.manifest import Damaged, Manifest
from app.core.backups.taking import SAFETY, kind, take_for_safety


@dataclass(frozen=True)
class Safety:
    """What was here before, and whether it is a backup that can be restored."""

    folder: Path
    data_version: int = 0
    is_whole: bool = True


def keep_safe(folder: Path) -> Safety | None:
    """A backup of what is about to be replaced; None where there is nothing.

    A database that cannot be read is moved aside as it is.
    """
    try:
        kind().mend()
        if not kind().is_there():
            return None
        taken = take_for_safety(folder)
    except Damaged:
        aside = folder / f"{SAFETY}{clock.now():%Y%m%dT%H%M%SZ}-unreadable"
        aside.mkdir(parents=True, mode=0o700)
        try:
            kind().set_aside(aside)
        except BaseException:
            shutil.rmtree(aside)
            raise
        return Safety(aside, is_whole=False)
    return Safety(taken.folder, taken.manifest.data_version)


@contextmanager
def put_back(folder: Path, manifest: Manifest, *, safety: Safety | None) -> Iterator[None]:
    """Inside, the application works with the restored database, which nobody else sees yet.

    The files come first and those of the other state go last: a restore that is cut short
    leaves files too many and none too few.
    """
    files.put_back(manifest, folder)
    with kind().in_its_place(folder / kind().PIECE, manifest.rows):
        yield
    if safety is None or safety.is_whole:
        files.clear_away(manifest)
