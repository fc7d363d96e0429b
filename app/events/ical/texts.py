"""What a calendar says in words, as this house keeps it: Markdown that shows what was typed.

Linear in the length of the text, whatever it is.
"""

import re
from html import unescape

LONGEST = 50_000  # characters

URL = re.compile(r"(https?://[^\s<>\"]{1,2000})")
MARK = re.compile(r"([\\`*_\[\]~])")
BEGINS = re.compile(r"^([#>]|[-+](?=\s|$))")
NUMBERED = re.compile(r"^(\d{1,9})\.(?=\s)")
UNDERLINE = re.compile(r"^[=-]+$")
RULE = re.compile(r"^[-=_*~]{5,}$")

IS_HTML = re.compile(r"<(?:br|p|div|span|a|b|i|u|ul|ol|li|strong|em|html|body|table|font)\b", re.I)
UNSHOWN = ("head", "style", "script", "title")
LINK = re.compile(
    r"""<a\s[^<>]{0,1000}?\bhref\s{0,9}=\s{0,9}["']?(https?://[^"'<>\s]{1,2000})[^<>]{0,1000}>"""
    r"([^<>]{0,500})</a>",
    re.IGNORECASE,
)
ITEM = re.compile(r"<li\b[^<>]{0,500}>\s{0,20}", re.IGNORECASE)
BLOCK = re.compile(
    r"</?(?:p|div|tr|table|ul|ol|h[1-6]|blockquote|section|article|body)\b[^<>]{0,1000}>", re.I
)
BREAK = re.compile(r"<br\b[^<>]{0,100}>", re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,2000}>")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def markdown(text: str) -> str:
    """A text as it was typed, with nothing in it that would be taken for a mark."""
    kept = CONTROLS.sub("", plain(text[: 2 * LONGEST]))[:LONGEST]
    lines: list[str] = []
    for line in kept.split("\n"):
        line = " ".join(line.split())
        if (UNDERLINE.match(line) or RULE.match(line)) and lines and lines[-1]:
            lines.append("")  # or what stands above it were a heading
        if line or (lines and lines[-1]):
            lines.append("---" if RULE.match(line) else _shown(line))
    return "\n".join(lines).strip()


def plain(text: str) -> str:
    """The words of what may be HTML: Google's descriptions are, and do not say so."""
    if not IS_HTML.search(text):
        return text
    for name in UNSHOWN:
        text = _without(text, f"<{name}", f"</{name}>")
    text = " ".join(text.split()) if BLOCK.search(text) else text
    text = LINK.sub(_link, text)
    for pattern, instead in ((ITEM, "\n- "), (BREAK, "\n"), (BLOCK, "\n\n"), (TAG, "")):
        text = pattern.sub(instead, text)
    return unescape(text)


def _link(found: re.Match[str]) -> str:
    address, words = unescape(found[1]), found[2].strip()
    return address if not words or unescape(words) == address else f"{words} ({address})"


def _shown(line: str) -> str:
    parts = URL.split(line)  # addresses at odd places
    shown = "".join(
        part if place % 2 else MARK.sub(r"\\\1", part) for place, part in enumerate(parts)
    )
    shown = BEGINS.sub(r"\\\1", shown)
    return NUMBERED.sub(r"\1\\.", shown)


def _without(text: str, begins: str, ends: str) -> str:
    low, parts, done = text.casefold(), [], 0
    if len(low) != len(text):  # letters that are longer when small
        low = text.lower() if len(text.lower()) == len(text) else text
    while (start := low.find(begins, done)) >= 0 and (end := low.find(ends, start)) >= 0:
        parts.append(text[done:start])
        done = end + len(ends)
    return "".join([*parts, text[done:]])
