# ruff: noqa: E501 (one door, one line)
"""Reports, cases and decisions."""

from tests.walk.base import Row

# fmt: off
TABLE = [
    Row("GET moderation.cases.index", "house", "403 governance=200"),
    Row("GET moderation.cases.show", "case", "404 governance=200"),
    Row("GET moderation.cases.show", "hidden_case", "404 owner=200 governance=200"),
    Row("POST moderation.decision.create", "case", "404 governance=303", send={"verdict": "hide", "because": "It tells a name"}),
    Row("POST moderation.decision.create", "hidden_case", "404 owner=403 governance=403", send={"verdict": "fine", "because": "It stays"}),
    Row("DELETE moderation.decision.destroy", "hidden_case", "404 owner=403 governance=303"),
    Row("POST moderation.appeal.create", "hidden_case", "404 owner=303 governance=403", send={"words": "Nobody is named"}),
    Row("POST moderation.answer.create", "appealed_case", "404 owner=403 governance=303", send={"verdict": "restore", "words": "You are right"}),
    Row("GET moderation.reports.new", "talk", "200 owner=403"),
    Row("GET moderation.reports.new", "talk_about_a_person", "404"),
    Row("POST moderation.reports.create", "talk", "303 owner=403", send={"reason": "unkind"}),
    Row("POST moderation.reports.create", "talk_about_nothing", "404", send={"reason": "unkind"}),
    Row("GET moderation.reports.show", "talk", "404"),
]
# fmt: on
