"""/imports/<number>/mapping: which column of a table holds what."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import done, say, view
from app.core.remarks import Unreadable, remark
from app.imports import policy, queries, uploads
from app.imports.forms import mapping_form
from app.imports.mapping import Setup
from app.imports.routes.imports import PAGE, PART, read
from app.imports.tables import table_kind

bp = Blueprint("mapping", __name__, url_prefix="/<int:number>/mapping")


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    """The table is looked at anew, as somebody has said it is to be understood."""
    import_ = load(queries.visible_to(reader()), number)
    authorize(policy.arrange, import_)
    kind, setup = table_kind(import_.kind), Setup.of(import_.setup)
    form = mapping_form(kind, setup)
    if not form.validate():
        return view(PAGE, part=PART, status=422, **read(import_, form=form))
    if form.edition.data != setup.edition:
        raise Overtaken
    form.say(kind, setup)
    try:
        with kind.opened(import_.file) as source:
            if source is None:
                raise Unreadable(remark(uploads.GONE))
            found = kind.understood(source, setup, reader())
    except Unreadable as gone:
        say(str(gone.reason))
        return _answered(number)

    with writing():
        import_ = load(queries.visible_to(me()), number)
        authorize(policy.arrange, import_)
        if Setup.of(import_.setup).edition != form.edition.data:
            raise Overtaken
        import_.understand(found)
    return _answered(number)


def _answered(number: int) -> ResponseReturnValue:
    import_ = load(queries.visible_to(reader()), number)
    return done(PART, otherwise=url_for("imports.imports.show", number=number), **read(import_))
