"""What was uploaded for an import, kept until it is finished."""

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import BinaryIO

from app.core.i18n import N_
from app.core.remarks import Unreadable, remark
from app.core.storage import passing, storage
from app.imports.tree import Archive, Tree

SHELF = passing("imports")

GONE = N_("What was uploaded is no longer here. Bring it in again: nothing comes in twice.")


def keep(file: BinaryIO) -> str:
    """Puts an upload away; the key it is found by."""
    key = f"{SHELF}/{secrets.token_hex(16)}"
    file.seek(0)
    storage().put(key, file)
    return key


@contextmanager
def opened(key: str | None) -> Iterator[BinaryIO]:
    """The bytes of an upload. Raises Unreadable when it is not there."""
    try:
        file = storage().open(key or f"{SHELF}/none")
    except FileNotFoundError:
        raise Unreadable(remark(GONE)) from None
    with file:
        yield file


@contextmanager
def unpacked(key: str | None) -> Iterator[Tree]:
    """The files of an upload that is a zip. Raises Unreadable when it is not there."""
    with opened(key) as file, closing(Archive(file)) as tree:
        yield tree


def forget(key: str | None) -> None:
    if key:
        storage().delete(key)
