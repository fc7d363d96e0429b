"""What one fills in about words: tags and terms on a thing, and the catalogues themselves."""

from app.catalogue.forms.choosing import TermsField
from app.catalogue.forms.tags import MOST, TagForm, TagsField
from app.catalogue.forms.terms import IntoForm, NewTermForm, PlaceForm, TermChangeForm, TermForm

__all__ = [
    "MOST",
    "IntoForm",
    "NewTermForm",
    "PlaceForm",
    "TagForm",
    "TagsField",
    "TermChangeForm",
    "TermForm",
    "TermsField",
]
