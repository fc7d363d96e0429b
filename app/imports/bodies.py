"""A text that is HTML from its beginning to its end, as other platforms keep them, said in clean
Markdown: what `html` says of the tags inside a text, and beside it what only a whole one has, as
its white space, its entities and lists inside lists. Linear in the length of the text.
"""

import re
from html import unescape
from itertools import pairwise

from app.imports import html

TAGS = "html|head|body|title|"
TAGS += (
    "p|br|div|span|ul|ol|li|a|b|strong|i|em|u|h[1-6]|blockquote|table|tr|td|pre|img|font|section"
)
LOOKS_LIKE = re.compile(
    rf"</(?:{TAGS})\s{{0,9}}>|<(?:br|p|img|hr)\b[^<>]{{0,1000}}>", re.IGNORECASE
)
# What a whole page has, and programs for the office leave in what is copied from them.
NEVER_SHOWN = [("<head>", "</head>"), ("<head ", "</head>")]
NEVER_SHOWN += [(f"<{name}", f"</{name}>") for name in ("title", "xml", *html.UNSHOWN)]
PART = re.compile(
    r"</?(?:html|body|main|header|footer|nav|aside|address|fieldset|legend|noscript|template)"
    r"\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
# An address between such signs is no tag.
REST = re.compile(
    r"</?(?:(?!mailto|tel|sip|urn|data)[a-z][a-z0-9]{0,20}:[a-z][a-z0-9_.-]{0,40}|span|font|head"
    r"|title|style|script|xml|meta|link|base|wbr|nobr|bd[io]|mark|q|cite|var|dfn|ins|strike|tt|time"
    r"|label|button|input|select|option|textarea|form|iframe|object|embed|param|map|area|acronym"
    r"|ruby|r[tp]|center)\b[^<>]{0,2000}>|<(?:![a-z\[]|\?[a-z])[^<>]{0,2000}>",
    re.IGNORECASE,
)
TAG = re.compile(r"(</?[a-z][^<>]*>)", re.IGNORECASE)
BREAKS = re.compile(
    rf"{html.BLOCK.pattern}|</?(?:br|hr|li|h[1-6]|table|tr)\b[^<>]*>", re.IGNORECASE
)
INDENT = re.compile(r"(?: |\u00a0|&nbsp;|&#160;|&#xa0;)*", re.IGNORECASE)
# What Markdown would take for more than words where a line begins; what is behind a number is it.
SIGN = re.compile(
    r"(\d{1,9})?(?:(?(1)\.(?=\s|$)|(?:[#>]|[*+-](?=\s|$)|([*_-])[ ]?\2[ ]?\2|```|~~~"
    r"|\[[^\[\]]{1,100}\]:)))"
)
ITEM = re.compile(r"(?:-|\d+\.) ")
SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
PRE = re.compile(r"<(/?)pre\b[^<>]{0,500}>", re.IGNORECASE)
IMG = re.compile(r"<img\b[^<>]{0,2000}>", re.IGNORECASE)
ALT = re.compile(r"""\balt\s{0,9}=\s{0,9}(?:"([^"<>]*)"|'([^'<>]*)')""", re.IGNORECASE)
LIST = re.compile(r"<(/?)(ul|ol|li)\b[^<>]{0,1000}>\s{0,20}", re.IGNORECASE)
# A paragraph that is all of an item is no more than the item.
OPENS = re.compile(r"(<li\b[^<>]{0,1000}>)\s{0,20}<(?:p|div)\b[^<>]{0,1000}>", re.IGNORECASE)
CLOSES = re.compile(r"</(?:p|div)>\s{0,20}(?=</li>)", re.IGNORECASE)
PADDED = re.compile(
    r"<(b|strong|i|em)\b[^<>]{0,500}>(\s?)([^<>]{1,1000}?)(\s?)</\1>", re.IGNORECASE
)
DEEPEST = 8  # lists inside lists
QUOTE = re.compile(r"<(/?)blockquote\b[^<>]{0,1000}>", re.IGNORECASE)


def is_html(text: str) -> bool:
    """Whether somebody's program wrote it: no text that people type closes its paragraphs."""
    return "<" in text and bool(LOOKS_LIKE.search(text))


def to_markdown(text: str) -> str:
    """What it says, without a tag."""
    text = html.without_comments(text)
    for begins, ends in NEVER_SHOWN:
        text = html.without(text, begins, ends)
    text = _spaced(REST.sub("", PART.sub("<p>", text)))
    for _ in range(3):  # strong and emphasised: the one inside the other
        text = PADDED.sub(r"\2<\1>\3</\1>\4", text)
        text = html.MARKED.sub(_marked, text)
    text = CLOSES.sub("", OPENS.sub(r"\1", IMG.sub(_picture, text)))
    text = _quoted(_listed(text))
    text = unescape(html.to_markdown(text).text).replace("\u00a0", " ")
    return _tidy(text)


def _marked(found: re.Match[str]) -> str:
    sign = html.MARKS[found[1].lower()]
    return f"{sign}{found[2]}{sign}"


def _spaced(text: str) -> str:
    """Its white space as it is shown: kept in code, and elsewhere a space."""
    parts, done, is_code = list[str](), 0, False
    for found in PRE.finditer(text):
        part = text[done : found.start()]
        is_end = is_code and bool(found[1])
        parts.append(f"\n\n```\n{part.strip(chr(10))}\n```\n\n" if is_end else _words(part))
        done, is_code = found.end(), not found[1]
    return "".join([*parts, _words(text[done:])])


def _words(text: str) -> str:
    """Its words as words: what begins one of its lines is no sign of Markdown."""
    parts, begins = TAG.split(SPACE.sub(" ", text)), True
    for at, part in enumerate(parts):
        if at % 2:
            begins = begins or bool(BREAKS.match(part))
        elif begins and part.strip():
            indent = INDENT.match(part)
            parts[at], begins = _as_words(part, indent.end() if indent else 0), False
    return "".join(parts)


def _as_words(text: str, start: int) -> str:
    said = unescape(text[start : start + 200])
    if found := SIGN.match(said):
        start += len(found[1] or "")
        return f"{text[:start]}\\{text[start:]}"
    return text


def _picture(found: re.Match[str]) -> str:
    """Pictures are in the other house; what they show was said beside them, sometimes."""
    said = ALT.search(found[0])
    return (said[1] or said[2] or "") if said else ""


def _listed(text: str) -> str:
    """Its lists, each item on a line of its own, under the one that it belongs to."""
    parts, done, open_ = (
        list[str](),
        0,
        list[tuple[int, int]](),
    )  # each: its next number, how far in
    for found in LIST.finditer(text):
        parts.append(text[done : found.start()])
        done, closes, name = found.end(), found[1], found[2].lower()
        if name == "li":
            if not closes:
                number, far = open_.pop() if open_ else (0, 0)
                sign = f"{number}. " if number else "- "
                parts.append(f"\n{' ' * far}{sign}")
                open_.append((number + 1 if number else 0, far))
        elif closes:
            del open_[-1:]
            parts.append("\n" if open_ else "\n\n")
        else:
            far = open_[-1][1] + (3 if open_[-1][0] else 2) if open_ else 0
            open_.append((int(name == "ol"), min(far, 3 * DEEPEST)))
            parts.append("" if len(open_) > 1 else "\n\n")
    return "".join([*parts, text[done:]])


def _quoted(text: str) -> str:
    """What is quoted, behind a sign: one inside another is the same quotation."""
    parts, deep, done, marks = list[str](), 0, 0, list[tuple[int, str]]()
    for found in QUOTE.finditer(text):
        marks.append((found.start(), found[1]))
        deep = max(0, deep + (-1 if found[1] else 1))
    if not marks or deep:  # one that stays open quotes nothing
        return text
    for found in QUOTE.finditer(text):
        inside = text[done : found.start()]
        parts.append(_behind(inside) if deep else inside)
        deep, done = max(0, deep + (-1 if found[1] else 1)), found.end()
    return "".join([*parts, text[done:]])


def _behind(inside: str) -> str:
    broken = html.BREAK.sub("\n", html.BLOCK.sub("\n\n", inside)).strip()
    lines = re.sub("\n{3,}", "\n\n", broken).split("\n")
    return "\n\n" + "\n".join(f"> {line.strip()}".rstrip() for line in lines) + "\n\n"


def _tidy(text: str) -> str:
    """Between two paragraphs one empty line; at the end of one nothing, but where it is broken."""
    lines, is_code = list[str](), False
    for line in text.split("\n"):
        is_code ^= line.startswith("```")
        lines.append(line if is_code else _stripped(line))
    kept = [lines[0], *(now for before, now in pairwise(lines) if now or before)]
    ends = [*(not after for after in kept[1:]), True]
    return "\n".join(
        one.rstrip() if is_end else one for one, is_end in zip(kept, ends, strict=True)
    ).strip()


def _stripped(line: str) -> str:
    """Its end without spaces, but for the two that break a line; its beginning as a list needs."""
    words = line.strip(" ")
    if not words:
        return ""
    begins = " " * (len(line) - len(line.lstrip(" "))) if ITEM.match(words) else ""
    return f"{begins}{words}" + ("  " if line.endswith("  ") else "")
