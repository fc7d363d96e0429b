"""/imports/<number>/steps: the next step of an import, until there is none."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import done, say
from app.core.remarks import Unreadable
from app.imports import kinds, policy, queries, steps, uploads
from app.imports.routes.imports import PART, read

bp = Blueprint("steps", __name__, url_prefix="/<int:number>/steps")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    """One step further, or as far as somebody else has come meanwhile."""
    import_ = load(queries.visible_to(reader()), number)
    if not import_.goes_on:
        return _answered(number)
    authorize(policy.go_on, import_)
    try:
        with kinds.named(import_.kind).opened(import_.file) as source:
            step = steps.ahead(import_, source, reader())
    except Unreadable as gone:
        say(str(gone.reason))
        return _answered(number)

    key, was_taken, is_over = import_.file, False, False
    try:
        with writing():
            import_ = load(queries.visible_to(me()), number)
            was_taken = policy.go_on(me(), import_) and steps.take(import_, step, me())
            is_over = not import_.goes_on
    except IntegrityError:
        pass  # another import brought one of them in at the same moment: it will be known
    if not was_taken:
        step.throw_away()
    if is_over:
        uploads.forget(key)
    return _answered(number)


def _answered(number: int) -> ResponseReturnValue:
    import_ = load(queries.visible_to(reader()), number)
    otherwise = url_for("imports.imports.show", number=number)
    return done(PART, otherwise=otherwise, **read(import_))
