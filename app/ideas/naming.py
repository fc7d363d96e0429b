"""Whom and what a row of a table names, found in the house: areas and reasons, terms, people."""

from app.catalogue import queries as catalogue
from app.catalogue.models import Kind
from app.core.fields import slug
from app.core.i18n import N_, gettext, speaking
from app.core.remarks import Remark, remark
from app.ideas.choices import REFUSE, chosen
from app.ideas.models import Decision, Verdict
from app.ideas.slips import Slip
from app.imports.cells import Named
from app.imports.mapping import Setup

NO_AREA = N_("There is no area called %(area)s.")
NO_AREA_KEPT = N_("There is no area called %(area)s: it comes in without one.")
NO_REASON = N_("There is no reason: a no always has one.")
NO_REASON_CALLED = N_("There is no reason called %(reason)s.")
NO_RESULT = N_("It does not say what came of it.")
NOT_SAID = N_("The table from which it came does not say it.")
HOUSE = "es"
NO_OWNER = N_("Nobody here is %(owner)s: it comes in without an owner.")
SEVERAL_OWNERS = N_("Several people are called %(owner)s: it comes in without an owner.")
NOBODY = N_("Nobody here is %(author)s: the name stands on it, and nobody is told of it.")
SEVERAL = N_(
    "Several people are called %(author)s: the name stands on it, and nobody is told of it."
)
NO_ADDRESS = N_(
    "Nobody here has the address %(address)s: the name %(author)s stands on it, "
    "and nobody is told of it."
)
NO_TERM = N_("There is nothing called %(term)s in the catalogues: it is left out.")

CARRIED = sorted(frozenset(Kind) - {Kind.AREAS, Kind.REASONS})  # beside tags


class Terms:
    """The catalogues, each term by each of its names: also what is no longer offered, by what
    speaks for it.
    """

    def __init__(self) -> None:
        rows = catalogue.every_term()
        self._found: dict[tuple[Kind, str], int] = {}
        self.names = {row.id: row.name for row in rows}
        for row in rows:
            for name in (row.name, row.name_eu, row.name_en, row.name_pt, row.slug):
                if slug(name):
                    self._found.setdefault((row.kind, slug(name)), row.speaks_as)

    def named(self, words: str, *kinds: Kind) -> int | None:
        found = (self._found.get((kind, slug(words))) for kind in kinds)
        return next((number for number in found if number), None)

    def decision(
        self, slip: Slip, setup: Setup, remarks: list[Remark]
    ) -> tuple[Decision, Remark | None]:
        """What was decided; and where it lacks what it has to say, why it cannot come in."""
        verdict, lacks = slip.answer.verdict, None
        area = self.named(slip.answer.area, Kind.AREAS) if slip.answer.area else None
        if slip.answer.area and area is None:
            if chosen(setup, "areas") == REFUSE:
                lacks = remark(NO_AREA, area=slip.answer.area)
            remarks.append(remark(NO_AREA_KEPT, area=slip.answer.area))
        reason = self._reason(slip, setup) if verdict is Verdict.DECLINED else None
        if verdict is Verdict.DECLINED and reason is None:
            said = slip.reason
            lacks = remark(NO_REASON_CALLED, reason=said) if said else remark(NO_REASON)
        result = slip.result
        if verdict is Verdict.DONE and not result:
            with speaking(HOUSE):  # it stays, whoever brings it in
                result = gettext(NOT_SAID)
            if chosen(setup, "results") == REFUSE:
                lacks = remark(NO_RESULT)
        decision = Decision(
            verdict=verdict,
            area_id=area,
            target=slip.answer.target,
            reason_id=reason,
            words=slip.words,
            reconsider=slip.reconsider,
            result=result,
        )
        return decision, lacks

    def _reason(self, slip: Slip, setup: Setup) -> int | None:
        """What the row says, else what was said for all of them."""
        if slip.reason and (found := self.named(slip.reason, Kind.REASONS)):
            return found
        otherwise = chosen(setup, "reasons")
        number = int(otherwise) if otherwise.isdigit() else 0
        return number if number in self.names else None

    def carried(self, slip: Slip, remarks: list[Remark]) -> list[int]:
        """What it carries beside its tags. What is not in the catalogues is left out."""
        found = {one: self.named(one, *CARRIED) for one in slip.terms}
        remarks += [remark(NO_TERM, term=one) for one, number in found.items() if not number]
        return [number for number in found.values() if number]


def author_of(slip: Slip, people: Named, remarks: list[Remark]) -> tuple[int | None, str | None]:
    """Somebody here, by email, or by name where there is no email; or words, which may be none.
    Everybody reads them: of an address they are what stands before its «@».
    """
    address, name = slip.author_email, slip.author
    found = people.numbers(address or name) if address or name else []
    if len(found) == 1:
        return found[0], None
    credited = name or address.partition("@")[0]
    if address and name and people.numbers(name):
        remarks.append(remark(NO_ADDRESS, address=address, author=name))
    elif credited:
        remarks.append(remark(SEVERAL if found else NOBODY, author=credited))
    return None, credited


def owner_of(slip: Slip, people: Named, remarks: list[Remark]) -> int | None:
    """Somebody here who carries it."""
    if not slip.owner:
        return None
    numbers = people.numbers(slip.owner)
    if len(numbers) != 1:
        remarks.append(remark(SEVERAL_OWNERS if numbers else NO_OWNER, owner=slip.owner))
        return None
    return numbers[0]
