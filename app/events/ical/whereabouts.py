"""Where an event of a calendar file takes place: a place, the address of a call, or both."""

import re
from typing import NamedTuple

from app.core.fields import line
from app.events.ical.lines import Component
from app.events.ical.texts import plain
from app.events.models import LONGEST_URL

CALLS = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
URL = re.compile(r"https?://[^\s<>\"'|,;]{3,2000}")
ADDRESS = re.compile(r"https?://[^\s<>\"]{3,2000}", re.IGNORECASE)
# What programs write into the text because there is no other place for it.
KNOWN = re.compile(
    r"https://(?:teams\.microsoft\.com/l/meetup-join/|teams\.microsoft\.com/meet/"
    r"|teams\.live\.com/meet/|meet\.google\.com/|[a-z0-9-]{1,40}\.zoom\.us/j/|zoom\.us/j/"
    r"|[a-z0-9-]{1,40}\.webex\.com/|meet\.jit\.si/|whereby\.com/)[^\s<>\"'|]{1,2000}",
    re.IGNORECASE,
)
LOOKED_THROUGH = 50_000  # characters of a text


class Whereabouts(NamedTuple):
    place: str
    call_url: str
    text: str


def whereabouts(part: Component) -> Whereabouts:
    """With what it says beside that, which the address of its page belongs to."""
    location = line(part.text("LOCATION"))
    text = part.text("DESCRIPTION") or plain(part.text("X-ALT-DESC"))
    said = (line(part.text(name)) for name in CALLS)
    call = next((one for one in map(_address, said) if one), "")
    if in_place := URL.search(location):
        if not call:
            call = _address(in_place[0])
        location = URL.sub(" ", location).strip(" ;,|-–·()<>")
    if not call and (found := KNOWN.search(text[:LOOKED_THROUGH])):
        call = _address(found[0].rstrip(".,;)"))
    page = _address(line(part.text("URL")))
    if page and page != call and page not in text:
        text = f"{text}\n\n{page}".strip()
    return Whereabouts(line(location), call, text)


def _address(said: str) -> str:
    """What a browser opens, and nothing that it runs."""
    return said if ADDRESS.fullmatch(said) and len(said) <= LONGEST_URL else ""
