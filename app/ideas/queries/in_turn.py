"""One table of ideas at a time, whoever brings it in."""

from sqlalchemy import select

from app.core.db import db
from app.imports.models import Import


def hold_tables() -> None:
    """Until the block ends: two people bring the same table in one after the other. The row of the
    oldest import stands for all of them.
    """
    wanted = select(Import.id).where(Import.kind == "ideas").order_by(Import.id).limit(1)
    db.session.execute(wanted.with_for_update(key_share=True))
