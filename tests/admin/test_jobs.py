"""/admin/jobs: what is done by the clock."""

import pytest

from app.core import jobs


@pytest.fixture
def failing():
    def fail():
        raise ValueError("no room for ane@example.com")

    jobs.every(minutes=7)(fail)
    name = next(job.name for job in jobs.declared() if job.do is fail)
    yield name
    del jobs._jobs[name]


def test_only_administration_comes_in(client, nerea):
    assert client.sign_in(nerea).get("/admin/jobs").status_code == 403


def test_every_job_is_there_before_it_was_ever_done(client, iker):
    page = client.sign_in(iker).get("/admin/jobs").text
    assert "core.worker.sweep" in page and "Not yet done" in page


def test_a_job_shows_how_it_went(client, iker, failing):
    jobs.run_due()
    page = client.sign_in(iker).get("/admin/jobs").text
    assert "Went well" in page and "Every hour" in page and "Next:" in page
    assert failing in page and "Failed" in page and "no room for" in page
    assert "ane@example.com" not in page


def test_every_job_of_the_house_has_a_name_one_can_read(app):
    ours = [job for job in jobs.declared() if job.do.__module__.startswith("app.")]
    assert ours and all(job.words for job in ours)


def test_a_rhythm_is_told_as_people_tell_it(client, iker):
    page = client.sign_in(iker).get("/admin/jobs").text
    assert all(words in page for words in ("Every minute", "Every hour", "Every day"))
