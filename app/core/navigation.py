"""Where one can go and what one can make: features add themselves at start-up.

The rail, the phone's bar and the "create" menu draw what is here, so they show only what exists.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask, request

from app.core.asking import reader

PHONE_PLACES = 5  # what fits under one thumb, beside the "+"


def _everyone(reader: Any) -> bool:
    return bool(reader.is_authenticated)


@dataclass(frozen=True, kw_only=True, eq=False)  # known by itself: it is part of a piece's key
class Entry:
    """A place to go, or a thing to make. `label` is a message id, translated where it is shown."""

    label: str
    endpoint: str
    icon: str
    order: int = 100
    short: str = ""  # on the phone's bar, where the label is too long for a thumb
    beside: tuple[str, ...] = ()  # blueprints whose pages belong here as well
    key: str = ""  # one letter that chooses it while its menu is open
    allowed: Callable[[Any], bool] = _everyone


_places: dict[str, Entry] = {}
_makings: dict[str, Entry] = {}


def add(entry: Entry) -> None:
    """A destination of the rail. Adding the same endpoint again replaces it."""
    _put(_places, entry)


def create(entry: Entry) -> None:
    """A thing the reader can make, in the "create" menu."""
    _put(_makings, entry)


def navigation() -> tuple[Entry, ...]:
    """The destinations the reader may go to, in their order."""
    return _allowed(_places)


def creations() -> tuple[Entry, ...]:
    """What the reader may make, in its order."""
    return _allowed(_makings)


def place_here() -> str | None:
    """The endpoint that leads closest, of all places the reader may go to, to the page shown."""
    here, asks = (request.endpoint or "").split("."), reader()
    nearness = {
        place: _shared(place.split("."), here) or int(here[0] in entry.beside)
        for place, entry in _places.items()
        if entry.allowed(asks)
    }
    nearest = max(nearness, key=nearness.__getitem__, default=None)
    return nearest if nearest and nearness[nearest] else None


def init_app(app: Flask) -> None:
    """Let the layouts draw what the features add."""
    app.jinja_env.globals.update(
        navigation=navigation,
        creations=creations,
        place_here=place_here,
        PHONE_PLACES=PHONE_PLACES,
    )


def _put(entries: dict[str, Entry], entry: Entry) -> None:
    """In their order from the start: they are asked for at every page."""
    entries[entry.endpoint] = entry
    ordered = sorted(entries.values(), key=lambda one: (one.order, one.endpoint))
    entries.clear()
    entries.update((one.endpoint, one) for one in ordered)


def _allowed(entries: dict[str, Entry]) -> tuple[Entry, ...]:
    asks = reader()
    return tuple(entry for entry in entries.values() if entry.allowed(asks))


def _shared(names: list[str], here: list[str]) -> int:
    """How many names, from the left, two endpoints share."""
    shared = 0
    for name, other in zip(names, here, strict=False):
        if name != other:
            break
        shared += 1
    return shared
