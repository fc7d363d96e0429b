"""Where a Markdown text is code, in which a link is no link."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator

FENCE = re.compile(r" {0,3}(?:> ?)*(`{3,}|~{3,})")
TICKS = re.compile(r"`+")


def outside(text: str, change: Callable[[str], str]) -> str:
    """The text with everything that is not code changed. In linear time."""
    parts = (
        (is_code, part)
        for is_code, block in _blocks(text)
        for is_code, part in ([(True, block)] if is_code else _spans(block))
    )
    return "".join(part if is_code else change(part) for is_code, part in parts)


def outside_fences(text: str, change: Callable[[str], str]) -> str:
    """The text with everything but fenced code changed."""
    return "".join(block if is_code else change(block) for is_code, block in _blocks(text))


def _blocks(text: str) -> Iterator[tuple[bool, str]]:
    """Fenced code, and what stands between."""
    fence = ""
    lines: list[str] = []
    for line in text.splitlines(keepends=True):
        found = FENCE.match(line)
        if not fence and found:
            yield False, "".join(lines)
            fence, lines = found[1], [line]
        elif fence and found and found[1].startswith(fence) and not line[found.end() :].strip():
            yield True, "".join([*lines, line])
            fence, lines = "", []
        else:
            lines.append(line)
    yield bool(fence), "".join(lines)


def _spans(text: str) -> Iterator[tuple[bool, str]]:
    """Code between equal runs of backticks, and what stands between."""
    runs = [(run.start(), run.end()) for run in TICKS.finditer(text)]
    by_length = defaultdict(list)
    for start, end in runs:
        by_length[end - start].append(start)
    done = 0
    for start, end in runs:
        if start < done:
            continue
        same = by_length[end - start]
        following = bisect_right(same, start)
        if following < len(same):
            close = same[following] + end - start
            yield False, text[done:start]
            yield True, text[start:close]
            done = close
    yield False, text[done:]
