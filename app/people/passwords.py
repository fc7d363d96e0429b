"""Passwords: long, hashed with Argon2id, never composed to rules (NIST SP 800-63B-4, OWASP)."""

import os
import random
import sys
import unicodedata
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import BoundedSemaphore, Lock, get_native_id
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask import Flask
from werkzeug.exceptions import ServiceUnavailable

from app.core import metrics
from app.core.fields import folded
from app.core.i18n import N_

LEAST, MOST = 15, 128  # characters
PATIENT = 10  # the niceness of a thread that hashes
PATIENCE = 5  # seconds somebody may wait for their turn
AGAIN = (1, 4)  # after how many seconds one is asked to come again: not all at once

# OWASP's floor for Argon2id: 19 MiB, two passes, one lane.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# What an unknown account is compared with, so that it takes as long as a known one.
_nobody = _hasher.hash("nobody has this password")

TOO_SHORT = N_("A password has at least 15 characters. A short sentence is easy to remember.")
TOO_LONG = N_("A password has at most 128 characters.")
TOO_COMMON = N_("That password is on the list of the most used ones. Choose another.")
TOO_PLAIN = N_("That password repeats itself. Choose one that is harder to guess.")
ABOUT_YOU = N_("That password is made of your own name or address. Choose another.")

HOUSE = "wowista"  # what everybody here would try first

# The most used long ones, folded; see the file.
COMMON = frozenset(Path(__file__).with_name("common_passwords.txt").read_text().split())


T = TypeVar("T")


class Crowded(ServiceUnavailable):
    """Too many passwords are being looked at just now; it is nobody's failure. 503."""

    def __init__(self) -> None:
        super().__init__(retry_after=random.randint(*AGAIN))


class Turnstile:
    """At nine o'clock everybody signs in, and each hash takes a core for 30 ms and 19 MiB.

    So many at once and no more, and so few waiting that threads are left for whoever is in.
    """

    def __init__(self, at_once: int, waiting: int) -> None:
        self._hashing = BoundedSemaphore(at_once)
        self._inside = BoundedSemaphore(at_once + waiting)
        self._counting = Lock()
        self.in_flight = 0

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Raises Crowded when the waiting room is full, or after PATIENCE in it."""
        if not self._inside.acquire(blocking=False):
            raise Crowded
        try:
            if not self._hashing.acquire(timeout=PATIENCE):
                raise Crowded
            try:
                self._count(1)
                yield
            finally:
                self._count(-1)
                self._hashing.release()
        finally:
            self._inside.release()

    def _count(self, more: int) -> None:
        with self._counting:
            self.in_flight += more


_turnstile = Turnstile(at_once=os.cpu_count() or 1, waiting=4)


def init_app(app: Flask) -> None:
    """A process hashes on its share of the cores, and keeps two threads for other things."""
    global _turnstile
    threads = max(1, app.config["THREADS"] - 2)
    at_once = min(threads, max(1, (os.cpu_count() or 1) // app.config["WORKERS"]))
    _turnstile = Turnstile(at_once, waiting=threads - at_once)


def in_flight() -> int:
    """How many passwords this process is hashing at this moment."""
    return _turnstile.in_flight


metrics.gauge_of("wowista_hashes_in_flight", in_flight, "Passwords being hashed now")


def why_not(password: str, *, name: str = "", email: str = "") -> str | None:
    """The reason to refuse a new password, as a message of the catalogue, or None."""
    password = _same(password)
    if len(password) < LEAST:
        return TOO_SHORT
    if len(password) > MOST:
        return TOO_LONG
    plain = _bare(password)
    if plain in COMMON:
        return TOO_COMMON
    if _repeats(plain) or _repeats(folded(password)):
        return TOO_PLAIN
    about = {_bare(word) for word in (email, email.split("@")[0], name, *name.split(), HOUSE)}
    if _is_made_of(plain, about - {""}):
        return ABOUT_YOU
    return None


def hashed(password: str) -> str:
    """Slow on purpose (about 30 ms and 19 MiB): never inside `writing()`. Raises Crowded."""
    with _turnstile.turn():
        return _patiently(_hasher.hash, _same(password))


def matches(password_hash: str | None, password: str) -> bool:
    """Whether it is theirs; for nobody's hash it takes the same time and is False.

    Raises Crowded.
    """
    with _turnstile.turn():
        try:
            right = _patiently(_hasher.verify, password_hash or _nobody, _same(password))
        except (VerificationError, InvalidHashError):
            return False
    return right and password_hash is not None


def is_old(password_hash: str) -> bool:
    """Made with weaker parameters than today's: hash it anew while the password is at hand."""
    return _hasher.check_needs_rehash(password_hash)


def _patiently(do: Callable[..., T], *given: str) -> T:
    """In a thread to which the machine prefers all others, so that whoever is in reads on."""
    with ThreadPoolExecutor(max_workers=1, initializer=_be_patient) as aside:
        return aside.submit(do, *given).result()


def _be_patient() -> None:
    if sys.platform == "linux":  # where every thread has a priority of its own
        os.setpriority(os.PRIO_PROCESS, get_native_id(), PATIENT)


def _same(password: str) -> str:
    """One word, whatever keyboard composed it (NFC)."""
    return unicodedata.normalize("NFC", password)


def _bare(text: str) -> str:
    """Letters and digits alone: a space or a dash makes nothing harder to guess."""
    return "".join(sign for sign in folded(text) if sign.isalnum())


def _repeats(plain: str) -> bool:
    """Whether a third of it, or less, says it all."""
    return any(
        plain == (plain[:size] * len(plain))[: len(plain)] for size in range(1, len(plain) // 3 + 1)
    )


def _is_made_of(plain: str, words: set[str]) -> bool:
    """Whether nothing but digits is left without these words. The longest are taken first."""
    left = plain
    for word in sorted(words, key=len, reverse=True):
        left = left.replace(word, "")
    return left != plain and left.strip("0123456789") == ""
