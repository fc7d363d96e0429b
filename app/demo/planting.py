"""Planting the company: everything its people did, in the order they did it, as two decisions.

Between them a wave of the survey is counted, which takes decisions of its own. Whoever stops a
first start before that has an empty house; and after it, the company as it was a month ago.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from flask import current_app

from app.core import clock
from app.core.db import db, writing
from app.core.markdown import Rendered, render
from app.core.storage import storage
from app.demo import (
    answering,
    colleagues,
    company,
    house,
    inviting,
    pictures,
    proposing,
    representing,
    rooms,
    surveying,
    talk,
    thanking,
    triaging,
    undertaking,
)
from app.demo.company import Article
from app.demo.deeds import Cast, Deed
from app.people import passwords
from app.people.queries import is_anybody_here

PATIENCE = 60  # seconds: a first text waits for its renderer to start


class NotHere(RuntimeError):
    """Everybody knows the password of a demo account, so production refuses them."""


def plant() -> bool:
    """The whole company, unless somebody is here already; whether it was planted.

    Raises NotHere in production.
    """
    if current_app.config["PRODUCTION"]:
        raise NotHere("This is production (PRODUCTION=1): the demo company is not planted here.")
    if is_anybody_here():
        return False

    now = clock.now()
    deeds = sorted(_prepared(company.facts(), company.articles(), now))
    counted = surveying.counted_at(now)
    with writing(PATIENCE):
        if is_anybody_here():
            return False  # two servers started at once, and the other one was quicker
        _do(deed for deed in deeds if deed.at < counted)
    surveying.count(now)
    with writing(PATIENCE):
        _do(deed for deed in deeds if deed.at >= counted)
    return True


def _do(deeds: Iterable[Deed]) -> None:
    for deed in deeds:
        with clock.at(deed.at):
            deed.do()
            db.session.flush()


def _prepared(told: dict[str, Any], articles: list[Article], now: datetime) -> Iterator[Deed]:
    """All that is slow is done here, before anything is written."""
    cast: Cast = {}
    spaces: rooms.Rooms = {}
    proposed, events, initiatives = company.ideas(), company.events(), company.initiatives()
    rendered, kept = _rendered(articles, proposed, events, initiatives), storage()
    faces = pictures.portraits((who["face"] for who in told["people"] if "face" in who), kept)
    covers = pictures.covers((one.cover for one in articles if one.cover), kept)
    posters = pictures.covers((one["cover"] for one in events if "cover" in one), kept)
    shown = pictures.covers((one["cover"] for one in initiatives if "cover" in one), kept)
    password_hash = passwords.hashed(company.PASSWORD)

    places: dict[str, int] = {}
    moving_in: dict[str, Any] = {
        "password_hash": password_hash,
        "places": places,
        "cast": cast,
        "now": now,
    }
    yield from house.deeds(told, faces=faces, **moving_in)
    yield from colleagues.deeds(company.colleagues(), **moving_in)
    opened = told["spaces"]
    yield from rooms.deeds(opened, cast=cast, rooms=spaces, now=now, patience=PATIENCE)
    runs = {room["key"]: room["by"] for room in opened}
    stage = talk.Stage(cast, spaces, runs, posts={})
    for one in articles:
        cover = covers.get(one.cover)
        yield from talk.deeds(one, rendered=rendered, cover=cover, stage=stage, now=now)
    table = proposing.Table(cast, stage.posts, rendered)
    ideas: proposing.Ideas = {}
    yield from proposing.deeds(proposed, table=table, ideas=ideas, now=now)
    yield from answering.deeds(company.templates(), cast=cast, now=now)
    yield from triaging.deeds(company.sittings(), cast=cast, ideas=ideas, now=now)
    book = undertaking.Logbook(cast, ideas, rendered, shown)
    yield from undertaking.deeds(initiatives, book=book, now=now)
    board = inviting.Board(cast, spaces, rendered, posters)
    yield from inviting.deeds(events, board=board, now=now)
    yield from thanking.deeds(company.thanks(), cast=cast, now=now)
    desk = representing.Desk(cast, places)
    yield from representing.deeds(company.ambassadors(), desk=desk, now=now)
    yield from surveying.deeds(company.answers(), rendered, now)


def _rendered(
    articles: list[Article],
    proposed: company.Proposed,
    events: list[dict[str, Any]],
    initiatives: list[dict[str, Any]],
) -> dict[str, Rendered]:
    texts = [text for one in articles for text in {one.text, one.earlier}]
    texts += [told.says for one in articles for told, _ in one.talk()]
    texts += [*proposing.texts(proposed), *inviting.texts(events)]
    texts += [*undertaking.texts(initiatives), surveying.SUMMARY]
    return {text: render(text, seconds=PATIENCE) for text in texts}
