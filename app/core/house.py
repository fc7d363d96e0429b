"""Flask, without what it finds out anew at each request and is the same for all of them."""

from collections.abc import Callable
from typing import Any

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer


class Cookie(SecureCookieSessionInterface):
    """Flask makes the signer from the keys of the configuration twice for each request, which
    takes as long as checking what was signed. It is made once for as long as they are the same.
    """

    _made: tuple[tuple, URLSafeTimedSerializer | None] = ((), None)

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        keys = (app.secret_key, *(app.config["SECRET_KEY_FALLBACKS"] or ()))
        if self._made[0] != keys:
            self._made = keys, super().get_signing_serializer(app)
        return self._made[1]


class House(Flask):
    """The application."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.session_interface = Cookie()

    def ensure_sync(self, func: Callable) -> Callable:
        """Flask looks into every hook and view, at every request, whether it is a coroutine.
        None of ours is.
        """
        return func
