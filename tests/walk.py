# ruff: noqa: E501 (one door, one line)
"""What every door says to everybody: the table that `test_walk.py` holds against the house.

A row names a method and an endpoint, the thing behind the door (a method of `Scene`) and what
is answered, first to a page and then, where it differs, to an htmx fragment. `"404 owner=200"`
reads: there is nothing, except for its owner. Strangers are sent to sign in by a page and
refused by everything else, unless the row says otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.factories import PASSWORD
from tests.scene import ROLES

TO_SIGN_IN, REFUSED = 303, 401

EVERYBODY = ("stranger", "owner", *ROLES)

PUBLIC = {
    "health.alive",
    "health.ready",
    "metrics.show",
    "home.accessibility.show",
    "people.address_link.destroy",
    "people.address_link.edit",
    "people.address_link.show",
    "people.address_link.update",
    "people.first_run.create",
    "people.first_run.new",
    "people.forgotten.create",
    "people.forgotten.new",
    "people.forgotten.show",
    "people.invitation.edit",
    "people.invitation.show",
    "people.invitation.update",
    "people.language.update",
    "people.reset.edit",
    "people.reset.show",
    "people.reset.update",
    "people.sign_in.create",
    "people.sign_in.new",
    "static",
}

# Kept by their reader's browser, and asked about each time.
READING = {
    "activity.stream.index",
    "blog.posts.index",
    "blog.posts.show",
    "conversation.comments.index",
    "home.home.index",
    "people.profiles.index",
    "people.profiles.show",
}
PICTURES = {"attachments.pictures.show", "attachments.pictures.small"}
FACES = {"people.picture.show"}  # a new picture has a new address

POST = {"title": "Two calls", "text": "Nobody *answers*.", "language": "en", "version": "1"}
SAYING = {"text": "By phone, too?", "version": "1"}
PROFILE = {"name": "Somebody", "speaks": "eu", "version": "1"}
PREFERENCES = {"language": "eu", "theme": "dark", "time_zone": ""}
ADDRESS = {"email": "another@example.com"}
# The second time, as a fragment, somebody has the address already.
ACCOUNT = {"name": "Somebody", "email": "somebody@example.com", "unit_id": "", "location_id": ""}
CHANGE = {"old_password": PASSWORD, "new_password": "a lighthouse without a keeper"}


@dataclass(frozen=True)
class Row:
    door: str  # "GET blog.posts.show"
    thing: str
    page: str
    part: str = ""
    send: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.door} {self.thing}"

    @property
    def method(self) -> str:
        return self.door.split()[0]

    @property
    def endpoint(self) -> str:
        return self.door.split()[1]

    def expected(self, who: str, *, htmx: bool) -> int:
        """The status this door answers with."""
        otherwise, *exceptions = (self.part if htmx and self.part else self.page).split()
        told = dict(one.split("=") for one in exceptions)
        if who == "stranger" and who not in told:
            return TO_SIGN_IN if self.method == "GET" and not htmx else REFUSED
        return int(told.get(who, otherwise))


# fmt: off
MINE = "404 owner=200"
SEEN = "404 owner=200 governance=200"
HIDDEN = ("404 owner=303 governance=303", SEEN)
THEIRS = ("403 owner=303 governance=303", "403 owner=200 governance=200")
TABLE = [
    Row("GET activity.stream.index", "house", "200"),

    Row("GET attachments.pictures.new", "house", "200"),
    Row("POST attachments.pictures.create", "house", "303", send={"alt": "A desk", "picture": "file"}),
    Row("GET attachments.pictures.show", "picture", MINE),
    Row("GET attachments.pictures.show", "published_picture", "200"),
    Row("GET attachments.pictures.show", "withdrawn_picture", SEEN),
    Row("GET attachments.pictures.small", "picture", MINE),
    Row("GET attachments.pictures.small", "published_picture", "200"),
    Row("GET attachments.pictures.small", "withdrawn_picture", SEEN),

    Row("GET blog.posts.index", "house", "200"),
    Row("GET blog.posts.show", "post", "200"),
    Row("GET blog.posts.show", "withdrawn_post", SEEN),
    Row("GET blog.posts.show", "post_taken_away", SEEN),
    Row("GET blog.posts.new", "house", "200"),
    Row("GET blog.posts.new", "new_post_from_a_draft", MINE),
    Row("POST blog.posts.create", "house", "303", "200", send=POST),
    Row("GET blog.posts.edit", "post", "403 owner=200 governance=200"),
    Row("GET blog.posts.edit", "withdrawn_post", "404 owner=403 governance=403"),
    Row("GET blog.posts.edit", "edit_from_a_draft", "403 owner=200 governance=404"),
    Row("PUT blog.posts.update", "post", *THEIRS, send=POST),
    Row("PUT blog.posts.update", "withdrawn_post", "404 owner=403 governance=403", send=POST),
    Row("POST blog.publication.create", "post", *THEIRS),
    Row("POST blog.publication.create", "withdrawn_post", *HIDDEN),
    Row("POST blog.publication.create", "post_taken_away", "404 owner=403 governance=303", "404 owner=403 governance=200"),
    Row("DELETE blog.publication.destroy", "post", *THEIRS),
    Row("DELETE blog.publication.destroy", "withdrawn_post", *HIDDEN),
    Row("GET blog.drafts.index", "house", "200"),
    Row("GET blog.export.show", "house", "403 governance=200 admin=200"),
    Row("POST blog.covers.create", "house", "200", send={"cover_file": "file"}),
    Row("POST blog.preview.create", "house", "200", send=POST),

    Row("GET conversation.comments.index", "talk", "200"),
    Row("GET conversation.comments.index", "hidden_talk", SEEN),
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

    Row("POST drafts.drafts.create", "drafts_of_posts", "303", send=POST),
    Row("POST drafts.drafts.create", "drafts_of_nothing", "404", send=POST),
    Row("PUT drafts.drafts.update", "draft", "404 owner=303", send=POST | {"draft_version": "1"}),
    Row("DELETE drafts.drafts.destroy", "draft", "404 owner=303"),
    Row("DELETE drafts.discarding.destroy", "draft", "404 owner=303"),

    Row("GET health.alive", "house", "200 stranger=200"),
    Row("GET health.ready", "house", "200 stranger=200"),
    Row("GET metrics.show", "house", "404 stranger=404"),  # shut by default: see core/test_metrics
    Row("GET home.accessibility.show", "house", "200 stranger=200"),
    Row("GET home.home.index", "house", "200"),
    Row("GET home.patterns.index", "house", "200"),

    Row("GET admin.units.index", "house", "403 admin=200"),
    Row("GET admin.units.show", "unit", "404 admin=200"),
    Row("GET admin.units.show", "closed_unit", "404 admin=200"),
    Row("GET admin.units.new", "house", "403 admin=200"),
    Row("POST admin.units.create", "house", "403 admin=303", "403 admin=422", send={"name": "Quality", "office": "back"}),
    Row("GET admin.units.edit", "unit", "404 admin=200"),
    Row("GET admin.units.edit", "closed_unit", "404 admin=403"),
    Row("PUT admin.units.update", "unit", "404 admin=303", "404 admin=422", send={"name": "Quality", "office": "back", "version": "1"}),
    Row("DELETE admin.unit_changes.destroy", "undone_change", "404 admin=303"),
    Row("GET admin.unit_place.edit", "unit", "404 admin=200"),
    Row("PUT admin.unit_place.update", "unit", "404 admin=303", send={"version": "1"}),
    Row("DELETE admin.unit_place.destroy", "undone_move", "404 admin=303"),
    Row("GET admin.unit_merging.new", "unit", "404 admin=200"),
    Row("POST admin.unit_merging.create", "unit", "404 admin=422", send={"version": "1"}),
    Row("GET admin.unit_closure.new", "unit", "404 admin=200"),
    Row("POST admin.unit_closure.create", "unit", "404 admin=303", send={"version": "1"}),
    Row("POST admin.unit_closure.create", "closed_unit", "404 admin=403", send={"version": "1"}),
    Row("DELETE admin.unit_closure.destroy", "closed_unit", "404 admin=303"),
    Row("GET admin.locations.index", "house", "403 admin=200"),
    Row("POST admin.locations.create", "house", "403 admin=303", "403 admin=422", send={"name": "Ordizia"}),
    Row("GET admin.locations.show", "location", "404 admin=200"),
    Row("PUT admin.locations.update", "location", "404 admin=303", "404 admin=422", send={"name": "Ordizia", "version": "1"}),
    Row("DELETE admin.location_name.destroy", "undone_name", "404 admin=303"),
    Row("GET admin.location_merging.new", "merging", "404 admin=200"),
    Row("POST admin.location_merging.create", "location", "404 admin=404", send={"version": "1"}),
    Row("POST admin.location_closure.create", "location", "404 admin=303"),
    Row("DELETE admin.location_closure.destroy", "location", "404 admin=303"),
    Row("GET admin.outbox.index", "house", "403 admin=200"),
    Row("POST admin.errand_retries.create", "parked_errand", "404 admin=303"),
    Row("POST admin.errand_retries.create_all", "house", "403 admin=303", send={"kind": "walk"}),
    Row("POST admin.errand_discarding.create", "parked_errand", "404 admin=303"),
    Row("DELETE admin.errand_discarding.destroy", "discarded_errand", "404 admin=303"),
    Row("GET admin.jobs.index", "house", "403 admin=200"),
    Row("GET admin.settings.index", "house", "403 admin=200"),
    Row("GET admin.settings.show", "chosen", "404 admin=303"),
    Row("PUT admin.settings.update", "setting", "403 admin=303", "403 admin=409", send={"home.new_faces-value": "3", "home.new_faces-version": "0"}),
    Row("DELETE admin.settings.destroy", "setting", "403 admin=303", "403 admin=409", send={"home.new_faces-version": "0"}),
    Row("GET admin.overview.index", "house", "403 governance=200 admin=200 hr=200 listener=200"),

    Row("GET admin.people.index", "house", "403 governance=200 admin=200"),
    Row("GET admin.people.new", "house", "403 admin=200"),
    Row("POST admin.people.create", "house", "403 admin=303", "403 admin=422", send=ACCOUNT | {"language": "eu"}),
    Row("GET admin.people.show", "person", "403 governance=200 admin=200"),
    Row("GET admin.people.show", "disabled_person", "403 governance=404 admin=200"),
    Row("GET admin.people.show", "ambassador", "403 ambassador=200 governance=200 admin=200"),
    Row("GET admin.people.edit", "person", "403 admin=200"),
    Row("PUT admin.people.update", "person", "403 admin=303", send=ACCOUNT | {"version": "1"}),
    Row("POST admin.invitation.create", "invited_person", "403 admin=303"),
    Row("POST admin.reset.create", "person", "403 admin=303"),
    Row("DELETE admin.address.destroy", "moving_person", "403 admin=303"),
    Row("POST admin.closure.create", "person", "403 admin=303"),
    Row("DELETE admin.closure.destroy", "disabled_person", "403 admin=303"),
    Row("DELETE admin.sessions.destroy", "person", "403 admin=303"),
    Row("GET admin.roles.show", "governing", "403 admin=200"),
    Row("GET admin.roles.show", "own_role", "403 ambassador=200 governance=200"),
    Row("POST admin.roles.create", "naming", "403 governance=303"),
    Row("POST admin.roles.create", "trusting", "403 admin=303"),
    Row("POST admin.roles.create", "closed_trusting", "403"),
    Row("DELETE admin.roles.destroy", "governing", "403 admin=303"),
    Row("DELETE admin.roles.destroy", "own_role", "403 ambassador=303 governance=303"),
    Row("GET admin.proposals.index", "house", "403 hr=200 listener=200 admin=200"),
    Row("DELETE admin.proposals.destroy", "proposal", "404 hr=403 admin=403"),
    Row("POST admin.proposals.agree", "proposal", "404 hr=303 admin=403"),
    Row("POST admin.proposals.decline", "proposal", "404 hr=303 admin=403"),

    Row("GET admin.people_export.show", "house", "403 admin=200"),

    Row("POST imports.consent.create", "waiting_table", "404 admin=303", "404 admin=200", send={"edition": "1"}),
    Row("PUT imports.mapping.update", "waiting_table", "404 admin=422", send={"edition": "1"}),
    Row("GET audit.entries.index", "house", "403 admin=200"),
    Row("GET audit.export.show", "house", "403 admin=200"),

    Row("GET imports.imports.index", "house", "403 governance=200 admin=200"),
    Row("GET imports.imports.new", "house", "403 governance=200 admin=200"),
    Row("POST imports.imports.create", "house", "403 governance=422 admin=422", send={"kind": "blog", "file": "file"}),
    Row("GET imports.imports.show", "waiting_import", "404 admin=200"),
    Row("DELETE imports.imports.destroy", "waiting_import", "404 admin=303"),
    Row("GET imports.report.show", "waiting_import", "404 admin=200"),
    Row("POST imports.steps.create", "waiting_import", "404 admin=303", "404 admin=200"),

    Row("GET people.address.edit", "house", "200"),
    Row("PUT people.address.update", "house", "303", send=ADDRESS),
    Row("DELETE people.address.destroy", "house", "303"),
    Row("GET people.address_link.show", "letter", "303 stranger=303"),
    Row("GET people.address_link.edit", "house", "410 stranger=410"),
    Row("PUT people.address_link.update", "house", "410 stranger=410"),
    Row("DELETE people.address_link.destroy", "house", "410 stranger=410"),
    Row("GET people.confirmation.new", "house", "200"),
    Row("POST people.confirmation.create", "house", "303", send={"password": PASSWORD}),
    Row("GET people.first_run.new", "house", "404 stranger=404"),
    Row("POST people.first_run.create", "house", "404 stranger=404"),
    Row("GET people.forgotten.new", "house", "200 stranger=200"),
    Row("POST people.forgotten.create", "house", "303 stranger=303", send=ADDRESS),
    Row("GET people.forgotten.show", "house", "200 stranger=200"),
    Row("GET people.invitation.show", "letter", "303 stranger=303"),
    Row("GET people.invitation.edit", "house", "410 stranger=410"),
    Row("PUT people.invitation.update", "house", "410 stranger=410", send=CHANGE),
    Row("PUT people.language.update", "house", "303 stranger=303", send=PREFERENCES),
    Row("DELETE people.other_sessions.destroy", "house", "303"),
    Row("GET people.password.edit", "house", "200"),
    Row("PUT people.password.update", "house", "303", send=CHANGE),
    Row("GET people.picture.edit", "house", "200"),
    Row("GET people.picture.show", "face", "200"),
    Row("PUT people.picture.update", "house", "303", send={"picture": "file"}),
    Row("DELETE people.picture.destroy", "house", "303"),
    Row("GET people.preferences.edit", "house", "200"),
    Row("PUT people.preferences.update", "house", "303", send=PREFERENCES),
    Row("GET people.profile.show", "house", "303"),
    Row("GET people.profile.edit", "house", "200"),
    Row("PUT people.profile.update", "house", "303", send=PROFILE),
    Row("GET people.profiles.index", "house", "200"),
    Row("GET people.profiles.show", "person", "200"),
    Row("GET people.profiles.show", "disabled_person", "200"),
    Row("GET people.reset.show", "letter", "303 stranger=303"),
    Row("GET people.reset.edit", "house", "410 stranger=410"),
    Row("PUT people.reset.update", "house", "410 stranger=410", send=CHANGE),
    Row("GET people.sessions.index", "house", "200"),
    Row("DELETE people.sessions.destroy", "session", "404 owner=303"),
    Row("GET people.sign_in.new", "house", "303 stranger=200"),
    Row("POST people.sign_in.create", "house", "303 stranger=303", send={"password": PASSWORD}),
    Row("DELETE people.sign_in.destroy", "house", "303"),
    Row("PUT people.theme.update", "house", "303", send=PREFERENCES),

    Row("GET static", "drawing", "200 stranger=200"),
]
# fmt: on
