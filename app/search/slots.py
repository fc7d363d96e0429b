"""What searching draws into other pages: the box in the frame of every page."""

from app.core.fragments import piece


def box() -> str:
    """On a desk; `/` leads there."""
    return piece("search/_box.html")


def way() -> str:
    """On a phone, where there is room for a sign."""
    return piece("search/_way.html")
