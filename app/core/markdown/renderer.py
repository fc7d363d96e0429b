"""From Markdown to safe HTML, and nothing else: no application, no deadline, no memory.

Run as a program (`python renderer.py`) it answers on the socket that is its standard input,
so that whoever waits may kill it. Nothing of the application is imported here: it starts in
a moment, and the process that reads hostile text holds no secrets.

Two walls. The parser knows no raw HTML: tags are shown as they were typed. Whatever comes
out of it then passes an allow-list, which would hold alone.
"""

import json
import re
import resource
import signal
import socket
import sys
import traceback
from collections.abc import Mapping
from html import unescape
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from pymdownx.emoji import gemoji, to_alt

MOST_BRACKETS = 500  # the parser is quadratic in `[`: 2,000 of them take 0.7 s
DEEPEST = 60  # elements inside one another; the sanitiser is quadratic in them
MEMORY = 512 * 2**20  # bytes of address space, of which an ordinary text needs a tenth
ORPHAN_AFTER = 10.0  # seconds: with nobody left to kill it, it ends by itself

PICTURE = re.compile(r"/pictures/[0-9a-f]{32}(/small)?")
LINK = re.compile(r"https?://|mailto:|/(?![/\\])", re.IGNORECASE)
WORDS = "span"  # an element the allow-list does not know: its words stay, it goes
# Python-Markdown keeps its place marks between U+0002 and U+0003, so nobody else may; half a
# character (a lone surrogate) is none.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
EMOJI = gemoji({}, None)  # 1,900 of them: a copy for each text takes 20 times as long as the text


class TooMuch(ValueError):
    """The text asks for more work than people's texts do; the message is the reason's name."""


def to_html(text: str) -> str:
    """The safe HTML of a text, or TooMuch."""
    try:
        return clean(_parser().convert(CONTROLS.sub("", text)))
    except RecursionError:
        raise TooMuch("too_deep") from None


def clean(html: str) -> str:
    """The second wall: what the allow-list knows, and the words of the rest.

    It is quadratic in nesting, which is to be bounded before.
    """
    return CLEANER.clean(html)


def _allowed(tag: str, attribute: str, value: str) -> str | None:
    if tag == "img" and attribute == "src":
        return value if PICTURE.fullmatch(value) else None
    if tag == "ol" and attribute == "start":
        return value if re.fullmatch("[0-9]{1,6}", value) else None
    return value


def _within_the_site(url: str) -> str | None:
    """A browser drops tabs and line ends, and takes `/\\there` for `//there`: elsewhere."""
    url = re.sub(r"[\x00-\x20\x7f-\x9f]", "", url)
    return url if LINK.match(url) else None


CLEANER = nh3.Cleaner(
    tags={
        *("p", "br", "hr", "blockquote", "pre", "code", "ul", "ol", "li"),
        *("h2", "h3", "h4", "h5", "h6", "em", "strong", "del", "a", "img"),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
    },
    attributes={
        "*": set(),  # else any element may have a language and a title
        "a": {"href", "title"},
        "img": {"src", "alt", "title"},
        "ol": {"start"},
    },
    tag_attribute_values={cell: {"align": {"left", "center", "right"}} for cell in ("th", "td")},
    set_tag_attribute_values={"img": {"loading": "lazy"}},
    attribute_filter=_allowed,
    url_schemes={"http", "https", "mailto"},
    url_relative=_within_the_site,
    link_rel="nofollow noopener noreferrer",
)


class _House(Extension):
    """What is different in this house from Markdown everywhere else."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.deregister("magic-mail")  # an address in a text is not always public
        md.preprocessors.register(_FewBrackets(md), "few_brackets", 22)  # once code is put away
        md.treeprocessors.register(_Shallow(md), "shallow", 30)  # before the inline patterns
        md.treeprocessors.register(_Furnish(md), "furnish", -1)  # after everybody


class _FewBrackets(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        if sum(line.count("[") for line in lines) > MOST_BRACKETS:
            raise TooMuch("too_many_brackets")
        return lines


class _Shallow(Treeprocessor):
    def run(self, root: Element) -> None:
        _measure(root)


class _Furnish(Treeprocessor):
    """Headings below the page's own, pictures of ours, and no link that leads nowhere."""

    def run(self, root: Element) -> None:
        _measure(root)
        used = sorted({element.tag for element in root.iter() if element.tag in HEADINGS})
        lower = dict(zip(used, (*HEADINGS[1:], "h6"), strict=False))
        for element in root.iter():
            element.tag = lower.get(element.tag, element.tag)
            if element.tag == "img" and not PICTURE.fullmatch(element.get("src", "")):
                element.tag, element.text = WORDS, element.get("alt")
            elif element.tag == "a" and not LINK.match(_address(element)):
                element.tag = WORDS


def _address(link: Element) -> str:
    """Where it leads, before Python-Markdown hides an e-mail address from the simplest robots."""
    return unescape(link.get("href", "").replace(AMP_SUBSTITUTE, "&"))


def _measure(root: Element) -> None:
    """Refuses what is nested too deep; without recursion, which is what is in danger."""
    level, depth = [root], 0
    while level:
        if depth > DEEPEST:
            raise TooMuch("too_deep")
        level, depth = [child for element in level for child in element], depth + 1


def _parser() -> markdown.Markdown:
    """A new one for each text: nothing of one person's text can meet another's."""
    return markdown.Markdown(
        extensions=[
            "fenced_code",
            "tables",
            "sane_lists",
            "nl2br",
            "pymdownx.tilde",
            "pymdownx.magiclink",
            "pymdownx.emoji",
            _House(),
        ],
        extension_configs={
            "tables": {"use_align_attribute": True},
            "pymdownx.tilde": {"subscript": False},
            "pymdownx.emoji": {"emoji_index": lambda options, md: EMOJI, "emoji_generator": to_alt},
        },
    )


def serve(line: socket.socket) -> None:
    """Answers one text after another, until nobody is left at the other end.

    Each is a line of JSON: a text as a string, an answer as {"html": …} or {"refused": reason},
    and before the first text {"ready": true}.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever asks
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    to_html("The *first* text is slower: everything is imported, every pattern compiled.")

    with line.makefile("rb") as texts:
        _say(line, {"ready": True})
        for text in texts:
            signal.setitimer(signal.ITIMER_REAL, ORPHAN_AFTER)
            answer = _answer(json.loads(text))
            signal.setitimer(signal.ITIMER_REAL, 0)
            _say(line, answer)


def _answer(text: str) -> dict[str, str]:
    try:
        return {"html": to_html(text)}
    except TooMuch as reason:
        return {"refused": str(reason)}
    except Exception:
        traceback.print_exc()  # a text the libraries stumble over: for the log, and no end of it
        return {"refused": "broken"}


def _say(line: socket.socket, answer: Mapping[str, str | bool]) -> None:
    line.sendall(json.dumps(answer).encode() + b"\n")


if __name__ == "__main__":
    serve(socket.socket(fileno=sys.stdin.fileno()))
