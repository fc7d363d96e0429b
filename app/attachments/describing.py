"""Finding the pictures of a text that say nothing to whoever cannot see them."""

from html.parser import HTMLParser


def undescribed(html: str) -> int:
    """How many pictures in rendered HTML lack words for what can be seen in them."""
    pictures = _Pictures()
    pictures.feed(html)
    pictures.close()
    return pictures.silent


class _Pictures(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img" and not (dict(attrs).get("alt") or "").strip():
            self.silent += 1
