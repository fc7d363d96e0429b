"""A house where everything is somebody else's: what a walk through all its doors meets.

The owner made every thing in it. Each method makes one anew, and answers with what the address
of a route needs to lead there.
"""

import io
import re
from itertools import count
from typing import Any

from app.core import clock, settings
from app.core.db import db, writing
from app.core.outbox import Errand, State
from app.imports.mapping import Setup
from app.imports.models import Found, Import, Line, Outcome
from app.people.models import AddressChange, Person, Proposal, Role, SignIn
from tests.factories import (
    make_comment,
    make_draft,
    make_location,
    make_person,
    make_picture,
    make_post,
    make_unit,
    picture_file,
    remove_comment,
    withdraw,
)

# What differs from one answer to the next: numbers of requests, and tokens made at a second.
PASSING = re.compile(r"\b[0-9a-f]{12}\b|csrf_token\W+value=\S+|X-CSRFToken\S+ \S+")

Address = dict[str, Any]

_number = count(1)  # names that no other scene has given

ROLES = ("employee", "ambassador", "governance", "listener", "hr", "admin")


class Scene:
    def __init__(self) -> None:
        self.owner = make_person("Olatz")
        self.chief = make_person("Garazi", "governance")
        self.chief_number = self.chief.id
        self.people = {"owner": self.owner} | {
            role: make_person(role.title(), *([] if role == "employee" else [role]))
            for role in ROLES
        }

        self._made: dict[str, Address] = {}

    def address(self, thing: str, *, anew: bool = False) -> Address:
        """What leads to a thing of this name, made at its first call or at each."""
        if anew or thing not in self._made:
            self._made[thing] = getattr(self, thing)()
        return self._made[thing]

    def house(self) -> Address:
        return {}

    def post(self) -> Address:
        return {"number": make_post(self.owner).id}

    def withdrawn_post(self) -> Address:
        return {"number": self._withdrawn(self.owner).id}

    def post_taken_away(self) -> Address:
        """By governance, so that its author may not bring it back."""
        return {"number": self._withdrawn(self.chief).id}

    def talk(self) -> Address:
        return {"kind": "post"} | self.post()

    def hidden_talk(self) -> Address:
        return {"kind": "post"} | self.withdrawn_post()

    def talk_about_nothing(self) -> Address:
        return {"kind": "planet"} | self.post()

    def talk_about_a_person(self) -> Address:
        return {"kind": "person", "number": self.owner.id}

    def feeling(self) -> Address:
        return {"reaction": "thanks"} | self.talk()

    def feeling_about_a_comment(self) -> Address:
        return {"reaction": "idea", "kind": "comment"} | self.comment()

    def hidden_feeling(self) -> Address:
        return {"reaction": "thanks"} | self.hidden_talk()

    def feeling_about_a_removed_comment(self) -> Address:
        return {"reaction": "thanks", "kind": "comment"} | self.removed_comment()

    def feeling_about_a_person(self) -> Address:
        return {"reaction": "thanks"} | self.talk_about_a_person()

    def comment(self) -> Address:
        return {"number": make_comment(on=make_post(self.chief), by=self.owner).id}

    def removed_comment(self) -> Address:
        return {"number": self._removed(by=self.owner)}

    def comment_taken_away(self) -> Address:
        return {"number": self._removed(by=self.chief)}

    def comment_on_a_withdrawn_post(self) -> Address:
        post = make_post(self.owner)
        comment = make_comment(on=post, by=self.owner)
        withdraw(post, self.owner)
        return {"number": comment.id}

    def draft(self) -> Address:
        return {"number": make_draft(self.owner).id}

    def new_post_from_a_draft(self) -> Address:
        return {"draft": make_draft(self.owner).id}

    def edit_from_a_draft(self) -> Address:
        post = make_post(self.owner)
        return {"number": post.id, "draft": make_draft(self.owner, about=post.id).id}

    def drafts_of_posts(self) -> Address:
        return {"form": "post"}

    def drafts_of_nothing(self) -> Address:
        return {"form": "planet"}

    def picture(self) -> Address:
        """Brought in, and used nowhere yet."""
        return {"key": make_picture(self.owner).key}

    def published_picture(self) -> Address:
        cover = make_picture(self.owner)
        make_post(self.owner, cover=cover)
        return {"key": cover.key}

    def withdrawn_picture(self) -> Address:
        cover = make_picture(self.owner)
        withdraw(make_post(self.owner, cover=cover), self.owner)
        return {"key": cover.key}

    def person(self) -> Address:
        return {"number": self.owner.id}

    def disabled_person(self) -> Address:
        return {"number": make_person("Gone", disabled_at=clock.now()).id}

    def ambassador(self) -> Address:
        return {"number": self.people["ambassador"].id}

    def own_role(self) -> Address:
        return self.ambassador() | {"role": "ambassador"}

    def governing(self) -> Address:
        return {"number": make_person("Garazi", "governance").id, "role": "governance"}

    def naming(self) -> Address:
        return self.person() | {"role": "ambassador"}

    def trusting(self) -> Address:
        return self.person() | {"role": "hr"}

    def closed_trusting(self) -> Address:
        return self.disabled_person() | {"role": "hr"}

    def proposal(self) -> Address:
        """Of the owner, for hr, by an administrator who does not come."""
        admin_number, owner_number = make_person("Arantxa", "admin").id, self.owner.id
        with writing():
            admin, owner = (db.session.get_one(Person, n) for n in (admin_number, owner_number))
            return {"number": Proposal.make(owner, Role.HR, by=admin).id}

    def invited_person(self) -> Address:
        return {"number": make_person("Coming", password_hash=None).id}

    def moving_person(self) -> Address:
        """The owner, who has asked for another address."""
        with writing():
            owner = db.session.get_one(Person, self.owner.id)
            AddressChange.ask(owner, "elsewhere@example.com", by=owner, asks_old=True)
        return {"number": owner.id}

    def face(self) -> Address:
        return {"key": "f" * 32}

    def session(self) -> Address:
        """One of the owner's, in another browser."""
        with writing():
            db.session.add(row := SignIn(person_id=self.owner.id, digest=clock.now().isoformat()))
        return {"number": row.id}

    def letter(self) -> Address:
        """A link that somebody made up, or that is long over."""
        return {"token": "x" * 43}

    def waiting_import(self) -> Address:
        """Understood, and waiting for governance to say yes."""
        line = Line(place="one.md", outcome=Outcome.WAITING, title="One")
        with writing():
            chief = db.session.get_one(Person, self.chief_number)
            return {"number": Import.read("blog", "posts.zip", Found.of([line]), by=chief).id}

    def waiting_table(self) -> Address:
        """People to be brought in, waiting for administration to say yes."""
        setup = Setup(kept=2, top=[[1, ["email", "name"]], [2, ["a@b.example", "A"]]], header=1)
        setup.edition, setup.mapping = 1, {"email": 0, "name": 1}
        with writing():
            chief = db.session.get_one(Person, self.chief_number)
            found = Found([], 1, setup.as_json())
            return {"number": Import.read("people", "people.csv", found, by=chief, file="x").id}

    def unit(self) -> Address:
        return {"number": make_unit(f"Unit {next(_number)}").id}

    def closed_unit(self) -> Address:
        return {"number": make_unit("Closed", closed_at=clock.now()).id}

    def location(self) -> Address:
        return {"number": make_location(f"Place {next(_number)}").id}

    def undone_change(self) -> Address:
        return {"name": "Another", "office": "back", "version": 1} | self.unit()

    def undone_move(self) -> Address:
        return {"version": 1} | self.unit()

    def undone_name(self) -> Address:
        return {"name": f"Former {next(_number)}", "version": 1} | self.location()

    def merging(self) -> Address:
        return self.location() | {"to": self.location()["number"]}

    def chosen(self) -> Address:
        """A setting that somebody changed."""
        with writing():
            row = settings.put("home.glance", 9)
            db.session.flush()
            number = row.id
        return {"number": number}

    def setting(self) -> Address:
        return {"name": "home.new_faces"}

    def parked_errand(self) -> Address:
        return {"number": self._errand(State.PARKED)}

    def discarded_errand(self) -> Address:
        return {"number": self._errand(State.CANCELLED)}

    def drawing(self) -> Address:
        return {"filename": "favicon.svg"}

    def _errand(self, state: State) -> int:
        with writing():
            db.session.add(row := Errand(kind="walk", key=f"walk:{next(_number)}", state=state))
        return row.id

    def _withdrawn(self, by: Person) -> Any:
        return withdraw(make_post(self.owner), by)

    def _removed(self, *, by: Person) -> int:
        post = make_post(self.chief)
        comment = make_comment(on=post, by=self.owner)
        remove_comment(comment, on=post, by=by)
        return comment.id


def upload() -> tuple[io.BytesIO, str]:
    return picture_file()


def elsewhere(address: Address) -> Address:
    """The same door to a thing that is not there."""
    absent = {"number": 2**31 - 2, "draft": 2**31 - 2, "key": "0" * 32}
    return address | {name: value for name, value in absent.items() if name in address}


def words(answer):
    """What is said, but for the address asked for and the number of the request."""
    asked = [answer.request.full_path.rstrip("?"), answer.request.path]
    said = answer.text
    for path in asked:
        said = said.replace(path, "PATH")
    return PASSING.sub("", said)
