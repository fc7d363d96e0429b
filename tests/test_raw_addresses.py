"""Addresses as nobody writes them: whatever is asked for is answered, and never with a 500."""

from itertools import cycle
from urllib.parse import quote_from_bytes

import pytest
from flask import url_for

from tests.odd import ODD_BYTES, doors, in_parts, odd_words
from tests.test_walk import scene

__all__ = ["scene"]

NO_NUMBERS = [
    "0",
    "-1",
    str(2**31),
    str(2**63),
    "9" * 400,
    "9" * 5000,
    "abc",
    "%00",
    "%FF",
    "%ED%A0%80",
    "²",
]
QUERIES = {
    "about",
    "after",
    "alt",
    "answer",
    "area",
    "author",
    "back",
    "before",
    "do",
    "form",
    "idea",
    "ideas",
    "item",
    "leading",
    "next",
    "outcome",
    "person",
    "place",
    "q",
    "quarter",
    "role",
    "seen",
    "speaks",
    "state",
    "step",
    "tab",
    "tag",
    "term",
    "timed",
    "topic",
    "unit",
    "up",
    "verdict",
    "way",
    "whom",
    "year",
}
pytestmark = pytest.mark.timeout(900)  # every door, a hundred times


def test_a_number_no_thing_can_have_leads_nowhere(app, scene):
    client = app.test_client().sign_in(scene.people["governance"])
    for rule in app.url_map.iter_rules():
        if "number" not in rule.arguments:
            continue
        path = rule.rule.replace("<any(thanks, idea, in, cheer):reaction>", "thanks")
        for kind in ("post", "planet", "%00") if "kind" in rule.arguments else ("",):
            for number in NO_NUMBERS:
                odd = path.replace("<int:number>", number).replace("<kind>", kind)
                for method in rule.methods - {"HEAD", "OPTIONS"}:
                    answer = client.open(odd, method=method)
                    told = {403, 404, 405} if odd.startswith("/admin/") else {404, 405}
                    assert answer.status_code in told, f"{answer.status_code} {method} {odd:.60}"


@in_parts
def test_an_address_nobody_would_write(app, scene, part):
    client = app.test_client().sign_in(scene.people["governance"])
    odd_ones = [*map(quote_from_bytes, [*map(str.encode, odd_words()), *ODD_BYTES, b"x" * 3000])]
    alone, in_turn = cycle((["draft"], ["tag"])), cycle(odd_ones)
    for row in doors("GET", part=part):
        path = url_for(row.endpoint, **scene.address(row.thing)).partition("?")[0]
        asked = [(QUERIES, odd) for odd in odd_ones]
        asked += [(next(alone), next(in_turn)) for _ in range(2)]
        for names, odd in asked:
            query = "&".join(f"{name}={odd}" for name in names)
            answer = client.get(f"{path}?{query}", buffered=True)
            assert answer.status_code < 500, f"{path}?{query:.60}"
