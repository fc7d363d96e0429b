"""No text holds the house up: rendered or refused, and the next one is rendered."""

import os
import resource
import select
import signal
import subprocess
import sys
import textwrap
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.core.markdown import LONGEST, Reason, Refused, process, render
from app.core.markdown.renderer import MOST_BRACKETS
from tests.core.markdown.pathological import FAMILIES

HARD_STOP = 10  # seconds: on the busiest machine; the deadline itself is 0.8
ENDLESS = "\\*" * 50_000  # takes the parser a minute


def outcome(text):
    try:
        render(text)
    except Refused as refused:
        return refused.reason
    return "rendered"


def why_not(text, **given):
    with pytest.raises(Refused) as refused:
        render(text, **given)
    return refused.value.reason


@pytest.mark.parametrize("size", [20_000, pytest.param(LONGEST, marks=pytest.mark.long)])
@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_is_rendered_or_refused(family, size):
    text = FAMILIES[family](size)[:size]
    began = time.monotonic()
    assert outcome(text) in {"rendered", "too_deep", "too_many_brackets", "too_slow"}
    assert time.monotonic() - began < HARD_STOP
    assert render("*yes*").html == "<p><em>yes</em></p>"


def test_a_text_has_a_longest():
    assert why_not("a" * (LONGEST + 1)) is Reason.TOO_LONG
    assert render("a" * LONGEST, seconds=HARD_STOP).html


def test_a_text_has_a_most_of_brackets_but_code_may_have_more():
    assert why_not("[" * (MOST_BRACKETS + 1)) is Reason.TOO_MANY_BRACKETS
    assert render("```\n" + "[[[[\n" * MOST_BRACKETS + "```", seconds=HARD_STOP).html


@pytest.mark.parametrize(
    "text",
    [
        "> " * 100 + "a",
        "- " * 100 + "a",
        "".join("    " * n + "- a\n" for n in range(100)),
        "*a **a " * 100 + "b" + " a** a*" * 100,
    ],
)
def test_a_text_has_a_deepest(text):
    assert why_not(text, seconds=HARD_STOP) is Reason.TOO_DEEP


def test_what_people_nest_is_not_too_deep():
    lists = "".join("    " * n + "- *a* **b**\n" for n in range(10))
    assert render(lists + "\n" + "> " * 10 + "a", seconds=HARD_STOP).html.count("<ul>") == 10


def test_the_deadline_really_ends_the_work():
    render("a process starts")
    working = _used_last()
    gone = os.pidfd_open(working)

    assert why_not(ENDLESS, seconds=0.05) is Reason.TOO_SLOW

    assert select.select([gone], [], [], HARD_STOP)[0], "it is still at work"
    os.close(gone)
    assert render("*yes*").html == "<p><em>yes</em></p>"
    assert _used_last() != working


def test_without_memory_it_refuses_and_the_house_goes_on():
    render("a process starts")
    pid = _used_last()
    assert resource.prlimit(pid, resource.RLIMIT_AS)[0] == 512 * 2**20

    used = int(Path(f"/proc/{pid}/statm").read_text().split()[0]) * resource.getpagesize()
    resource.prlimit(pid, resource.RLIMIT_AS, (used, used))
    assert why_not("a " * 40_000 + "# b\n" * 5_000, seconds=HARD_STOP) is Reason.BROKEN

    assert render("*yes*").html == "<p><em>yes</em></p>"


def test_a_process_that_died_while_idle_is_nobodys_refusal():
    render("a process starts")
    pid = _used_last()
    gone = os.pidfd_open(pid)
    os.kill(pid, signal.SIGKILL)
    assert select.select([gone], [], [], HARD_STOP)[0]
    os.close(gone)

    assert render("*yes*").html == "<p><em>yes</em></p>"


def test_many_threads_share_a_few_processes_and_get_their_own_answers():
    everybody = threading.Barrier(8)

    def save(number):
        everybody.wait(HARD_STOP)
        return [render(f"*{number} {turn}*", seconds=HARD_STOP).html for turn in range(10)]

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(save, range(8)))

    assert answers == [
        [f"<p><em>{number} {turn}</em></p>" for turn in range(10)] for number in range(8)
    ]
    assert len(process._started) <= process.AT_ONCE


def test_when_all_are_at_work_it_says_so(monkeypatch):
    monkeypatch.setattr(process, "PATIENCE", 0.01)
    taken = [process._idle.get() for _ in range(process.AT_ONCE)]
    try:
        assert why_not("a") is Reason.BUSY
    finally:
        for renderer in taken:
            process._idle.put(renderer)
    assert render("a").html == "<p>a</p>"


def test_an_interrupted_request_leaves_no_answer_for_the_next():
    class Interrupted(Exception):
        pass

    def interrupt(number, frame):
        raise Interrupted

    before = signal.signal(signal.SIGUSR1, interrupt)
    alarm = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGUSR1))
    alarm.start()
    try:
        with pytest.raises(Interrupted):
            render(ENDLESS, seconds=HARD_STOP)
    finally:
        alarm.join()
        signal.signal(signal.SIGUSR1, before)
    assert render("*mine*").html == "<p><em>mine</em></p>"


def test_after_a_fork_each_has_its_own():
    """As under a web server that loads the application first and forks its workers then."""
    said = _run("""
        import os
        from app.core.markdown import process, render

        render("a process starts")
        before = {one.pid for one in process._started}
        child = os.fork()
        if child == 0:
            assert render("*child*").html == "<p><em>child</em></p>"
            os._exit(0 if before.isdisjoint({one.pid for one in process._started}) else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert render("*parent*").html == "<p><em>parent</em></p>"
        assert before == {one.pid for one in process._started}
        print("well")
    """)
    assert (said.stdout, said.stderr) == ("well\n", "")


def test_it_dies_with_whoever_started_it():
    said = _run("""
        import os, signal
        from app.core.markdown import process, render

        render("a process starts")
        print(*(one.pid for one in process._started), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    """)
    assert said.returncode == -signal.SIGKILL
    _must_be_gone(int(said.stdout))


def test_it_ends_with_an_orderly_end():
    said = _run("""
        from app.core.markdown import process, render

        render("a process starts")
        print(*(one.pid for one in process._started), flush=True)
    """)
    assert (said.returncode, said.stderr) == (0, "")
    _must_be_gone(int(said.stdout))


def test_an_orphan_in_the_middle_of_a_text_ends_by_itself():
    program = """
        import json, socket, sys
        import renderer

        renderer.ORPHAN_AFTER = 0.3
        ours, theirs = socket.socketpair()
        ours.sendall(json.dumps(sys.stdin.read()).encode() + b"\\n")
        renderer.serve(theirs)
    """
    orphan = subprocess.run(
        [sys.executable, "-P", "-c", textwrap.dedent(program)],
        env={"PYTHONPATH": str(process.PROGRAM.parent)},
        input=ENDLESS.encode(),
        timeout=HARD_STOP * 3,
    )
    assert orphan.returncode == -signal.SIGALRM


def test_the_reader_of_hostile_texts_knows_no_secrets(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "the key of the house")
    renderer = process.Renderer()
    try:
        renderer.ask("a", seconds=HARD_STOP)
        assert b"the key of the house" not in Path(f"/proc/{renderer.pid}/environ").read_bytes()
    finally:
        renderer.end()


def _used_last():
    """The process at hand for the next text."""
    renderer = process._idle.get()
    process._idle.put(renderer)
    return renderer.pid


def _run(program):
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(program)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=HARD_STOP * 3,
    )


def _must_be_gone(pid):
    try:
        gone = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    assert select.select([gone], [], [], HARD_STOP)[0], "it outlived its parent"
    os.close(gone)
