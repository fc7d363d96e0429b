"""/ideas/clock: whether ideas are answered in time, for everybody to see."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.core.calendar import today
from app.core.freshness import reading
from app.core.i18n import gettext
from app.ideas import answering
from app.ideas.calendar import REGIONS, promised
from app.ideas.models import Verdict
from app.ideas.queries import answers
from app.ideas.wording import VERDICTS

bp = Blueprint("clock", __name__, url_prefix="/clock")

WAITING = (Verdict.NEW, Verdict.ANALYSE, Verdict.IN_PROGRESS)


@bp.get("")
@reading
def show() -> ResponseReturnValue:
    promise, day = promised(), today()
    waits = answers.waits(promise, day)
    standing = answers.standing(day)
    return render_template(
        "ideas/clock/show.html",
        kept=answering.kept(waits),
        months=answering.by_month(waits, day),
        states=[(VERDICTS[one], promise.limit(one), standing.get(one)) for one in WAITING],
        late=sum(row.late for row in standing.values()),
        region=gettext(REGIONS[promise.region]),
    )
