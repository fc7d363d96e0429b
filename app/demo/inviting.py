"""The company announces what takes place; its people say whether they come, and how it was."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any

from app.attachments.receiving import Received, keep
from app.catalogue.categories import Category
from app.catalogue.queries import terms_at
from app.core.markdown import Rendered
from app.demo.deeds import Cast, Deed, days_ago
from app.demo.rooms import Rooms
from app.events import announcing, answering, attending, queries, repeating, seating
from app.events.models import Event, Minutes, Reply, When
from app.events.repeating import Repeats

Events = dict[str, Event]  # those that were announced so far, by the short name of `events.yaml`

ZONE = "Europe/Madrid"
APART = timedelta(minutes=71)  # from one who answers to the next
REPLIES = {"going": Reply.YES, "maybe": Reply.MAYBE, "not_going": Reply.NO}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Board:
    """The company, its rooms, and the texts and covers made ready."""

    cast: Cast
    rooms: Rooms
    rendered: Mapping[str, Rendered]
    covers: Mapping[str, Received]


def texts(told: list[dict[str, Any]]) -> Iterator[str]:
    """All that has to be rendered before anything is written."""
    for given in told:
        yield from (given[name].strip() for name in ("text", "minutes") if name in given)


def deeds(told: list[dict[str, Any]], *, board: Board, now: datetime) -> Iterator[Deed]:
    events: Events = {}
    for given in told:
        began = days_ago(given["days"], now)
        when = _when(given, now)
        yield Deed(began, partial(_announce, given, when, board, events))
        event = partial(events.__getitem__, given["key"])
        said = [(who, reply) for name, reply in REPLIES.items() for who in given.get(name, [])]
        for number, (who, reply) in enumerate(said, start=1):
            yield Deed(began + number * APART, partial(_answer, event, who, reply, board))
        for number, who in enumerate(given.get("series", []), start=1):
            yield Deed(began + number * APART / 2, partial(_come_to_all, event, who, board))
        over = when.ends_at + timedelta(hours=1)
        for who in given.get("came", []):
            yield Deed(over, partial(_count_in, event, who, given, board))
        if "minutes" in given:
            yield Deed(over + timedelta(hours=20), partial(_write_minutes, event, given, board))
        for number, (who, said) in enumerate(given.get("thought", {}).items(), start=1):
            yield Deed(over + number * APART, partial(_think, event, who, said, board))
        if off := given.get("cancelled"):
            yield Deed(days_ago(off["days"], now), partial(_cancel, event, off, given, board))


def _when(given: dict[str, Any], now: datetime) -> When:
    """Nobody announces anything for a Sunday who does not say so."""
    day = (now + timedelta(days=given["in"])).date()
    wanted = [given["weekday"]] if "weekday" in given else list(WEEKDAYS[:5])
    while WEEKDAYS[day.weekday()] not in wanted:
        day += timedelta(days=1)
    if "at" not in given:
        begins = datetime.combine(day, time())
        return When(begins, begins + timedelta(days=1), ZONE, is_all_day=True)
    hour, minute = map(int, given["at"].split(":"))
    begins = datetime.combine(day, time(hour, minute))
    return When(begins, begins + timedelta(minutes=given["lasts"]), ZONE)


def _announce(given: dict[str, Any], when: When, board: Board, events: Events) -> None:
    author, text = board.cast[given["by"]], given["text"].strip()
    received = board.covers.get(given.get("cover", ""))
    cover = keep(received, alt=given["alt"], by=author) if received else None
    first = when.starts.date()
    rule = repeating.rule(
        Repeats(given.get("repeats", "no")),
        first,
        ZONE,
        until=first + timedelta(days=given.get("for", 0)),
    )
    event = announcing.announce(
        announcing.Manuscript(
            title=given["title"],
            category=Category(given["category"]),
            when=when,
            rule=rule,
            text=text,
            rendered=board.rendered[text],
            language=given.get("language", "es"),
            place=given.get("place", ""),
            call_url=given.get("call", ""),
            capacity=given.get("capacity"),
            guests=given.get("guests", 0),
            needs_approval=given.get("needs_approval", False),
            space=board.rooms[given["space"]].id if "space" in given else None,
            tags=given.get("tags", []),
            terms=terms_at(given.get("about", [])),
            cover=cover.key if cover else "",
            cover_alt=given.get("alt", ""),
        ),
        by=author,
    )
    for who in given.get("organisers", []):
        event.name_organiser(board.cast[who], by=author)
    events[given["key"]] = event


def _answer(event: Callable[[], Event], who: str, reply: Reply, board: Board) -> None:
    """To the first date that is still to come."""
    number = queries.next_of(event().id)
    if number is not None:
        seating.answer(queries.held(number), reply, by=board.cast[who])


def _come_to_all(event: Callable[[], Event], who: str, board: Board) -> None:
    seating.answer_series(event(), Reply.YES, by=board.cast[who])


def _cancel(
    event: Callable[[], Event], off: dict[str, Any], given: dict[str, Any], board: Board
) -> None:
    event().cancel(off["reason"], by=board.cast[given["by"]])


def _count_in(event: Callable[[], Event], who: str, given: dict[str, Any], board: Board) -> None:
    date = queries.held(event().occurrences[0].id)
    attending.count_in(date, board.cast[who], by=board.cast[given["by"]])


def _write_minutes(event: Callable[[], Event], given: dict[str, Any], board: Board) -> None:
    text = given["minutes"].strip()
    Minutes.begin(queries.held(event().occurrences[0].id)).write(
        text,
        board.rendered[text],
        reached=given["reached"],
        changed=given["changed"],
        by=board.cast[given["by"]],
    )


def _think(event: Callable[[], Event], who: str, said: list[Any], board: Board) -> None:
    worth, words = said
    date = queries.held(event().occurrences[0].id)
    answering.say_how_it_was(date, worth=worth, words=words, by=board.cast[who])
