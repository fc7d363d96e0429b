"""Files of posts, read for somebody to look at, and prepared to be brought in."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from flask import current_app

from app.attachments.receiving import Received
from app.blog import links, site
from app.blog.authorship import Authorship
from app.blog.found import Found, LeftOut, understand
from app.blog.imported_pictures import Pictures
from app.blog.standing import Standing
from app.core import clock, discretion
from app.core.forms import REASONS
from app.core.i18n import N_
from app.core.markdown import Reason, Refused, Rendered, render
from app.core.remarks import Remark, Unreadable, remark
from app.imports.models import Line, Outcome
from app.imports.tree import Tree
from app.people.models import Person, Reader

AT_ONCE = 3  # texts in hand: two being rendered, and one being read back
TRIES = 5  # for a renderer that other people keep busy
TELLS = N_("It seems to tell who a customer is. Look at it before you bring it in.")
DEADLINE = 5.0  # seconds for a text: nobody waits for this one alone


@dataclass
class Ready:
    """A file whose slow work is done; `rendered` is None where there was none to do."""

    place: str
    found: Found | None = None
    outcome: Outcome | None = None  # where nothing can be brought in
    text: str = ""
    rendered: Rendered | None = None
    cover: str = ""  # keys of pictures
    shown: dict[str, str] = field(default_factory=dict)  # key: what can be seen
    fresh: list[Received] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


class PostReading:
    """A tree, read as posts."""

    def __init__(self, tree: Tree) -> None:
        config = current_app.config
        self._tree, self._now = tree, clock.now()
        self._site = site.of(
            tree,
            zone=ZoneInfo(config["BABEL_DEFAULT_TIMEZONE"]),
            language=config["BABEL_DEFAULT_LOCALE"],
        )
        self._addresses: dict[str, str] = {}

    def lines(self) -> list[Line]:
        """What is understood of each file, the authors looked up in one query."""
        places, left_out = self._site.posts(self._tree)
        read = [(place, self._read(place)) for place in places]
        authorship = Authorship(
            writer for _, found in read if isinstance(found, Found) for writer in found.authors
        )
        lines = [_line(place, found, authorship) for place, found in read]
        return lines + [
            Line(place=place, outcome=Outcome.LEFT_OUT, remarks=[reason])
            for place, reason in left_out
        ]

    def prepare(self, places: Sequence[str], by: Person | Reader) -> list[Ready]:
        ready = [self._understood(place) for place in places]
        wanted = [one for one in ready if one.found]
        standing = Standing(one.found for one in wanted if one.found)
        changed = [one for one in wanted if one.found and not standing.settled(one.found)]
        kept = Pictures(self._tree, by)
        for one in changed:
            self._lead(one, kept)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(_render, changed))
        return ready

    def _read(self, place: str) -> Found | LeftOut | Unreadable:
        try:
            return understand(self._tree, self._site, place, now=self._now)
        except (LeftOut, Unreadable) as reason:
            return reason

    def _understood(self, place: str) -> Ready:
        if place not in self._tree:  # it was there when it was looked at
            missing = remark(N_("The file is no longer there."))
            return Ready(place, outcome=Outcome.REFUSED, remarks=[missing])
        found = self._read(place)
        if isinstance(found, Found):
            return Ready(place, found, remarks=list(found.remarks))
        outcome = Outcome.LEFT_OUT if isinstance(found, LeftOut) else Outcome.REFUSED
        return Ready(place, outcome=outcome, remarks=[found.reason])

    def _lead(self, one: Ready, kept: Pictures) -> None:
        """Let its links and pictures lead to where they are here."""
        found = one.found
        assert found

        def key_of(name: str) -> str:
            return kept.key_of(name, keep_key=found.is_ours)

        if found.is_ours:
            led = links.lead_ours(found.text, self._tree, self._site, found.place, key_of=key_of)
        else:
            led = links.lead(
                found.text,
                self._tree,
                self._site,
                found.place,
                address_of=self._address_of,
                key_of=key_of,
            )
        one.text, names = led.text, dict(led.pictures)
        one.remarks += led.remarks
        if found.cover:
            if cover := links.find(found.cover, self._tree, self._site, found.place):
                one.cover = key_of(cover)
                names.setdefault(cover, "")
            else:
                one.remarks.append(remark(links.NO_PICTURE, path=found.cover))
        one.shown = {key_of(name): alt for name, alt in names.items() if key_of(name)}
        one.fresh = [kept.fresh[name] for name in names if name in kept.fresh]
        one.remarks += kept.refused(names)

    def _address_of(self, place: str) -> str:
        """Where another post of this tree was shown: its old address leads to it."""
        if place not in self._addresses:
            found = self._read(place)
            shown = found.addresses if isinstance(found, Found) else ()
            self._addresses[place] = shown[0] if shown else ""
        return self._addresses[place]


def _line(place: str, found: Found | LeftOut | Unreadable, authorship: Authorship) -> Line:
    if isinstance(found, Found):
        understood: dict[str, Any] = {
            "published_at": found.published_at.isoformat(),
            "authors": authorship.seen(found.authors),
            "tags": list(found.tags),
            "language": found.language,
        }
        return Line(
            place=place,
            outcome=Outcome.WAITING,
            title=found.title,
            understood=understood,
            remarks=[*found.remarks, *([remark(TELLS)] if _tells(found) else [])],
        )
    outcome = Outcome.LEFT_OUT if isinstance(found, LeftOut) else Outcome.REFUSED
    return Line(place=place, outcome=outcome, remarks=[found.reason])


def _tells(found: Found) -> bool:
    return discretion.tells(f"{found.title}\n{found.text}")


def _render(one: Ready) -> None:
    """In a thread: while one text is read back, others are being rendered."""
    for _ in range(TRIES):
        try:
            one.rendered = render(one.text, seconds=DEADLINE)
            break
        except Refused as refused:
            reason = refused.reason
            if reason is not Reason.BUSY:
                break
    if one.rendered is None:
        one.outcome, one.remarks = Outcome.REFUSED, [remark(REASONS[reason])]
