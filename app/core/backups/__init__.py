"""Copies of everything that cannot be made again, taken while people work, and put back.

A backup is a folder: the database, the files, the ledger of erasures, and `manifest.json`, which
is written last and names every piece with its digest. Each is whole by itself: files that the
backup before has already are the same file under a second name, so thirty of them need little
more room than one, and any may be deleted.

Not inside: the secret key (it opens what is sealed in the database, so the two travel apart),
uploads that are passing through, sessions' tokens (only their digests are anywhere), the keys of
open survey waves, and whatever the environment says.
"""

from collections.abc import Callable

_before_opening: list[Callable[[], None]] = []


def before_opening(prepare: Callable[[], None]) -> Callable[[], None]:
    """Register what must happen to a restored database before anybody is served from it.

    Called in `writing()`: whatever was over must not come to life again, whatever was sent
    must not be sent twice.
    """
    _before_opening.append(prepare)
    return prepare


def prepare_to_open() -> None:
    for prepare in _before_opening:
        prepare()
