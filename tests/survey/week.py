"""A week of a house whose people come, look around, write a little, and answer a survey; and of
somebody who takes a copy of everything at every hour.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any

from app.core import clock, jobs, outbox
from app.core.backups import taking
from app.core.db import db
from app.people.models import Person
from app.survey import keys
from app.survey.models import Invitation, Scale, Wave
from tests.factories import PASSWORD, make_person, make_post, make_unit
from tests.factories.survey import open_wave
from tests.people import enter
from tests.survey.adversary import Answers, made
from tests.survey.seized import Seized, copied

MONDAY = datetime(2026, 11, 23, 8, 0)
FRIDAY_NIGHT, SATURDAY = datetime(2026, 11, 27, 23, 0), datetime(2026, 11, 28, 12, 0)
DAYS, HOURS = 5, 8
UNITS = {  # how many of two hundred work in each, and in which one it lies
    "Everything": (0, None),
    "Clinics": (3, "Everything"),
    "Bilbao": (24, "Clinics"),
    "Gasteiz": (22, "Clinics"),
    "Donostia": (17, "Clinics"),
    "Offices": (4, "Everything"),
    "Centre": (25, "Offices"),
    "Till": (6, "Centre"),
    "North": (16, "Offices"),
    "Call center": (46, "Everything"),
    "Headquarters": (37, "Everything"),
}
MOVED = "wowista_request_duration_seconds_count"
TOKEN = {"Authorization": "Bearer a token that only ever opens tests"}

Visit = tuple[datetime, Callable[[], None]]


@dataclass
class Week:
    """What happened: nobody knows it but who made it happen."""

    wave: int
    key: bytes
    seized: Seized
    truth: dict[int, Answers] = field(default_factory=dict)
    remarks: dict[int, str] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)  # people, as they answered
    given: set[str] = field(default_factory=set)


def lived(house: Any, capsys: Any, *, times: int = 1, path: str = "/survey/answer") -> Week:
    """Two hundred people, or so many times as many, answer at `path`."""
    rng = random.Random(7)
    with clock.at(MONDAY - timedelta(days=1)):
        people = _people(times)
        runs = db.session.get_one(Person, people[-1])
        post = make_post(runs, title="Twelve rings").id
        wave = open_wave(by=db.session.get_one(Person, people[-1]))
        week = _begun(house, wave.id)
    visits = _visits(house, rng, week, post, path)
    for day in range(DAYS):
        for hour in range(HOURS):
            until = MONDAY + timedelta(days=day, hours=hour + 1)
            while visits and visits[-1][0] < until:
                moment, visit = visits.pop()
                with clock.at(moment):
                    visit()
                    _look(house, week.seized, moment, capsys)
            with clock.at(until):
                outbox.drain()
                jobs.run_due()
                seize(week.seized, until)
        if day % 2 == 0:
            with clock.at(until):
                taking.take(Path(house.config["BACKUPS"]))
    assert not visits and len(week.truth) == len(people)
    return week


def seize(seized: Seized, at: datetime, *, with_files: bool = False) -> None:
    db.session.rollback()
    seized.copies.append(copied(at, with_files=with_files))


def _people(times: int) -> list[int]:
    """Whoever runs the survey is the last of them."""
    units: dict[Any, Any] = {None: None}
    for name, (_, within) in UNITS.items():
        units[name] = make_unit(name, units[within])
    numbers = {name: unit.id for name, unit in units.items() if unit}
    people = [
        make_person(f"{name} {n}", unit_id=numbers[name]).id
        for name, (count, _) in UNITS.items()
        for n in range(count * times - (name == "Headquarters"))
    ]
    return [*people, make_person("Miren", "hr", unit_id=numbers["Headquarters"]).id]


def _begun(house: Any, number: int) -> Week:
    wave = db.session.get_one(Wave, number)
    invited = db.session.query(Invitation.person_id, Invitation.group_id).all()
    folders = [Path(house.config[name]) for name in ("STORAGE", "BACKUPS", "MAIL")]
    seized = Seized(
        people=dict(map(tuple, invited)),
        codes=frozenset(item.code for item in wave.items),
        secrets=tuple(house.config[name].encode() for name in ("SECRET_KEY", "METRICS_TOKEN")),
        folders=[*folders, Path(house.config["ERASURES"])],
    )
    week = Week(number, keys.read(wave.key_name), seized)
    db.session.rollback()
    return week


def _visits(house: Any, rng: random.Random, week: Week, post: int, path: str) -> list[Visit]:
    """The first is the last of the list. Some come another time as well, and say nothing."""
    visits: list[Visit] = []
    for person in week.seized.people:
        email = db.session.get_one(Person, person).email
        answers = _distinct(week)
        remark = f"Más tiempo, dice {token_hex(6)}." if rng.random() < 0.4 else ""
        week.remarks[person] = remark
        come = _Come(house, email, post, rng.getrandbits(8))

        def answer(person=person, come=come, answers=answers, remark=remark):
            come.before()
            come.answer(path, week.wave, answers, remark)
            week.truth[person] = made(answers)
            week.order.append(person)
            come.after()

        visits.append((_moment(rng), answer))
        if rng.random() < 0.25:
            visits.append((_moment(rng), come.before))
    db.session.rollback()
    return sorted(visits, key=lambda visit: visit[0], reverse=True)


def _moment(rng: random.Random) -> datetime:
    day, second = rng.randrange(DAYS), rng.uniform(1, HOURS * 3600 - 1)
    return MONDAY + timedelta(days=day, seconds=second)


def _distinct(week: Week) -> dict[str, Any]:
    """Answers that nobody else gives, so that right is right; nor gave in an earlier week, which a
    server's log may still hold, in the order in which it let them be seen.
    """
    rng = random.SystemRandom()
    while True:
        habits = {f"q{n}": rng.choice([1, 2, 3, 4, 5, 5, Scale.NOT_MINE]) for n in range(1, 8)}
        culture = {f"q{n}": rng.randint(1, 5) for n in range(8, 11)}
        answers = habits | culture | {"q12": rng.randint(0, 10)}
        if repr(answers) not in week.given:
            week.given.add(repr(answers))
            return answers


class _Come:
    """One person's browser; what they do in it differs from one to another by `habits`."""

    def __init__(self, house: Any, email: str, post: int, habits: int) -> None:
        self._client, self.email = house.test_client(), email
        self._post, self._habits = post, habits
        self._is_in = False

    def before(self) -> None:
        if not self._is_in:
            self._is_in = enter(self._client, self, PASSWORD).status_code == 303
        self._client.get("/" if self._habits & 8 else f"/blog/{self._post}")
        if self._habits & 3 == 3:
            self._client.post(f"/conversation/post/{self._post}/reactions/thanks")

    def answer(self, path: str, wave: int, answers: dict[str, Any], remark: str) -> None:
        if self._habits & 16:
            self._client.get("/survey")
        sent = {f"answer-{code}": said for code, said in answers.items()}
        answer = self._client.post(path, data=sent | {"wave": wave, "remark": remark})
        assert answer.status_code == 200

    def after(self) -> None:
        if self._habits & 102 == 102:
            text = "So it was with us, too."
            self._client.post(f"/conversation/post/{self._post}/comments", data={"text": text})
        elif self._habits & 2:
            self._client.get("/blog")


def _look(house: Any, seized: Seized, moment: datetime, capsys: Any) -> None:
    """The log, and which figures moved."""
    told = house.test_client().get("/metrics", headers=TOKEN).text
    moved = [line for line in told.splitlines() if line.startswith(MOVED)]
    before = {line for _, line in seized.figures}
    seized.figures += [(moment, line) for line in moved if line not in before]
    seized.log += [(moment, line) for line in capsys.readouterr().out.splitlines()]
