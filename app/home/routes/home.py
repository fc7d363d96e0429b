"""/: what is new, and the one next thing."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.activity import telling
from app.core import clock, settings
from app.core.access import reader
from app.core.freshness import reading
from app.core.i18n import N_
from app.home.greeting import greeting, today

bp = Blueprint("home", __name__)

settings.declare(
    "home.glance",
    int,
    7,
    N_("Lines of what happened"),
    family=N_("The home page"),
    help=N_("How many stand on the home page. The rest is one press away."),
    least=3,
    most=15,
)


@bp.get("/")
@reading
def index() -> ResponseReturnValue:
    return render_template(
        "home/home/index.html",
        greeting=greeting(clock.now(), reader().name),
        today=today(clock.now()),
        stream=telling.stream(reader(), size=settings.get("home.glance")),
    )
