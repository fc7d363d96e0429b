# ruff: noqa: E501 (one door, one line)
"""Spaces, and who is in them."""

from tests.walk.base import MINE, Row

READING = {
    "spaces.about.show",
    "spaces.activity.index",
    "spaces.members.index",
    "spaces.posts.index",
    "spaces.spaces.index",
    "spaces.spaces.show",
}

SPACE = {
    "name": "Reception",
    "visibility": "members",
    "joining": "open",
    "colour": "teal",
    "version": "1",
}

# fmt: off
TABLE = [
    Row("GET spaces.spaces.index", "house", "200"),
    Row("GET spaces.spaces.new", "house", "200"),
    Row("GET spaces.spaces.new", "subspace", "403 owner=200 governance=200"),
    Row("POST spaces.spaces.create", "house", "303", send=SPACE),
    Row("GET spaces.spaces.show", "space", "200"),
    Row("GET spaces.spaces.show", "members_space", "200"),
    Row("GET spaces.spaces.show", "hidden_space", MINE),
    Row("GET spaces.spaces.show", "invited_space", "404 owner=200 employee=200"),
    Row("GET spaces.spaces.edit", "space", "403 owner=200 governance=200"),
    Row("GET spaces.spaces.edit", "members_space", "403 owner=200"),
    Row("GET spaces.spaces.edit", "hidden_space", MINE),
    Row("PUT spaces.spaces.update", "space", "403 owner=303 governance=303", send=SPACE),
    Row("PUT spaces.spaces.update", "members_space", "403 owner=303", send=SPACE),
    Row("PUT spaces.spaces.update", "hidden_space", "404 owner=303", send=SPACE),
    Row("GET spaces.about.show", "space", "200"),
    Row("GET spaces.about.show", "hidden_space", MINE),
    *(
        Row(f"GET spaces.{noun}.index", thing, said)
        for noun in ("posts", "activity", "members")
        for thing, said in {"space": "200", "members_space": "403 owner=200", "hidden_space": MINE}.items()
    ),
    Row("POST spaces.membership.create", "space", "303"),
    Row("POST spaces.membership.create", "asked_space", "403 owner=303"),
    Row("POST spaces.membership.create", "hidden_space", "404 owner=303"),
    Row("POST spaces.membership.create", "invited_space", "404 owner=303 employee=303"),
    Row("DELETE spaces.membership.destroy", "space", "303 owner=403"),
    Row("DELETE spaces.membership.destroy", "hidden_space", "404 owner=403"),
    Row("POST spaces.requests.create", "space", "403", send={"words": "Please"}),
    Row("POST spaces.requests.create", "asked_space", "303 owner=403", send={"words": "Please"}),
    Row("POST spaces.requests.create", "hidden_space", "404 owner=403", send={"words": "Please"}),
    Row("DELETE spaces.requests.destroy", "asked_space", "303"),
    Row("DELETE spaces.requests.destroy", "hidden_space", "404 owner=303"),
    Row("POST spaces.requests.accept", "join_request", "403 owner=303"),
    Row("POST spaces.requests.decline", "join_request", "403 owner=303", send={"words": "Not now"}),
    Row("GET spaces.invitations.index", "members_space", "403 owner=200"),
    Row("GET spaces.invitations.index", "hidden_space", MINE),
    Row("POST spaces.invitations.create", "one_to_invite", "403 owner=303"),
    Row("DELETE spaces.invitations.destroy", "one_to_invite", "403 owner=303"),
    Row("POST spaces.management.create", "member", "403 owner=303"),
    Row("DELETE spaces.management.destroy", "member", "403 owner=303"),
    Row("DELETE spaces.members.destroy", "member", "403 owner=303"),
    Row("POST spaces.archive.create", "space", "403 owner=303 governance=303"),
    Row("POST spaces.archive.create", "hidden_space", "404 owner=303"),
    Row("DELETE spaces.archive.destroy", "space", "403 owner=303 governance=303"),
]
# fmt: on
