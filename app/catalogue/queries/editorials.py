"""Finding what governance has written about the strategy."""

from typing import Any

from sqlalchemy import Select, case, select

from app.catalogue.models import Editorial
from app.catalogue.speaking import OWN
from app.core.db import db


def visible_editorials(person: Any) -> Select[Editorial]:
    return select(Editorial)


def editorial_at(about: str, language: str) -> Editorial | None:
    return db.session.scalar(
        select(Editorial).where(Editorial.about == about, Editorial.language == language)
    )


def editorial(about: str, language: str) -> list[Any]:
    """What is to be read about something, in this language or in the house's own: one row, or
    none.
    """
    rows = (
        select(Editorial.title, Editorial.html, Editorial.language)
        .where(Editorial.about == about, Editorial.language.in_({language, OWN}))
        .order_by(case((Editorial.language == language, 0), else_=1))
        .limit(1)
    )
    return list(db.session.execute(rows))
