"""How long a backup of a large SQLite database takes, and how long writers wait meanwhile.

    python bench/backup.py [GIGABYTES]      (1)

It fills a database of its own in a temporary folder (BENCH_FOLDER to choose the disk), lets two
processes write small decisions without a pause, for a while alone and then while `flask backup`
runs, and prints how long each of them waited; then how long `verify` and `restore` take.
"""

import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent.parent
sys.path.insert(0, str(HERE))
GIGABYTES = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
WRITERS = 2
ALONE = 10  # seconds
ROW = 8_000  # characters


def fill() -> None:
    from flask_migrate import upgrade

    from app import create_app
    from app.core.db import db, writing
    from app.core.settings import Setting

    with create_app().app_context():
        upgrade()
        rows = int(GIGABYTES * 1e9 / ROW)
        for start in range(0, rows, 1000):
            values = [
                {"name": f"row-{number}", "value": os.urandom(ROW // 2).hex()}
                for number in range(start, min(start + 1000, rows))
            ]
            with writing():
                db.session.execute(Setting.__table__.insert(), values)


def write(name: str, stop, waits) -> None:
    """Decisions of one row each, and when each was begun and how long it took."""
    from app import create_app
    from app.core import settings
    from app.core.db import writing

    settings.declare(f"bench.{name}", str, "", "a bench")
    with create_app().app_context():
        number = 0
        while not stop.is_set():
            began = time.monotonic()
            with writing():
                settings.put(f"bench.{name}", f"{number}" * 100)
            waits.put((began, time.monotonic() - began))
            number += 1


def flask(*words: str, instance: str) -> tuple[float, str]:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "flask", *words],
        cwd=HERE,
        env=os.environ | {"INSTANCE": instance},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return time.monotonic() - began, done.stdout


def told(name: str, waits: list[float]) -> None:
    waits = sorted(waits)
    high = waits[int(len(waits) * 0.99)]
    print(
        f"{name:<18} {len(waits):>6} decisions   median {median(waits) * 1000:>6.1f} ms"
        f"   99 % {high * 1000:>7.1f} ms   worst {waits[-1] * 1000:>7.1f} ms"
    )


def main() -> None:
    folder = Path(tempfile.mkdtemp(dir=os.environ.get("BENCH_FOLDER")))
    os.environ["INSTANCE"] = instance = str(folder / "instance")
    try:
        fill()
        size = (folder / "instance" / "wowista.db").stat().st_size
        print(f"{size / 1e9:.2f} GB; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")

        stop, waits = multiprocessing.Event(), multiprocessing.Queue()
        writers = [
            multiprocessing.Process(target=write, args=(f"writer-{number}", stop, waits))
            for number in range(WRITERS)
        ]
        [writer.start() for writer in writers]
        noted = [waits.get() for _ in range(WRITERS * 5)]  # they have begun
        began = time.monotonic()
        while time.monotonic() < began + ALONE:
            noted.append(waits.get())
        backed_up = time.monotonic()
        took, said = flask("backup", instance=instance)
        ended = time.monotonic()
        log = Path(f"{instance}/wowista.db-wal").stat().st_size
        stop.set()
        while any(writer.is_alive() for writer in writers) or not waits.empty():
            try:
                noted.append(waits.get(timeout=0.2))
            except Exception:
                [writer.join(0) for writer in writers]
        told("alone", [wait for at, wait in noted if began < at < backed_up])
        told("during the backup", [w for at, w in noted if at < ended and at + w > backed_up])
        print(f"backup {took:.1f} s; the log beside the database grew to {log / 1e6:.0f} MB")

        backup = said.split("\n")[0].split(": ")[1]
        print(f"verify {flask('backup', 'verify', backup, instance=instance)[0]:.1f} s")
        new = str(folder / "new")
        print(f"restore {flask('restore', backup, '--yes', instance=new)[0]:.1f} s")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
