"""Following and muting."""

from tests.walk.base import HIDDEN, Row

# fmt: off
TABLE = [
    Row("POST following.followings.create", "following", "303", "200"),
    Row("POST following.followings.create", "following_a_withdrawn_post", *HIDDEN),
    Row("POST following.followings.create", "following_a_person", "303 owner=404", "200 owner=404"),
    Row("POST following.followings.create", "following_a_comment", "404"),
    Row("DELETE following.followings.destroy", "following", "303", "200"),
    Row("POST following.muting.create", "following", "303", "200"),
    Row("POST following.muting.create", "following_a_withdrawn_post", *HIDDEN),
    Row("DELETE following.muting.destroy", "following", "303", "200"),
]
# fmt: on
