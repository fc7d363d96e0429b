"""The minutes as Markdown: a file for an archive, and the beginning of a post."""

import html
import re

from app.committee import wording
from app.committee.minutes import Minutes
from app.committee.queries import Line
from app.core.i18n import date, gettext

# What Markdown would take for its own, in titles and words that are anybody's: anywhere in a line,
# of HTML, and where a line begins. Whoever edits the text reads the rest as it is.
MARKS = re.compile(r"([\\`*_\[\]#])")
LEADING = re.compile(r"^(?:[-+=~|:]|\d+[.)])")


def article(minutes: Minutes) -> str:
    """For everybody: what became of which idea and why. Nobody's name is in it but the ideas'."""
    parts = [
        gettext(
            "We looked at %(ideas)s on %(day)s. This is what became of them.",
            ideas=wording.counted(sum(line.is_open for line in minutes.talked)),
            day=date(minutes.sitting.held_on),
        )
    ]
    shown = (line for line in minutes.decided if line.is_open)  # the others are for few to read
    parts += [_entry(line, with_people=False) for line in shown]
    return "\n\n".join(parts) + "\n"


def written(minutes: Minutes) -> str:
    """All that the page of the minutes says."""
    sitting = minutes.sitting
    present = ", ".join(escaped(one.name) for one in minutes.present)
    head = [
        f"# {escaped(sitting.title)}",
        "\n".join(
            [
                f"- **{gettext('Day')}**: {date(sitting.held_on)}",
                f"- **{gettext('Chair')}**: {escaped(sitting.chair.name if sitting.chair else '')}",
                f"- **{gettext('In attendance')}** ({len(minutes.present)}): {present}",
                f"- **{gettext('Quorum')}**: {sitting.quorum}, {_reached(minutes)}",
                f"- **{gettext('It took')}**: {wording.lasted(minutes.took)}",
            ]
        ),
    ]
    parts = [*head]
    for title, lines in (
        (gettext("What was decided"), minutes.decided),
        (gettext("Asked for a detail"), minutes.asked),
        (gettext("Parked for another session"), minutes.parked),
        (gettext("Not reached"), minutes.unseen),
    ):
        if lines:
            parts += [f"## {title}", *(_entry(line, with_people=True) for line in lines)]
    if sitting.note:
        parts += [f"## {gettext('What else was said or agreed')}", escaped(sitting.note)]
    return "\n\n".join(parts) + "\n"


def escaped(words: str) -> str:
    """As it stands, whatever Markdown would make of it; a line break ends a line."""
    lines = (one.strip() for one in words.splitlines())
    return "  \n".join(_escaped_line(one) for one in lines if one)


def _escaped_line(words: str) -> str:
    head, rest = "", words
    if leads := LEADING.match(words):
        at = leads.end() - 1  # of the sign that would begin a list, a table, a heading
        head, rest = f"{words[:at]}&#{ord(words[at])};", words[at + 1 :]
    return head + html.escape(MARKS.sub(r"\\\1", rest), quote=False)


def _entry(line: Line, *, with_people: bool) -> str:
    said = [f"### {escaped(line.title)}"]
    if line.settled_at and line.is_decided:
        said.append(f"**{escaped(wording.what(line))}**")
    said += [escaped(one) for one in wording.why(line, with_words=with_people)]
    if with_people:
        who = [
            (gettext("Who carries it"), escaped(line.owner or "")),
            (gettext("Until when"), date(line.until) if line.until else ""),
            (gettext("Decided by"), escaped(line.by or "") if line.is_decided else ""),
        ]
        said.append("\n".join(f"- {name}: {value}" for name, value in who if value))
    return "\n\n".join(one for one in said if one)


def _reached(minutes: Minutes) -> str:
    return gettext("reached") if minutes.is_quorate else gettext("not reached")
