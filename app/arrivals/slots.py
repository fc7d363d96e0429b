"""What arrivals draw into other pages."""

from flask import render_template

from app.arrivals import policy
from app.core.access import reader


def many_at_once() -> str:
    """Beside the accounts: bringing people in from a table, and taking them out into one."""
    return render_template("arrivals/_ways.html") if policy.bring_in(reader()) else ""


def taking_out() -> str:
    """The way to the list of people as a table, for whoever may take it out."""
    return render_template("arrivals/_export.html") if policy.take_out(reader()) else ""
