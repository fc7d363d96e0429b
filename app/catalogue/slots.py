"""What the catalogues draw into other pages."""

from app.catalogue import queries
from app.catalogue.models import Kind
from app.catalogue.speaking import told
from app.core.access import reader
from app.core.fragments import piece
from app.core.i18n import here_and_now

A_WEEK = 7


def habit_of_the_week() -> str:
    """One habit for everybody, on the page they begin at; nothing in a house that has none. What
    the terms are like is told with who reads, and so they are read anew when one of them changes.
    """
    week = (here_and_now()[2] - 1) // A_WEEK  # of days since a Monday

    def read() -> dict:
        habits = queries.terms(Kind.HABITS)
        return {"habit": told(habits[week % len(habits)]) if habits else None}

    return piece("catalogue/home/_habit.html", week, reader().number("terms"), read=read)
