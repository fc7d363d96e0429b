"""The folder in memory in which the processes of one server add up what they count."""

import fcntl
import os
import shutil
import tempfile
import time
from pathlib import Path

MEMORY = "/dev/shm"  # a slow disk must not hold anybody up
YOUNG = 60.0  # seconds in which somebody may still be about to take hold of a folder


def memory() -> str | None:
    return MEMORY if os.access(MEMORY, os.W_OK) else None


class Folder:
    """Held by the server and its processes for as long as one of them lives, whoever ends how."""

    def __init__(self) -> None:
        base, prefix = Path(memory() or tempfile.gettempdir()), f"wowista-{os.getuid()}-"
        for left in base.glob(f"{prefix}*"):
            _clear_away(left)
        self.path = Path(tempfile.mkdtemp(prefix=prefix, dir=base))
        self._held = os.open(self.path, os.O_RDONLY)
        fcntl.flock(self._held, fcntl.LOCK_EX)

    def remove(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)


def _clear_away(left: Path) -> None:
    """What a server left that was killed: nobody holds it any more."""
    try:
        held = os.open(left, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return
    try:
        seen = os.fstat(held)
        if seen.st_uid == os.getuid() and time.time() - seen.st_mtime > YOUNG:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(left, ignore_errors=True)
    except OSError:
        return
    finally:
        os.close(held)
