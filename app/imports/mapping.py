"""Which column of a table holds what: guessed from the words at its head, corrected by hand."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import asdict, dataclass, field
from functools import cache
from typing import Any, NamedTuple

from app.core.fields import folded
from app.core.i18n import LANGUAGES, gettext, speaking
from app.core.tables import Row

TOP = 8  # rows that are looked at for a header, and shown
SHORT = 60  # characters of a cell that is only shown


@dataclass(frozen=True, kw_only=True)
class Field:
    """Something a column can hold. `called` are the names people give it, in any language."""

    name: str
    words: str  # a message of the catalogue
    called: Sequence[str]

    def is_called(self, head: str) -> bool:
        names = {_plain(name) for name in (self.name, *self.called)}
        names |= _in_every_language(self.words)
        return _plain(head) in names


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Something to be decided about the whole table, with messages for its options."""

    name: str
    words: str
    options: Mapping[str, str]  # the first is what happens if nobody says otherwise
    hint: str = ""
    more: Callable[[], Mapping[str, str]] = dict  # what the house has of them, in its own words


class Said(NamedTuple):
    """A row, by what its columns hold: words as they were typed."""

    line: int
    cells: dict[str, str]
    above: Set[str] = frozenset()  # what is one cell with that of an earlier line


@dataclass
class Setup:
    """How a table is to be understood, and what came of it; kept with its import as JSON."""

    form: str = "csv"
    encoding: str = ""
    delimiter: str = ""
    kept: int = 0  # rows in all, with those above the header
    top: list[list[Any]] = field(default_factory=list)  # [line, cells] of the first ones
    header: int = 0  # the line with the names of the columns, or 0
    mapping: dict[str, int] = field(default_factory=dict)  # a field, and the place of its column
    choices: dict[str, str] = field(default_factory=dict)
    lacks: list[Any] = field(default_factory=list)  # a remark: without this nothing comes in
    counts: dict[str, int] = field(default_factory=dict)  # outcomes, if it is brought in
    preview: list[dict[str, Any]] = field(default_factory=list)
    edition: int = 0  # counts the times it was understood anew
    known: int = 0  # rows that said nothing new, while it was brought in
    after: int = 0  # the line of the report up to which it was taken back

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "Setup":
        return cls(**kept)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def columns(self) -> list[str]:
        """What the columns are called; nothing, where there is no header."""
        return next((cells for line, cells in self.top if line == self.header), [])

    @property
    def shown(self) -> set[str]:
        """The fields that any row of the preview says something in."""
        return {name for row in self.preview for name, words in row["shown"].items() if words}

    @property
    def width(self) -> int:
        return max((len(cells) for _, cells in self.top), default=0)

    @property
    def above(self) -> int:
        """Rows before the first that says anything: the header, and what stands over it."""
        return 1 + next((n for n, row in enumerate(self.top) if row[0] == self.header), -1)

    @property
    def rows(self) -> int:
        return self.kept - self.above

    def said(self, row: Row) -> Said:
        cells, above = row.cells, row.above
        return Said(
            row.line,
            {name: cells[at] for name, at in self.mapping.items() if at < len(cells)},
            {name for name, at in self.mapping.items() if at in above},
        )


def guess(setup: Setup, fields: Sequence[Field]) -> None:
    """The header is the row of the top that names most; without one nothing is guessed."""
    named = {row[0]: _named(row[1], fields) for row in setup.top}
    best = max(named, key=lambda line: len(named[line]), default=0)
    setup.header = best if best and named[best] else 0
    setup.mapping = named[best] if setup.header else {}


def remember(setup: Setup, earlier: Iterable[Mapping[str, Any]]) -> None:
    """Of a table that looks like one of before, what was said of that one: `earlier` are what was
    kept of them, the latest first.
    """
    heads = {tuple(cells): line for line, cells in setup.top}
    for kept in earlier:
        before = Setup.of(kept)
        columns = tuple(before.columns)
        if columns and columns in heads:
            setup.header, setup.mapping = heads[columns], dict(before.mapping)
            return


def guess_columns(setup: Setup, fields: Sequence[Field]) -> None:
    """The header was said by somebody; the columns follow from it."""
    setup.mapping = _named(setup.columns, fields)


def _named(cells: Sequence[str], fields: Sequence[Field]) -> dict[str, int]:
    """Each field is the first column that is called like it."""
    found: dict[str, int] = {}
    for at, head in enumerate(cells):
        for one in fields:
            if one.name not in found and at not in found.values() and one.is_called(head):
                found[one.name] = at
    return found


@cache
def _in_every_language(words: str) -> frozenset[str]:
    """What goes out of here is named in the language of whoever asked for it."""
    names = set()
    for code in LANGUAGES:
        with speaking(code):
            names.add(_plain(gettext(words)))
    return frozenset(names)


def _plain(head: str) -> str:
    """«Correo electrónico:» and «CORREO_ELECTRONICO» are the same name."""
    kept = "".join(sign if sign.isalnum() else " " for sign in folded(head))
    return " ".join(kept.split())
