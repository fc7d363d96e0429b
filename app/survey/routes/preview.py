"""/survey/waves/<number>/preview: the page people will answer on, and nothing can be sent."""

from collections.abc import Sequence

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.db import load
from app.core.i18n import LANGUAGES, language, speaking, time_zone
from app.survey import foreseeing, opening, queries
from app.survey.forms import answer_form
from app.survey.models import Group, ItemKind, Wave
from app.survey.opening import Sketched
from app.survey.wording import SCALES, group_name, said

bp = Blueprint("preview", __name__, url_prefix="/waves/<int:number>/preview")


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    """As `?in=eu`, and in the reader's own language else."""
    wave = load(queries.waves(reader()), number)
    wanted = request.args.get("in", "")
    with speaking(wanted if wanted in LANGUAGES else language(), time_zone()):
        return render_template(
            "survey/preview/show.html",
            wave=wave,
            form=answer_form(wave, formdata=None),
            seen=_seen(wave),
            scales=SCALES,
            said=said,
            group_name=group_name,
            kinds=ItemKind,
        )


def _seen(wave: Wave) -> list[foreseeing.Foreseen]:
    """What its notice says to somebody of the reader's own unit; else to anybody."""
    groups: Sequence[Group | Sketched] = (
        opening.sketched(opening.foreseen(wave)) if wave.is_draft else queries.groups_of(wave.id)
    )
    of_unit = {getattr(one, "unit_id", one.id): one.written_under_id for one in groups}
    whole = groups[0].id
    return foreseeing.foreseen(groups, of_unit.get(reader().unit_id) or whole, wave)
