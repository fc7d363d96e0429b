"""The links and pictures of a Markdown text from elsewhere, led to where they are here."""

import re
from collections.abc import Callable
from posixpath import splitext
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from app.blog import code
from app.blog.file import PICTURE_FILE
from app.blog.site import MARKDOWN, PICTURES, Site
from app.core.i18n import N_
from app.core.remarks import Remark, remark
from app.imports import html
from app.imports.tree import Tree

DESTINATION = re.compile(
    r"(?:!\[(?P<alt>[^\[\]]*))?\]\([ \t]*"
    r"(?P<inline><[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)"
    r"|^ {0,3}\[[^\[\]\n]{1,200}\]:[ \t]*(?P<named><[^<>\n]*>|[^\s<>]+)",
    re.MULTILINE,
)
# `![words](address)` in HTML.
IMG = re.compile(r"<img\s[^<>]{0,2000}>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""\b(src|alt)\s{0,20}=\s{0,20}("[^"<>]*"|'[^'<>]*')""", re.IGNORECASE)
# How Jekyll and Hugo write an address of their own site.
OWN_SITE = re.compile(r"\{\{-?\s{0,9}site\.(?:baseurl|url)\s{0,9}-?\}\}")
OWN_PATH = re.compile(
    r"""\{\{-?\s{0,9}["']([^"'{}]*)["']\s{0,9}\|\s{0,9}(?:relative_url|absolute_url)\s{0,9}-?\}\}"""
)
OWN_POST = re.compile(r"""\{\{[<%]\s{0,9}(?:rel)?ref\s{1,9}["']([^"'{}]*)["']\s{0,9}[>%]\}\}""")
LIQUID = re.compile(r"\{%-?\s{0,9}(\w+)")
SHORTCODE = re.compile(r"\{\{[<%]\s{0,9}/?\s{0,9}(\w[\w-]*)")
ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}")

OUR_PICTURE = re.compile(r"!\[([^\[\]]*)\]\(/pictures/([0-9a-f]{32})\.webp")

NO_PICTURE = N_("This picture was not found: %(path)s.")
ELSEWHERE = N_("Pictures of other sites are not shown: %(path)s.")
TAGS = N_("These tags were kept as they were typed: %(names)s.")
UNSHOWN = N_("This is not shown here: %(names)s.")


class Led(NamedTuple):
    """The text, with its pictures by their place in the tree, each with what it shows."""

    text: str
    pictures: dict[str, str]  # the place of the picture: what can be seen in it
    remarks: list[Remark]


def lead(
    text: str,
    tree: Tree,
    site: Site,
    place: str,
    *,
    address_of: Callable[[str], str],
    key_of: Callable[[str], str],
) -> Led:
    """Let every link of a file lead somewhere here.

    `address_of` is the old address of another post by its place, which leads to it; `key_of`
    the key under which a picture by its place will be shown.
    """
    return _Leading(tree, site, place, address_of, key_of).lead(text)


def lead_ours(
    text: str, tree: Tree, site: Site, place: str, *, key_of: Callable[[str], str]
) -> Led:
    """The same for a file exported from here, in which nothing but pictures has moved."""
    shown = {found[2]: found[1] for found in OUR_PICTURE.finditer(text)}
    pictures, keys, remarks = {}, {}, []
    for key in dict.fromkeys(PICTURE_FILE.findall(text)):
        name = find(f"/pictures/{key}.webp", tree, site, place)
        if name:
            pictures[name] = " ".join(shown.get(key, "").split())
            keys[key] = key_of(name) or key
        else:
            remarks.append(remark(NO_PICTURE, path=f"pictures/{key}.webp"))
    led = PICTURE_FILE.sub(lambda found: f"/pictures/{keys.get(found[1], found[1])}", text)
    return Led(led, pictures, remarks)


def find(link: str, tree: Tree, site: Site, place: str) -> str:
    """The picture a link of a file means, by its place in the tree, or ""."""
    return next((name for name in site.near(place, path(link, site)) if name in tree), "")


def path(link: str, site: Site) -> str:
    """A link without what follows its path, nor its host where that is the site itself."""
    link = link.strip("<> \t")
    if "://" in link and site.is_ours(link):
        link = "/" + link.split("://", 1)[1].partition("/")[2]
    return unquote(re.split(r"[?#]", link, maxsplit=1)[0])


class _Leading:
    def __init__(
        self,
        tree: Tree,
        site: Site,
        place: str,
        address_of: Callable[[str], str],
        key_of: Callable[[str], str],
    ) -> None:
        self.tree, self.site, self.place = tree, site, place
        self.address_of, self.key_of = address_of, key_of
        self.pictures: dict[str, str] = {}
        self.remarks: list[Remark] = []
        self.tags: dict[str, None] = {}
        self.unshown: dict[str, None] = {}

    def lead(self, text: str) -> Led:
        text = code.outside_fences(text, html.without_comments)
        text = code.outside(text, self._change)
        remarks = list(self.remarks)
        if self.tags:
            remarks.append(remark(TAGS, names=", ".join(self.tags)))
        if self.unshown:
            remarks.append(remark(UNSHOWN, names=", ".join(self.unshown)))
        return Led(text, self.pictures, remarks)

    def _change(self, text: str) -> str:
        text = ATTRIBUTES.sub("", text)
        text = OWN_POST.sub(r"\1", OWN_PATH.sub(r"\1", OWN_SITE.sub("", text)))
        text = IMG.sub(self._picture, text)
        self.tags |= dict.fromkeys([*LIQUID.findall(text), *SHORTCODE.findall(text)])
        text, unshown = html.to_markdown(text)
        self.unshown |= dict.fromkeys(unshown)
        return DESTINATION.sub(self._destination, text)

    def _picture(self, found: re.Match[str]) -> str:
        said = {name.lower(): value[1:-1] for name, value in ATTRIBUTE.findall(found[0])}
        if not said.get("src"):
            return found[0]
        alt = re.sub(r"[\[\]\s]+", " ", said.get("alt", "")).strip()
        return f"![{alt}](<{said['src']}>)"

    def _destination(self, found: re.Match[str]) -> str:
        written = found["inline"] if found["inline"] is not None else found["named"]
        led = self._led(written, found["alt"])
        if led == written:
            return found[0]
        start = found.start("inline" if found["inline"] is not None else "named") - found.start()
        return found[0][:start] + led + found[0][start + len(written) :]

    def _led(self, written: str, alt: str | None) -> str:
        link = written.strip("<>")
        is_picture = alt is not None
        here = path(link, self.site)
        kind = splitext(here)[1].lower()
        if not here or ":" in here.partition("/")[0]:
            if is_picture and link:
                self._say(ELSEWHERE, link)
            return written
        if is_picture or kind in PICTURES:
            if name := find(link, self.tree, self.site, self.place):
                self.pictures.setdefault(name, "")
                self.pictures[name] = self.pictures[name] or " ".join((alt or "").split())
                key = self.key_of(name)
                return f"/pictures/{key}" if key else written
            if is_picture:
                self._say(NO_PICTURE, here)
        elif kind in MARKDOWN and (name := find(link, self.tree, self.site, self.place)):
            return self.address_of(name) or written
        elif not link.startswith(("/", "#", "@")):
            return urljoin(self.address_of(self.place), link)  # as a browser did, over there
        return written

    def _say(self, words: str, path: str) -> None:
        said = remark(words, path=path)
        if said not in self.remarks:
            self.remarks.append(said)
