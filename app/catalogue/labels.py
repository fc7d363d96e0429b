"""The tags and terms a thing carries, as its page shows them."""

from typing import Any

from app.catalogue import queries
from app.catalogue.speaking import ONE, told
from app.core.fragments import rows


def labels(kind: str, number: int) -> dict[str, Any]:
    """`tags`, and `terms` by what one of their catalogue is called. Read once until something is
    decided: they are the same for everybody who sees the thing.
    """
    tags, given = rows(f"{kind}.labels", number, read=lambda: queries.labels_of(kind, number))
    terms: dict[str, list[Any]] = {}
    for term in map(told, given):
        terms.setdefault(ONE[term.kind], []).append(term)
    return {"tags": tags, "terms": terms}
