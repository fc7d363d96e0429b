"""Asking somebody for their password: few guesses, and the same work whatever the answer."""

from enum import StrEnum

from app.core import metrics
from app.core.db import leave
from app.core.i18n import N_
from app.people import passwords, throttle

ASKED = metrics.counts(
    "wowista_passwords_asked", "Passwords typed to come in, or to go on", label="answer"
)
TOO_MANY = N_("Too many attempts. Wait five minutes and try again.")


class Answer(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    SHUT = "shut"  # too many wrong ones just now: this one was not even looked at


def answer(typed: str, *, email: str, password_hash: str | None, address: str) -> Answer:
    """Whether that is the password of the account, counting it if not.

    `password_hash` is None for an account that does not exist, is closed or has no password
    yet: it is answered like any other, in the same time. Ends the transaction that was open.
    """
    throttle.slow_down(address)
    said = _weigh(typed, email, password_hash)
    if said is Answer.WRONG:
        throttle.count(email, address)
    metrics.count(ASKED, said.value)
    return said


def _weigh(typed: str, email: str, password_hash: str | None) -> Answer:
    if throttle.is_shut(email):
        return Answer.SHUT
    leave()  # hashing is slow, and nothing may wait for it
    return Answer.RIGHT if passwords.matches(password_hash, typed) else Answer.WRONG
