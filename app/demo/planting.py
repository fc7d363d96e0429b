"""Planting the company: everything its people did, in the order they did it, as one decision.

All or nothing: whoever stops a first start halfway has an empty house, not half a company.
"""

from collections.abc import Iterator
from typing import Any

from flask import current_app

from app.core import clock
from app.core.db import db, writing
from app.core.markdown import Rendered, render
from app.core.storage import storage
from app.demo import company, house, pictures, talk
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

    deeds = sorted(_prepared(company.facts(), company.articles()))
    with writing(PATIENCE):
        if is_anybody_here():
            return False  # two servers started at once, and the other one was quicker
        for deed in deeds:
            with clock.at(deed.at):
                deed.do()
                db.session.flush()
    return True


def _prepared(told: dict[str, Any], articles: list[Article]) -> Iterator[Deed]:
    """All that is slow is done here, before anything is written."""
    cast: Cast = {}
    now, rendered, kept = clock.now(), _rendered(articles), storage()
    faces = pictures.portraits((who["face"] for who in told["people"] if "face" in who), kept)
    covers = pictures.covers((one.cover for one in articles if one.cover), kept)
    password_hash = passwords.hashed(company.PASSWORD)

    yield from house.deeds(told, password_hash=password_hash, faces=faces, cast=cast, now=now)
    for one in articles:
        cover = covers.get(one.cover)
        yield from talk.deeds(one, rendered=rendered, cover=cover, cast=cast, now=now)


def _rendered(articles: list[Article]) -> dict[str, Rendered]:
    texts = [one.text for one in articles]
    texts += [told.says for one in articles for told, _ in one.talk()]
    return {text: render(text, seconds=PATIENCE) for text in texts}
