"""What was uploaded and never said yes to does not stay: it may hold people's data."""

from datetime import timedelta

from app.core import clock, jobs
from app.core.db import leave, writing
from app.core.i18n import N_
from app.imports import queries, uploads

KEPT = timedelta(days=7)


@jobs.every(minutes=60, words=N_("Throw away uploads that nobody went on with"))
def forget() -> None:
    """The row stays and says so; whoever wants it brings the file again."""
    keys = [row.file for row in queries.left_alone(clock.now() - KEPT)]
    leave()
    if not keys:
        return
    with writing():
        for import_ in queries.with_files(keys):
            import_.expire()
    for key in keys:
        uploads.forget(key)
