"""Views that leave no trace of who came, or when.

Whoever reads the logs, the figures and the sessions beside two copies of the database could else
say who answered in between. So of such a view there is no line in the log, no figure that moves,
and nobody is seen to be here by it. What fails is told even so, as it must be mended: where in the
code, under the number its page shows, and in none of the words it failed over.
"""

import traceback
from collections.abc import Callable
from typing import Any

from flask import current_app, has_request_context, request


def unwatched(view: Callable) -> Callable:
    """Mark a view that nobody is watched in. Its pages are never `@reading`: they have no ETag."""
    view.is_unwatched = True  # type: ignore[attr-defined]
    return view


def is_unwatched() -> bool:
    """Whether such a view answers this request, whatever the answer; outside of one, never."""
    if not has_request_context():
        return False
    view: Any = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, "is_unwatched", False)


def without_words(error: BaseException) -> str:
    """The lines of code that an error and its causes came through, and their kinds. What they say
    may be what somebody wrote.
    """
    told = "".join(traceback.format_tb(error.__traceback__)) + type(error).__name__
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return f"{without_words(cause)}\n\n{told}" if cause else told
