"""What a page costs in one house and in another, asked in turns.

    python -m bench.in_turns instance/bench/1000-… instance/bench/100000-…

Each house has a process of its own, which draws a page forty times when it is told to and says how
much CPU its thread took for one. What the machine does meanwhile falls on both alike, which is not
so for answers a second of two servers. Folders are those that `make bench` has kept; a sign-in is
added to each.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from subprocess import PIPE, Popen

from bench.house import ROOT, environment
from bench.visitor import EMAIL

PAGES = ("/", "/blog", "/ideas")
ROUNDS, TIMES, WARM = 40, 40, 20


def drawn() -> None:
    """In a house of its own: for each line that comes in, the CPU of that page in milliseconds."""
    from app import create_app
    from app.core.db import db
    from app.people import queries
    from bench.signed_in import signed_in

    app = create_app()
    with app.test_request_context():
        person = queries.by_email(EMAIL)
        assert person, f"{EMAIL} is not of this house"
        [(cookie, _)] = signed_in(app, [person.id])
        db.session.remove()
    client = app.test_client(use_cookies=False)
    print("ready", flush=True)
    for line in sys.stdin:
        path, times = line.split()
        began = time.thread_time()
        for _ in range(int(times)):
            assert client.get(path, headers={"Cookie": cookie}).status_code == 200
        print((time.thread_time() - began) * 1000 / int(times), flush=True)


@contextmanager
def _house(folder: Path) -> Iterator[Popen[str]]:
    command = [sys.executable, "-m", "bench.in_turns"]
    env = environment(folder.resolve(), LOG_LEVEL="WARNING")
    with Popen(command, env=env, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) as process:
        assert process.stdout and process.stdout.readline() == "ready\n"
        yield process
        process.communicate()


def _asked(house: Popen[str], path: str, times: int) -> float:
    assert house.stdin and house.stdout
    print(path, times, file=house.stdin, flush=True)
    return float(house.stdout.readline())


def main(one: Path, other: Path) -> None:
    with _house(one) as first, _house(other) as second:
        for path in PAGES:
            for house in (first, second):
                _asked(house, path, WARM)
            pairs = []
            for nth in range(ROUNDS):
                order = (first, second) if nth % 2 else (second, first)
                took = {house: _asked(house, path, TIMES) for house in order}
                pairs.append((took[first], took[second]))
            ratio = median(after / before for before, after in pairs)
            before, after = (median(column) for column in zip(*pairs, strict=True))
            print(f"{path:<8} {before:6.2f} ms and {after:6.2f} ms, {ratio:.2f} ×", flush=True)


if __name__ == "__main__":
    if len(sys.argv) == 1 and os.environ.get("DATABASE_URL"):
        drawn()
    elif len(sys.argv) == 3:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    else:
        sys.exit(__doc__)
