"""Files that wait for a yes."""

from app.core.db import db, writing
from app.imports.mapping import Setup
from app.imports.models import Found, Import, Line, Outcome
from app.people.models import Person
from tests.scene.base import Address, Scene


def waiting_import(scene: Scene) -> Address:
    """Understood, and waiting for governance to say yes."""
    line = Line(place="one.md", outcome=Outcome.WAITING, title="One")
    with writing():
        chief = db.session.get_one(Person, scene.chief_number)
        return {"number": Import.read("blog", "posts.zip", Found.of([line]), by=chief).id}


def waiting_table(scene: Scene) -> Address:
    """People to be brought in, waiting for administration to say yes."""
    setup = Setup(kept=2, top=[[1, ["email", "name"]], [2, ["a@b.example", "A"]]], header=1)
    setup.edition, setup.mapping = 1, {"email": 0, "name": 1}
    with writing():
        chief = db.session.get_one(Person, scene.chief_number)
        found = Found([], 1, setup.as_json())
        return {"number": Import.read("people", "people.csv", found, by=chief, file="x").id}
