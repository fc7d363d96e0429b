"""A table of people from beginning to end, as a browser without a script drives it."""

import io
import re

from app.core.db import db
from app.imports.mapping import Setup
from app.imports.models import Import, Note
from app.people.models import Person

HEAD = "Nombre;Correo electrónico;Unidad;Centro;Puesto"


def table(*rows, head=HEAD):
    return io.BytesIO("\n".join([head, *rows]).encode())


def upload(client, file, name="personas.csv"):
    """The number of the import that waits for a yes."""
    answer = client.post("/imports", data={"kind": "people", "file": (file, name)})
    assert answer.status_code == 303, re.findall(r'class="error"[^>]*>.*?</p>', answer.text)
    return int(re.fullmatch(r"/imports/(\d+)", answer.location)[1])


def setup(number):
    return Setup.of(db.session.get(Import, number).setup)


def arrange(client, number, **chosen):
    """The form of the mapping, sent again with something else chosen."""
    page = client.get(f"/imports/{number}").text
    form = page[page.index(f'/imports/{number}/mapping?_method=PUT"') :]
    form = form[: form.index("</form>")]
    data = dict(re.findall(r'<input [^>]*name="(edition)"[^>]*value="(\d+)"', form))
    for name, options in re.findall(r'<select [^>]*name="(\w+)"[^>]*>(.*?)</select>', form, re.S):
        picked = re.search(r'<option selected value="([^"]*)"', options)
        data[name] = picked[1] if picked else re.search(r'value="([^"]*)"', options)[1]
    return client.post(f"/imports/{number}/mapping?_method=PUT", data=data | chosen)


def say_yes(client, number, **more):
    return client.post(
        f"/imports/{number}/consent", data={"edition": setup(number).edition, **more}
    )


def go_on(client, number):
    for _ in range(200):
        import_ = db.session.get(Import, number)
        if not import_.goes_on:
            return
        answer = client.post(f"/imports/{number}/steps")
        assert answer.status_code == 303, answer.text
    raise AssertionError("it never ends")


def bring_in(client, file, **chosen):
    number = upload(client, file)
    if chosen:
        assert arrange(client, number, **chosen).status_code == 303
    assert say_yes(client, number, sure="y").status_code == 303
    go_on(client, number)
    return number


def take_back(client, number):
    assert client.post(f"/imports/{number}?_method=DELETE").status_code == 303
    go_on(client, number)


def outcomes(number):
    """By line; what has no line, by name."""
    notes = db.session.query(Note).filter_by(import_id=number)
    return {note.place or named(note.thing_id): note.outcome.value for note in notes}


def reasons(number):
    notes = db.session.query(Note).filter_by(import_id=number)
    return {note.place: [words for words, _ in note.remarks] for note in notes if note.remarks}


def named(number):
    person = db.session.get(Person, number) if number else None
    return person.name if person else None


def people():
    return {person.email: person for person in db.session.query(Person)}
