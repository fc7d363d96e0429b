"""Reading rendered HTML back: its words for an excerpt, its pictures."""

import re
from collections.abc import Collection
from html import unescape
from html.parser import HTMLParser

INLINE = {"em", "strong", "del", "a", "code", "img"}
PICTURE = re.compile(r"/pictures/([0-9a-f]{32})(?:/small)?")
TAG = re.compile(r"</?[a-z][^>]*>")
NOT_PROSE = frozenset({"h2", "h3", "h4", "h5", "h6", "pre", "table"})
SLICE = 4096  # characters read at a time: an excerpt of a long text needs only its beginning


def excerpt(html: str, limit: int) -> str:
    """How a text begins, without its headings, tables and code: they make no sentence."""
    return _words(html, limit, without=NOT_PROSE) or plain(html, limit)


def plain(html: str, limit: int) -> str:
    """The words of rendered HTML, at most `limit` characters, cut after a word with “…”."""
    return _words(html, limit)


def bare(html: str) -> str:
    """All the words of rendered HTML in a row, quickly: no element of ours has a “>” inside."""
    return " ".join(unescape(TAG.sub(" ", html)).split())


def _words(html: str, limit: int, without: Collection[str] = ()) -> str:
    words = _Words(without)
    for start in range(0, len(html), SLICE):
        words.feed(html[start : start + SLICE])
        if words.length > limit:
            break
    else:
        words.close()

    text = " ".join("".join(words.heard).split())
    if len(text) <= limit:
        return text
    whole, space, _ = text[:limit].rpartition(" ")
    return (whole if space else text[: limit - 1]).rstrip(" ,;:.([{“«–—-") + "…"


def pictures(html: str) -> list[str]:
    """The keys of our pictures shown or linked in rendered HTML, each once, in order."""
    addresses = _Addresses()
    addresses.feed(html)
    addresses.close()
    found = (PICTURE.fullmatch(address) for address in addresses.heard)
    return list(dict.fromkeys(picture[1] for picture in found if picture))


class _Words(HTMLParser):
    def __init__(self, without: Collection[str]) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.length = 0
        self.without = without
        self.deep = 0  # elements to be left out that have begun and not ended

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.deep += tag in self.without
        if tag not in INLINE:
            self.heard.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.deep -= tag in self.without

    def handle_data(self, data: str) -> None:
        if self.deep:
            return
        self.heard.append(data)
        self.length += len(data) - data.count("\n")


class _Addresses(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.heard += [value for name, value in attrs if name in {"src", "href"} and value]
