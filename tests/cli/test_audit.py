"""`flask audit`: what a timer runs, and what it says when somebody tampered."""

from tests.audit.books import sealed, seals, tamper, written


def run(app, *words):
    return app.test_cli_runner().invoke(args=["audit", *words])


def test_what_is_as_it_was_written_ends_well(app, ane):
    sealed(ane, 2)
    answer = run(app, "verify")

    assert answer.exit_code == 0
    assert answer.output == "2 entries under 1 seals; 0 wait for theirs. All as it was written.\n"


def test_what_was_tampered_with_ends_badly_and_says_where(app, ane):
    sealed(ane, 2)
    first = written()[0].id
    tamper(f"UPDATE audit_entries SET actor_id = 7 WHERE id = {first}")
    answer = run(app, "verify")

    assert answer.exit_code == 1
    assert f"Entry {first} (seal 1) was altered." in answer.output
    assert "Not as it was written." in answer.output


def test_the_head_is_the_last_seal_and_can_be_asked_for_later(app, ane):
    sealed(ane, 1, 1)
    head = run(app, "head").output.strip()
    assert head == f"2:{seals()[-1].digest}"
    sealed(ane, 1)

    assert run(app, "verify", "--head", head).exit_code == 0
    assert run(app, "verify", "--head", f"2:{'0' * 64}").exit_code == 1


def test_there_is_no_head_before_the_first_seal(app):
    answer = run(app, "head")

    assert answer.exit_code == 1 and "Nothing is sealed yet" in answer.output
