"""The cookie a session travels in: Flask's, without making its signer anew for each request."""

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
