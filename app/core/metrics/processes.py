"""What the processes of this server take, as the kernel tells it."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from prometheus_client import Metric
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")  # of processor time, in a second


class Processes(Collector):
    """By what they are for: a number of a process would be a new series at every start."""

    def __init__(self, *, is_shared: bool) -> None:
        self._first = os.getppid() if is_shared else os.getpid()

    def collect(self) -> Iterator[Metric]:
        running = GaugeMetricFamily("wowista_processes", "Processes", labels=["process"])
        memory = GaugeMetricFamily(
            "wowista_process_memory_bytes",
            "Memory, with its share of what several have in common",
            labels=["process"],
        )
        files = GaugeMetricFamily("wowista_process_open_files", "Open files", labels=["process"])
        spent = CounterMetricFamily(
            "wowista_process_cpu_seconds", "Processor time", labels=["process"]
        )
        for role, numbers in self._by_role().items():
            seen = [figures for number in numbers if (figures := _figures(PROC / str(number)))]
            running.add_metric([role], len(seen))
            for family, column in ((memory, 0), (files, 1), (spent, 2)):
                family.add_metric([role], sum(figures[column] for figures in seen))
        yield from (running, memory, files, spent)

    def _by_role(self) -> dict[str, list[int]]:
        """Those who answer and whoever started them are the web's; beside them is a worker."""
        roles: dict[str, list[int]] = {"web": [self._first], "worker": []}
        if self._first == os.getpid():
            return roles
        for number in _children(self._first):
            roles["worker" if _is_worker(PROC / str(number)) else "web"].append(number)
        return roles


def _children(number: int) -> list[int]:
    try:
        return [int(one) for one in (PROC / f"{number}/task/{number}/children").read_text().split()]
    except OSError:
        return [os.getpid()]


def _is_worker(process: Path) -> bool:
    try:
        return b"--supervised" in (process / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return False


def _figures(process: Path) -> tuple[float, float, float] | None:
    """Bytes, open files, seconds; None for a process that has just ended, or where no kernel
    tells them.
    """
    try:
        memory = re.search(r"^Pss:\s+(\d+) kB", (process / "smaps_rollup").read_text(), re.M)
        times = (process / "stat").read_text().rpartition(")")[2].split()
        return (
            int(memory[1]) * 1024.0 if memory else 0.0,
            float(len(os.listdir(process / "fd"))),
            (int(times[11]) + int(times[12])) / TICKS,
        )
    except OSError:
        return None
