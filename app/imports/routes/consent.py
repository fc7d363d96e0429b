"""/imports/<number>/consent: the yes to what was understood of a table."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import done, view
from app.core.i18n import gettext
from app.imports import policy, queries
from app.imports.forms import ConsentForm
from app.imports.mapping import Setup
from app.imports.routes.imports import PAGE, PART, read
from app.imports.tables import table_kind
from app.people.freshly import fresh

bp = Blueprint("consent", __name__, url_prefix="/<int:number>/consent")


@bp.post("")
@fresh
def create(number: int) -> ResponseReturnValue:
    """It begins. From here on the page of the import asks for step after step."""
    import_ = load(queries.visible_to(reader()), number)
    authorize(policy.arrange, import_)
    kind, form = table_kind(import_.kind), ConsentForm()
    if not form.validate() or (kind.consent(import_) and not form.sure.data):
        form.sure.errors = [gettext("Look at the list, and say that you mean it.")]
        return view(PAGE, part=PART, status=422, **read(import_, consent=form))
    with writing():
        import_ = load(queries.visible_to(me()), number)
        authorize(policy.arrange, import_)
        if Setup.of(import_.setup).edition != form.edition.data:
            raise Overtaken
        if import_.goes_on:
            import_.begin()
    import_ = load(queries.visible_to(reader()), number)
    return done(PART, otherwise=url_for("imports.imports.show", number=number), **read(import_))
