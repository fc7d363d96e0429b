"""The company moves in: its units, its places, and its people with what they are trusted with."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from app.core.db import db
from app.core.fields import folded
from app.demo.company import DOMAIN
from app.demo.deeds import Cast, Deed, days_ago
from app.people import founding
from app.people.models import Location, Office, Person, Role, Unit

LANGUAGE = "es"


def deeds(
    told: dict[str, Any],
    *,
    password_hash: str,
    faces: dict[str, str],
    places: dict[str, int],
    cast: Cast,
    now: datetime,
) -> Iterator[Deed]:
    """`faces` are the keys of portraits in the storage, by their names in `company.yaml`. `places`
    comes to know units and locations by their names, as `cast` does people.
    """
    first = told["people"][0]
    yield Deed(
        days_ago(first["days"], now) - timedelta(hours=1), partial(_build, told, places=places)
    )
    for number, given in enumerate(told["people"]):
        moment = days_ago(given["days"], now) + timedelta(minutes=4 * number)
        join = partial(_join, given, places=places, password_hash=password_hash, cast=cast)
        if given is first:
            join = partial(join, company=told["company"])
        yield Deed(moment, partial(join, face=faces.get(given.get("face", ""))))


def address(given: dict[str, Any]) -> str:
    """«Begoña Lasarte Muñoz» has begona.lasarte@; whoever may be visited has their own."""
    first, last = folded(given["name"]).split()[:2]
    return given.get("email", f"{first}.{last}@{DOMAIN}")


def _build(told: dict[str, Any], *, places: dict[str, int]) -> None:
    """Where people work."""
    for name in told["locations"]:
        location = Location.open(name, by=None)
        db.session.flush()
        places[name] = location.id
    _build_unit(told["units"], within=None, places=places)


def _build_unit(given: dict[str, Any], *, within: Unit | None, places: dict[str, int]) -> None:
    unit = Unit.open(given["name"], Office(given["office"]), by=None, within=within)
    db.session.flush()
    places[unit.name] = unit.id
    for part in given.get("parts", []):
        _build_unit(part, within=unit, places=places)


def _join(
    given: dict[str, Any],
    *,
    places: dict[str, int],
    password_hash: str,
    cast: Cast,
    face: str | None,
    company: str = "",
) -> None:
    """Somebody comes in and says who they are; the first of all founds the house."""
    who = {"name": given["name"], "email": address(given), "password_hash": password_hash}
    language = given.get("language", LANGUAGE)
    if company:
        person = founding.found(company=company, language=language, **who)
        person.withdraw(Role.GOVERNANCE, by=None)  # which is Ane's, as soon as she joins
    else:
        person = Person.join(by=next(iter(cast.values())), language=language, **who)
    person.introduce(
        name=given["name"],
        job=given["job"],
        unit_id=places[given["unit"]],
        location_id=places[given["location"]],
        helps_with=given["helps"],
        speaks=given["speaks"].split(),
    )
    person.show_face(face)
    for role, granted_by in given.get("trusted", {}).items():
        person.grant(Role(role), by=cast[granted_by])
    cast[given["key"]] = person
