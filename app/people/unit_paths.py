"""Units as a table names them: by a path, by its end, or by one name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from app.core.fields import folded
from app.core.i18n import N_
from app.core.remarks import Remark, remark

Path = tuple[str, ...]

BETWEEN = (">", "›", "»", "/", "\\")  # units within units; the first that is there divides

NO_UNIT = N_("There is no unit called %(unit)s.")
TWO_UNITS = N_("There are several units called %(unit)s: write which one it is within.")


class UnitPaths:
    """Some units, looked up without asking again. A row has `id`, `name` and `parent_id`."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._paths: dict[int, Path] = {}
        self._ends: dict[Path, set[int]] = defaultdict(set)
        known = {row.id: row for row in rows}
        for number in known:
            self.know(number, tuple(folded(name) for name in names(number, known)))

    def know(self, number: int, path: Path) -> None:
        """A unit from the outermost in, its names folded."""
        self._paths[number] = path
        self._ends[(" > ".join(path),)].add(number)  # a unit may have a stroke in its own name
        for start in range(len(path)):
            self._ends[path[start:]].add(number)

    def of(self, number: int) -> Path:
        return self._paths[number]

    def unit(self, path: Path, whole: str = "") -> int | Remark | None:
        """Its number, None for one that is not here, a remark where several could be meant."""
        wanted = [_folded(path)]
        if len(path) > 1:
            wanted.append(_folded((whole,)))
        for name in wanted:
            found = self._ends.get(name, set())
            exact = {number for number in found if self._paths[number] == name}
            if len(found) == 1 or len(exact) == 1:
                return next(iter(exact if len(exact) == 1 else found))
            if found:
                return remark(TWO_UNITS, unit=" > ".join(path))
        return None


def path_of(unit: str) -> Path:
    """«Oficinas > Bilbao» is a unit within another."""
    divider = next((sign for sign in BETWEEN if sign in unit), None)
    parts = unit.split(divider) if divider else [unit]
    return tuple(name for part in parts if (name := part.strip()))


def names(number: int | None, rows: Mapping[int, Any]) -> list[str]:
    """From the outermost unit in. What hangs in a circle ends where it began."""
    found: list[str] = []
    seen: set[int] = set()
    while number is not None and number in rows and number not in seen:
        seen.add(number)
        found.insert(0, rows[number].name)
        number = rows[number].parent_id
    return found


@lru_cache(maxsize=10_000)  # a table names the same few units again and again
def _folded(path: Path) -> Path:
    return tuple(folded(name) for name in path)
