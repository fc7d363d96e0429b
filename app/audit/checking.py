"""Checking: is the audit what was written and sealed, all of it and nothing else?

One walk through the seals and one through the entries, side by side with what the seals claim.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row

from app.audit import digests, queries
from app.audit.sealing import spans

NOT_OURS = (
    "Nothing here bears the mark of this house: was SECRET_KEY changed?"
    " Set AUDIT_KEY to the one before."
)


@dataclass
class Report:
    """`findings` are sentences: what was altered, deleted or inserted, and where."""

    entries: int = 0
    seals: int = 0
    waiting: int = 0
    findings: list[str] = field(default_factory=list)


@dataclass
class _Sealed:
    """What a seal claims, and what of it was met so far."""

    number: int
    claimed: str
    met: Any = field(default_factory=hashlib.sha256)
    is_whole: bool = True


def check(*, head: str = "") -> Report:
    """`head` is the number and digest of a seal as `flask audit head` said it once."""
    queries.at_one_moment()
    return _Check(head).report


class _Check:
    def __init__(self, head: str) -> None:
        self.report = Report()
        self._sealed: dict[int, _Sealed] = {}
        self._claims: list[tuple[int, int, int]] = []  # (first, last, seal)
        self._forged: list[int] = []
        self._deleted: list[int] = []
        self._loose: list[int] = []
        self._waiting = queries.waiting()
        self.report.waiting = len(self._waiting)

        try:
            self._walk_the_seals(head)
            self._walk_the_entries()
            self._compare()
        except ValueError as error:  # SQLite keeps anything in any column
            self._say(f"What follows cannot be read, so it was altered: {error}.")

    def _say(self, words: str) -> None:
        self.report.findings.append(words)

    def _walk_the_seals(self, head: str) -> None:
        number, digest, wanted = 0, digests.FIRST, head
        for seal in queries.every_seal():
            if seal.id != number + 1:
                self._say(f"{_named('Seal', [[number + 1, seal.id - 1]])} deleted.")
            elif seal.previous != digest:
                self._say(f"Seal {seal.id} does not follow the one before it.")
            if head == name(seal):
                wanted = ""
            if seal.digest == digests.of_seal(seal):
                self._sealed[seal.id] = _Sealed(seal.id, seal.entries)
                self._claims += [(first, last, seal.id) for first, last in seal.spans]
            else:
                self._say(f"Seal {seal.id} was altered: what it says does not count.")
            number, digest = seal.id, seal.digest
            self.report.seals += 1
        if wanted:
            self._say(f"The seal {wanted} is not here: another stands in its place, or none.")

    def _walk_the_entries(self) -> None:
        claimed = self._claimed()
        due = next(claimed, None)
        for entry in queries.every_entry():
            self.report.entries += 1
            while due and due[0] < entry.id:
                self._miss(*due)
                due = next(claimed, None)
            if due and due[0] == entry.id:
                self._meet(entry, self._sealed[due[1]])
                due = next(claimed, None)
            else:
                self._find_loose(entry)
        while due:
            self._miss(*due)
            due = next(claimed, None)

    def _claimed(self) -> Iterator[tuple[int, int]]:
        """Every number that any seal claims, with the seal, in order."""
        for first, last, seal in sorted(self._claims):
            for number in range(first, last + 1):
                yield number, seal

    def _miss(self, number: int, seal: int) -> None:
        self._deleted.append(number)
        self._sealed[seal].is_whole = False

    def _meet(self, entry: Row, seal: _Sealed) -> None:
        digests.add(seal.met, entry)
        if not _is_ours(entry):
            self._forged.append(entry.id)
            self._say(f"Entry {entry.id} (seal {seal.number}) was altered.")
        if entry.id in self._waiting:
            self._say(f"Entry {entry.id} (seal {seal.number}) waits for a seal it has.")
            self._waiting.discard(entry.id)

    def _find_loose(self, entry: Row) -> None:
        """An entry without a seal may only be one that waits for it."""
        waits = entry.id in self._waiting
        self._waiting.discard(entry.id)
        if not _is_ours(entry):
            self._forged.append(entry.id)
            how = "altered or inserted before it was sealed" if waits else "inserted"
            self._say(f"Entry {entry.id} was {how}.")
        elif not waits:
            self._loose.append(entry.id)

    def _compare(self) -> None:
        if self._deleted:
            self._say(f"{_named('Entry', spans(self._deleted))} deleted.")
        if self._waiting:
            gone = _named("Entry", spans(sorted(self._waiting)))
            self._say(f"{gone} deleted before a seal was put on.")
        if self._loose:
            those = _named("Entry", spans(self._loose))
            self._say(f"{those} left without a seal: was the last seal deleted?")
        for seal in self._sealed.values():
            if seal.is_whole and seal.met.hexdigest() != seal.claimed:
                self._say(
                    f"The entries of seal {seal.number} are not the ones it was put on,"
                    " or not in that order."
                )
        for copy in queries.copies():
            self._say(f"Entry {copy.last} is a copy of entry {copy.first}.")
        if len(self._forged) == self.report.entries > 1:
            self.report.findings.insert(0, NOT_OURS)


def name(seal: Row) -> str:
    """A seal as it is published: its number and its digest."""
    return f"{seal.id}:{seal.digest}"


def _is_ours(entry: Row) -> bool:
    return entry.mark == digests.mark(entry)


def _named(what: str, runs: Iterable[list[int]]) -> str:
    """«Entry 7 was», «Entries 7, 9–12 were»."""
    said = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    is_one = len(said) == 1 and "–" not in said[0]
    many = {"Entry": "Entries", "Seal": "Seals"}[what]
    return f"{what if is_one else many} {', '.join(said)} {'was' if is_one else 'were'}"
