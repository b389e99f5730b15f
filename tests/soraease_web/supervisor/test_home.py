import os
import stat
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from soraease_web.supervisor.home import Home, new_broker_url
from soraease_web.supervisor.trouble import Trouble


def test_enter_makes_the_folder_and_writes_our_process_id(tmp_path):
    home = Home(tmp_path / "var")

    home.enter()

    assert (tmp_path / "var/run/supervisor.pid").read_text() == f"{os.getpid()}\n"
    home.leave()


def test_a_second_supervisor_is_told_who_runs(tmp_path):
    home = Home(tmp_path)
    home.enter()

    second = Home(tmp_path)
    with pytest.raises(Trouble) as trouble:
        second.enter()

    assert str(trouble.value).startswith(f"The studio in {tmp_path} already runs (process {os.getpid()})")
    home.leave()


def test_the_folder_is_free_again_after_leaving(tmp_path):
    first = Home(tmp_path)
    first.enter()
    first.leave()

    second = Home(tmp_path)
    second.enter()

    assert (tmp_path / "run/supervisor.pid").read_text() == f"{os.getpid()}\n"
    second.leave()


def test_the_folder_is_free_after_its_holder_was_killed(tmp_path):
    code = (
        "import os, signal, sys; from pathlib import Path; from soraease_web.supervisor.home import Home;"
        "Home(Path(sys.argv[1])).enter(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)

    home = Home(tmp_path)
    home.enter()

    assert (tmp_path / "run/supervisor.pid").read_text() == f"{os.getpid()}\n"
    home.leave()


def test_the_brokers_address_is_for_the_owners_eyes_and_goes_when_we_leave(tmp_path):
    home = Home(tmp_path)
    home.enter()

    home.write_broker("redis://:secret@127.0.0.1:7000/0")

    path = tmp_path / "run/redis_url"
    assert path.read_text() == "redis://:secret@127.0.0.1:7000/0"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    home.leave()
    assert not path.exists()


def test_writing_the_brokers_address_replaces_one_that_a_killed_studio_left(tmp_path):
    home = Home(tmp_path)
    home.enter()
    (tmp_path / "run/redis_url").write_text("redis://gone")
    (tmp_path / "run/redis_url").chmod(0o644)

    home.write_broker("redis://here")

    assert (tmp_path / "run/redis_url").read_text() == "redis://here"
    assert stat.S_IMODE((tmp_path / "run/redis_url").stat().st_mode) == 0o600
    home.leave()


def test_each_broker_gets_a_password_of_its_own():
    first, second = urlsplit(new_broker_url()), urlsplit(new_broker_url())

    assert first.hostname == "127.0.0.1"
    assert len(first.password) >= 32
    assert first.password != second.password
