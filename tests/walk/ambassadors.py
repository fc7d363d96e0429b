# ruff: noqa: E501 (one door, one line)
"""Ambassadors."""

from datetime import date, timedelta

from tests.walk.base import SEEN, Row

READING = {
    "ambassadors.directory.index",
    "ambassadors.mandates.show",
}

GOVERNS = "403 governance=200"
OF_GOVERNANCE = ("404 owner=403 governance=303",)
PUT_FORWARD = {"for_whom": "me", "why": "I listen."}
TERM = {"until": f"{date.today() + timedelta(days=200):%Y-%m-%d}"}
ASKED = {"need": "How do I begin a hard call?"}
HERS = ("404 owner=303 governance=403",)

# fmt: off
TABLE = [
    Row("GET ambassadors.directory.index", "house", "200"),
    Row("GET ambassadors.mandates.show", "mandate", "200"),
    Row("GET ambassadors.mandates.show", "past_mandate", "200"),
    Row("GET ambassadors.mandates.edit", "mandate", GOVERNS),
    Row("GET ambassadors.mandates.edit", "past_mandate", "403"),
    Row("PUT ambassadors.mandates.update", "mandate", "403 governance=303", send={"tags": "call centre"}),
    Row("GET ambassadors.units.index", "mandate_and_unit", GOVERNS),
    Row("POST ambassadors.units.create", "mandate_and_unit", "403 governance=422", send={"unit": ""}),
    Row("PUT ambassadors.units.update", "mandate_and_unit", "403 governance=303"),
    Row("DELETE ambassadors.units.destroy", "mandate_and_unit", "403 governance=303"),
    Row("GET ambassadors.renewal.new", "mandate", GOVERNS),
    Row("POST ambassadors.renewal.create", "mandate", "403 governance=422", send={"until": "2001-01-01"}),
    Row("DELETE ambassadors.renewal.destroy", "renewed_mandate", "403 governance=303"),
    Row("GET ambassadors.farewell.new", "mandate", GOVERNS),
    Row("POST ambassadors.farewell.create", "mandate", "403 governance=303", send={"farewell": "Thank you."}),
    Row("DELETE ambassadors.farewell.destroy", "past_mandate", "403 governance=303"),
    Row("GET ambassadors.nominations.index", "house", "200"),
    Row("GET ambassadors.nominations.new", "house", "200"),
    Row("POST ambassadors.nominations.create", "house", "303", send=PUT_FORWARD),
    Row("GET ambassadors.nominations.show", "nomination", SEEN),
    Row("GET ambassadors.nominations.show", "declined_nomination", SEEN),
    Row("DELETE ambassadors.nominations.destroy", "nomination", "404 owner=303 governance=403"),
    Row("GET ambassadors.naming.new", "nomination", "404 owner=403 governance=200"),
    Row("POST ambassadors.naming.create", "nomination", *OF_GOVERNANCE, send=TERM),
    Row("POST ambassadors.refusal.create", "nomination", *OF_GOVERNANCE, send={"reason": "Not yet."}),
    Row("DELETE ambassadors.refusal.destroy", "declined_nomination", *OF_GOVERNANCE),
    Row("GET ambassadors.help.index", "house", "200"),
    Row("GET ambassadors.help.new", "house", "200"),
    Row("POST ambassadors.help.create", "house", "303", send=ASKED),
    Row("GET ambassadors.help.show", "own_help", SEEN),
    Row("GET ambassadors.help.show", "help_asked_of_owner", SEEN),
    Row("DELETE ambassadors.help.destroy", "own_help", *HERS),
    Row("POST ambassadors.closing.create", "own_help", *HERS),
    Row("DELETE ambassadors.closing.destroy", "closed_help", *HERS),
    Row("POST ambassadors.acceptance.create", "help_asked_of_owner", *HERS),
    Row("DELETE ambassadors.acceptance.destroy", "help_the_owner_takes", *HERS),
    Row("POST ambassadors.answer.create", "help_asked_of_owner", *HERS, send={"answer": "Begin with what you can do."}),
    Row("DELETE ambassadors.answer.destroy", "help_the_owner_answered", *HERS),
    Row("POST ambassadors.passing.create", "help_asked_of_owner", *HERS),
]
# fmt: on
