"""`check_backend`: one shot, all the way round."""

import pytest
from django.core.management import CommandError, call_command

from generation.management.commands import check_backend


def test_a_backend_that_draws_here_is_tried(quick, capsys):
    call_command("check_backend", "quick")

    assert capsys.readouterr().out.startswith("quick: h264 1280x720, 24 frames with sound, in ")


def test_a_paid_backend_is_not_tried_by_accident(fake):
    provider = fake()

    with pytest.raises(CommandError, match=r"costs about 5 credits\. Say --pay"):
        call_command("check_backend", "fake")

    assert provider.counted("submit") == 0


def test_a_remote_backend_goes_all_the_way_round(fake, capsys, monkeypatch):
    provider = fake()
    monkeypatch.setattr(check_backend.time, "sleep", lambda _seconds: None)

    call_command("check_backend", "fake", pay=True)

    assert "fake: accepted as remote-1" in capsys.readouterr().out
    assert provider.counted("fetch") == 1


def test_what_goes_wrong_is_told_in_one_sentence(fake):
    provider = fake()
    provider.misbehaves("submit", {"kind": "status", "status": 401})

    with pytest.raises(CommandError, match=r"Misconfigured \(http_401\): Fake does not accept our access"):
        call_command("check_backend", "fake", pay=True)


def test_an_unknown_alias_is_named(quick):
    with pytest.raises(CommandError, match="There are: quick, dear"):
        call_command("check_backend", "sora")
