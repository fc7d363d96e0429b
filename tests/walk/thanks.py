"""Thanks."""

from tests.walk.base import SEEN, Row

READING = {"thanks.thanks.index"}

SAID = {"who": "Garazi", "text": "Called them herself until they opened."}
BY_WHOM_IT_WAS_GIVEN = ("403 owner=303", "403 owner=200")
KEPT = ("404 owner=303 governance=403", "404 owner=200 governance=403")

# fmt: off
TABLE = [
    Row("GET thanks.thanks.index", "house", "200"),
    Row("GET thanks.thanks.new", "house", "200"),
    Row("POST thanks.thanks.create", "house", "422", send=SAID),
    Row("GET thanks.thanks.show", "thanks", "200"),
    Row("GET thanks.thanks.show", "thanks_put_away", SEEN),
    Row("GET thanks.thanks.show", "hidden_thanks", SEEN),
    Row("GET thanks.thanks.show", "withdrawn_thanks", "404"),
    Row("DELETE thanks.thanks.destroy", "thanks", "403 owner=303"),
    Row("DELETE thanks.thanks.destroy", "hidden_thanks", "404 owner=303 governance=403"),
    Row("DELETE thanks.thanks.destroy", "withdrawn_thanks", "404"),
    Row("GET thanks.people.index", "house", "200"),
    Row("POST thanks.hiding.create", "thanks_to_the_owner", *BY_WHOM_IT_WAS_GIVEN),
    Row("POST thanks.hiding.create", "withdrawn_thanks", "404"),
    Row("DELETE thanks.hiding.destroy", "thanks_put_away", *KEPT),
]
# fmt: on
