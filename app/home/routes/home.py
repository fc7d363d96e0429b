"""/: what is new, and the one next thing."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.activity import telling
from app.core import clock
from app.core.access import reader
from app.core.freshness import reading
from app.home.greeting import greeting, today

bp = Blueprint("home", __name__)

A_GLANCE = 7  # lines of what happened: the rest is one press away


@bp.get("/")
@reading
def index() -> ResponseReturnValue:
    return render_template(
        "home/home/index.html",
        greeting=greeting(clock.now(), reader().name),
        today=today(clock.now()),
        stream=telling.stream(reader(), size=A_GLANCE),
    )
