"""What is begun and not sent yet."""

from tests.walk.base import Row
from tests.walk.blog import POST

# fmt: off
TABLE = [
    Row("POST drafts.drafts.create", "drafts_of_posts", "303", send=POST),
    Row("POST drafts.drafts.create", "drafts_of_nothing", "404", send=POST),
    Row("PUT drafts.drafts.update", "draft", "404 owner=303", send=POST | {"draft_version": "1"}),
    Row("DELETE drafts.drafts.destroy", "draft", "404 owner=303"),
    Row("DELETE drafts.discarding.destroy", "draft", "404 owner=303"),
]
# fmt: on
