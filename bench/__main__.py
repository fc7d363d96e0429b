"""How quick it is: `make bench`, or `python -m bench --people 1000 --posts 1000 --comments 10000`.

The planted data stays in `instance/bench`, by size, for the next run; every round lives in a copy
of it. Everything listens on loopback, ends by itself, and ends what it began.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench import crowds, house, report, rounds
from bench.pages import pages
from bench.planting import Size


def main(arguments: list[str]) -> int:
    asked = _asked(arguments)
    size = Size(asked.people, asked.posts, asked.comments)
    folder, planted = house.planted(asked.kept, size)
    cores = os.sched_getaffinity(0)
    with ExitStack() as running:
        copy = running.enter_context(house.copied(folder))
        measured = pages(house.database(copy), planted)
        with ExitStack() as servers:
            subjects = servers.enter_context(rounds.subjects(copy, measured, planted))
            if asked.beside:
                subjects += servers.enter_context(_small(asked.kept, asked.beside))
            os.sched_setaffinity(0, {min(cores)})  # the servers have the other
            outcomes = rounds.run(subjects, rounds=asked.rounds, seconds=asked.seconds)
            os.sched_setaffinity(0, cores)
        told = [
            crowds.writers(copy, planted, seconds=asked.crowd),
            *crowds.nine_o_clock(copy, seconds=asked.crowd),
        ]
    load = round(os.getloadavg()[0], 1)
    found = report.Report(size, outcomes, told, load=load, beside=asked.beside)
    report.write(found, asked.results)
    print((asked.results / "RESULTS.md").read_text())
    if weak := found.weak_limits():
        print(f"No limit at all, for it is below {report.LEAST_OF_HELLO} of a hello: {weak}")
        return 1
    return 0


@contextmanager
def _small(kept: Path, posts: int) -> Iterator[list[rounds.Subject]]:
    """A house of so many posts, as many people, and ten times as many comments."""
    folder, planted = house.planted(kept, Size(posts, posts, 10 * posts))
    with house.copied(folder) as copy:
        measured = pages(house.database(copy), planted)
        with rounds.small(copy, measured, posts) as subjects:
            yield subjects


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("bench", description=__doc__)
    parser.add_argument("--people", type=int, default=1_000)
    parser.add_argument("--posts", type=int, default=1_000)
    parser.add_argument("--comments", type=int, default=10_000)
    parser.add_argument("--beside", type=int, default=0, help="posts of a small house, to compare")
    parser.add_argument("--rounds", type=int, default=7, help="of which the middle one counts")
    parser.add_argument("--seconds", type=float, default=1.0, help="of each page in each round")
    parser.add_argument("--crowd", type=float, default=5.0, help="seconds of each crowd")
    parser.add_argument("--kept", type=Path, default=house.ROOT / "instance" / "bench")
    parser.add_argument("--results", type=Path, default=report.HERE)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
