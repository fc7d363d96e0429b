"""Units and locations as a table names them, and making those that are not here yet."""

from collections.abc import Iterable
from functools import lru_cache

from app.arrivals import queries
from app.core.fields import folded
from app.core.i18n import N_
from app.core.remarks import Remark
from app.people.models import Location, Office, Person, Unit
from app.people.unit_paths import Path, UnitPaths

NO_LOCATION = N_("There is no location called %(location)s.")


class Places:
    """The open units and the locations of the house, looked up without asking again."""

    def __init__(self) -> None:
        self._units = UnitPaths(queries.units())
        locations = queries.locations()
        self._closed = {folded(row.name) for row in locations if row.closed_at is not None}
        self._locations = {folded(row.name): row.id for row in locations if row.closed_at is None}

    def unit(self, path: Path, whole: str = "") -> int | Remark | None:
        """Its number, None for one that is not here, a remark where several could be meant."""
        return self._units.unit(path, whole)

    def is_closed(self, name: str) -> bool:
        """A location that was closed keeps its name, and nobody comes to work in it."""
        return folded(name) in self._closed - set(self._locations)

    def location(self, name: str) -> int | None:
        return self._locations.get(_folded(name))

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
            names = self._units.of(above) if isinstance(above, int) else ()
            for name in path[known:]:
                office = parent.office if parent else Office.BACK
                parent = Unit.open(name, office, by=by, within=parent)
                names = (*names, folded(name))
                queries.flush()
                self._units.know(parent.id, names)

    def make_locations(self, names: Iterable[str], by: Person) -> None:
        for name in names:
            if self.location(name) is None and not self.is_closed(name):
                made = Location.open(name, by=by)
                queries.flush()
                self._locations[folded(name)] = made.id


@lru_cache(maxsize=10_000)  # a table names the same few locations again and again
def _folded(name: str) -> str:
    return folded(name)
