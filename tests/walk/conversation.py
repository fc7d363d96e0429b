# ruff: noqa: E501 (one door, one line)
"""Comments, answers and reactions."""

from tests.walk.base import HIDDEN, MINE, SEEN, THEIRS, Row

READING = {
    "conversation.comments.index",
}

SAYING = {"text": "By phone, too?", "version": "1"}

# fmt: off
TABLE = [
    Row("GET conversation.comments.index", "talk", "200"),
    Row("GET conversation.comments.index", "hidden_talk", SEEN),
    Row("GET conversation.comments.index", "talk_in_a_hidden_space", MINE),
    Row("GET conversation.comments.show", "comment_in_a_hidden_space", "404 owner=303", MINE),
    Row("GET conversation.comments.index", "talk_about_nothing", "404"),
    Row("GET conversation.comments.index", "talk_about_a_person", "404"),
    Row("POST conversation.comments.create", "talk", "303", "200", send=SAYING),
    Row("POST conversation.comments.create", "hidden_talk", "404 owner=403 governance=403", send=SAYING),
    Row("POST conversation.comments.create", "talk_about_a_person", "404", send=SAYING),
    Row("GET conversation.comments.show", "comment", "303", "200"),
    Row("GET conversation.comments.show", "removed_comment", "404"),
    Row("GET conversation.comments.show", "comment_on_a_withdrawn_post", *HIDDEN),
    Row("GET conversation.comments.edit", "comment", "403 owner=200"),
    Row("GET conversation.comments.edit", "removed_comment", "404"),
    Row("GET conversation.comments.edit", "comment_on_a_withdrawn_post", "404 owner=200 governance=403"),
    Row("PUT conversation.comments.update", "comment", "403 owner=303", "403 owner=200", send=SAYING),
    Row("PUT conversation.comments.update", "removed_comment", "404", send=SAYING),
    Row("GET conversation.replies.index", "comment", "303", "200"),
    Row("GET conversation.replies.index", "removed_comment", "404"),
    Row("GET conversation.replies.index", "comment_on_a_withdrawn_post", *HIDDEN),
    Row("GET conversation.replies.new", "comment", "200"),
    Row("GET conversation.replies.new", "removed_comment", "404"),
    Row("GET conversation.replies.new", "comment_on_a_withdrawn_post", "404 owner=403 governance=403"),
    Row("POST conversation.replies.create", "comment", "303", "200", send=SAYING),
    Row("POST conversation.replies.create", "removed_comment", "404", send=SAYING),
    Row("POST conversation.replies.create", "comment_on_a_withdrawn_post", "404 owner=403 governance=403", send=SAYING),
    Row("POST conversation.removal.create", "comment", *THEIRS),
    Row("POST conversation.removal.create", "comment_on_a_withdrawn_post", *HIDDEN),
    Row("DELETE conversation.removal.destroy", "comment", *THEIRS),
    Row("DELETE conversation.removal.destroy", "removed_comment", *HIDDEN),
    Row("DELETE conversation.removal.destroy", "comment_taken_away", "404 governance=303", "404 governance=200"),
    Row("POST conversation.reactions.create", "feeling", "303", "200"),
    Row("POST conversation.reactions.create", "feeling_about_a_comment", "303", "200"),
    Row("POST conversation.reactions.create", "hidden_feeling", *HIDDEN),
    Row("POST conversation.reactions.create", "feeling_about_a_removed_comment", "404"),
    Row("POST conversation.reactions.create", "feeling_about_a_person", "404"),
    Row("DELETE conversation.reactions.destroy", "feeling", "303", "200"),
    Row("DELETE conversation.reactions.destroy", "feeling_about_a_comment", "303", "200"),
    Row("DELETE conversation.reactions.destroy", "hidden_feeling", *HIDDEN),
]
# fmt: on
