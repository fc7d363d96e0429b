# ruff: noqa: E501 (one door, one line)
"""Terms, editorials and tags."""

from tests.walk.base import SEEN, Row

READING = {
    "catalogue.overview.index",
    "catalogue.tags.index",
    "catalogue.tags.show",
    "catalogue.terms.index",
    "catalogue.terms.show",
}

# fmt: off
TABLE = [
    Row("GET catalogue.overview.index", "house", "200"),
    Row("GET catalogue.terms.index", "catalogue", "200"),
    Row("GET catalogue.terms.index", "no_catalogue", "404"),
    Row("GET catalogue.terms.show", "term_by_name", "200"),
    Row("GET catalogue.terms.show", "no_term", "404"),
    Row("GET catalogue.terms.by_number", "term", "302"),
    Row("GET catalogue.terms.new", "catalogue", "403 governance=200"),
    Row("POST catalogue.terms.create", "catalogue", "403 governance=303", "403 governance=422", send={"name": "A moment"}),
    Row("GET catalogue.terms.edit", "term", "403 governance=200"),
    Row("PUT catalogue.terms.update", "term", "403 governance=303", send={"name": "Another", "version": "1"}),
    Row("PUT catalogue.term_place.update", "term", "403 governance=303", "403 governance=200", send={"step": "1"}),
    Row("POST catalogue.term_retirement.create", "term", "403 governance=303"),
    Row("DELETE catalogue.term_retirement.destroy", "term", "403 governance=303"),
    Row("GET catalogue.term_merging.new", "term", "403 governance=200"),
    Row("POST catalogue.term_merging.create", "term", "403 governance=422"),
    Row("DELETE catalogue.term_merging.destroy", "term", "403 governance=303"),
    Row("GET catalogue.editorials.edit", "editorial", "403 governance=200"),
    Row("GET catalogue.editorials.edit", "no_editorial", "403 governance=404"),
    Row("PUT catalogue.editorials.update", "editorial", "403 governance=303", "403 governance=409", send={"title": "Moments", "text": "They *matter*.", "version": "0"}),
    Row("GET catalogue.editorials.by_number", "written_editorial", "302"),
    Row("GET catalogue.tags.index", "house", "200"),
    Row("GET catalogue.tags.show", "tag_by_name", "200"),
    Row("GET catalogue.tags.show", "hidden_tag_by_name", SEEN),
    Row("GET catalogue.tags.by_number", "tag", "302"),
    Row("GET catalogue.tags.by_number", "hidden_tag", "404 owner=302 governance=302"),
    Row("GET catalogue.tags.edit", "tag", "403 governance=200"),
    Row("GET catalogue.tags.edit", "hidden_tag", "404 owner=403 governance=200"),
    Row("PUT catalogue.tags.update", "tag", "403 governance=303", "403 governance=422", send={"name": "Another"}),
    Row("GET catalogue.tag_merging.new", "tag", "403 governance=200"),
    Row("POST catalogue.tag_merging.create", "tag", "403 governance=422"),
    Row("POST catalogue.tag_merging.create", "hidden_tag", "404 owner=403 governance=422"),
    Row("DELETE catalogue.tag_merging.destroy", "tag", "403 governance=303"),
]
# fmt: on
