"""Ready-made records. A test names only what it is about; the rest is unremarkable."""

from tests.factories.blog import make_post
from tests.factories.conversation import make_comment
from tests.factories.people import PASSWORD, make_location, make_person, make_unit

__all__ = ["PASSWORD", "make_comment", "make_location", "make_person", "make_post", "make_unit"]
