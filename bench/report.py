"""What came of it, for people (`RESULTS.md`) and for machines (`results.json`)."""

import json
import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.crowds import Crowd
from bench.planting import Size
from bench.rounds import Outcome, beside_small

HERE = Path(__file__).parent
LEAST_OF_HELLO = 0.15  # what the limit must reach, or it is none
LIGHT = 30_000  # bytes of a page: writing more of them takes longer than a hello, whoever does it


@dataclass(frozen=True)
class Report:
    size: Size
    outcomes: list[Outcome]
    crowds: list[Crowd]
    load: float  # what else the machine did: its load average when the rounds ended
    beside: int = 0  # posts of the small house that was measured in the same rounds, if one was

    def limit_of(self, one: Outcome) -> Outcome | None:
        return next((other for other in self.outcomes if other.name == one.beside), None)

    def share(self, one: Outcome) -> float | None:
        """Of the limit, by the CPU of the server's process: nobody else's work is in it."""
        limit = self.limit_of(one)
        return limit.cpu_ms / one.cpu_ms if limit and one.cpu_ms else None

    def times_small(self, one: Outcome) -> float | None:
        """How many times the wait that the same page costs in the small house, in the middle."""
        name = beside_small(one.name, self.beside)
        small = next((other for other in self.outcomes if other.name == name), None)
        return one.p50_ms / small.p50_ms if small else None

    def weak_limits(self) -> list[str]:
        """Limits that are so slow that it would be easy to reach them. A page that is large is
        slow by its size alone.
        """
        hello = next(one for one in self.outcomes if one.name == "hello")
        limits = {one.beside for one in self.outcomes} - {""}
        return [
            one.name
            for one in self.outcomes
            if one.name in limits
            and one.bytes <= LIGHT
            and hello.cpu_ms / one.cpu_ms < LEAST_OF_HELLO
        ]

    def records(self) -> list[dict]:
        """One for each page, as `results.json` keeps them."""
        date = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        pages = []
        for one in self.outcomes:
            limit = self.limit_of(one)
            share, times = self.share(one), self.times_small(one)
            pages.append(
                {
                    "page": one.name,
                    "posts": self.size.posts,
                    "rps": round(one.rps, 1),
                    "limit_rps": limit and round(limit.rps, 1),
                    "share_of_limit": share and round(share, 2),
                    "times_small": times and round(times, 2),
                    "p50_ms": round(one.p50_ms, 2),
                    "p99_ms": round(one.p99_ms, 2),
                    "cpu_ms": round(one.cpu_ms, 3),
                    "queries": one.queries,
                    "bytes": one.bytes,
                    "errors": 0,
                    "load_average": self.load,
                    "date": date,
                }
            )
        for crowd in self.crowds:
            pages.append(
                {
                    "page": crowd.name,
                    "posts": self.size.posts,
                    "rps": round(crowd.rps, 1),
                    "limit_rps": None,
                    "share_of_limit": None,
                    "times_small": None,
                    "p50_ms": round(crowd.p50_ms, 2),
                    "p99_ms": round(crowd.p99_ms, 2),
                    "cpu_ms": None,
                    "queries": None,
                    "bytes": None,
                    "errors": crowd.errors,
                    "load_average": self.load,
                    "date": date,
                }
            )
        return pages


def write(report: Report, folder: Path = HERE) -> None:
    records = report.records()
    (folder / "results.json").write_text(json.dumps(records, indent=1, ensure_ascii=False) + "\n")
    (folder / "RESULTS.md").write_text("\n".join(_lines(report, records)) + "\n")


def _lines(report: Report, records: list[dict]) -> Iterable[str]:
    size = report.size
    yield "# What `make bench` measured"
    yield ""
    yield (
        f"{records[0]['date']}, {size.people:,} people, {size.posts:,} posts,"
        f" {size.comments:,} comments. {_machine()}; load average {report.load:.1f} at the end."
    )
    yield ""
    yield (
        "One gunicorn worker of one thread on one core, the generator on another, eight kept"
        " connections, signed in as an employee of the demo company; medians of interleaved"
        " rounds. “Of the limit” compares the CPU of the server's process for one answer, in the"
        " same run: it is the figure to trust on a machine that does other things too."
        " `docs/decisions/speed.md` says how to read it and what made it so."
        " How long searching takes is in `SEARCH.md`."
    )
    yield ""
    yield "| page | answers/s | of the limit | p50 ms | p99 ms | CPU ms | queries | bytes |"
    yield "| --- | --: | --: | --: | --: | --: | --: | --: |"
    for one in records:
        if one["cpu_ms"] is None:
            continue
        share = one["share_of_limit"]
        yield (
            f"| {one['page']} | {one['rps']:,.0f} | {'' if share is None else f'{share:.2f}'} |"
            f" {one['p50_ms']:.1f} | {one['p99_ms']:.1f} | {one['cpu_ms']:.2f} | {one['queries']} |"
            f" {one['bytes']:,} |"
        )
    if report.beside:
        yield ""
        yield f"p50 against a house of {report.beside:,} posts, measured in the same rounds:"
        yield ""
        yield from (
            f"* {one['page']}: {one['times_small']:.2f} ×" for one in records if one["times_small"]
        )
    yield ""
    yield "Many at once, against `flask serve` as it is started by default:"
    yield ""
    yield "| crowd | answers/s | p50 ms | p99 ms | errors |"
    yield "| --- | --: | --: | --: | --: |"
    for one in records:
        if one["cpu_ms"] is None:
            yield (
                f"| {one['page']} | {one['rps']:,.0f} | {one['p50_ms']:.0f} |"
                f" {one['p99_ms']:.0f} | {one['errors']} |"
            )


def _machine() -> str:
    model = platform.processor() or platform.machine()
    told = Path("/proc/cpuinfo")
    if told.exists():
        named = (line for line in told.read_text().splitlines() if line.startswith("model name"))
        model = next(named, f": {model}").partition(": ")[2]
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}"
