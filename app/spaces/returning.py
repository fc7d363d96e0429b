"""The way back for a moment to somebody who left: where they were, sealed, so that a space that
is shut needs no key under the mat. Whatever was decided in the space since makes it useless.
"""

from collections.abc import Iterable
from typing import NamedTuple

from flask import current_app
from itsdangerous import BadSignature, URLSafeTimedSerializer

from app.people.models import Person
from app.spaces.models import MemberRole, Space

A_MOMENT = 600  # seconds


class Left(NamedTuple):
    space_id: int
    role: MemberRole
    version: int


def sealed(spaces: Iterable[Space], person: Person) -> str:
    """What somebody is about to leave, as they are in it."""
    here = [(one, one.membership(person.id)) for one in spaces]
    left = [[one.id, mine.role.value, one.version] for one, mine in here if mine]
    return _seal().dumps([person.id, left])


def opened(token: str, person_id: int) -> list[Left]:
    """Nothing, if it is somebody else's, was made up, or the moment is over."""
    try:
        whose, left = _seal().loads(token, max_age=A_MOMENT)
    except BadSignature:
        return []
    return [Left(one[0], MemberRole(one[1]), one[2]) for one in left if whose == person_id]


def _seal() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.secret_key or "", salt="spaces.returning")
