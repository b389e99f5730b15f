import os
import signal
import sys
import time
from collections.abc import Callable

import pytest

from soraease_web.supervisor.children import Child, Undertaker
from soraease_web.supervisor.programs import Program
from soraease_web.supervisor.trouble import Trouble


@pytest.fixture
def undertaker():
    working = Undertaker()
    yield working
    working.dismiss()


@pytest.fixture
def make_child(undertaker):
    made = []

    def make(code: str, **fields) -> Child:
        program = Program("test", (sys.executable, "-c", code), **fields)
        made.append(Child(program, dict(os.environ), undertaker))
        return made[-1]

    yield make
    for child in made:
        if child.started:
            child.bury()


def until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def tended(child: Child) -> str:
    """Tend the child until it has something to say."""
    said = []
    until(lambda: said.append(child.tend()) or said[-1])
    return said[-1]


def test_what_a_child_prints_can_be_read_without_waiting(make_child):
    child = make_child("import time; print('hello', flush=True); time.sleep(300)")
    child.start()
    heard = bytearray()

    until(lambda: heard.extend(child.read()) or b"\n" in heard)

    assert bytes(heard) == b"hello\n"
    assert child.read() == b""


def test_a_child_that_dies_is_started_again(make_child):
    child = make_child("import time; time.sleep(300)")
    child.start()
    first = child.pid
    os.kill(first, signal.SIGKILL)

    said = tended(child)
    until(lambda: child.tend() == "" and child.alive)

    assert said == "stopped (signal SIGKILL); it is started again"
    assert child.pid != first


def test_children_of_a_dead_child_are_buried_with_it(make_child):
    child = make_child(
        "import subprocess, time; subprocess.Popen(['sleep', '300']); print('up', flush=True); time.sleep(300)"
    )
    child.start()
    until(lambda: child.read())
    group = child.pid
    os.kill(group, signal.SIGKILL)

    tended(child)

    with pytest.raises(ProcessLookupError):
        until(lambda: os.killpg(group, 0))


def test_a_child_that_dies_again_and_again_is_given_up_with_a_sentence(make_child, monkeypatch):
    monkeypatch.setattr("soraease_web.supervisor.children.LONGEST_PAUSE", 0.0)
    child = make_child("raise SystemExit(3)")
    child.start()

    with pytest.raises(Trouble, match="'test' stopped 6 times within a minute"):
        until(lambda: child.tend() and False)


def test_a_deed_that_is_done_once_is_not_started_again(make_child):
    child = make_child("pass", once=True)
    child.start()

    until(lambda: child.tend() == "" and child.code is not None)

    assert child.code == 0
    assert child.tend() == ""
    assert not child.started


def test_a_deed_that_failed_says_how(make_child):
    child = make_child("raise SystemExit(3)", once=True)
    child.start()

    assert tended(child) == "ended (code 3)"
    assert child.code == 3


def test_an_undertaker_that_was_killed_is_replaced_and_knows_the_living(make_child, undertaker):
    child = make_child("import time; time.sleep(300)")
    child.start()
    undertaker._process.kill()
    undertaker._process.wait()

    undertaker.tend()
    undertaker.dismiss()

    until(lambda: not child.alive)
    undertaker._start()
    assert child.bury() == -signal.SIGKILL
