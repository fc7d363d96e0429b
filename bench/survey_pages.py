"""How quick a survey is for people: sixteen answer at once, and HR reads what the last one found.

Against the real `flask serve`, on the database of `bench.survey`. Its worker stays away: it would
write 300,000 letters, as three surveys were called for within two minutes. How long telling takes
is what `bench.telling` measures.
"""

from pathlib import Path

from flask import Flask
from sqlalchemy import select

from app.core.db import db
from app.survey import sealing
from app.survey.models import Invitation, Wave
from bench.house import flask_serve
from bench.load import Answers, press
from bench.signed_in import signed_in
from bench.visitor import Visitor

AT_ONCE = 16
COMING = 6000  # people who may answer while it is measured
WARM, SECONDS = 2.0, 10.0  # until every process has seen the page, and measured


def measured(app: Flask, *, counted: int, opened: int, hr: int) -> None:
    """`counted` and `opened` are waves, `hr` is a person: their numbers."""
    asked = select(Invitation.person_id).where(Invitation.wave_id == opened)
    people = list(db.session.scalars(asked.order_by(Invitation.person_id).limit(COMING)))
    items = [one.code for one in db.session.get_one(Wave, opened).items if one.is_scored]
    db.session.rollback()
    *coming, (runs, _) = signed_in(app, [*people, hr])
    said = {f"answer-{code}": "4" for code in items} | {"wave": str(opened)}
    posts = iter([_answer(cookie, form, said) for cookie, form in coming])
    page = Visitor(0, runs).asks(f"/survey/waves/{counted}/results")
    place = {
        "INSTANCE": str(Path(app.config["SURVEY_KEYS"]).parent),
        "DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"],
        "SECRET_KEY": app.config["SECRET_KEY"],
        "DEMO": "0",
        "WORKER": "0",
    }
    with flask_serve(Path(place["INSTANCE"]), **place) as port:
        crowds = {
            f"{AT_ONCE} answer at once": (lambda: next(posts), AT_ONCE),
            "somebody of HR reads results": (lambda: page, 1),
        }
        for what, (ask, connections) in crowds.items():
            press(port, ask, seconds=WARM, connections=connections)
            _tell(what, press(port, ask, seconds=SECONDS, connections=connections))


def _answer(cookie: str, form: str, said: dict[str, str]) -> bytes:
    own = {"csrf_token": form, "code": sealing.new_code()}
    return Visitor(0, cookie).posts("/survey/answer", said | own)


def _tell(what: str, answers: Answers) -> None:
    print(
        f"{what:<30} p50 {answers.wait_ms(0.5):5.0f} ms, p99 {answers.wait_ms(0.99):5.0f} ms,"
        f" {answers.rps:.0f} a second, {dict(answers.statuses)}",
        flush=True,
    )
