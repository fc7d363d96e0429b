"""The company's ambassadors say what they know; its people put others forward, and ask for help."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from app.ambassadors import helping, naming, queries
from app.ambassadors.models import HelpRequest, Nomination
from app.catalogue import queries as catalogue
from app.catalogue.tagging import give_terms, tag
from app.core.db import db
from app.core.fields import slug
from app.demo.deeds import Cast, Deed, days_ago
from app.people.models import Unit
from app.people.queries import person

SETTLED = 50  # days ago whoever had the role from the beginning says what they know


@dataclass(frozen=True)
class Desk:
    """The company and its units by their names, and what was put forward and asked so far."""

    cast: Cast
    places: dict[str, int]
    put_forward: dict[str, Nomination] = field(default_factory=dict)
    asked: dict[str, HelpRequest] = field(default_factory=dict)


def deeds(told: dict[str, Any], *, desk: Desk, now: datetime) -> Iterator[Deed]:
    for given in told["ambassadors"]:
        began = days_ago(SETTLED, now)
        if named := given.get("named"):
            began = days_ago(named["days"], now)
            nomination = {"who": given["who"], "by": named["put_forward_by"], "why": named["why"]}
            yield Deed(began - timedelta(hours=30), partial(_put_forward, nomination, desk))
            yield Deed(began, partial(_name, given, named, desk, ends=now))
        yield Deed(began + timedelta(hours=2), partial(_know, given, desk))
        if farewell := given.get("farewell"):
            ends = partial(_say_goodbye, given, farewell, desk)
            yield Deed(days_ago(farewell["days"], now), ends)
    for given in told["nominations"]:
        yield Deed(days_ago(given["days"], now), partial(_put_forward, given, desk))
    for given in told["help"]:
        yield Deed(days_ago(given["days"], now), partial(_ask, given, desk))
        if taken := given.get("taken"):
            yield Deed(days_ago(taken["days"], now), partial(_take, given, desk))
        if answer := given.get("answer"):
            yield Deed(days_ago(answer["days"], now), partial(_answer, given, answer, desk))


def _put_forward(given: dict[str, Any], desk: Desk) -> None:
    person_, by = desk.cast[given["who"]], desk.cast[given["by"]]
    nomination = naming.put_forward(person_, given["why"], by=by)
    if nomination:
        desk.put_forward[given["who"]] = nomination


def _name(given: dict[str, Any], named: dict[str, Any], desk: Desk, *, ends: datetime) -> None:
    naming.name(
        desk.cast[given["who"]],
        until=(ends + timedelta(days=named["lasts"])).date(),
        by=desk.cast[named["by"]],
        nomination=desk.put_forward[given["who"]],
    )


def _know(given: dict[str, Any], desk: Desk) -> None:
    them = desk.cast[given["who"]]
    mandate = queries.open_mandate_of(them.id)
    if mandate is None:
        return
    tag(mandate, given["topics"])
    give_terms(mandate, catalogue.terms_at(given["touchpoints"]))
    for name in given["coaches"]:
        mandate.coach(db.session.get_one(Unit, desk.places[name]), by=them)


def _say_goodbye(given: dict[str, Any], farewell: dict[str, Any], desk: Desk) -> None:
    if mandate := queries.open_mandate_of(desk.cast[given["who"]].id):
        mandate.say_goodbye(farewell["words"], by=desk.cast[farewell["by"]])


def _ask(given: dict[str, Any], desk: Desk) -> None:
    by = desk.cast[given["by"]]
    topic = catalogue.tag_at(slug(given["topic"])) if "topic" in given else None
    terms = catalogue.terms_at([given["touchpoint"]]) if "touchpoint" in given else []
    desk.asked[given["by"]] = helping.ask(
        given["need"],
        by=by,
        unit_id=by.unit_id,
        tag_id=topic.id if topic else None,
        term_id=terms[0] if terms else None,
    )


def _take(given: dict[str, Any], desk: Desk) -> None:
    _by_whoever_is_asked(desk.asked[given["by"]], helping.take)


def _answer(given: dict[str, Any], answer: dict[str, Any], desk: Desk) -> None:
    request = desk.asked[given["by"]]
    _by_whoever_is_asked(request, lambda it, by: it.reply(answer["words"], by=by))


def _by_whoever_is_asked(request: HelpRequest, do: Callable[..., None]) -> None:
    if request.asked_id:
        do(request, by=person(request.asked_id))
