"""`kill -9` of the web and of its worker, while people write: what was acknowledged is kept."""

import os
import signal

from tests.faults.crowd import Crowd
from tests.terminal import Browser, eventually


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return [int(number) for number in file.read().split()]


def is_web(pid):
    with open(f"/proc/{pid}/cmdline") as file:
        return "worker" not in file.read().split("\0")


def kept(ask_database, instance):
    return {text for (text,) in ask_database(instance, "select text from comments")}


def test_the_whole_house_killed_at_once(start, inhabited, a_post, ask_database):
    terminal = start(inhabited)
    crowd = Crowd(terminal.ready(), a_post).begin()
    eventually(lambda: len(crowd.acknowledged) >= 30, within=60)
    terminal.stop()
    crowd.end()

    assert ask_database(inhabited, "pragma integrity_check") == [("ok",)]
    again = Browser(start(inhabited).ready())
    again.sign_in("empleado@demo.test")
    assert set(crowd.acknowledged) <= kept(ask_database, inhabited)
    assert crowd.acknowledged[-1] in again.ask(f"/blog/{a_post}")[2]


def test_one_process_of_the_web_killed_is_replaced_while_others_answer(
    start, inhabited, a_post, ask_database
):
    terminal = start(inhabited)
    crowd = Crowd(terminal.ready(), a_post).begin()
    for _ in range(3):
        before = len(crowd.acknowledged)
        eventually(lambda before=before: len(crowd.acknowledged) >= before + 10, within=60)
        killed = next(pid for pid in children(terminal.process.pid) if is_web(pid))
        os.kill(killed, signal.SIGKILL)
        eventually(lambda killed=killed: killed not in children(terminal.process.pid))
    before = len(crowd.acknowledged)
    eventually(lambda: len(crowd.acknowledged) >= before + 10, within=60)
    crowd.end()

    assert {status for status in crowd.statuses if status} == {200}
    assert set(crowd.acknowledged) <= kept(ask_database, inhabited)
