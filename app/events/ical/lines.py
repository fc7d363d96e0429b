"""A calendar file taken apart: its lines, and the components they make. Linear in its size,
whatever stands in it.

Only what is read of a component is kept: who was asked to an event, and what somebody attached to
it, never leaves this module.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_LINES = 400_000  # of a file, folded
MOST_KEPT = 4_000  # of a component: an RDATE of a long series may have a line for each date
LONGEST_LINE = 200_000  # characters
READ, DEEPEST = 4, 20  # a file, VCALENDAR, VTIMEZONE, STANDARD: nothing that is read lies deeper

BREAK = re.compile(r"\r\n|\r|\n")
HEAD = re.compile(
    r"(?P<name>[A-Za-z0-9-]{1,80})(?P<params>(?:;[^=:;\"]{1,80}=(?:\"[^\"]*\"|[^\";:])*)*):",
)
PARAM = re.compile(r";([^=:;\"]{1,80})=((?:\"[^\"]*\"|[^\";:])*)")
ESCAPED = re.compile(r"\\([nN,;\\:\"])")

# What is understood of a component.
KEPT = {
    *("SUMMARY", "DESCRIPTION", "X-ALT-DESC", "LOCATION", "URL", "CATEGORIES", "STATUS", "CLASS"),
    *("DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
    *("UID", "SEQUENCE", "ORGANIZER", "CONFERENCE", "X-GOOGLE-CONFERENCE"),
    *("X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-CDO-ALLDAYEVENT"),
    *("TZID", "TZOFFSETFROM", "TZOFFSETTO", "X-LIC-LOCATION"),
    *("X-WR-TIMEZONE", "METHOD"),
}


@dataclass(frozen=True, slots=True)
class Property:
    name: str
    params: dict[str, str]
    raw: str  # the value as it stands in the file

    @property
    def text(self) -> str:
        """The value of a text, its escapes undone."""
        return ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.raw)

    @property
    def texts(self) -> list[str]:
        """The values of a list of texts."""
        parts = re.split(r"(?<!\\),", self.raw)
        return [Property(self.name, {}, one).text for one in parts]


@dataclass(slots=True)
class Component:
    """`line` is where it begins in the file; `is_whole` whether its end was there."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    inside: list["Component"] = field(default_factory=list)
    is_whole: bool = False
    is_too_much: bool = False

    def all(self, name: str) -> list[Property]:
        return [one for one in self.properties if one.name == name]

    def one(self, name: str) -> Property | None:
        return next((one for one in self.properties if one.name == name), None)

    def text(self, name: str) -> str:
        found = self.one(name)
        return found.text.strip() if found else ""


class TooManyLines(ValueError):
    """Nobody's calendar is so long."""


def components(text: str) -> Component:
    """A component without a name that holds all there is in a file. Raises TooManyLines."""
    root = Component("", 1, is_whole=True)
    open_ = [root]
    for number, line in _unfolded(text):
        word, _, value = line[:100].partition(":")
        word = word.strip().upper()
        if word == "BEGIN":
            begun = Component(value.strip().upper(), number)
            if len(open_) < READ:
                open_[-1].inside.append(begun)
            if len(open_) < DEEPEST:
                open_.append(begun)
        elif word == "END":
            _end(open_, value.strip().upper())
        elif len(open_) <= READ:
            _keep(open_[-1], line)
    return root


def _end(open_: list[Component], name: str) -> None:
    """One that ends before what began inside it: that was cut."""
    at = next((n for n in range(len(open_) - 1, 0, -1) if open_[n].name == name), 0)
    if at:
        open_[at].is_whole = True
        del open_[at:]


def _keep(component: Component, line: str) -> None:
    name = re.split("[:;]", line[:100], maxsplit=1)[0].strip().upper()
    if name not in KEPT:
        return
    if len(line) > LONGEST_LINE or len(component.properties) >= MOST_KEPT:
        component.is_too_much = True
        return
    found = HEAD.match(line.lstrip())
    if found is None:
        return
    params = {
        key.strip().upper(): value.strip().replace('"', "")
        for key, value in PARAM.findall(found["params"])
    }
    component.properties.append(Property(name, params, line.lstrip()[found.end() :]))


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Each line in one piece, with the number of the one it begins on."""
    parts: list[str] = []
    first = number = 0
    for line in _split(text):
        number += 1
        if number > MOST_LINES:
            raise TooManyLines
        if line[:1] in (" ", "\t") and parts:
            parts.append(line[1:])
            continue
        if parts:
            yield first, "".join(parts)
        parts, first = ([line], number) if line.strip() else ([], number)
    if parts:
        yield first, "".join(parts)


def _split(text: str) -> Iterator[str]:
    at = 0
    for found in BREAK.finditer(text):
        yield text[at : found.start()]
        at = found.end()
    yield text[at:]
