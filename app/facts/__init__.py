"""Facts: what has happened, in the past tense.

Calendar events are called events; a fact is the moment something changed. Facts are the
only road that leads up: a feature records a fact, and whoever cares listens. Nothing
ever comes back.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from app.core.db import Entity, db

if TYPE_CHECKING:
    from app.people.models import Person

_listeners: dict[type, list] = defaultdict(list)
_recording: ContextVar[bool] = ContextVar("recording", default=False)


@dataclass(frozen=True, kw_only=True)
class Fact:
    says: ClassVar[str]  # one sentence, translated where it is read
    says_you: ClassVar[str] = ""  # the same, to whoever did it, where the sentence names them
    words: ClassVar[Mapping[str, Mapping[str, str]]] = {}  # a detail's codes, as people read them
    audited: ClassVar[bool]
    news: ClassVar[bool] = True  # worth a line in the stream
    undoes: ClassVar["type[Fact] | None"] = None
    ones_own: ClassVar[bool] = False  # many did what it undoes: it takes back its actor's alone

    actor: "Person | None"  # None is the clock: something fell due

    @property
    def is_untold(self) -> bool | None:
        """Whoever it concerns hears of it later, by another fact."""
        return False

    @property
    def subject(self) -> Entity:
        """The record this fact is about: by habit, the first field after the actor."""
        return getattr(self, fields(self)[1].name)

    @property
    def takes_back(self) -> str:
        """The name of the fact this one undoes, or nothing."""
        return self.undoes.__name__ if self.undoes else ""

    @property
    def thread(self) -> Entity:
        """Whose followers want to know: the subject, or what the subject was written on."""
        return self.subject

    @property
    def written(self) -> str | None:
        """The HTML it brings, where that is not its subject's own: who is named in it is told."""
        return None

    @property
    def said_at(self) -> datetime | None:
        """When that was said which this takes back, where much of its kind is said of one thing."""
        return None

    @property
    def answers(self) -> Entity | None:
        """What it is an answer to, where it is one."""
        return None

    @property
    def addressees(self) -> Iterable[int]:
        """The numbers of those whom it is meant for: by habit, the person it names beside its
        subject.
        """
        person = getattr(self, "person", None)
        return () if person is None or person is self.subject else (person.id,)

    @property
    def happens_to(self) -> tuple[int, ...]:
        """Whom it is meant for, else whoever did it."""
        return tuple(self.addressees) or ((self.actor.id,) if self.actor else ())

    def details(self) -> dict[str, Any]:
        """The plain values worth keeping; records are pointed at, never copied."""
        plain = {field.name: getattr(self, field.name) for field in fields(self)[1:]}
        return {
            name: value
            for name, value in plain.items()
            if value is not None and not isinstance(value, Entity)
        }


def on(*kinds: type[Fact]):
    """Register a listener. Listeners add rows; they never commit and never record."""

    def register(listener):
        for kind in kinds:
            if listener not in _listeners[kind]:
                _listeners[kind].append(listener)
        return listener

    return register


def record(fact: Fact) -> None:
    """Tell every listener, inside the transaction that made the fact true."""
    if _recording.get():
        raise RuntimeError(f"A listener recorded {fact!r}: the first fact was too coarse.")

    db.session.flush()  # the subject needs its id before anyone can point at it
    token = _recording.set(True)
    try:
        for kind in type(fact).__mro__:
            for listener in _listeners[kind]:
                listener(fact)
    finally:
        _recording.reset(token)
    db.session.flush()  # what the listeners wrote belongs to the same moment


def kinds() -> dict[str, type[Fact]]:
    return {kind.__name__: kind for kind in Fact.__subclasses__()}
