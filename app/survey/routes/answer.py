"""/survey: the one honest minute. What it comes to is the answer to the post, and kept nowhere."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.db import writing
from app.core.fragments import rows
from app.core.unwatched import unwatched
from app.survey import casting, foreseeing, keys, queries, scoring, standing
from app.survey.forms import AnswerForm, answer_form
from app.survey.models import Invitation, ItemKind, NotNow, Wave
from app.survey.radial import radial
from app.survey.sealing import Answered
from app.survey.standing import Fate, Standing
from app.survey.wording import DIMENSIONS, MEANINGS, SCALES, group_name, said

bp = Blueprint("answer", __name__)


@bp.get("")
@unwatched
def new() -> ResponseReturnValue:
    wave = queries.as_asked()
    invitation = queries.invitation_of(wave.id, reader().id) if wave else None
    stands = standing.of(wave, invitation)
    if wave is None or invitation is None or stands is not Standing.WELCOME:
        return render_template("survey/answer/not_now.html", wave=wave, stands=stands)
    return _page(wave, invitation, answer_form(wave, formdata=None))


@bp.post("/answer")
@unwatched
def create() -> ResponseReturnValue:
    # The wave whose form it is: by now there may be another one.
    wave = queries.as_asked(request.form.get("wave", type=int)) or abort(404)
    form = answer_form(wave)
    if not form.validate():
        invitation = queries.invitation_of(wave.id, reader().id) or abort(403)
        return _page(wave, invitation, form, status=422)
    return _result(wave, form)


def _cast(wave: Wave, form: AnswerForm) -> Fate:
    """Sent once more, it is counted as it was the first time."""
    who, code = reader().id, form.code.data or ""
    try:
        with writing(shown=False):
            invitation = queries.invitation_of(wave.id, who) or abort(403)
            answered = Answered(invitation.group_id, form.answers, form.remark.data or "")
            casting.cast(wave.id, answered, by=who, code=code)
    except casting.AlreadyAnswered:
        first = casting.cast_before(wave, by=who, code=code)
        return Fate.COUNTED if first == answered else Fate.ANSWERED_BEFORE
    except NotNow:
        return Fate.STOPPED
    except keys.KeyLost:
        return Fate.KEY_LOST
    return Fate.COUNTED


def _page(
    wave: Wave, invitation: Invitation, form: AnswerForm, *, status: int = 200
) -> ResponseReturnValue:
    number, group = wave.id, invitation.group_id
    seen = rows("survey.foreseen", number, group, read=lambda: _foreseen(wave, group))
    return render_template(
        "survey/answer/new.html",
        wave=wave,
        form=form,
        seen=seen,
        scales=SCALES,
        said=said,
        group_name=group_name,
        kinds=ItemKind,
    ), status


def _foreseen(wave: Wave, group: int) -> list[foreseeing.Foreseen]:
    return foreseeing.foreseen(queries.groups_of(wave.id), group, wave)


def _result(wave: Wave, form: AnswerForm) -> ResponseReturnValue:
    """Of what was just sent: counted or not, nobody can show it again."""
    fate = _cast(wave, form)
    result = scoring.result(wave.items, form.answers)
    page = render_template(
        "survey/answer/result.html",
        wave=wave,
        fate=fate,
        code=form.code.data,
        result=result,
        band=None if result.index is None else scoring.band(wave.bands, result.index),
        picture=radial(list(result.profile.values())),
        dimensions=DIMENSIONS,
        meanings=MEANINGS,
        said=said,
    )
    return page, 200 if fate is Fate.COUNTED else 409
