"""The address by which somebody ends certain letters without signing in (RFC 8058).

It is signed and holds a number, so nobody can make one up; it can do nothing else, and is good
for as long as the letter is.
"""

from dataclasses import dataclass
from typing import Any

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

from app.core import mail

LONGEST = 200  # letters


@dataclass(frozen=True)
class Ending:
    """Of one kind of letters: what is signed for one ends no other."""

    salt: str
    endpoint: str

    def address(self, person_id: int) -> str:
        return mail.address(self.endpoint, token=self._signer().dumps(person_id))

    def whose(self, token: str) -> int | None:
        """Whose letters it ends; nobody's, if we did not write it."""
        if len(token) > LONGEST:
            return None
        try:
            number = self._signer().loads(token)
        except BadSignature:
            return None
        return number if isinstance(number, int) else None

    def _signer(self) -> URLSafeSerializer:
        """Old keys still open what they signed."""
        config: Any = current_app.config
        keys = [*(config["SECRET_KEY_FALLBACKS"] or ()), config["SECRET_KEY"]]
        return URLSafeSerializer(keys, salt=self.salt)


def headers(place: str) -> dict[str, str]:
    """What a mail program makes its own button of."""
    return {
        "List-Unsubscribe": f"<{place}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
