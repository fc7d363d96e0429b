"""Putting everything of a kind into the index anew, some at a time: the worker's errand."""

from app.core import outbox
from app.core.db import leave, writing
from app.core.i18n import N_
from app.core.outbox import Errand
from app.facts import subjects
from app.search.rebuilding import put_some, want


@outbox.handles("search.rebuild", N_("Putting texts into the search"))
def rebuild(errand: Errand) -> None:
    """A few hundred, and an errand for those that follow: nobody waits long for their turn."""
    kind, after, key = errand.payload["kind"], errand.payload["after"], errand.key
    if kind not in {subject.kind for subject in subjects.registered()}:
        return
    leave()
    with writing(shown=False):
        last = put_some(kind, after)
        if last is not None:
            want(kind, after=last, key=key.rpartition("@")[0] or key)
