"""Units and locations as a table names them: by a path, by its end, or by one name."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from app.arrivals import queries
from app.core.fields import folded
from app.core.i18n import N_
from app.core.remarks import Remark, remark
from app.people.models import Location, Office, Person, Unit

Path = tuple[str, ...]

NO_UNIT = N_("There is no unit called %(unit)s.")
TWO_UNITS = N_("There are several units called %(unit)s: write which one it is within.")
NO_LOCATION = N_("There is no location called %(location)s.")


class Places:
    """The open units and the locations of the house, looked up without asking again."""

    def __init__(self) -> None:
        self._paths: dict[int, Path] = {}
        self._ends: dict[Path, set[int]] = defaultdict(set)
        rows = {row.id: row for row in queries.units()}
        for number in rows:
            self._know(number, _path(number, rows))
        locations = queries.locations()
        self._closed = {folded(row.name) for row in locations if row.closed_at is not None}
        self._locations = {folded(row.name): row.id for row in locations if row.closed_at is None}

    def _know(self, number: int, path: Path) -> None:
        self._paths[number] = path
        for start in range(len(path)):
            self._ends[path[start:]].add(number)

    def unit(self, path: Path, whole: str = "") -> int | Remark | None:
        """Its number, None for one that is not here, a remark where several could be meant."""
        names = [_folded(path)]
        if len(path) > 1:
            names.append(_folded((whole,)))  # a unit may have a stroke in its own name
        for name in names:
            found = self._ends.get(name, set())
            exact = {number for number in found if self._paths[number] == name}
            if len(found) == 1 or len(exact) == 1:
                return next(iter(exact if len(exact) == 1 else found))
            if found:
                return remark(TWO_UNITS, unit=" > ".join(path))
        return None

    def is_closed(self, name: str) -> bool:
        """A location that was closed keeps its name, and nobody comes to work in it."""
        return folded(name) in self._closed - set(self._locations)

    def location(self, name: str) -> int | None:
        return self._locations.get(*_folded((name,)))

    def make_units(self, paths: Iterable[Path], by: Person) -> None:
        """Those that are not here yet, below what is here of their path. A verb."""
        for path in paths:
            if self.unit(path) is not None:
                continue
            known = len(path) - 1
            while known and not isinstance(self.unit(path[:known]), int):
                known -= 1
            above = self.unit(path[:known]) if known else None
            parent = queries.unit(above) if isinstance(above, int) else None
            names = self._paths[above] if isinstance(above, int) else ()
            for name in path[known:]:
                office = parent.office if parent else Office.BACK
                parent = Unit.open(name, office, by=by, within=parent)
                names = (*names, folded(name))
                queries.flush()
                self._know(parent.id, names)

    def make_locations(self, names: Iterable[str], by: Person) -> None:
        for name in names:
            if self.location(name) is None and not self.is_closed(name):
                made = Location.open(name, by=by)
                queries.flush()
                self._locations[folded(name)] = made.id


def _path(number: int, rows: dict) -> Path:
    """From the outermost unit in. What hangs in a circle ends where it began."""
    names: list[str] = []
    seen: set[int] = set()
    while number in rows and number not in seen:
        seen.add(number)
        names.insert(0, folded(rows[number].name))
        number = rows[number].parent_id
    return tuple(names)


@lru_cache(maxsize=10_000)  # a table names the same few units again and again
def _folded(path: Path) -> Path:
    return tuple(folded(name) for name in path)
