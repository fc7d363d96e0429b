"""A table of ideas from beginning to end, as a browser without a script drives it."""

import io
import re

from app.core.db import db
from app.ideas.models import Idea
from app.imports.models import Note
from tests.arrivals.driving import arrange, go_on, say_yes

HEAD = "Idea;¿Analizar?;Descripción"


def table(*rows, head=HEAD):
    return io.BytesIO("\n".join([head, *rows]).encode())


def upload(client, file, name="ideas.csv"):
    """The number of the import that waits for a yes."""
    answer = client.post("/imports", data={"kind": "ideas", "file": (file, name)})
    assert answer.status_code == 303, re.findall(r'class="error"[^>]*>.*?</p>', answer.text)
    return int(re.fullmatch(r"/imports/(\d+)", answer.location)[1])


def brought(client, file, **chosen):
    """Brought in to the end; the number of the import."""
    number = upload(client, file)
    if chosen:
        assert arrange(client, number, **chosen).status_code == 303
    assert say_yes(client, number).status_code == 303
    go_on(client, number)
    return number


def remarks(number):
    """What is said of each line, by line: the outcome and the sentences."""
    notes = db.session.query(Note).filter_by(import_id=number)
    return {
        note.place: (note.outcome.value, [words % given for words, given in note.remarks])
        for note in notes
    }


def outcomes(number):
    return {place: outcome for place, (outcome, _) in remarks(number).items()}


def ideas():
    db.session.expire_all()
    return {one.title: one for one in db.session.query(Idea)}
