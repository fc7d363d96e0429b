"""What people wrote: HR reads it, by pages, in an order that says nothing."""

import re
from html import unescape

import pytest

from tests.factories import make_person
from tests.factories.survey_results import counted_wave, figures, remark
from tests.survey.houses import TOLD, group, make_units


@pytest.fixture
def hr(app):
    return make_person("Rosa", "hr", unit_id=make_units()["Clinics"].id)


@pytest.fixture
def wave(hr):
    return counted_wave(TOLD, by=hr)


def read(answer):
    return [unescape(one) for one in re.findall(r"<blockquote.*?>(.*?)</blockquote>", answer.text)]


def test_they_are_read_by_pages_each_once(client, hr, wave):
    said = {f"Remark {number}" for number in range(120)}
    for one in sorted(said):
        remark(wave, one)
    client.sign_in(hr)

    answer = client.get(f"/survey/waves/{wave.id}/remarks")
    seen = read(answer)
    assert len(seen) == 50
    assert seen != sorted(seen)  # by random keys, not as they came
    while more := re.search(r'href="([^"]*)" rel="next"', answer.text):
        answer = client.get(unescape(more[1]))
        seen += read(answer)
    assert set(seen) == said and len(seen) == len(said)


def test_those_of_one_group_can_be_read_alone(client, hr, wave):
    clinics = group(wave, "Clinics").id
    remark(wave, "Of all")
    remark(wave, "Of clinics", clinics)
    client.sign_in(hr)

    path = f"/survey/waves/{wave.id}/remarks"
    assert set(read(client.get(path))) == {"Of all", "Of clinics"}
    assert read(client.get(f"{path}?group={clinics}")) == ["Of clinics"]
    assert read(client.get(f"{path}?group={2**31 - 2}")) == []
    assert client.get(f"{path}?group={2**70}&after=zz").status_code == 200


def test_those_of_another_wave_are_not_there(client, hr, wave):
    other = counted_wave(TOLD, by=hr, name="Spring")
    remark(other, "Another")
    theirs = group(other, "Everything").id
    client.sign_in(hr)
    assert read(client.get(f"/survey/waves/{wave.id}/remarks")) == []
    assert read(client.get(f"/survey/waves/{wave.id}/remarks?group={theirs}")) == []


def test_naughty_words_are_words(client, hr, wave):
    remark(wave, "<script>alert(1)</script>\n=1+1")
    answer = client.sign_in(hr).get(f"/survey/waves/{wave.id}/remarks")
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;\n=1+1" in answer.text


@pytest.mark.parametrize("role", ["admin", "governance", "listener"])
def test_nobody_else_reads_them(client, hr, wave, role):
    remark(wave, "Canary")
    client.sign_in(make_person("Somebody", role))
    assert client.get(f"/survey/waves/{wave.id}/remarks").status_code == 403
    for page in ("results", "record"):
        assert "Canary" not in client.get(f"/survey/waves/{wave.id}/{page}").text


def test_they_wait_for_closing(client, hr):
    unpublished = counted_wave({"Everything": figures(42)}, by=hr, published=False)
    assert client.sign_in(hr).get(f"/survey/waves/{unpublished.id}/remarks").status_code == 200
    client.sign_in(make_person("Ane"))
    assert client.get(f"/survey/waves/{unpublished.id}/remarks").status_code == 404
