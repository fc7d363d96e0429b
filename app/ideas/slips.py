"""A row of a table, understood as an idea and what was decided of it; or a sentence about why it
cannot be. Nothing is looked up in the house: whom and what it names stays words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.catalogue.naming import tags
from app.core.fields import folded, line, words
from app.core.i18n import N_
from app.core.markdown import LONGEST
from app.core.remarks import Remark, Unreadable, remark
from app.core.tables import as_it_was
from app.ideas import elsewhere, sides, triage
from app.ideas.choices import ALWAYS, AUTO, NEW, SHARE, chosen
from app.ideas.columns import is_ours
from app.ideas.models import (
    LONGEST_AUDIENCE,
    LONGEST_CREDIT,
    LONGEST_TITLE,
    LONGEST_WORDS,
    Verdict,
)
from app.ideas.models import IdeaKind as Kind
from app.ideas.sides import Sides
from app.ideas.triage import Answer
from app.imports.bodies import is_html
from app.imports.cells import LONGEST_NAME, TOO_LONG, language
from app.imports.mapping import Said, Setup

NO_TITLE = N_("There is no title.")
UNKNOWN_ANSWER = N_("Nobody here knows what this answer means: %(said)s")
KEPT_AS_NEW = N_("Nobody here knows what this answer means, and it comes in as new: %(said)s")
LONGEST_BODY = 3 * LONGEST  # of HTML, of which the half is not said
BETWEEN_TERMS = " | "
SAME = frozenset({folded(triage.THE_SAME), "ditto", "〃", "″", '"'})
LONGEST_SAME = max(map(len, SAME)) + 1  # an accent may be a sign of its own
IS_SO = frozenset({"1", "x", "si", "yes", "bai", "sim", "true", "verdadero"})


@dataclass(frozen=True, kw_only=True)
class Slip:
    """What a row says."""

    line: int
    title: str
    answer: Answer
    kind: Kind
    is_html: bool  # its longer texts
    text: str = ""
    change: str = ""
    audience: str = ""
    reason: str = ""
    reconsider: str = ""
    result: str = ""
    words: str = ""
    reply: str = ""  # the official answer: its column is `answer`
    group: str = ""
    analysis: str = ""
    supports: int = 0
    value: int | None = None
    reach: int | None = None
    effort: int | None = None
    owner: str = ""
    target_on: date | None = None
    author: str = ""
    author_email: str = ""
    is_customers: bool = False
    tags: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    language: str = ""
    proposed_on: date | None = None
    since: date | None = None
    remarks: Sequence[Remark] = ()  # what is left out of it

    @property
    def together(self) -> tuple[str, str] | None:
        """The group it is in, by what that is called and says."""
        return (self.group, self.analysis) if self.group else None


def joined(said: Iterator[Said], setup: Setup) -> Iterator[Said]:
    """Every row with what it shares: rows whose description is one cell, or «ídem», are a group.
    It is called like its first idea, where the table has no name for it.
    """
    shares = "text" in setup.mapping and chosen(setup, "empties") == SHARE
    run: list[Said] = []
    over = ""  # what stands above the first idea, for one that says it is the same
    for one in said:
        cell = one.cells.get("text", "").strip()
        if not _is_idea(one):  # it shares nothing and parts nobody
            run.append(one)
            over = cell or over
            continue
        is_same = "text" in one.above or _is_the_same(cell)
        first = next(filter(_is_idea, run), None)
        if first and (is_same or (shares and not cell)):
            one.cells["text"] = first.cells.get("text", "")
        else:
            yield from _one(run)
            run = []
            if not first and over and _is_the_same(cell):
                one.cells["text"] = over
        run.append(one)
    yield from _one(run)


def _is_idea(said: Said) -> bool:
    return bool(said.cells.get("title", "").strip())


def _is_the_same(cell: str) -> bool:
    return len(cell) <= LONGEST_SAME and folded(cell) in SAME


def _one(run: list[Said]) -> list[Said]:
    ideas = [one for one in run if _is_idea(one)]
    if len(ideas) > 1:
        for one in ideas:
            if not one.cells.get("group", "").strip():
                one.cells["group"] = ideas[0].cells.get("title", "")
                one.cells["analysis"] = ideas[0].cells.get("text", "")
    return run


def understood_all(said: Sequence[Said], setup: Setup) -> tuple[list[Slip], dict[int, Remark]]:
    """The rows that can be understood, and why the others cannot, by their lines."""
    slips, refused = [], dict[int, Remark]()
    for one in said:
        try:
            slips.append(understood(one, setup))
        except Unreadable as why:
            refused[one.line] = why.reason
    return slips, refused


def understood(said: Said, setup: Setup) -> Slip:
    """What a row of the table says. Raises Unreadable."""
    cells = {name: as_it_was(cell, form=setup.form) for name, cell in said.cells.items()}
    on_one_line = {name: line(cell) for name, cell in cells.items() if name not in IN_LINES}
    from_a_page = _are_html(setup)
    title = on_one_line.get("title", "")
    if from_a_page:
        title = line(sides.letters(title))
    if not title:
        raise Unreadable(remark(NO_TITLE))
    beside = Sides(on_one_line, setup)
    answer = _answer(on_one_line, setup, beside)
    texts = {name: words(cells.get(COLUMN.get(name, name))) for name in LONG}
    html = from_a_page and any(is_html(one) or sides.is_escaped(one) for one in texts.values())
    author, address = sides.somebody(on_one_line.get("author", ""))
    named, author_email = sides.somebody(on_one_line.get("author_email", ""))
    owner, owner_email = sides.somebody(on_one_line.get("owner", ""))
    slip = Slip(
        line=said.line,
        title=title,
        answer=answer,
        kind=beside.read("kind", sides.kind) or Kind.IMPROVE,
        is_html=html,
        **texts,
        audience=on_one_line.get("audience", ""),
        reason=on_one_line.get("reason", "") or answer.beside("reason"),
        **{name: _letters(cells.get(name), from_a_page) or answer.beside(name) for name in SAID},
        group=on_one_line.get("group", "")[:LONGEST_TITLE].strip(),
        supports=beside.read("supports", sides.supports) or 0,
        value=beside.read("value", sides.place),
        reach=beside.read("reach", sides.place),
        effort=beside.read("effort", sides.place),
        owner=sides.somebody(on_one_line.get("owner_email", ""))[1] or owner_email or owner,
        target_on=beside.day("target_on"),
        author=author or named,
        author_email=author_email or address,
        is_customers=folded(on_one_line.get("customer", "")) in IS_SO,
        tags=tuple(tags(on_one_line.get("tags", ""))),
        terms=tuple(one for one in on_one_line.get("terms", "").split(BETWEEN_TERMS) if one),
        language=beside.read("language", language) or "",
        proposed_on=beside.day("proposed_on"),
        since=beside.day("since"),
        remarks=beside.remarks,
    )
    for name, most in LIMITS.items():
        most = LONGEST_BODY if html and name in LONG else most
        if len(getattr(slip, name)) > most:
            raise Unreadable(remark(TOO_LONG, what=line(getattr(slip, name)[:30]), most=most))
    if len(answer.area) > LONGEST_NAME:
        raise Unreadable(remark(TOO_LONG, what=answer.area[:30], most=LONGEST_NAME))
    return slip


def _answer(cells: Mapping[str, str], setup: Setup, beside: Sides) -> Answer:
    """What was decided; its area and its year also stand in columns of their own."""
    said = cells.get("verdict", "")
    answer = elsewhere.understood(said)
    if answer is None:
        if chosen(setup, "states") != NEW:
            raise Unreadable(remark(UNKNOWN_ANSWER, said=said))
        beside.remarks.append(remark(KEPT_AS_NEW, said=said))
        answer = Answer(Verdict.NEW)
    target = beside.read("target", sides.year)
    area = answer.area or cells.get("area", "")
    return answer._replace(area=area, target=answer.target or target)


LONG = ("text", "change", "reply", "analysis")
SAID = ("reconsider", "result", "words")
COLUMN = {"reply": "answer"}
IN_LINES = {*(COLUMN.get(name, name) for name in LONG), *SAID}
LIMITS = {
    "title": LONGEST_TITLE,
    **dict.fromkeys(LONG, LONGEST),
    "audience": LONGEST_AUDIENCE,
    "reason": LONGEST_NAME,
    "reconsider": LONGEST_WORDS,
    "result": LONGEST_WORDS,
    "words": LONGEST_WORDS,
    "owner": LONGEST_NAME,
    "author": LONGEST_CREDIT,
    "author_email": LONGEST_CREDIT,
}


def _are_html(setup: Setup) -> bool:
    said = chosen(setup, "bodies")
    return said == ALWAYS or (said == AUTO and not is_ours(setup))


def _letters(text: str | None, from_a_page: bool) -> str:
    return words(sides.letters(text) if text and from_a_page else text)
