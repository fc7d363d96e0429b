"""What a Markdown file says of a post: understood, and nothing done with it yet."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.blog import dates, front_matter
from app.blog.head import DATES, EDITED, LANGUAGES, NOT_UNDERSTOOD, SOURCES, Head, Writer
from app.blog.models import LONGEST_SOURCE, LONGEST_TITLE
from app.blog.permalinks import path_of, shown_at
from app.blog.site import A_DRAFT, UTC, Site
from app.core.decoding import decoded
from app.core.fields import line, slug, words
from app.core.i18n import N_
from app.core.markdown import LONGEST
from app.core.remarks import Remark, Unreadable, remark
from app.imports.tree import Tree

LARGEST = 4 * LONGEST  # bytes: no text of a length we render takes more
MOST_ADDRESSES = 50
A_DAY = timedelta(days=1)  # what clocks and zones may differ by

# What no text and no database wants, and YAML refuses.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
SLUG = re.compile(r"[\w-]+")
MARKS = re.compile(r"[*_`]|!?\[|\]\([^()]*\)")

TOO_LONG = N_("This text is too long to be shown. Split it in two.")
EMPTY = N_("There is nothing in it.")
NO_DATE = N_("It has no date: a page, not a post.")
STILL_TO_COME = N_("Its date is still to come.")
DATE_OF_FILE = N_("It says no date: it has that of its file.")
READ_AS = N_("It was read as %(encoding)s.")
CUT = N_("Its title was too long, and has been cut.")
SIGNS_LEFT_OUT = N_("Signs that nobody can see were left out.")
TOO_MANY_ADDRESSES = N_("It has more than %(most)s old addresses: the last ones were left out.")


class LeftOut(ValueError):
    """Understood, and not for publishing: a draft, a page, a post of next week."""

    def __init__(self, reason: Remark) -> None:
        super().__init__(reason.words)
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class Found:
    place: str
    source: str  # what it is known by: the id in its head, else its place
    digest: str  # SHA-256 of the file
    title: str
    slug: str
    text: str
    language: str
    published_at: datetime  # UTC, naive, like every moment here
    edited_at: datetime | None
    authors: tuple[Writer, ...]
    tags: tuple[str, ...]
    cover: str  # as the head says it: a path, or nothing
    addresses: tuple[str, ...]
    is_ours: bool  # exported from a house like this one: nothing in it is to be guessed
    remarks: tuple[Remark, ...]


def understand(tree: Tree, site: Site, place: str, *, now: datetime) -> Found:
    """The post in a file. Raises Unreadable, or LeftOut for what is not to be published."""
    return _Reading(tree, site, place, now).found()


class _Reading:
    """One file on its way to being understood."""

    def __init__(self, tree: Tree, site: Site, place: str, now: datetime) -> None:
        self.site, self.place, self.now = site, place, now
        self.remarks: list[Remark] = []
        self.name = site.name_of(place)
        self.modified = tree.modified(place)
        data = tree.read(place)
        if len(data) > LARGEST:
            raise Unreadable(remark(TOO_LONG))
        self.digest = hashlib.sha256(data).hexdigest()
        text, encoding = decoded(data)
        if encoding != "utf-8":
            self.say(READ_AS, encoding=encoding)
        values, self.text = front_matter.split(CONTROLS.sub("", text))
        self.head = Head(values, zone=site.zone, say=self.say)
        if self.head.is_ours:
            self.text = front_matter.split(text)[1].replace("\x00", "")
        elif CONTROLS.search(text):
            self.say(SIGNS_LEFT_OUT)

    def say(self, words: str, /, **given: Any) -> None:
        self.remarks.append(remark(words, **given))

    def found(self) -> Found:
        if self.head.is_draft:
            raise LeftOut(remark(A_DRAFT))
        title, published_at = self._title(), self._published_at()
        text = self._text()
        said = self._slug()
        edited_at = self.head.date(*EDITED)
        authors, tags = self.head.authors(self.site.authors), self.head.tags()
        addresses = self._addresses(published_at, said)
        if strange := self.head.strange():
            self.say(NOT_UNDERSTOOD, names=", ".join(strange))
        return Found(
            place=self.place,
            source=self._source(),
            digest=self.digest,
            title=title,
            slug=said or slug(title, LONGEST_TITLE),
            text=text,
            language=self._language(),
            published_at=published_at,
            edited_at=edited_at and min(edited_at, self.now),
            authors=tuple(authors),
            tags=tuple(tags),
            cover=self.head.cover(),
            addresses=tuple(addresses),
            is_ours=self.head.is_ours,
            remarks=tuple(self.remarks),
        )

    def _title(self) -> str:
        title = self.head.word("title")
        if not (self.head.is_ours and line(title)):
            title = line(title) or self._heading()
            title = title or line(re.sub(r"[-_]+", " ", self.name.stem)).capitalize() or "…"
        if len(title) > LONGEST_TITLE:
            self.say(CUT)
        return title[:LONGEST_TITLE].strip() if not self.head.is_ours else title[:LONGEST_TITLE]

    def _heading(self) -> str:
        """The first heading, if the text begins with it; then it is the text's no more."""
        first, _, rest = self.text.lstrip().partition("\n")
        second, _, below = rest.partition("\n")
        if re.match(r"#{1,6}[ \t]", first):
            self.text, heading = rest, first.strip().strip("#")
        elif first.strip() and re.fullmatch(r"=+\s*", second):
            self.text, heading = below, first
        else:
            return ""
        return line(MARKS.sub("", heading[: 4 * LONGEST_TITLE]))

    def _text(self) -> str:
        if self.head.is_ours:
            text = self.text.removeprefix("\n").removesuffix("\n")
        else:
            text = words(self.text)
        if not text.strip():
            raise Unreadable(remark(EMPTY))
        if len(text) > LONGEST:
            raise Unreadable(remark(TOO_LONG))
        return text

    def _slug(self) -> str:
        said = self.head.word("slug")
        kept = said if SLUG.fullmatch(said) else slug(said, LONGEST_TITLE)
        return kept[:LONGEST_TITLE]

    def _source(self) -> str:
        said = line(self.head.word(*SOURCES)) or self.place
        if len(said) <= LONGEST_SOURCE:
            return said
        return hashlib.sha256(said.encode()).hexdigest()

    def _published_at(self) -> datetime:
        said = self.head.date(*DATES)
        if said is None and self.name.date:
            said = dates.moment(self.name.date, self.site.zone)
        if said is None:
            if self.site.needs_dates:
                raise LeftOut(remark(NO_DATE))
            self.say(DATE_OF_FILE)
            said = self._time_of_file() or self.now
        if said > self.now + A_DAY:
            raise LeftOut(remark(STILL_TO_COME))
        return min(said, self.now)

    def _time_of_file(self) -> datetime | None:
        if not self.modified:
            return None
        there = self.modified.replace(tzinfo=self.site.zone)
        return min(there.astimezone(UTC).replace(tzinfo=None), self.now)

    def _language(self) -> str:
        said = self.head.word(*LANGUAGES)
        if self.head.is_ours:
            return said[:5] or self.site.language
        said = said or self.name.language or self.site.section_language(self.place)
        return said[:2].lower() if re.match("[a-zA-Z]{2}", said) else self.site.language

    def _addresses(self, published_at: datetime, said: str) -> list[str]:
        kept = [path for path in map(path_of, self.head.addresses()) if path]
        if not self.head.is_ours:
            there = published_at.replace(tzinfo=UTC).astimezone(self.site.zone)
            kept.insert(0, shown_at(self.site, self.place, self.head.values, there, said))
        if len(kept) > MOST_ADDRESSES:
            self.say(TOO_MANY_ADDRESSES, most=MOST_ADDRESSES)
        return list(dict.fromkeys(path for path in kept[:MOST_ADDRESSES] if path))
