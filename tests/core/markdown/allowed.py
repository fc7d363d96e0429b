"""What may be in people's HTML, written down a second time, and read by another parser."""

import re
from html.parser import HTMLParser

REL = "nofollow noopener noreferrer"
HREF = re.compile(r"(https?:|mailto:|/(?![/\\]))[^\x00-\x20]*", re.IGNORECASE)
SRC = re.compile(r"/pictures/[0-9a-f]{32}(/small)?")
ANYTHING = re.compile(r".*", re.DOTALL)
ALIGN = re.compile(r"left|center|right")

PLAIN = (
    *("p", "br", "hr", "blockquote", "pre", "code", "ul", "li", "em", "strong", "del"),
    *("h2", "h3", "h4", "h5", "h6", "table", "caption", "thead", "tbody", "tfoot", "tr"),
)
TAGS: dict[str, dict[str, re.Pattern[str]]] = {
    **{tag: {} for tag in PLAIN},
    "th": {"align": ALIGN},
    "td": {"align": ALIGN},
    "ol": {"start": re.compile(r"\d{1,6}")},
    "a": {"href": HREF, "title": ANYTHING, "rel": re.compile(REL)},
    "img": {"src": SRC, "alt": ANYTHING, "title": ANYTHING, "loading": re.compile("lazy")},
}


class Inspector(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.objections: list[str] = []
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag not in TAGS:
            self.objections.append(f"<{tag}>")
            return
        for name, value in attrs:
            rule = TAGS[tag].get(name)
            if rule is None or not rule.fullmatch(value or ""):
                self.objections.append(f"<{tag} {name}={value!r}>")
        if tag == "a" and ("rel", REL) not in attrs:
            self.objections.append("<a> without rel")

    def handle_endtag(self, tag):
        if tag not in TAGS:
            self.objections.append(f"</{tag}>")

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.objections.append(f"<!--{data}-->")

    def handle_decl(self, decl):
        self.objections.append(f"<!{decl}>")

    def unknown_decl(self, data):
        self.objections.append(f"<![{data}]>")

    def handle_pi(self, data):
        self.objections.append(f"<?{data}>")


def inspect(html: str) -> Inspector:
    inspector = Inspector()
    inspector.feed(html)
    inspector.close()
    return inspector


def objections(html: str) -> list[str]:
    """What must not be there; nothing, if all is well."""
    return inspect(html).objections
