"""Where the planted data is kept, and the servers that stand on a copy of it."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.planting import Planted, Size

ROOT = Path(__file__).parent.parent
PATIENCE = 30  # seconds a server may take to begin, and to end


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
    """The port of the real thing, `flask serve`, as an operator starts it."""
    command = [sys.executable, "-m", "flask", "serve"]
    with _running(command, environment(folder, PORT="0", **more)) as process:
        for line in process.stdout or ():
            if "WOWista is at http://" in line:
                yield int(line.rstrip().rpartition(":")[2])
                return
        raise RuntimeError("flask serve did not begin")


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
