"""A table of initiatives from beginning to end, as a browser without a script drives it."""

import io
import re

from app.core.db import db
from app.imports.models import Note
from app.initiatives.models import Initiative

HEAD = "Iniciativa;Categoría;Primer día"


def table(*rows, head=HEAD):
    return io.BytesIO("\n".join([head, *rows]).encode())


def upload(client, file, name="iniciativas.csv"):
    """The number of the import that waits for a yes."""
    answer = client.post("/imports", data={"kind": "initiatives", "file": (file, name)})
    assert answer.status_code == 303, re.findall(r'class="error"[^>]*>.*?</p>', answer.text)
    return int(re.fullmatch(r"/imports/(\d+)", answer.location)[1])


def remarks(number):
    """What is said of each line, by line: the outcome and the sentences."""
    notes = db.session.query(Note).filter_by(import_id=number)
    said = {}
    for note in notes:
        said[note.place] = (note.outcome.value, [words % given for words, given in note.remarks])
    return said


def initiatives():
    db.session.expire_all()
    return {one.title: one for one in db.session.query(Initiative)}
