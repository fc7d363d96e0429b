"""Where a line is heard, once its thing has its tags and its place: by the worker."""

from app.activity import queries
from app.activity.models import PLACING
from app.core import outbox
from app.core.db import writing
from app.core.i18n import N_


@outbox.handles(PLACING, N_("Lines for those who follow"))
def place(errand: outbox.Errand) -> None:
    """Only one's own stream shows it, and that page is never kept."""
    with writing(shown=False):
        queries.place(errand.payload["line"])
