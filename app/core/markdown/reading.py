"""Reading rendered HTML back: its words for an excerpt, its pictures."""

import re
from collections.abc import Collection
from html import unescape
from html.parser import HTMLParser

INLINE = {"em", "strong", "del", "a", "code", "img"}
PICTURE = re.compile(r"/pictures/([0-9a-f]{32})(?:/small)?")
TAG = re.compile(r"</?[a-z][^>]*>")
INLINE_TAG = re.compile(rf"</?(?:{'|'.join(sorted(INLINE))})\b[^>]*>")
LISTS = {"ul", "ol"}
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
NOT_PROSE = HEADINGS | {"pre", "table"}
SLICE = 4096  # characters read at a time: an excerpt of a long text needs only its beginning


def excerpt(html: str, limit: int) -> str:
    """How a text begins, without its headings, tables and code: they make no sentence."""
    return _words(html, limit, without=NOT_PROSE) or plain(html, limit)


def plain(html: str, limit: int) -> str:
    """The words of rendered HTML, at most `limit` characters, cut after a word with “…”."""
    return _words(html, limit)


def bare(html: str) -> str:
    """All the words of rendered HTML in a row, quickly: no element of ours has a “>” inside. What
    stands in a line parts no words: a stop stays with the link before it.
    """
    return " ".join(unescape(TAG.sub(" ", INLINE_TAG.sub("", html))).split())


def lines(html: str, limit: int) -> str:
    """What rendered HTML says, where there is nothing but letters: its paragraphs and its lists,
    and beside the words of a link where it leads. At most about `limit` characters.
    """
    read = _Lines()
    for start in range(0, len(html), SLICE):
        read.feed(html[start : start + SLICE])
        if read.length > limit:
            break
    else:
        read.close()
    blocks = (" ".join(block.split()) for block in "".join(read.heard).split("\n"))
    text = re.sub("\n{3,}", "\n\n", "\n".join(blocks)).strip()
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


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


class _Lines(HTMLParser):
    """Blocks part by empty lines, and what is in a list or a table by the end of one."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.length = 0
        self.leads: list[tuple[str, int]] = []  # where links lead that have begun, and since when
        self.lists = 0  # that have begun and not ended

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.leads.append((dict(attrs).get("href") or "", len(self.heard)))
        elif tag == "li":
            self.heard.append("\n– ")
        elif tag in {"br", "tr"}:
            self.heard.append("\n")
        elif tag in {"td", "th"}:
            self.heard.append(" ")
        elif tag in LISTS:
            self.heard.append("" if self.lists else "\n\n")
            self.lists += 1
        elif tag not in INLINE and not self._begins_item:
            self.heard.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.leads:
            address, since = self.leads.pop()
            words = "".join(self.heard[since:])
            if address.startswith(("http:", "https:")) and words.strip() != address:
                self.heard.append(f" ({address})")
        elif tag in LISTS:
            self.lists -= 1
            self.heard.append("" if self.lists else "\n\n")
        elif tag in {"p", "blockquote", "pre", "table"} or tag in HEADINGS:
            self.heard.append("\n\n")

    def handle_data(self, data: str) -> None:
        said = data.replace("\n", " ")
        if said.strip() or (self.heard and not self.heard[-1].endswith("\n")):
            self.heard.append(said)
            self.length += len(said)

    @property
    def _begins_item(self) -> bool:
        return bool(self.heard) and self.heard[-1].endswith("– ")


class _Addresses(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.heard += [value for name, value in attrs if name in {"src", "href"} and value]
