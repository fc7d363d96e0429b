"""What there is to read about the strategy, in the language of whoever reads."""

from typing import Any

from app.catalogue import queries
from app.core.fragments import rows
from app.core.i18n import language


def reading_of(about: str) -> Any:
    """The text, in the house's own language where nobody has written it in the reader's; or
    nothing. Nobody may see more of it than another, so it is read once for all.
    """
    spoken = language()
    found = rows(
        "catalogue.editorial", about, spoken, read=lambda: queries.editorial(about, spoken)
    )
    return found[0] if found else None
