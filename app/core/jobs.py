"""What is done by the clock: each job on one worker at a time, however many there are.

The table says when each is due; a worker that finds one due takes it by moving that moment on,
so nobody else does. A job is idempotent: killed in the middle, it is done again next time.
"""

import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import String, select, update
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Base, db, leave, writing

log = structlog.get_logger()


class Run(Base):
    """The last time a job was done, and the next."""

    __tablename__ = "jobs"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    due_at: Mapped[datetime]
    began_at: Mapped[datetime | None]
    took_ms: Mapped[int | None]
    error: Mapped[str] = mapped_column(String(500), default="")
    host: Mapped[str] = mapped_column(String(120), default="")


@dataclass(frozen=True)
class Job:
    name: str
    every: timedelta
    do: Callable[[], object]
    words: str = ""  # a message of the catalogue: what it is called where people read of it

    def is_due(self, run: Run | None, now: datetime) -> bool:
        """A moment further away than the job's own rhythm was set before the clock went back."""
        return run is None or not now < run.due_at <= now + self.every


_jobs: dict[str, Job] = {}


def every(
    *, minutes: int, words: str = ""
) -> Callable[[Callable[[], object]], Callable[[], object]]:
    """Have the worker do this so often. It opens its own `writing(shown=False)`."""

    def register(do: Callable[[], object]) -> Callable[[], object]:
        name = f"{do.__module__.removeprefix('app.')}.{do.__name__}"
        _jobs[name] = Job(name, timedelta(minutes=minutes), do, words)
        return do

    return register


def declared() -> list[Job]:
    return sorted(_jobs.values(), key=lambda job: job.name)


def runs() -> dict[str, Run]:
    """The last time each job was done that is still declared, by its name."""
    return {run.name: run for run in db.session.scalars(select(Run).where(Run.name.in_(_jobs)))}


def run_due() -> list[str]:
    """Do whatever is due and nobody else has taken; the names of what was done."""
    known = runs()
    now = clock.now()
    due = [job for job in declared() if job.is_due(known.get(job.name), now)]
    leave()
    return [job.name for job in due if _take(job) and _run(job)]


def _take(job: Job) -> bool:
    """Whether it is ours: the row is held while we look, and nobody else finds it due."""
    with writing(shown=False):
        now = clock.now()
        run = db.session.get(Run, job.name, with_for_update=True)
        if not job.is_due(run, now):
            return False
        if run is None:
            run = Run(name=job.name)
            db.session.add(run)
        run.due_at, run.began_at = now + job.every, now
        run.host = socket.gethostname()[:120]
    return True


def _run(job: Job) -> bool:
    began, error = time.monotonic(), ""
    try:
        job.do()
    except Exception as wrong:
        db.session.rollback()
        error = f"{type(wrong).__name__}: {wrong}"
        log.warning("job", name=job.name, exc_info=wrong)
    with writing(shown=False):
        db.session.execute(
            update(Run)
            .where(Run.name == job.name)
            .values(took_ms=round((time.monotonic() - began) * 1000), error=error[:500])
        )
    return True
