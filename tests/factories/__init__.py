"""Ready-made records. A test names only what it is about; the rest is unremarkable."""

from tests.factories.activity import make_line
from tests.factories.attachments import make_picture, picture_file
from tests.factories.blog import make_post, withdraw
from tests.factories.conversation import make_comment, make_reaction, remove_comment
from tests.factories.drafts import make_draft
from tests.factories.people import PASSWORD, make_location, make_person, make_unit

__all__ = [
    "PASSWORD",
    "make_comment",
    "make_draft",
    "make_line",
    "make_location",
    "make_person",
    "make_picture",
    "make_post",
    "make_reaction",
    "make_unit",
    "picture_file",
    "remove_comment",
    "withdraw",
]
