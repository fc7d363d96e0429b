"""Ready-made records. A test names only what it is about; the rest is unremarkable."""

from tests.factories.activity import make_line
from tests.factories.attachments import make_picture, picture_file
from tests.factories.blog import add_author, edit, make_post, propose, withdraw
from tests.factories.catalogue import make_editorial, make_term
from tests.factories.conversation import make_comment, make_reaction, remove_comment
from tests.factories.drafts import make_draft
from tests.factories.ideas import decide, make_idea, withdraw_idea
from tests.factories.moderation import make_case
from tests.factories.people import PASSWORD, make_location, make_people, make_person, make_unit
from tests.factories.spaces import ask, enter, invite, leave, make_space, role_in

__all__ = [
    "PASSWORD",
    "add_author",
    "ask",
    "decide",
    "edit",
    "enter",
    "invite",
    "leave",
    "make_case",
    "make_comment",
    "make_draft",
    "make_editorial",
    "make_idea",
    "make_line",
    "make_location",
    "make_people",
    "make_person",
    "make_picture",
    "make_post",
    "make_reaction",
    "make_space",
    "make_term",
    "make_unit",
    "picture_file",
    "propose",
    "remove_comment",
    "role_in",
    "withdraw",
    "withdraw_idea",
]
