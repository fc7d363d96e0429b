"""An idea that was withdrawn, and what those who decide write to one another about another."""

from tests.factories import make_idea, withdraw_idea
from tests.factories.ideas import write_note
from tests.hidden.base import GOVERNANCE, word

HIDDEN = {
    "withdrawn-idea-title": GOVERNANCE,
    "withdrawn-idea-text": GOVERNANCE,
    "internal-note": GOVERNANCE,
}
KINDS = {"idea": "withdrawn-idea-title"}
NOT_FOR_ITS_OWNER = {"internal-note"}


def hide(scene):
    owner = scene.owner
    idea = make_idea(owner, title=word("withdrawn-idea-title"), problem=word("withdrawn-idea-text"))
    withdraw_idea(idea, by=owner)
    worked_on = make_idea(owner, title="They look into it")
    write_note(worked_on, scene.chief, word("internal-note"))
    return {idea.id, worked_on.id}
