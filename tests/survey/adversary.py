"""Whoever has seized everything, and knows the code, tries to say who answered what.

Each strategy yields what it believes: a name for the way it went, and for as many people as it
can the answers it takes for theirs. It shares no code with the survey: what it knows of it stands
here, written once more.
"""

import hashlib
import hmac
import json
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from tests.survey.seized import Copy, Row, Seized

OF_PEOPLE = re.compile(r"^(person|actor|author|owner)_id$")
A_TIME = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d")
NEAR = 3  # transactions before or after

Answers = tuple[tuple[str, Any], ...]  # (item's code, what was said), in the order of codes
Guess = dict[int, Answers]  # by people's numbers
Key = Callable[[Any], Any]


class Said(NamedTuple):
    """Answers that can be read, and the row they were found in."""

    table: str
    row: Row
    answers: Answers
    group: int | None


class Trace(NamedTuple):
    """A row that leads to somebody."""

    table: str
    row: Row
    person: int


def made(answers: dict[str, Any]) -> Answers:
    return tuple(sorted(answers.items()))


class Adversary:
    """`keys` are those they have got hold of, if any."""

    def __init__(self, seized: Seized, *, keys: tuple[bytes, ...] = ()) -> None:
        self.seized, self.keys = seized, [*keys, *_likely(seized)]
        self._said: dict[int, list[Said]] = {}
        self._traces: dict[int, list[Trace]] = {}

    def guesses(self) -> Iterator[tuple[str, Guess]]:
        """By every strategy."""
        for strategy in STRATEGIES:
            for way, guess in strategy(self):
                yield f"{strategy.__name__}: {way}", guess

    @cached_property
    def said(self) -> list[Said]:
        """All the answers that can be read in any copy: in the last one first, each once."""
        found: dict[tuple[str, Answers], Said] = {}
        for copy in reversed(self.seized.copies):
            for one in self.said_in(copy):
                found.setdefault((one.table, one.answers), one)
        return list(found.values())

    def said_in(self, copy: Copy) -> list[Said]:
        if id(copy) not in self._said:
            self._said[id(copy)] = [
                Said(table, row, answers, group)
                for table, rows in copy.tables.items()
                for row in rows
                for value in row.values()
                for answers, group in self.read(value)
            ]
        return self._said[id(copy)]

    def read(self, value: Any) -> Iterator[tuple[Answers, int | None]]:
        """What a column says, if it is answers, or sealed with a key they have."""
        if isinstance(value, bytes):
            for key in self.keys if len(value) > 100 else ():
                if (opened := unsealed(key, value)) is not None:
                    yield made(opened[1]), opened[0]
            return
        if isinstance(value, str) and value.startswith("{"):
            try:
                value = json.loads(value)
            except ValueError:
                return
        if isinstance(value, dict) and value and value.keys() <= self.seized.codes:
            yield made(value), None

    def group(self, one: Said) -> int | None:
        return one.row.get("group_id", one.group)

    def traces(self, copy: Copy) -> list[Trace]:
        """Rows that name somebody, or hold what only their number can have become."""
        if id(copy) not in self._traces:
            self._traces[id(copy)] = [
                Trace(table, row, who)
                for table, rows in copy.tables.items()
                for row in rows
                for column, value in row.items()
                if (who := self._whose(column, value)) in self.seized.people
            ]
        return self._traces[id(copy)]

    def _whose(self, column: str, value: Any) -> Any:
        if isinstance(value, str | bytes):
            return self._by_digest.get(value)
        return value if OF_PEOPLE.match(column) else None

    @cached_property
    def moments(self) -> list[tuple[str, int]]:
        """When anybody was there, by any time in any copy."""
        seen = {
            (value, trace.person)
            for copy in self.seized.copies
            for trace in self.traces(copy)
            for value in trace.row.values()
            if _is_time(value)
        }
        return sorted(seen)

    def people_orders(self) -> Iterator[tuple[str, list[int]]]:
        """Everybody in the order of any column of any table that leads to them."""
        return _each_once(self._people_orders())

    def answer_orders(self) -> Iterator[tuple[str, list[Said]]]:
        """What was said, in the order of any column of the tables it stands in, or of the bytes of
        any file.
        """
        return _each_once(self._answer_orders(), key=lambda one: (one.table, one.answers))

    def _people_orders(self) -> Iterator[tuple[str, list[int]]]:
        by_table = defaultdict(list)
        for trace in self.traces(self.seized.last):
            by_table[trace.table].append(trace)
        for table, traces in by_table.items():
            yield f"{table} as it lies", _first(trace.person for trace in traces)
            for column, key in _sortable([trace.row for trace in traces]):
                ordered = sorted(traces, key=lambda trace, key=key: key(trace.row))
                yield f"{table}.{column}", _first(trace.person for trace in ordered)
                yield f"{table}.{column} at last", _first(t.person for t in reversed(ordered))[::-1]
        yield "number", sorted(self.seized.people)
        yield "first seen", _first(person for _, person in self.moments)
        yield "last seen", _first(person for _, person in reversed(self.moments))[::-1]
        for name, told in (("log", self.seized.log), ("figures", self.seized.figures)):
            times = [str(at) for at, line in told if "answer" in line]
            if times:
                yield name, _first(person for at in times for person in self._who_was_there(at))

    def _answer_orders(self) -> Iterator[tuple[str, list[Said]]]:
        by_table = defaultdict(list)
        for one in self.said:
            by_table[one.table].append(one)
        for table, said in by_table.items():
            yield f"{table} as it lies", said
            for column, key in _sortable([one.row for one in said]):
                yield f"{table}.{column}", sorted(said, key=lambda one, key=key: key(one.row))
            for name, at in self._offsets(said):
                yield f"bytes of {name}", sorted(said, key=lambda one, at=at: at[one.answers])

    def _offsets(self, said: list[Said]) -> Iterator[tuple[str, dict[Answers, int]]]:
        """Where in the bytes of a file each stands."""
        for copy in self.seized.copies[-1:]:
            for name, held in copy.files.items():
                at = {one.answers: -1 for one in said}
                for found in re.finditer(rb'\{"q\d+":[^{}]*\}', held):
                    try:
                        answers = made(json.loads(found[0]))
                    except ValueError:
                        continue
                    if answers in at:
                        at[answers] = max(at[answers], found.start())
                if any(offset > 0 for offset in at.values()):
                    yield name, at

    def _who_was_there(self, at: str) -> list[int]:
        """The last that is known of before, and the next."""
        place = bisect_left(self.moments, (at, 0))
        return [person for _, person in self.moments[max(0, place - 1) : place + 1]]

    @cached_property
    def _by_digest(self) -> dict[Any, int]:
        """What a number of a person becomes, plain or with any key there is."""
        known: dict[Any, int] = {}
        for person in self.seized.people:
            number = str(person).encode()
            digests = [hashlib.sha256(number), hashlib.sha1(number), hashlib.md5(number)]
            raw = [one.digest() for one in digests]
            for key in self.keys:
                for used in (key, *(part(key, use) for use in (b"receipt", b"withdrawal"))):
                    raw.append(hmac.digest(used, number, "sha256"))
            for one in raw:
                known[one] = known[one.hex()] = person
        return known


# Strategies


def in_the_same_order(adversary: Adversary) -> Iterator[tuple[str, Guess]]:
    """The first of any order of people said the first of any order of answers; or the first of
    each group did.
    """
    answers = list(adversary.answer_orders())
    groups = adversary.seized.people
    for way, people in adversary.people_orders():
        for order, said in answers:
            yield f"{way} ~ {order}", dict(zip(people, (one.answers for one in said), strict=False))
            of_group = defaultdict(list)
            for one in said:
                of_group[adversary.group(one)].append(one.answers)
            within: Guess = {}
            for group, theirs in of_group.items():
                members = [person for person in people if groups[person] == group]
                within |= zip(members, theirs, strict=False)
            yield f"{way} ~ {order}, within groups", within


def in_the_same_transaction(adversary: Adversary) -> Iterator[tuple[str, Guess]]:
    """Or in one nearby: PostgreSQL writes its number beside every row."""
    for table in {one.table for one in adversary.said}:
        said = {
            one.row["(xmin)"]: one
            for one in adversary.said
            if one.table == table and "(xmin)" in one.row
        }
        for reach in range(NEAR + 1):
            guess: Guess = {}
            for copy in adversary.seized.copies if said else ():
                for trace in adversary.traces(copy):
                    for number in (trace.row["(xmin)"] + reach, trace.row["(xmin)"] - reach):
                        if number in said and _may(adversary, trace.person, said[number]):
                            guess.setdefault(trace.person, said[number].answers)
            yield f"{table}, {reach} away", guess


def at_the_same_time(adversary: Adversary) -> Iterator[tuple[str, Guess]]:
    """By a time in the row of the answers."""
    by_column = defaultdict(list)
    for one in adversary.said:
        for column, value in one.row.items():
            if _is_time(value):
                by_column[f"{one.table}.{column}"].append((value, one))
    for way, timed in by_column.items():
        guess: Guess = {}
        for at, one in timed:
            for person in adversary._who_was_there(at):
                if _may(adversary, person, one):
                    guess.setdefault(person, one.answers)
        yield way, guess


def new_since_the_last_copy(adversary: Adversary) -> Iterator[tuple[str, Guess]]:
    """Of two copies, whoever was there in between said what is new."""
    guess: Guess = {}
    for before, after in pairwise(adversary.seized.copies):
        known = {one.answers for one in adversary.said_in(before)}
        new = {one.answers: one for one in adversary.said_in(after) if one.answers not in known}
        since, until = str(before.at), str(after.at)
        there = _first(person for at, person in adversary.moments if since < at <= until)
        for one in new.values():
            for person in there:
                if person not in guess and _may(adversary, person, one):
                    guess[person] = one.answers
                    break
    yield "whoever was there", guess


def by_a_value_in_common(adversary: Adversary) -> Iterator[tuple[str, Guess]]:
    """A row of answers holds what a row held that was written with one of somebody's."""
    values = {
        value: one
        for one in adversary.said
        for value in one.row.values()
        if isinstance(value, str | bytes) and len(value) >= 8 and not _is_time(value)
    }

    def shared(row: Row) -> Said | None:
        return next((values[one] for one in filter(_is_text, row.values()) if one in values), None)

    guess: Guess = {}
    for copy in adversary.seized.copies:
        by_transaction = defaultdict(set)
        for trace in adversary.traces(copy):
            if "(xmin)" in trace.row:
                by_transaction[trace.row["(xmin)"]].add(trace.person)
        for rows in copy.tables.values():
            for row in rows:
                people = by_transaction.get(row.get("(xmin)"), ())
                if people and (one := shared(row)):
                    for person in people:
                        guess.setdefault(person, one.answers)
        for trace in adversary.traces(copy):
            if one := shared(trace.row):
                guess.setdefault(trace.person, one.answers)
    yield "any", guess


STRATEGIES = (
    in_the_same_order,
    in_the_same_transaction,
    at_the_same_time,
    new_since_the_last_copy,
    by_a_value_in_common,
)


# What they know of how answers are sealed


@cache
def part(key: bytes, use: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"survey " + use).derive(key)


def unsealed(key: bytes, sealed: bytes) -> tuple[int, dict[str, Any]] | None:
    """The group and the answers, if it is the key."""
    try:
        plain = ChaCha20Poly1305(part(key, b"ballot")).decrypt(sealed[:12], sealed[12:], None)
    except InvalidTag:
        return None
    group, answers, _ = json.loads(plain)
    return group, answers


def _likely(seized: Seized) -> Iterator[bytes]:
    """Keys somebody might have used, or left lying about."""
    yield bytes(32)
    for secret in seized.secrets:
        yield secret
        yield hashlib.sha256(secret).digest()
    for folder in seized.folders:
        for place in folder.rglob("*"):
            if place.is_file() and place.stat().st_size == 32:
                yield place.read_bytes()


def _each_once(orders: Any, *, key: Key = lambda one: one) -> Iterator[Any]:
    """Many columns say the same order."""
    known = set()
    for way, order in orders:
        if (same := tuple(map(key, order))) not in known:
            known.add(same)
            yield way, order


def _may(adversary: Adversary, person: int, one: Said) -> bool:
    return adversary.group(one) in (None, adversary.seized.people[person])


def _first(people: Iterator[int]) -> list[int]:
    return list(dict.fromkeys(people))


def _is_time(value: Any) -> bool:
    return isinstance(value, str) and bool(A_TIME.match(value))


def _is_text(value: Any) -> bool:
    return isinstance(value, str | bytes)


def _sortable(rows: list[Row]) -> Iterator[tuple[str, Key]]:
    """The columns by which rows can be put in order, and how long what stands in them is."""
    for column in rows[0]:
        kinds = {type(row[column]) for row in rows}
        if kinds <= {int, float} or kinds in ({str}, {bytes}):
            yield column, lambda row, column=column: row[column]
        if kinds in ({str}, {bytes}):
            yield f"{column}, by its length", lambda row, column=column: len(row[column])
