"""What stands in the database and on the disk, read when somebody asks for it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from flask import current_app
from prometheus_client import Metric
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from app.core import clock, jobs, worker
from app.core.db import db
from app.core.outbox import queries


class House(Collector):
    """A database that does not answer is told as well, and hides nothing else."""

    def collect(self) -> Iterator[Metric]:
        try:
            found = [*_outbox(), *_workers(), *_jobs()]
        except SQLAlchemyError:
            db.session.rollback()
            found = []
        yield GaugeMetricFamily(
            "wowista_database_up", "Whether the database answers", float(bool(found))
        )
        yield from found
        yield _room()


def _outbox() -> Iterator[Metric]:
    errands = GaugeMetricFamily("wowista_errands", "Errands of the outbox", labels=["state"])
    for state, number in queries.count_by_state().items():
        errands.add_metric([state.value], number)
    yield errands
    yield GaugeMetricFamily(
        "wowista_outbox_lag_seconds",
        "For how long the oldest errand has been due",
        queries.lag(),
    )


def _workers() -> Iterator[Metric]:
    alive = worker.alive()
    yield GaugeMetricFamily("wowista_workers", "Workers with a pulse", len(alive))
    if alive:
        age = clock.now() - max(one.seen_at for one in alive)
        yield GaugeMetricFamily(
            "wowista_worker_pulse_age_seconds",
            "Since the last pulse of any worker",
            max(0.0, age.total_seconds()),
        )


def _jobs() -> Iterator[Metric]:
    """By the names that the code gives them; one that was never done says nothing."""
    took = GaugeMetricFamily("wowista_job_seconds", "How long it took last", labels=["job"])
    failed = GaugeMetricFamily("wowista_job_failed", "Whether it failed last", labels=["job"])
    age = GaugeMetricFamily("wowista_job_age_seconds", "Since it last began", labels=["job"])
    for run in jobs.runs().values():
        if run.began_at is not None:
            age.add_metric([run.name], max(0.0, (clock.now() - run.began_at).total_seconds()))
        if run.took_ms is not None:
            took.add_metric([run.name], run.took_ms / 1000)
            failed.add_metric([run.name], float(bool(run.error)))
    yield from (took, failed, age)


def _room() -> Metric:
    folder = Path(current_app.config["STORAGE"])
    disk = shutil.disk_usage(folder if folder.exists() else folder.parent)
    room = GaugeMetricFamily(
        "wowista_disk_bytes", "The disk that people's pictures lie on", labels=["kind"]
    )
    room.add_metric(["free"], disk.free)
    room.add_metric(["total"], disk.total)
    return room
