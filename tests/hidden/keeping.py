"""What whoever keeps the house in order knows: reports, imports, an address that waits, a key."""

from app.blog.models import Post
from app.core.db import db, writing
from app.imports.models import Found, Import, Line, Outcome
from app.people import sessions
from app.people.models import AddressChange, Person
from tests.factories import make_case
from tests.hidden.base import ADMIN, GOVERNANCE, MARK, NOBODY, word

HIDDEN = {
    "import-name": ADMIN,
    "import-line": ADMIN,
    "pending-address": ADMIN,
    "token": NOBODY,
    "report-words": GOVERNANCE,
}
KINDS = {
    "case": "report-words",
    "import": "import-name",
    "location": None,
    "person": None,
    "setting": None,
    "unit": None,
}
NOT_FOR_ITS_OWNER = {"token", "report-words"}


def hide(scene):
    post = db.session.get_one(Post, scene.open)
    case = make_case(post, by=scene.chief, words=word("report-words"))
    with writing():
        owner = db.session.get_one(Person, scene.owner.id)
        line = Line(place=word("import-line"), outcome=Outcome.REFUSED, title=word("import-line"))
        brought = Import.read("blog", word("import-name"), Found.of([line]), by=owner)
        address = f"{word('pending-address')}@example.com"
        AddressChange.ask(owner, address, by=owner, asks_old=True)
        owner.offer_reset(by=None).seal(sessions.digest(word("token")))
    return {case, brought.id}


def addresses(scene):
    yield f"/people?q={MARK[:3]}"
