"""/ambassadors/help: asking the nearest ambassador for help."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.ambassadors import helping, policy, queries
from app.ambassadors.forms import AnswerForm, HelpForm
from app.ambassadors.models import HelpState
from app.ambassadors.queries import WhichHelp
from app.catalogue import queries as catalogue
from app.catalogue import speaking
from app.core.access import authorize, me, reader
from app.core.db import HIGHEST, load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.core.once import made_by, remember
from app.core.paging import begun
from app.people import queries as people

bp = Blueprint("help", __name__, url_prefix="/help")


@bp.get("")
def index() -> ResponseReturnValue:
    """`?tab=` is which of them, `?before=` where a page begins."""
    tab = request.args.get("tab", WhichHelp.MINE, type=WhichHelp)
    if tab is WhichHelp.WAITING:
        authorize(policy.govern)
    before = begun(request.args, "before", HIGHEST)
    return render_template(
        "ambassadors/help/index.html",
        tab=tab,
        governs=policy.govern(reader()),
        page=queries.requests(reader(), tab, before=before),
        is_first=before == HIGHEST,
    )


@bp.get("/new")
def new() -> ResponseReturnValue:
    """For one's own unit or another, `?unit=3`; of the nearest or of somebody, `?whom=7`."""
    unit = request.args.get("unit", reader().unit_id or 0, type=int)
    given = {"unit_id": unit or "", "whom": _in_office(request.args.get("whom", 0, type=int))}
    return _page(HelpForm(formdata=None, topic=request.args.get("topic", ""), **given))


@bp.post("")
def create() -> ResponseReturnValue:
    form = HelpForm()
    if not form.validate():
        return _page(form, 422)
    try:
        with writing():
            asker = load(people.visible_to(me()), reader().id)  # one form of theirs at a time
            number = made_by(form.once.data, asker.id)
            if number is None:
                tag = catalogue.tag_at(form.topic.data) if form.topic.data else None
                number = helping.ask(
                    form.need.data,
                    by=asker,
                    unit_id=form.unit_id.data,
                    tag_id=tag.speaks_as if tag else None,
                    term_id=form.term_id.data,
                    whom=form.whom.data,
                ).id
                remember(form.once.data, asker.id, number)
    except helping.NotInOffice:
        return _page(form.asking_the_nearest(), 422)
    say(gettext("Sent. You are told as soon as there is an answer."))
    return answered(number)


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    return shown(number, AnswerForm(formdata=None))


@bp.delete("/<int:number>")
def destroy(number: int) -> ResponseReturnValue:
    """By whoever asked: nobody else sees it any more, but governance."""
    authorize(policy.take_back_help, load(queries.help_visible_to(reader()), number))
    with writing():
        wanted = load(queries.help_visible_to(me()), number)
        authorize(policy.take_back_help, wanted)
        wanted.take_back(by=me())
        is_over = wanted.state is HelpState.TAKEN_BACK
    if is_over:
        say(gettext("Taken back: nobody is asked any more."))
    return answered(number)


def shown(number: int, form: AnswerForm, status: int = 200) -> ResponseReturnValue:
    """Its page, where it is answered as well."""
    wanted = load(queries.whole_help(reader()), number)
    term = wanted.term
    if term and term.is_merged:
        term = catalogue.term(term.speaks_as)
    page = render_template(
        "ambassadors/help/show.html", wanted=wanted, term=term and speaking.told(term), form=form
    )
    return page, status


def answered(number: int) -> ResponseReturnValue:
    return redirect(url_for("ambassadors.help.show", number=number), code=303)


def _page(form: HelpForm, status: int = 200) -> ResponseReturnValue:
    whom = _in_office(form.whom.data or 0)
    card = people.card(whom) if whom else None
    return render_template("ambassadors/help/new.html", form=form, whom=card), status


def _in_office(whom: int) -> int | None:
    """Whoever may be asked by name: that they are an ambassador is looked at again."""
    may_be = 0 < whom <= HIGHEST and whom != reader().id and queries.is_in_office(whom)
    return whom if may_be else None
