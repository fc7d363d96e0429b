"""People's Markdown to safe HTML: when it is saved or previewed, never when it is read.

The only module that may turn people's text into Markup. Store `Rendered.html` together with
its `version`, and show it with `safe()`.
"""

from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from . import process
from .reading import bare, excerpt, lines, pictures, plain

__all__ = [
    "LONGEST",
    "VERSION",
    "Reason",
    "Refused",
    "Rendered",
    "bare",
    "excerpt",
    "lines",
    "pictures",
    "plain",
    "render",
    "safe",
]

VERSION = 1  # one more whenever the same text becomes other HTML
LONGEST = 100_000  # characters
EXCERPT = 200  # characters
DEADLINE = 0.8  # seconds, of the one that a person may wait


class Reason(StrEnum):
    TOO_LONG = "too_long"
    TOO_DEEP = "too_deep"
    TOO_MANY_BRACKETS = "too_many_brackets"
    TOO_SLOW = "too_slow"
    BROKEN = "broken"  # the renderer failed: no fault of the writer's
    BUSY = "busy"  # too many were saving at once: the same text may pass a moment later


class Refused(ValueError):
    """The text was not rendered. It is the writer's still: keep it, and say why at its field."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Rendered:
    """A text made ready outside any transaction: what is stored of it beside itself."""

    html: str
    excerpt: str  # how it begins, EXCERPT characters at most
    words: int
    version: int = VERSION


def render(text: str, *, seconds: float = DEADLINE) -> Rendered:
    """The safe HTML of a text, within `seconds` of rendering; raises Refused.

    Slow: finish it before writing begins.
    """
    if len(text) > LONGEST:
        raise Refused(Reason.TOO_LONG)
    try:
        answer = process.ask(text, seconds=seconds)
    except process.Late:
        raise Refused(Reason.TOO_SLOW) from None
    except process.Died:
        raise Refused(Reason.BROKEN) from None
    except process.Busy:
        raise Refused(Reason.BUSY) from None
    if "refused" in answer:
        raise Refused(Reason(answer["refused"]))
    html = answer["html"]
    return Rendered(html, excerpt(html, EXCERPT), len(plain(html, len(html)).split()))


def safe(html: str) -> Markup:
    """HTML that `render` made, as it was stored, for a template to show as it is."""
    return Markup(html)
