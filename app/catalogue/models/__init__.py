"""Tags, terms of the governed catalogues, and what carries them."""

from app.catalogue.models.editorial import Editorial
from app.catalogue.models.merged import IntoItself, Merged, NotOffered
from app.catalogue.models.tag import LONGEST, Tag, Tagging
from app.catalogue.models.term import (
    CHOSEN,
    LONGEST_LEAD,
    LONGEST_NAME,
    Kind,
    Term,
    TermTagging,
)

__all__ = [
    "CHOSEN",
    "LONGEST",
    "LONGEST_LEAD",
    "LONGEST_NAME",
    "Editorial",
    "IntoItself",
    "Kind",
    "Merged",
    "NotOffered",
    "Tag",
    "Tagging",
    "Term",
    "TermTagging",
]
