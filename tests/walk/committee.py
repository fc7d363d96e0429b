"""Triage sessions."""

from tests.walk.base import Row

SAID = {"title": "Triage in May", "held_on": "2100-05-03", "quorum": "2"}
AGENDA = {"sources": "new", "order": "age", "most": "5"}
DECIDED = {"verdict": "in-progress", "version": "1"}
ASKED = {"question": "How many letters a month?"}

WHO_WAS_THERE = "404 owner=200 governance=200"
DECIDES = "404 owner=403 governance=200"
PRESSES = "404 owner=403 governance=303"
OVERTAKEN = "404 owner=403 governance=409"
PRESSED = ("404 owner=403 governance=303", "404 owner=403 governance=200")

# fmt: off
TABLE = [
    Row("GET committee.sittings.index", "house", "200"),
    Row("GET committee.sittings.new", "house", "403 governance=200"),
    Row("POST committee.sittings.create", "house", "403 governance=303", send=SAID),
    Row("GET committee.sittings.show", "planned_sitting", WHO_WAS_THERE),
    Row("GET committee.sittings.show", "sitting_that_is_over", "404 owner=303 governance=303"),
    Row("GET committee.sittings.edit", "planned_sitting", DECIDES),
    Row("PUT committee.sittings.update", "planned_sitting", OVERTAKEN, send=SAID),
    Row("DELETE committee.sittings.destroy", "planned_sitting", PRESSES),
    Row("DELETE committee.sittings.destroy", "open_sitting", "404 owner=403 governance=403"),
    Row("GET committee.export.show", "house", "403 governance=200"),
    Row("GET committee.agenda.new", "planned_sitting", DECIDES),
    Row("POST committee.agenda.create", "planned_sitting", PRESSES, send=AGENDA),
    Row("PUT committee.agenda.update", "planned_item", PRESSES),
    Row("DELETE committee.agenda.destroy", "planned_item", PRESSES),
    Row("GET committee.attendance.show", "planned_sitting", DECIDES),
    Row("PUT committee.attendance.update", "sitting_and_somebody", PRESSES),
    Row("DELETE committee.attendance.destroy", "sitting_and_somebody", PRESSES),
    Row("POST committee.opening.create", "planned_sitting", PRESSES),
    Row("PUT committee.chair.update", "open_sitting", *PRESSED),
    Row("GET committee.table.show", "open_sitting", WHO_WAS_THERE),
    Row("GET committee.table.show", "planned_sitting", "404 owner=303 governance=303"),
    Row("GET committee.live.show", "open_sitting", WHO_WAS_THERE),
    Row("POST committee.decision.create", "open_sitting", *PRESSED, send=DECIDED),
    Row("DELETE committee.decision.destroy", "sitting_with_a_decision", *PRESSED),
    Row("POST committee.question.create", "open_sitting", *PRESSED, send=ASKED),
    Row("PUT committee.turn.update", "open_sitting", "404 owner=403 governance=404"),
    Row("GET committee.closing.new", "open_sitting", DECIDES),
    Row("POST committee.closing.create", "open_sitting", PRESSES),
    Row("GET committee.minutes.show", "sitting_that_is_over", WHO_WAS_THERE),
    Row("GET committee.minutes.show", "open_sitting", "404 owner=303 governance=303"),
    Row("POST committee.article.create", "sitting_that_is_over", PRESSES),
]
# fmt: on
