"""Tags and terms, as whoever works on any subject knows them."""

from app.catalogue import queries
from app.catalogue.models import Editorial, Tag, Term
from app.facts.subjects import Subject, register

register(
    Subject(
        kind="tag",
        model=Tag,
        title=Tag.name,
        visible_to=queries.seen_tags,
        card="catalogue/tags/_card.html",
        endpoint="catalogue.tags.by_number",
        may_follow=True,
    )
)
register(
    Subject(
        kind="term",
        model=Term,
        title=Term.name,
        visible_to=queries.visible_terms,
        card="catalogue/terms/_card.html",
        endpoint="catalogue.terms.by_number",
        may_follow=True,
    )
)
register(
    Subject(
        kind="editorial",
        model=Editorial,
        title=Editorial.title,
        visible_to=queries.visible_editorials,
        card="catalogue/editorials/_card.html",
        endpoint="catalogue.editorials.by_number",
    )
)
