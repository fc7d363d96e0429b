"""The head of a Markdown file: YAML between `---`, TOML between `+++`; read, and written.

The values of a head are words, nothing (None), lists and mappings of these: what a date or
a yes is, is for whoever understands the head. YAML is read event by event, so nothing is
ever built that is larger or deeper than the file: tags make no objects, and an alias, by
which a few lines unfold into gigabytes, is refused where it stands.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import yaml

from app.core.i18n import N_
from app.core.remarks import Unreadable, remark

LONGEST = 32_000  # characters
MOST_DOTS = 200  # in a line of TOML, whose parser is quadratic in `a.a.a.…`
DEEPEST = 12

FENCES = {"---": ("---", "..."), "+++": ("+++",)}
NOTHING = {"", "~", "null", "Null", "NULL"}
LINE = re.compile(r"[^\n]*\n?")

TOO_LONG = N_("Its front matter is too long.")
TOO_DEEP = N_("Its front matter is nested too deep.")
MALFORMED = N_("Its front matter could not be read: look at line %(line)s.")
ALIAS = N_("Its front matter has an alias in line %(line)s. Write the value out.")


def split(text: str) -> tuple[dict[str, Any], str]:
    """The head, its names in small letters, and the text below it as it stands.

    A file without a head has an empty one. Raises Unreadable for a head that is broken.
    """
    opening = text[: text.find("\n")].rstrip() if "\n" in text else ""
    if opening not in FENCES:
        return {}, text
    start = end = text.index("\n") + 1
    for line in LINE.finditer(text, start):
        if line[0].rstrip() in FENCES[opening]:
            end = line.start()
            break
    else:
        return {}, text  # a rule across the page, and no head
    head = parse_yaml(text[start:end]) if opening == "---" else parse_toml(text[start:end])
    if head is None:
        return {}, text
    return head, text[line.end() :]


def parse_yaml(text: str, longest: int = LONGEST) -> dict[str, Any] | None:
    """The mapping a YAML text holds, or None when it holds words. Raises Unreadable."""
    if len(text) > longest:
        raise Unreadable(remark(TOO_LONG))
    try:
        value = _document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as broken:
        line = broken.problem_mark.line + 2 if broken.problem_mark else 2
        raise Unreadable(remark(MALFORMED, line=line)) from None
    except (yaml.YAMLError, ValueError) as broken:
        if isinstance(broken, Unreadable):
            raise
        raise Unreadable(remark(MALFORMED, line=2)) from None
    if isinstance(value, dict):
        return value
    return {} if value is None else None


def parse_toml(text: str, longest: int = LONGEST) -> dict[str, Any]:
    """The mapping a TOML text holds. Raises Unreadable."""
    if len(text) > longest:
        raise Unreadable(remark(TOO_LONG))
    if any(line.count(".") > MOST_DOTS for line in text.splitlines()):
        raise Unreadable(remark(TOO_DEEP))
    try:
        return _plain(tomllib.loads(text.replace("\r\n", "\n")))
    except Unreadable:
        raise
    except RecursionError:
        raise Unreadable(remark(TOO_DEEP)) from None
    except (ValueError, KeyError, TypeError) as broken:
        found = re.search(r"at line (\d+)", str(broken))
        line = int(found[1]) + 1 if found else 2
        raise Unreadable(remark(MALFORMED, line=line)) from None


def write(head: dict[str, Any], text: str) -> str:
    """A file of this head and this text; `split` gives both back."""
    written = yaml.dump(
        head,
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=10**9,
    )
    return f"---\n{written}---\n\n{text}\n"


def _document(events: Iterator[Any]) -> Any:
    """The first document of a stream of YAML events."""
    root: list[Any] = []
    open_: list[Any] = [root]
    names: list[list[str]] = [[]]  # of each open mapping: the name that waits for its value
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            mark = event.start_mark
            raise Unreadable(remark(ALIAS, line=mark.line + 2 if mark else 2))
        if isinstance(event, yaml.DocumentEndEvent):
            break
        if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            value = open_.pop()
            names.pop()
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            if len(open_) > DEEPEST:
                raise Unreadable(remark(TOO_DEEP))
            open_.append([] if isinstance(event, yaml.SequenceStartEvent) else {})
            names.append([])
            continue
        elif isinstance(event, yaml.ScalarEvent):
            is_plain = event.implicit[0]
            value = None if is_plain and event.value in NOTHING else event.value
        else:
            continue

        place = open_[-1]
        if isinstance(place, list):
            place.append(value)
        elif not names[-1]:
            names[-1].append(_name(value))
        else:
            place[names[-1].pop()] = value
    return root[0] if root else None


def _name(value: Any) -> str:
    return value.strip().lower() if isinstance(value, str) else ""


def _plain(value: Any, depth: int = 0) -> Any:
    if depth > DEEPEST:
        raise Unreadable(remark(TOO_DEEP))
    if isinstance(value, dict):
        return {_name(name): _plain(inner, depth + 1) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, depth + 1) for inner in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    return str(value)
