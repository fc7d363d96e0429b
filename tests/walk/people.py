"""Accounts, sign-in and profiles."""

from tests.factories import PASSWORD
from tests.walk.base import Row

PUBLIC = {
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
}
READING = {
    "people.profiles.index",
    "people.profiles.show",
}
FACES = {
    "people.picture.show",  # a new picture has a new address
}

PROFILE = {"name": "Somebody", "speaks": "eu", "version": "1"}
PREFERENCES = {"language": "eu", "theme": "dark", "time_zone": ""}
ADDRESS = {"email": "another@example.com"}
CHANGE = {"old_password": PASSWORD, "new_password": "a lighthouse without a keeper"}

# fmt: off
TABLE = [
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
    Row("GET people.suggestions.index", "house", "200"),
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
]
# fmt: on
