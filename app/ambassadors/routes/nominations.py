"""/ambassadors/nominations: putting somebody forward, by themself or by others."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.ambassadors import naming, policy, queries
from app.ambassadors.forms import NominationForm, RefusalForm
from app.ambassadors.queries import Which
from app.core.access import authorize, me, reader
from app.core.db import HIGHEST, load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.core.once import made_by, remember
from app.core.paging import begun
from app.people import queries as people

bp = Blueprint("nominations", __name__, url_prefix="/nominations")


@bp.get("")
def index() -> ResponseReturnValue:
    """`?tab=` is which of them, `?before=` where a page begins."""
    governs = policy.govern(reader())
    tab = request.args.get("tab", Which.WAITING if governs else Which.MINE, type=Which)
    if tab is not Which.MINE:
        authorize(policy.govern)
    before = begun(request.args, "before", HIGHEST)
    return render_template(
        "ambassadors/nominations/index.html",
        tab=tab,
        governs=governs,
        page=queries.nominations(reader(), tab, before=before),
        is_first=before == HIGHEST,
    )


@bp.get("/new")
def new() -> ResponseReturnValue:
    """Of oneself; or of a colleague, `?person=7`."""
    number = request.args.get("person", 0, type=int)
    known = people.card(number) if 0 < number <= HIGHEST else None
    if known is None or known.disabled_at or number == reader().id:
        wanted = request.args.get("for", "")
        return _page(NominationForm(formdata=None, for_whom="colleague" if wanted else "me"))
    form = NominationForm(
        formdata=None, for_whom="colleague", colleague=known.name, person=known.id
    )
    form.found = [known]
    return _page(form)


@bp.post("")
def create() -> ResponseReturnValue:
    form = NominationForm()
    if not form.validate():
        return _page(form, 422)
    whom = form.person.data or 0
    with writing():
        numbers = sorted({reader().id, whom})  # two who put forward one another wait in one order
        held = {number: load(people.visible_to(reader()), number) for number in numbers}
        nominator, person = held[reader().id], held[whom]
        if not person.is_active:
            abort(404)
        number = made_by(form.once.data, nominator.id)
        if number is None:
            nomination = naming.put_forward(person, form.why.data, by=nominator)
            number = nomination.id if nomination else 0
            if nomination:
                remember(form.once.data, nominator.id, number)
    if not number:
        say(gettext("They are an ambassador, or were put forward already."))
        return redirect(url_for("ambassadors.nominations.index", tab="mine"), code=303)
    say(gettext("Sent. Governance decides, and you are told."))
    return redirect(url_for("ambassadors.nominations.show", number=number), code=303)


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    return shown(number, RefusalForm(formdata=None))


@bp.delete("/<int:number>")
def destroy(number: int) -> ResponseReturnValue:
    """By whoever put somebody forward, or by whoever was."""
    authorize(policy.take_back, load(queries.nominations_visible_to(reader()), number))
    with writing():
        nomination = load(queries.nominations_visible_to(me()), number)
        authorize(policy.take_back, nomination)
        nomination.take_back(by=me())
    say(gettext("The nomination is taken back."))
    return redirect(url_for("ambassadors.nominations.show", number=number), code=303)


def shown(number: int, refusal: RefusalForm, status: int = 200) -> ResponseReturnValue:
    """Its page, where a no is said as well."""
    nomination = load(queries.whole_nomination(reader()), number)
    page = render_template(
        "ambassadors/nominations/show.html", nomination=nomination, refusal=refusal
    )
    return page, status


def _page(form: NominationForm, status: int = 200) -> ResponseReturnValue:
    return render_template("ambassadors/nominations/new.html", form=form), status
