"""What every door says to everybody: the table that `test_walk.py` holds against the house.

The doors of a feature stand in that feature's module here, `TABLE`, beside the names of those
that are `PUBLIC`, of the pages kept by their reader's browser, and asked about each time
(`READING`, `PICTURES`), and of what never changes at its address (`FACES`). A module that is
added is found by itself.
"""

from tests.features import modules
from tests.walk.base import EVERYBODY, Row

_features = list(modules(__name__))


def _named(words: str) -> set[str]:
    return {name for feature in _features for name in getattr(feature, words, ())}


TABLE: list[Row] = [row for feature in _features for row in feature.TABLE]
PUBLIC = _named("PUBLIC")
READING = _named("READING")
PICTURES = _named("PICTURES")
FACES = _named("FACES")

__all__ = ["EVERYBODY", "FACES", "PICTURES", "PUBLIC", "READING", "TABLE", "Row"]
