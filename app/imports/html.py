"""What a file from elsewhere says in HTML, said in Markdown.

Tags are only text here, so what can be said in Markdown is, what means nothing by itself (a
`<div>`) goes and leaves its words, and what cannot be shown is named, for the report. Linear in
the length of the text, whatever it is.
"""

import re
from collections.abc import Callable
from html import unescape
from typing import NamedTuple

# Taken out whole, from their beginning to their end.
UNSHOWN = ("iframe", "video", "audio", "script", "style", "object", "svg", "form")

LINK = re.compile(
    r"""<a\s[^<>]{0,1000}?\bhref\s{0,9}=\s{0,9}"""
    r"""(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]++))[^<>]{0,1000}>"""
    r"([^<>\[\]]{1,300})</a>",
    re.IGNORECASE,
)
MARKED = re.compile(r"<(b|strong|i|em|del|s)>([^<>\n]{1,1000})</\1>", re.IGNORECASE)
MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "del": "~~", "s": "~~"}
CODE = re.compile(r"<(code|kbd|samp|tt)>([^<>`\n]{1,300})</\1>", re.IGNORECASE)
HEADING = re.compile(r"<h([1-6])\b[^<>]{0,500}>([^<>\n]{1,300})</h\1>", re.IGNORECASE)
SUMMARY = re.compile(r"<summary\b[^<>]{0,500}>\s{0,9}([^<>\n]{1,300}?)\s{0,9}</summary>", re.I)
ITEM = re.compile(r"\s{0,20}<li\b[^<>]{0,500}>\s{0,20}", re.IGNORECASE)
BREAK = re.compile(r"[ \t]{0,9}<br\s{0,9}/?>\n?", re.IGNORECASE)
RULE = re.compile(r"<hr\b[^<>]{0,500}>", re.IGNORECASE)
# Directly behind «](» stands an address of Markdown, as `</b>`, and no tag.
BLOCK = re.compile(
    r"(?<!\]\()</?(?:p|div|section|article|center|details|figure|figcaption|ul|ol|dl|dd|dt|blockquote)"
    r"\b[^<>]{0,1000}>",
    re.IGNORECASE,
)
WRAPPER = re.compile(
    r"(?<!\]\()</?(?:span|a|b|strong|i|em|del|s|u|small|big|sup|sub|font|abbr|picture|source|summary|li"
    r"|table|thead|tbody|tfoot|caption|colgroup|col|tr|td|th|code|kbd|h[1-6])\b[^<>]{0,1000}>",
    re.IGNORECASE,
)
ROW = re.compile(r"<tr\b[^<>]{0,500}>", re.IGNORECASE)
CELL = re.compile(r"<t[hd]\b[^<>]{0,500}>", re.IGNORECASE)


class Said(NamedTuple):
    text: str
    unshown: list[str]  # the names of the elements that were left out


def without_comments(text: str) -> str:
    """Notes to oneself, code in them or not, were never shown. One that stays open stays."""
    return without(text, "<!--", "-->")


def without(text: str, begins: str, ends: str) -> str:
    """The text without each stretch between the two. One that stays open stays."""
    return _between(text, begins, ends, lambda inside: "")[0]


def to_markdown(text: str) -> Said:
    """The text without HTML, and what of it could not be kept."""
    if "<" not in text:
        return Said(text, [])
    unshown = []
    for name in UNSHOWN:
        text, times = _between(text, f"<{name}", f"</{name}>", lambda inside: "")
        if times:
            unshown.append(name)
    text, _ = _between(text, "<table", "</table>", _table)
    for pattern, instead in (
        (CODE, r"`\2`"),
        (MARKED, lambda found: f"{MARKS[found[1].lower()]}{found[2]}{MARKS[found[1].lower()]}"),
        (LINK, _link),
        (HEADING, lambda found: f"\n\n{'#' * int(found[1])} {found[2].strip()}\n\n"),
        (SUMMARY, r"\n\n**\1**\n\n"),
        (ITEM, "\n- "),
        (BREAK, "  \n"),
        (RULE, "\n\n---\n\n"),
        (BLOCK, "\n\n"),
        (WRAPPER, ""),
    ):
        text = pattern.sub(instead, text)
    return Said(text, unshown)


def _link(found: re.Match[str]) -> str:
    """Its address stands between quotes of either kind, or by itself."""
    address = found[1] or found[2] or found[3] or ""
    return f"[{found[4].strip()}](<{unescape(address)}>)"


def _between(text: str, begins: str, ends: str, instead: Callable[[str], str]) -> tuple[str, int]:
    """The text with each such stretch replaced, and how many there were. An open one stays."""
    low, parts, done, times = text.lower(), [], 0, 0
    while (start := low.find(begins, done)) >= 0 and (end := low.find(ends, start)) >= 0:
        end += len(ends)
        parts += [text[done:start], instead(text[start:end])]
        done, times = end, times + 1
    return "".join([*parts, text[done:]]), times


def _table(inside: str) -> str:
    """A table of HTML as one of Markdown: its first row is its head."""
    rows = [[_cell(cell) for cell in CELL.split(row)[1:]] for row in ROW.split(inside)[1:]]
    rows = [row for row in rows if row]
    if not rows:
        return ""
    width = max(len(row) for row in rows)
    lines = [" | ".join(row + [""] * (width - len(row))) for row in rows]
    lines.insert(1, " | ".join(["---"] * width))
    return "\n\n" + "\n".join(f"| {line} |" for line in lines) + "\n\n"


def _cell(inside: str) -> str:
    words = " ".join(BLOCK.sub(" ", inside.partition("</t")[0]).split())
    return words.replace("|", "\\|")
