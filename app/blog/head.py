"""The head of one file, asked for what it says of a post, in whatever words it says it."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from email.utils import parseaddr
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from app.blog import dates
from app.blog.models import LONGEST_NAME
from app.catalogue.models import LONGEST as LONGEST_TAG
from app.core.fields import UNKEPT, line, slug
from app.core.i18n import N_

OURS = "wowista"  # what the head of a file says that was exported from here
MOST_AUTHORS, MOST_TAGS = 20, 30
LONGEST_BYLINE = 500  # characters in which several authors are named

DATES = ("date", "published", "publishdate", "published_at", "pubdate", "created", "created_at")
EDITED = ("edited", "lastmod", "updated", "last_modified_at", "modified", "updated_at")
COVERS = ("cover", "image", "featured_image", "cover_image", "thumbnail", "hero", "banner", "img")
ADDRESSES = ("aliases", "redirect_from", "alias", "redirects")
TAGS = ("tags", "tag", "categories", "category")
AUTHORS = ("authors", "author")
LANGUAGES = ("lang", "language", "locale")
SOURCES = ("id", "guid")
DRAWERS = ("taxonomies", "extra", "params")  # where Zola and Hugo keep what is not their own
UNDERSTOOD = {
    *("title", "slug", "draft", "isdraft", "status", "permalink", "url", "path", "header", OURS),
    *(*DATES, *EDITED, *COVERS, *ADDRESSES, *TAGS, *AUTHORS, *LANGUAGES, *SOURCES, *DRAWERS),
}
# How a site is built, or what is made anew here: nobody will miss it.
OF_NO_USE = {
    *("layout", "type", "weight", "order", "toc", "comments", "description", "excerpt", "summary"),
    *("keywords", "template", "sitemap", "math", "mathjax", "menu", "markup", "pin", "featured"),
    *("subtitle", "sidebar", "share", "expirydate", "in_search_index", "insert_anchor_links"),
    *("page_template", "classes", "toc_label", "series", "linktitle", "cascade", "outputs"),
    *("headless", "build", "_build", "render", "render_with_liquid", "section"),
}
YES, NO = {"true", "yes", "on", "1"}, {"false", "no", "off", "0"}

NOT_A_DATE = N_("“%(words)s” is not a date.")
TOO_MANY_AUTHORS = N_("It has more than %(most)s authors: the last ones were left out.")
TOO_MANY_TAGS = N_("It has more than %(most)s tags: the last ones were left out.")
NOT_UNDERSTOOD = N_("Not understood: %(names)s.")


class Writer(NamedTuple):
    name: str
    email: str = ""


class Head:
    """`say(words, **given)` hears what was not understood."""

    def __init__(self, values: dict[str, Any], *, zone: ZoneInfo, say: Callable[..., None]) -> None:
        self.values, self._zone, self._say = values, zone, say
        drawers = [values.get(name) for name in DRAWERS]
        self._places = [values, *(drawer for drawer in drawers if isinstance(drawer, dict))]

    @property
    def is_ours(self) -> bool:
        return OURS in self.values

    @property
    def is_draft(self) -> bool:
        return (
            self.word("draft", "isdraft").lower() in YES
            or self.word("published").lower() in NO
            or self.word("status").lower() == "draft"
        )

    def word(self, *keys: str) -> str:
        """The first of these that somebody gave, at the top or in a drawer; "" for none."""
        value = self._first(keys)
        return UNKEPT.sub("", value) if isinstance(value, str) else ""

    def date(self, *keys: str) -> datetime | None:
        for key in keys:
            given = self.word(key)
            if not given or given.lower() in YES | NO:
                continue
            if moment := dates.moment(given, self._zone):
                return moment
            self._say(NOT_A_DATE, words=given)
        return None

    def authors(self, known: dict[str, Any]) -> list[Writer]:
        """Who wrote it; `known` is whom the site's own list says a short name is."""
        given = [one for value in self._every(AUTHORS) for one in _writers(value, known)]
        unique = list(dict.fromkeys(writer for writer in given if writer.name))
        if len(unique) > MOST_AUTHORS:
            self._say(TOO_MANY_AUTHORS, most=MOST_AUTHORS)
        return unique[:MOST_AUTHORS]

    def tags(self) -> list[str]:
        given: dict[str, str] = {}
        for value in self._every(TAGS):
            if isinstance(value, str) and (tag := line(value)[:LONGEST_TAG].strip()):
                given.setdefault(slug(tag), tag)
        kept = [tag for word, tag in given.items() if word]
        if len(kept) > MOST_TAGS:
            self._say(TOO_MANY_TAGS, most=MOST_TAGS)
        return kept[:MOST_TAGS]

    def addresses(self) -> list[str]:
        return [value for value in self._every(ADDRESSES) if isinstance(value, str)]

    def cover(self) -> str:
        """Where its picture lies, or ""."""
        value = self._first((*COVERS, "header"))
        if isinstance(value, dict):
            inner = [value.get(key) for key in ("image", "path", "src", "url", "feature", "teaser")]
            value = next((word for word in inner if isinstance(word, str)), "")
        return value.strip() if isinstance(value, str) else ""

    def strange(self) -> list[str]:
        """The names of what it says that nobody here knows what to do with."""
        return [
            name
            for name, value in self.values.items()
            if name not in UNDERSTOOD | OF_NO_USE
            or (name in {"title", "slug", "date", "draft"} and isinstance(value, (list, dict)))
        ]

    def _first(self, keys: tuple[str, ...]) -> Any:
        for place in self._places:
            for key in keys:
                if place.get(key) not in (None, "", [], {}):
                    return place[key]
        return None

    def _every(self, keys: tuple[str, ...]) -> Iterator[Any]:
        """All values of these, whether given as a list, as one, or between commas or spaces."""
        for place in self._places:
            for key in keys:
                value = place.get(key)
                if isinstance(value, list):
                    yield from value
                elif isinstance(value, str) and key in {"tags", "categories"}:
                    yield from value.split("," if "," in value else None)
                elif value is not None:
                    yield value


def _writers(value: Any, known: dict[str, Any]) -> Iterator[Writer]:
    if isinstance(value, dict):
        name, email = value.get("name"), value.get("email")
        yield _writer(
            name if isinstance(name, str) else "", email if isinstance(email, str) else ""
        )
    elif isinstance(value, str):
        person = known.get(value.strip().lower())
        if isinstance(person, dict):
            yield from _writers({"name": value} | person, {})
            return
        for one in _apart(value[:LONGEST_BYLINE]):
            yield _writer(*(parseaddr(one) if "@" in one else (one, "")))


def _apart(byline: str) -> list[str]:
    """“Ane Etxaniz, Jon Lasa” are two; “Etxaniz, Ane” is one."""
    parts = [part.strip() for part in re.split(r"[;,&]| and ", byline)]
    several = all("@" in part or len(part.split()) > 1 for part in parts)
    return parts if several else [byline]


def _writer(name: str, email: str) -> Writer:
    email = line(email).lower()
    return Writer((line(name) or email)[:LONGEST_NAME].strip(), email)
