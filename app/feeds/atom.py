"""A feed as RFC 4287 has it, written by a library of its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from feedgenerator import Atom1Feed
from flask import current_app

from app.core.markdown.outside import outside

SINCE = "2026"  # when the house began to name its posts so; part of every name, for good
UNSENDABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # not in XML


@dataclass(frozen=True)
class Entry:
    number: int
    title: str
    link: str
    html: str
    excerpt: str
    language: str
    authors: list[str]
    published: datetime
    updated: datetime


class _Feed(Atom1Feed):
    """What RFC 4287 has and the library leaves out: the language of an entry, and who else wrote
    it.
    """

    def item_attributes(self, item):
        return {"xml:lang": item["language"]}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name in item["others"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")


def named(kind: str, thing: object) -> str:
    """A name that stays when a title, a domain's path or a token changes (RFC 4151)."""
    return f"tag:{urlsplit(current_app.config['SITE_URL']).hostname},{SINCE}:{kind}/{thing}"


def feed(
    *,
    title: str,
    about: str,
    link: str,
    address: str,
    name: str,
    language: str,
    updated: datetime,
    entries: Iterable[Entry],
) -> tuple[bytes, datetime]:
    """The document, and when anything in it changed last. `updated` is for a feed of nothing."""
    site = current_app.config["SITE_URL"]
    written = _Feed(
        title=_plain(title),
        link=link,
        description=_plain(about),
        language=language,
        feed_url=address,
        feed_guid=name,
        author_name="WOWista",
    )
    last = updated if not (entries := list(entries)) else max(one.updated for one in entries)
    for one in entries:
        authors = [_plain(author) for author in one.authors] or ["WOWista"]
        written.add_item(
            title=_plain(one.title),
            link=one.link,
            description=None,
            content=_plain(outside(one.html, site)),
            pubdate=one.published.replace(tzinfo=UTC),
            updateddate=one.updated.replace(tzinfo=UTC),
            unique_id=named("post", one.number),
            author_name=authors[0],
            others=authors[1:],
            language=one.language,
        )
    written.latest_post_date = lambda: last.replace(tzinfo=UTC)
    return written.writeString("utf-8").encode(), last.replace(microsecond=0, tzinfo=UTC)


def _plain(words: str) -> str:
    return UNSENDABLE.sub("", words)
