"""What arrivals draw into other pages."""

from flask import render_template

from app.arrivals import policy
from app.core.access import reader


def taking_out() -> str:
    """The way to the list of people as a table, for whoever may take it out."""
    return render_template("arrivals/_export.html") if policy.take_out(reader()) else ""
