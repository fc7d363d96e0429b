"""A row of the table, and the answers that many doors give.

It names a method and an endpoint, the thing behind the door (a function of `tests.scene`) and
what is answered, first to a page and then, where it differs, to an htmx fragment. `"404
owner=200"` reads: there is nothing, except for its owner. Strangers are sent to sign in by a
page and refused by everything else, unless the row says otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.scene import ROLES

TO_SIGN_IN, REFUSED = 303, 401

EVERYBODY = ("stranger", "owner", *ROLES)


@dataclass(frozen=True)
class Row:
    door: str  # "GET blog.posts.show"
    thing: str
    page: str
    part: str = ""
    send: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.door} {self.thing}"

    @property
    def method(self) -> str:
        return self.door.split()[0]

    @property
    def endpoint(self) -> str:
        return self.door.split()[1]

    def expected(self, who: str, *, htmx: bool) -> int:
        """The status this door answers with."""
        otherwise, *exceptions = (self.part if htmx and self.part else self.page).split()
        told = dict(one.split("=") for one in exceptions)
        if who == "stranger" and who not in told:
            return TO_SIGN_IN if self.method == "GET" and not htmx else REFUSED
        return int(told.get(who, otherwise))


MINE = "404 owner=200"
SEEN = "404 owner=200 governance=200"
HIDDEN = ("404 owner=303 governance=303", SEEN)
THEIRS = ("403 owner=303 governance=303", "403 owner=200 governance=200")
WRITERS = "403 owner=200 governance=200"
THEIRS_BY_PAGE = ("403 owner=303 governance=303",)
