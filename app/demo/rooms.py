"""The rooms of the company: who opened them, who came in, and who is still at the door."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from app.core.markdown import render
from app.demo.deeds import Cast, Deed, days_ago
from app.spaces.models import Colour, Joining, Space, Visibility

APART = timedelta(minutes=23)  # from one who comes in to the next

Rooms = dict[str, Space]  # those that are open so far, by the short name `company.yaml` gives them


def deeds(
    told: list[dict[str, Any]], *, cast: Cast, rooms: Rooms, now: datetime, patience: float
) -> Iterator[Deed]:
    for given in told:
        opened = days_ago(given["days"], now)
        about = given.get("about", "").strip()
        yield Deed(
            opened, partial(_open, given, about, render(about, seconds=patience), cast, rooms)
        )
        for number, who in enumerate(given.get("members", []), start=1):
            yield Deed(opened + number * APART, partial(_come_in, given, who, cast, rooms))
        for who, words in given.get("asks", {}).items():
            yield Deed(days_ago(1, now), partial(_ask, given, who, words, cast, rooms))
        for who in given.get("invites", []):
            yield Deed(days_ago(2, now), partial(_invite, given, who, cast, rooms))


def _open(given: dict[str, Any], about: str, rendered: Any, cast: Cast, rooms: Rooms) -> None:
    opener, summary = cast[given["by"]], given["summary"]
    visibility = Visibility(given.get("visibility", "public"))
    space = Space.open(
        given["name"],
        by=opener,
        summary=summary,
        visibility=visibility,
        joining=Joining(given.get("joining", "open")),
        colour=Colour(given["colour"]),
        parent=rooms.get(given.get("within", "")),
    )
    needs_approval = given.get("approval", False)
    if about or needs_approval:
        space.describe(
            name=space.name,
            summary=summary,
            about=about,
            rendered=rendered,
            colour=space.colour,
            needs_approval=needs_approval,
            by=opener,
        )
    rooms[given["key"]] = space


def _come_in(given: dict[str, Any], who: str, cast: Cast, rooms: Rooms) -> None:
    """Where it is open they come by themselves; else they were asked in."""
    space, opener = rooms[given["key"]], cast[given["by"]]
    if space.joining is not Joining.OPEN:
        space.invite(cast[who], by=opener)
    space.join(by=cast[who])
    if who in given.get("managers", []):
        space.promote(cast[who], by=opener)


def _ask(given: dict[str, Any], who: str, words: str, cast: Cast, rooms: Rooms) -> None:
    rooms[given["key"]].be_asked(words, by=cast[who])


def _invite(given: dict[str, Any], who: str, cast: Cast, rooms: Rooms) -> None:
    rooms[given["key"]].invite(cast[who], by=cast[given["by"]])
