"""What moderation draws into others' pages: the way to say that something should not stand here."""

from app.core.fragments import piece


def report(kind: str, number: int) -> str:
    """The same for everybody: whether it is one's own, the page behind it knows."""
    return piece("moderation/reports/_way.html", kind, number, kind=kind, number=number)


def why(kind: str, number: int) -> str:
    """From what is hidden to the reason, for its author and whoever keeps order."""
    return piece("moderation/reports/_why.html", kind, number, kind=kind, number=number)
