"""Portraits and covers, brought into the storage as if somebody had uploaded them."""

import hashlib
import secrets
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from app.attachments.receiving import SMALL, Received
from app.core.pictures import prepare
from app.core.storage import Storage
from app.demo.company import art

AT_ONCE = 4  # decoding and encoding leave Python alone, so threads help
Put = TypeVar("Put")


def portraits(names: Iterable[str], storage: Storage) -> dict[str, str]:
    """The keys of faces in the storage, by their names. Slow: before writing begins."""

    def hang(name: str) -> str:
        key = secrets.token_hex(16)
        with art(f"face-{name}").open("rb") as file:
            storage.put(f"faces/{key}", prepare(file).small.data)
        return key

    return _each(names, hang)


def covers(names: Iterable[str], storage: Storage) -> dict[str, Received]:
    """Pictures that nobody owns yet, by their names. Slow: before writing begins."""

    def hang(name: str) -> Received:
        key, data = secrets.token_hex(16), art(name).read_bytes()
        with art(name).open("rb") as file:
            prepared = prepare(file)
        storage.put(key, prepared.large.data)
        storage.put(key + SMALL, prepared.small.data)
        digest = hashlib.sha256(data).hexdigest()
        return Received(key, digest, prepared.large.width, prepared.large.height)

    return _each(names, hang)


def _each(names: Iterable[str], hang: Callable[[str], Put]) -> dict[str, Put]:
    wanted = sorted(set(names))
    with ThreadPoolExecutor(AT_ONCE) as threads:
        return dict(zip(wanted, threads.map(hang, wanted), strict=True))
