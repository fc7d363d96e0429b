# ruff: noqa: E501 (one door, one line)
"""Proposing ideas, and what their authors and supporters do with them."""

from tests.walk.base import MINE, SEEN, THEIRS, THEIRS_BY_PAGE, WRITERS, Row

IDEA = {
    "title": "Two calls",
    "kind": "fix",
    "problem": "Nobody *answers*.",
    "change": "Somebody does.",
    "voice": "own",
    "language": "en",
    "version": "1",
}

READING = {"ideas.supporters.index"}

ANSWER = {"words": "203 a month."}
EVIDENCE = {"evidence": "Now we may."}

# fmt: off
TABLE = [
    Row("GET ideas.ideas.new", "house", "200"),
    Row("GET ideas.ideas.new", "new_idea_from_a_draft", MINE),
    Row("POST ideas.ideas.create", "house", "303", "200", send=IDEA),
    Row("GET ideas.ideas.edit", "idea", WRITERS),
    Row("GET ideas.ideas.edit", "withdrawn_idea", "404 owner=403 governance=403"),
    Row("PUT ideas.ideas.update", "idea", *THEIRS, send=IDEA),
    Row("PUT ideas.ideas.update", "withdrawn_idea", "404 owner=403 governance=403", send=IDEA),
    Row("GET ideas.drafts.index", "house", "200"),
    Row("GET ideas.mine.index", "house", "200"),
    Row("GET ideas.supporters.index", "idea", "200"),
    Row("GET ideas.supporters.index", "withdrawn_idea", SEEN),
    Row("POST ideas.support.create", "idea", "303 owner=403", "200 owner=403"),
    Row("POST ideas.support.create", "withdrawn_idea", "404 owner=403 governance=403"),
    Row("DELETE ideas.support.destroy", "idea", "303 owner=403", "200 owner=403"),
    Row("DELETE ideas.support.destroy", "withdrawn_idea", "404 owner=403 governance=403"),
    Row("POST ideas.sponsorship.create", "idea", "403 ambassador=303", "403 ambassador=200"),
    Row("POST ideas.sponsorship.create", "withdrawn_idea", "404 owner=403 governance=403"),
    Row("DELETE ideas.sponsorship.destroy", "idea", "303 owner=403", "200 owner=403"),
    Row("DELETE ideas.sponsorship.destroy", "withdrawn_idea", "404 owner=403 governance=403"),
    Row("POST ideas.withdrawal.create", "idea_to_withdraw", *THEIRS_BY_PAGE),
    Row("POST ideas.withdrawal.create", "withdrawn_idea", "404 owner=303 governance=303"),
    Row("DELETE ideas.withdrawal.destroy", "withdrawn_idea", "404 owner=303 governance=303"),
    Row("POST ideas.completion.create", "idea_that_lacks", *THEIRS_BY_PAGE, send=ANSWER),
    Row("POST ideas.completion.create", "idea", "403", send=ANSWER),
    Row("POST ideas.completion.create", "withdrawn_idea", "404 owner=403 governance=403", send=ANSWER),
    Row("POST ideas.reopening.create", "ended_idea", *THEIRS_BY_PAGE, send=EVIDENCE),
    Row("POST ideas.reopening.create", "idea", "403", send=EVIDENCE),
    Row("POST ideas.reopening.create", "withdrawn_idea", "404 owner=403 governance=403", send=EVIDENCE),
]
# fmt: on
