"""Who asks: the light row of whoever is signed in, wherever it is needed while a page is made."""

from typing import Any

from flask import g
from flask_login import current_user


def reader() -> Any:
    """The signed-in person as a light row: enough to see, to be judged, to draw a page.

    A stranger before signing in, None without a request. `current_user` looks up the request and
    the person anew each time it is touched, which a page does thirty times: here the person who
    was loaded is taken as they are, and only the first time goes the long way.
    """
    known = g.get("_login_user")
    return current_user._get_current_object() if known is None else known
