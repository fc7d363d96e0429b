"""Who may trust whom with what: every role, towards every role, for oneself and for another."""

from dataclasses import dataclass
from itertools import product

import pytest

from app.people import policy
from app.people.models import Role

A, G, L, H, M = Role.AMBASSADOR, Role.GOVERNANCE, Role.LISTENER, Role.HR, Role.ADMIN
NOBODY = None  # an employee, trusted with nothing more


@dataclass(frozen=True)
class Someone:
    id: int = 1
    roles: frozenset = frozenset()
    is_active: bool = True

    def __getattr__(self, name):
        return Role(name.removeprefix("is_")) in self.roles


@dataclass(frozen=True)
class Proposal:
    role: Role
    person_id: int = 2
    proposed_by: int = 3


def someone(role, number=1, *, active=True):
    return Someone(number, frozenset([role] if role else []), active)


OTHER = Someone(2)
EVERYBODY = [NOBODY, *Role]
every_pair = pytest.mark.parametrize("actor, role", list(product(EVERYBODY, Role)))

GRANTS = {(M, G), (M, M), (G, A)}
PROPOSES = {(M, H), (M, L)}
WITHDRAWS = {(M, G), (M, M), (M, H), (M, L), (G, A)}


@every_pair
def test_who_grants_and_who_proposes(actor, role):
    person = someone(actor)

    assert policy.grant(person, OTHER, role) == ((actor, role) in GRANTS)
    assert policy.propose(person, OTHER, role) == ((actor, role) in PROPOSES)


@every_pair
def test_nobody_gives_anything_to_themselves_or_to_a_closed_account(actor, role):
    for other in (someone(actor), Someone(2, is_active=False)):
        assert not policy.grant(someone(actor), other, role)
        assert not policy.propose(someone(actor), other, role)


@every_pair
def test_who_takes_away(actor, role):
    expected = (actor, role) in WITHDRAWS

    assert policy.withdraw(someone(actor), OTHER, role, False) == expected
    assert policy.withdraw(someone(actor), OTHER, role, True) == (expected and role is not M)


@every_pair
def test_everybody_may_lay_their_own_down_but_the_last_administrator(actor, role):
    person = someone(actor)

    assert policy.withdraw(person, person, role, False)
    assert policy.withdraw(person, person, role, True) == (role is not M)


@pytest.mark.parametrize("actor, role, is_held", list(product(EVERYBODY, [H, L], [True, False])))
def test_whoever_holds_the_role_agrees_or_of_the_first_holder_an_administrator(
    actor, role, is_held
):
    may = actor is role if is_held else actor is M

    assert policy.settle(someone(actor), Proposal(role), is_held) == may


@pytest.mark.parametrize("actor, role, is_held", list(product(EVERYBODY, [H, L], [True, False])))
def test_neither_who_proposed_nor_who_is_proposed_agrees(actor, role, is_held):
    holds_both = frozenset({role, M} | ({actor} if actor else set()))
    for number in (2, 3):
        assert not policy.settle(Someone(number, holds_both), Proposal(role), is_held)


@pytest.mark.parametrize("actor", EVERYBODY)
def test_only_who_proposed_takes_it_back(actor):
    assert policy.take_back(someone(actor, 3), Proposal(H))
    assert not policy.take_back(someone(actor, 1), Proposal(H))
    assert not policy.take_back(someone(actor, 2), Proposal(H))


@pytest.mark.parametrize("actor", EVERYBODY)
def test_who_looks_after_accounts(actor):
    person = someone(actor)

    assert policy.administer(person) == (actor is M)
    assert policy.close(person, OTHER) == (actor is M)
    assert not policy.close(person, person)
    assert policy.look_after(person) == (actor in (M, G))
    assert policy.look_at(person, OTHER) == (actor in (M, G))
    assert policy.look_at(person, person) == (actor is not NOBODY)


@every_pair
def test_a_closed_account_decides_nothing_any_more(actor, role):
    gone = someone(actor, active=False)

    assert not policy.grant(gone, OTHER, role) and not policy.propose(gone, OTHER, role)
    assert not policy.withdraw(gone, OTHER, role, False)
    assert not policy.withdraw(gone, gone, role, False)
    assert not policy.settle(gone, Proposal(role), True)
    assert not policy.close(gone, OTHER) and not policy.look_after(gone)
