"""Who is named in a text: `[@Ane Etxebarria](/people/42)` is a plain link, and a mention."""

import re

from app.core.db import HIGHEST

MOST = 30  # in one text: whoever is to hear of more names a space or a tag

_link = re.compile(r'<a href="/people/([1-9][0-9]{0,9})"[^>]*>@')


def mentioned(html: str) -> list[int]:
    """The numbers of the people a rendered text names, the first first, each once."""
    found = dict.fromkeys(int(number) for number in _link.findall(html))
    return [number for number in found if number <= HIGHEST][:MOST]
