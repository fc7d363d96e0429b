"""Ties between things."""

from tests.walk.base import Row

TIE = {"to": "idea:2147483646", "way": "follows"}

# fmt: off
TABLE = [
    Row("GET threads.ties.new", "idea_to_tie", "200"),
    Row("GET threads.ties.new", "person_to_tie", "404"),
    Row("POST threads.ties.create", "idea_to_tie", "404", send=TIE),
    Row("POST threads.ties.create", "idea_to_tie", "422", send={}),
    Row("DELETE threads.ties.destroy", "tied", "403 owner=303 governance=303"),
    Row("DELETE threads.ties.destroy", "tied_in_a_hidden_space", "404 owner=303"),
]
# fmt: on
