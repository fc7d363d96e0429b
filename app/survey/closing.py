"""Closing a wave: what lies sealed is opened, shuffled and written anew, the groups get their
figures, and then the key dies. By the worker; killed at any point, it is begun again.

What nobody may link is never written in one transaction, nor in an order that says anything:
ballots are shuffled, remarks are shuffled on their own, and each few are a transaction by
themselves. Until the very end the sealed answers are the truth, and what was half written goes.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import SystemRandom
from typing import Any

from app.core import outbox
from app.core.db import db, leave, writing
from app.core.i18n import N_
from app.people import queries as people
from app.people.models import Role
from app.survey import grouping, keys, queries, reckoning, scrubbing, sealing
from app.survey.comparing import Before
from app.survey.models import LONGEST_REMARK, Ballot, Group, Remark, Sealed, Wave, WaveState
from app.survey.moving import moved
from app.survey.reckoning import Outcome
from app.survey.stopping import CLOSING
from app.survey.tallying import Questions, Tally, summed, tallies
from app.survey.tiers import Tier, tiers

AT_ONCE = 500  # rows in a transaction
PATIENCE = 6  # attempts, about an hour: a folder of keys that is not mounted may come back

Row = dict[str, Any]


class Disturbed(Exception):
    """Somebody else was counting the same wave: it is begun again."""


@outbox.handles(CLOSING, N_("Counting a survey"))
def count(errand: outbox.Errand) -> None:
    close(errand.payload["wave"], may_wait=errand.attempts < PATIENCE)


def close(number: int, *, may_wait: bool = False) -> None:
    """Count a wave that takes no more answers, and leave nothing behind that could be linked.
    One that is counted already is only tidied up.

    Without its key nothing can be read, and it closes with its counts alone. Raises keys.KeyLost
    where it `may_wait` for that key; Disturbed.
    """
    if _state(number) is WaveState.COUNTING:
        counted = _counted(number, may_wait)
        _write_anew(number, counted)
        _settle(number, counted)
    if _state(number) in queries.COUNTED:
        tidy_up(number)


def tidy_up(number: int) -> None:
    """After a wave was counted: receipts and what lay sealed go, then the key, and then whatever
    the files of the database still hold of either. May be done again.
    """
    scrubbing.empty(number)
    keys.destroy(queries.key_name_of(number))
    leave()
    scrubbing.scrub(*scrubbing.PILES, Ballot, Remark)


def close_unread(number: int) -> None:
    """With its counts alone, whether it was stopped or not: nobody can read what lies there.

    In `writing()`, and before anybody else comes in: all of it at once.
    """
    wave = queries.held(number)
    if wave.is_open:
        wave.stop(by=None)
    groups, unread = queries.groups_of(number), queries.size(Sealed, number)
    for pile in (Ballot, Remark):
        _drop(pile, number)
    leave_nothing_sealed(number)
    _write(reckoning.outcomes(groups, Questions.of(wave.items), {}, wave, {}))
    wave.close(answered=unread, unread=unread, people=people.holders(Role.HR))


def leave_nothing_sealed(number: int) -> None:
    """In `writing()`: neither a receipt nor a sealed answer of a wave."""
    for pile in scrubbing.PILES:
        _drop(pile, number)


@dataclass
class _Counted:
    """What came out of the sealed pile, with no trace of the order it lay in."""

    ballots: list[Row] = field(default_factory=list)
    remarks: list[Row] = field(default_factory=list)
    unread: int = 0
    outcomes: dict[int, Outcome] = field(default_factory=dict)


def _state(number: int) -> WaveState | None:
    state = queries.state_of(number)
    leave()
    return state


def _counted(number: int, may_wait: bool) -> _Counted:
    """In a plain read, from which nothing is held when it ends."""
    wave = db.session.get_one(Wave, number)
    groups, questions = queries.groups_of(number), Questions.of(wave.items)
    counted, remarks = _Counted(), []
    written = {group.written_under_id for group in groups}
    for one in _opened(wave, may_wait):
        if one is None or one.group not in written:
            counted.unread += 1
            continue
        counted.ballots.append(_ballot(number, one.group, questions.understood(one.answers)))
        if text := one.remark.strip():
            remarks.append((one.group, text))
    tally = tallies(questions, ((row["group_id"], row["answers"]) for row in counted.ballots))
    counted.remarks = [
        {"wave_id": number, "group_id": group, "text": text[:LONGEST_REMARK]}
        for group, text in _placed(remarks, wave, groups, tally)
    ]
    counted.outcomes = reckoning.outcomes(groups, questions, tally, wave, _before(wave, groups))
    leave()
    for pile in (counted.ballots, counted.remarks):
        SystemRandom().shuffle(pile)
    return counted


def _opened(wave: Wave, may_wait: bool) -> Iterator[sealing.Answered | None]:
    """What was answered; nothing for each that cannot be read."""
    try:
        key = keys.read(wave.key_name)
    except keys.KeyLost:
        if may_wait:
            raise
        key = None
    for sealed in queries.sealed_of(wave.id):
        try:
            yield sealing.unseal(key, sealed) if key else None
        except sealing.Illegible:
            yield None


def _ballot(number: int, group: int, answers: Row) -> Row:
    return {"wave_id": number, "group_id": group, "answers": answers}


def _placed(
    remarks: list[tuple[int, str]], wave: Wave, groups: list[Group], tally: dict[int, Tally]
) -> Iterator[tuple[int, str]]:
    """Each remark with the group it is shown in: one of the first level that is told of in
    detail, or else the whole; none where not even that is.
    """
    tree = grouping.tree(
        {group.id: group.parent_id for group in groups},
        {key: one.n for key, one in tally.items()},
    )
    seen = tiers(tree, wave)
    detailed = {key for key, tier in seen.items() if tier is not Tier.SCORE}
    first = {one.key: part.key for part in tree.below for one in part}
    for group, text in remarks:
        place = first.get(group, tree.key)
        place = place if place in detailed else tree.key
        if place in detailed:
            yield place, text


def _before(wave: Wave, groups: Sequence[Group]) -> dict[int, Before]:
    """The wave before, as far as its groups are there again and its answers still are."""
    then = db.session.get(Wave, wave.previous_id) if wave.previous_id else None
    if then is None or then.erased_at is not None:
        return {}
    questions, theirs = Questions.of(then.items), queries.groups_of(then.id)
    direct = tallies(questions, queries.ballots_of(then.id))
    sums = summed(grouping.tree({one.id: one.parent_id for one in theirs}, {}), direct)
    changed = moved(
        groups,
        theirs,
        now=queries.invited_by_group(wave.id),
        before=queries.invited_by_group(then.id),
        both=queries.invited_to_both(wave.id, then.id),
    )
    return {
        pair.now: Before(questions, sums[pair.before.id], pair.before.figures, pair.people)
        for pair in changed
        if pair.before.figures
    }


def _write_anew(number: int, counted: _Counted) -> None:
    """Half of it may be there from another time."""
    for pile, rows in ((Ballot, counted.ballots), (Remark, counted.remarks)):
        more = True
        while more:
            with _counting(number):
                more = queries.drop_some(pile, number)
        for start in range(0, len(rows), AT_ONCE):
            with _counting(number):
                queries.add(pile, rows[start : start + AT_ONCE])


def _settle(number: int, counted: _Counted) -> None:
    """The one moment in which it closes, and everything is there or nothing."""
    with _counting(number, shown=True) as wave:
        piles = ((Ballot, counted.ballots), (Remark, counted.remarks))
        if any(queries.size(pile, number) != len(rows) for pile, rows in piles):
            raise Disturbed
        _write(counted.outcomes)
        wave.close(
            answered=len(counted.ballots) + counted.unread,
            unread=counted.unread,
            people=people.holders(Role.HR),
        )


def _write(outcomes: dict[int, Outcome]) -> None:
    queries.write_outcomes(
        [{"id": key, "hidden": one.hidden, "figures": one.figures} for key, one in outcomes.items()]
    )


def _drop(pile: Any, number: int) -> None:
    while queries.drop_some(pile, number):
        pass


@contextmanager
def _counting(number: int, *, shown: bool = False) -> Iterator[Wave]:
    """`writing()` about a wave, which nobody else closes until this is in. Raises Disturbed."""
    with writing(shown=shown):
        wave = queries.held(number)
        if wave.state is not WaveState.COUNTING:
            raise Disturbed
        yield wave
