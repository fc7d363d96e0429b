"""An import from beginning to end, as a browser without a script drives it."""

import re

from app.core.db import db
from app.imports.models import Import, Note
from tests.imports.trees import zipped


def upload(client, files, name="blog.zip", kind="blog"):
    """The number of the import that waits for a yes."""
    file = files if hasattr(files, "read") else zipped(files)
    answer = client.post("/imports", data={"kind": kind, "file": (file, name)})
    assert answer.status_code == 303, answer.text
    return int(re.fullmatch(r"/imports/(\d+)", answer.location)[1])


def go_on(client, number):
    """Step after step, until it is finished; how many there were."""
    for steps in range(1, 200):
        answer = client.post(f"/imports/{number}/steps")
        assert answer.status_code == 303
        if not db.session.get(Import, number).goes_on:
            return steps
    raise AssertionError("it never ends")


def bring_in(client, files, **given):
    number = upload(client, files, **given)
    go_on(client, number)
    return number


def outcomes(number):
    notes = db.session.query(Note).filter_by(import_id=number)
    return {note.place: note.outcome.value for note in notes}


def reasons(number):
    notes = db.session.query(Note).filter_by(import_id=number)
    return {note.place: [words for words, _ in note.remarks] for note in notes if note.remarks}
