"""What the page of thanks shows, and the answer to whatever changed them."""

from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue

from app.catalogue import queries as catalogue
from app.catalogue.speaking import told
from app.core.access import reader
from app.core.db import load
from app.core.hypermedia import done, view
from app.thanks import queries

PART = "thanks/thanks/_thanks.html"


def shown(number: int) -> ResponseReturnValue:
    return view("thanks/thanks/show.html", part=PART, **_read(number))


def answered(number: int) -> ResponseReturnValue:
    otherwise = url_for("thanks.thanks.show", number=number)
    return done(PART, otherwise=otherwise, **_read(number))


def _read(number: int) -> dict[str, Any]:
    thanks = load(queries.with_names(reader()), number)
    habit = thanks.habit
    if habit.is_merged:
        habit = catalogue.term(habit.speaks_as)
    return {"thanks": thanks, "habit": told(habit)}
