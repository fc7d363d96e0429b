"""Several processes count, and whichever is asked tells what all of them did."""

import os
import re
import signal
from pathlib import Path
from urllib.request import Request, urlopen

from prometheus_client.parser import text_string_to_metric_families

from tests.terminal import Browser, eventually

TOKEN = "a token for somebody who counts"


def read(address):
    asked = Request(f"{address}/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    with urlopen(asked, timeout=20) as answer:
        text = answer.read().decode()
    return [one for family in text_string_to_metric_families(text) for one in family.samples]


def value(samples, name, **labels):
    return sum(s.value for s in samples if s.name == name and labels.items() <= s.labels.items())


def served(address):
    return value(read(address), "wowista_request_duration_seconds_count", route="/healthz")


def files(terminal, number):
    """The folder that this process of the server counts in."""
    maps = Path(f"/proc/{number}/maps").read_text()
    return Path(re.search(r"(/dev/shm/wowista-\S+)/", maps)[1])


def answering(terminal):
    """The processes that answer."""
    master = terminal.process.pid
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    return [n for n in children if "/dev/shm/wowista-" in Path(f"/proc/{n}/maps").read_text()]


def test_two_processes_add_up_and_a_fallen_one_takes_nothing_away(start):
    terminal = start(DEMO="0", WORKERS="2", METRICS_TOKEN=TOKEN)
    address = terminal.ready()
    one, other = eventually(lambda: len(both := answering(terminal)) == 2 and both)
    folder = files(terminal, one)

    def both_have_served():
        Browser(address).ask("/healthz")
        return has_served(folder, one) and has_served(folder, other)

    eventually(both_have_served)
    before = served(address)
    assert served(address) == before > 0  # whoever is asked
    assert value(read(address), "wowista_processes", process="web") == 3
    eventually(lambda: value(read(address), "wowista_processes", process="worker") == 1)

    now = served(address)
    os.kill(int(one), signal.SIGKILL)
    eventually(lambda: len(others := answering(terminal)) == 2 and one not in others)
    assert served(address) == now

    assert terminal.press(signal.SIGTERM) == 0
    assert not folder.exists()


def has_served(folder, number):
    """Whether what this process alone has counted holds a request."""
    from prometheus_client.multiprocess import MultiProcessCollector

    files = [str(path) for path in folder.glob(f"histogram_{number}.db")]
    samples = [s for one in MultiProcessCollector.merge(files) for s in one.samples]
    return value(samples, "wowista_request_duration_seconds_count", route="/healthz") > 0


def test_without_the_token_there_is_nothing(start):
    address = start(DEMO="0", METRICS_TOKEN=TOKEN).ready()
    assert Browser(address).ask("/metrics")[::2] == (404, "")


def test_what_a_killed_server_left_is_cleared_away_and_a_living_ones_is_not(start, tmp_path):
    left, alive = (start(tmp_path / name, DEMO="0", WORKERS="1") for name in "ab")
    folders = []
    for server in (left, alive):
        server.ready()
        (number,) = eventually(lambda server=server: answering(server))
        folders.append(files(server, number))
    left.stop()
    for folder in folders:
        assert folder.exists()
        os.utime(folder, (0, 0))

    address = start(tmp_path / "c", DEMO="0", METRICS_TOKEN=TOKEN).ready()
    assert [folder.exists() for folder in folders] == [False, True]
    assert served(address) == 0
