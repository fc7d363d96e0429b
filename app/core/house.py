"""Flask, without what it finds out anew at each request and is the same for all of them."""

import time
from collections.abc import Callable
from typing import Any

from flask import Flask, Request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from flask.templating import Environment
from itsdangerous import URLSafeTimedSerializer
from jinja2 import Template
from jinja2.runtime import Context

from app.core.shelf import Shelf

PLAIN = (str, bool, int)  # nobody changes these in what is remembered


A_WHILE = 900  # seconds in which a cookie that was good once is not looked into again
ROOM = 2 * 1024 * 1024  # characters of cookies a process remembers, and what they said


class Cookie(SecureCookieSessionInterface):
    """Flask makes the signer from the keys of the configuration twice for each request, which
    takes as long as checking what was signed. It is made once for as long as they are the same.

    Nor is the very same cookie checked and read anew for every page of its bearer. Whether their
    sign-in is good is another question, asked of the database each time.
    """

    def __init__(self) -> None:
        self._made: tuple[tuple, URLSafeTimedSerializer | None] = ((), None)
        self._read = Shelf(ROOM)

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        keys = (app.secret_key, *(app.config["SECRET_KEY_FALLBACKS"] or ()))
        if self._made[0] != keys:
            self._made = keys, super().get_signing_serializer(app)
            self._read.clear()
        return self._made[1]

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        self.get_signing_serializer(app)  # forgets what was signed with other keys
        sent = request.cookies.get(self.get_cookie_name(app), "")
        key = (sent, int(time.time()) // A_WHILE)
        known = self._read.get(key)
        if known is not None:
            return self.session_class(known)
        opened = super().open_session(app, request)
        if opened and all(isinstance(value, PLAIN) for value in opened.values()):
            self._read.put(key, dict(opened), weight=2 * len(sent))
        return opened


class Macros(Template):
    """What a template imports from this one. Jinja looks, at each import, whether the page has been
    given something that all others have not: none of ours is, so the macros are made once.
    """

    def _get_default_module(self, ctx: Context | None = None) -> Any:
        return self._module or super()._get_default_module()


class Templates(Environment):
    template_class = Macros


class House(Flask):
    """The application."""

    jinja_environment = Templates

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.session_interface = Cookie()

    def ensure_sync(self, func: Callable) -> Callable:
        """Flask looks into every hook and view, at every request, whether it is a coroutine.
        None of ours is.
        """
        return func
