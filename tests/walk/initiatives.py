# ruff: noqa: E501 (one door, one line)
"""Initiatives."""

from tests.walk.base import SEEN, Row

READING = {"initiatives.initiatives.index", "initiatives.initiatives.show"}

LOGGED = {
    "title": "Blankets",
    "category": "growth",
    "starts_on": "2026-03-02",
    "ends_on": "2026-03-02",
}
CHANGED = LOGGED | {"version": "1", "language": "en", "unit_id": ""}
TOLD = {"outcome": "changed", "summary": "Nobody is cold any more.", "text": "", "version": "1"}

LOGGERS = "403 ambassador=200 governance=200"
WORKERS = ("403 owner=303 governance=303", "403 owner=200 governance=200")
WORKERS_BY_PAGE = "403 owner=303 governance=303"
TELLERS = "403 owner=200"
REVIEWERS = ("403 governance=303", "403 governance=200")
NOT_SEEN = "404 owner=403 governance=403"
BACK = ("404 owner=303 governance=303",)

# fmt: off
TABLE = [
    Row("GET initiatives.initiatives.index", "house", "200"),
    Row("GET initiatives.initiatives.show", "initiative", "200"),
    Row("GET initiatives.initiatives.show", "withdrawn_initiative", SEEN),
    Row("GET initiatives.initiatives.show", "hidden_initiative", SEEN),
    Row("GET initiatives.initiatives.new", "house", LOGGERS),
    Row("POST initiatives.initiatives.create", "house", "403 ambassador=303 governance=303", LOGGERS, send=LOGGED),
    Row("GET initiatives.initiatives.edit", "initiative", "403 owner=200 governance=200"),
    Row("GET initiatives.initiatives.edit", "withdrawn_initiative", NOT_SEEN),
    Row("PUT initiatives.initiatives.update", "initiative", *WORKERS, send=CHANGED),
    Row("PUT initiatives.initiatives.update", "hidden_initiative", NOT_SEEN, send=CHANGED),
    Row("GET initiatives.export.show", "house", LOGGERS),
    Row("GET initiatives.changes.show", "change_told", "303"),
    Row("GET initiatives.changes.show", "change_asked", "404"),
    Row("GET initiatives.changes.edit", "change_asked", TELLERS),
    Row("GET initiatives.changes.edit", "change_of_a_withdrawn_one", NOT_SEEN),
    Row("PUT initiatives.changes.update", "change_asked", "403 owner=303", send=TOLD),
    Row("PUT initiatives.changes.update", "change_of_a_withdrawn_one", NOT_SEEN, send=TOLD),
    Row("DELETE initiatives.changes.destroy", "change_told", "403 owner=303"),
    Row("POST initiatives.milestones.create", "initiative", *WORKERS, send={"title": "The wool is here"}),
    Row("POST initiatives.milestones.create", "withdrawn_initiative", NOT_SEEN, send={"title": "The wool is here"}),
    Row("DELETE initiatives.milestones.destroy", "initiative_and_its_milestone", *WORKERS),
    Row("POST initiatives.reaching.create", "initiative_and_its_milestone", *WORKERS),
    Row("DELETE initiatives.reaching.destroy", "initiative_and_its_milestone", *WORKERS),
    Row("POST initiatives.updates.create", "initiative", *WORKERS, send={"text": "It goes."}),
    Row("POST initiatives.updates.create", "hidden_initiative", NOT_SEEN, send={"text": "It goes."}),
    Row("DELETE initiatives.updates.destroy", "initiative_and_its_update", *WORKERS),
    Row("PUT initiatives.updates.update", "initiative_and_its_update", *WORKERS),
    Row("GET initiatives.team.index", "initiative", "403 owner=200 governance=200"),
    Row("GET initiatives.team.index", "withdrawn_initiative", NOT_SEEN),
    Row("PUT initiatives.team.update", "initiative_and_somebody", WORKERS_BY_PAGE),
    Row("DELETE initiatives.team.destroy", "initiative_and_its_teammate", WORKERS_BY_PAGE + " hr=303"),
    Row("PUT initiatives.owner.update", "initiative_and_its_teammate", *WORKERS),
    Row("POST initiatives.review.create", "initiative", *REVIEWERS),
    Row("POST initiatives.review.create", "withdrawn_initiative", NOT_SEEN),
    Row("DELETE initiatives.review.destroy", "reviewed_initiative", *REVIEWERS),
    Row("POST initiatives.reviews.create", "house", "403 governance=422", send={"numbers": ""}),
    Row("POST initiatives.withdrawal.create", "initiative", WORKERS_BY_PAGE),
    Row("POST initiatives.withdrawal.create", "hidden_initiative", NOT_SEEN),
    Row("DELETE initiatives.withdrawal.destroy", "withdrawn_initiative", *BACK),
    Row("DELETE initiatives.withdrawal.destroy", "hidden_initiative", NOT_SEEN),
]
# fmt: on
