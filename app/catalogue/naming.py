"""The tags that a cell of a table names."""

from app.catalogue.forms.tags import MOST
from app.catalogue.models import LONGEST
from app.core.fields import slug
from app.core.i18n import N_
from app.core.remarks import Unreadable, remark

TOO_MANY_TAGS = N_("Up to %(n)s tags: leave out the least useful.")
LONG_TAG = N_("“%(tag)s” is too long: up to %(n)s letters.")
NO_TAG = N_("“%(tag)s” needs a letter or a number.")


def tags(said: str) -> list[str]:
    """As the form of a thing understands them. Raises Unreadable."""
    given = [name.strip().lstrip("#").strip() for name in said.split(",")]
    found = list({slug(name) or name: name for name in given if name}.values())
    if len(found) > MOST:
        raise Unreadable(remark(TOO_MANY_TAGS, n=MOST))
    for name in found:
        if len(name) > LONGEST:
            raise Unreadable(remark(LONG_TAG, tag=name[:20] + "…", n=LONGEST))
        if not slug(name):
            raise Unreadable(remark(NO_TAG, tag=name))
    return found
