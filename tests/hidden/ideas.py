"""An idea that was withdrawn, one that somebody only brought in from a table, under the name that
stood there, and what those who decide write to one another about another.
"""

from tests.factories import make_idea, withdraw_idea
from tests.factories.ideas import make_template, write_note
from tests.hidden.base import GOVERNANCE, word

HIDDEN = {
    "withdrawn-idea-title": GOVERNANCE,
    "withdrawn-idea-text": GOVERNANCE,
    "withdrawn-idea-credit": GOVERNANCE,
    "internal-note": GOVERNANCE,
    "answer-template": GOVERNANCE,
}
KINDS = {"idea": "withdrawn-idea-title", "answer-template": "answer-template"}
NOT_FOR_ITS_OWNER = {"internal-note", "withdrawn-idea-credit", "answer-template"}


def hide(scene):
    owner = scene.owner
    idea = make_idea(owner, title=word("withdrawn-idea-title"), problem=word("withdrawn-idea-text"))
    withdraw_idea(idea, by=owner)
    brought = make_idea(owner, title="Came in", credited_to=word("withdrawn-idea-credit"))
    withdraw_idea(brought, by=owner)
    worked_on = make_idea(owner, title="They look into it")
    write_note(worked_on, scene.chief, word("internal-note"))
    template = make_template(scene.chief, title=word("answer-template"))
    return {idea.id, brought.id, worked_on.id, template.id}
