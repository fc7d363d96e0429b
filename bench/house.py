"""Where the planted data is kept, and the servers that stand on a copy of it."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import create_engine, text

from bench.planting import Planted, Size

ROOT = Path(__file__).parent.parent
PATIENCE = 30  # seconds a server may take to begin, and to end
SETTLING = 900  # seconds its worker may take for what was planted


def database(folder: Path) -> Path:
    return folder / "wowista.db"


def planted(kept: Path, size: Size) -> tuple[Path, Planted]:
    """The folder of that size and of these migrations; what is not whole is planted anew."""
    folder = kept / f"{size}-{_newest_migration()}"
    told = folder / "planted.json"
    if not told.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        numbers = [str(one) for one in (size.people, size.posts, size.comments)]
        command = [sys.executable, "-m", "bench.plant", *numbers]
        subprocess.run(command, env=environment(folder), cwd=ROOT, check=True)
    return folder, Planted(**json.loads(told.read_text()))


def _newest_migration() -> str:
    return max(path.name for path in (ROOT / "migrations" / "versions").glob("*.py"))[:4]


@contextmanager
def copied(folder: Path) -> Iterator[Path]:
    """The same house to live in for a while: what is written in a round is gone after it."""
    copy = folder.with_name(f"{folder.name}.{os.getpid()}")
    try:
        shutil.copytree(folder, copy)
        yield copy
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def environment(folder: Path, **more: str) -> dict[str, str]:
    ours = {
        "INSTANCE": str(folder),
        "DATABASE_URL": f"sqlite:///{database(folder)}",
        "DEMO": "1",
        "PRODUCTION": "0",
        "LANGUAGE": "es",
        "PYTHONUNBUFFERED": "1",
    }
    return os.environ | ours | more


@contextmanager
def served(folder: Path, *what: str) -> Iterator[int]:
    """The port of `bench.server`, on the last of our cores."""
    command = [sys.executable, "-m", "bench.server", *what]
    with _running(command, environment(folder)) as process:
        line = process.stdout.readline() if process.stdout else ""
        if not line.startswith("port "):
            raise RuntimeError(f"the server of {what[0]} did not begin")
        yield int(line.removeprefix("port "))


@contextmanager
def flask_serve(folder: Path, **more: str) -> Iterator[int]:
    """The port of the real thing, `flask serve`, as an operator starts it. With WORKER=0 what
    its worker would do is left undone.
    """
    command, began = [sys.executable, "-m", "flask", "serve"], datetime.now(UTC)
    env = environment(folder, PORT="0", **more)
    with _running(command, env) as process:
        for line in process.stdout or ():
            if "WOWista is at http://" in line:
                if env.get("WORKER") != "0":
                    _settled(env["DATABASE_URL"], began.replace(tzinfo=None))
                yield int(line.rstrip().rpartition(":")[2])
                return
        raise RuntimeError("flask serve did not begin")


def _settled(url: str, began: datetime) -> None:
    """Until the worker is there too, and has done all that waited for it: what it does then, it
    does in everyday life. Raises RuntimeError after a quarter of an hour.
    """
    asked = text(
        "SELECT EXISTS (SELECT 1 FROM workers WHERE seen_at > :began)"
        " AND NOT EXISTS (SELECT 1 FROM deliveries WHERE NOT finished)"
        " AND NOT EXISTS (SELECT 1 FROM errands WHERE state = 'waiting'"
        " AND COALESCE(due_at, created_at) <= :now)"
    )
    engine, latest = create_engine(url), time.monotonic() + SETTLING
    while time.monotonic() < latest:
        time.sleep(1)
        with engine.connect() as connection:
            now = datetime.now(UTC).replace(tzinfo=None)
            if connection.scalar(asked, {"began": began, "now": now}):
                engine.dispose()
                return
    raise RuntimeError("the worker was not done in time")


@contextmanager
def _running(command: list[str], env: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command, env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # it and its workers: its own group
            process.wait()
