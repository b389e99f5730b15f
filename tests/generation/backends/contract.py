"""What every backend promises, each promise once. A test module subclasses these and gives the fixtures they name."""

import inspect
from dataclasses import fields

import pytest

from generation.backends import get_backend
from generation.backends.base import (
    Ambiguous,
    Capabilities,
    Misconfigured,
    Rejected,
    RemoteState,
    Transient,
    Unsupported,
)
from generation.backends.request import ShotRequest


def a_request(**changes) -> ShotRequest:
    """Return a one-second shot of Marta on the path, 320 × 180."""
    plain = ShotRequest(
        prompt="EXT. ROCKY COAST - DUSK.\nMarta climbs the path.",
        action="Marta climbs the path.",
        setting="EXT",
        place="ROCKY COAST",
        time_of_day="DUSK",
        frames=24,
        width=320,
        height=180,
        seed=7,
    )
    return plain.but(**changes)


class BackendContract:
    """Promises of every backend. Give `backend`."""

    def test_says_what_it_can_do(self, backend):
        said = backend.capabilities

        assert {field.name for field in fields(said)} == {field.name for field in fields(Capabilities)}
        assert said.title
        assert said.longest_shot > 0
        assert said.credits(a_request()) >= 0

    def test_has_a_label_and_an_alias_that_the_settings_know(self, backend):
        assert get_backend(backend.alias) is backend
        assert backend.label == backend.capabilities.title

    def test_fits_a_request_to_a_size_it_can_make(self, backend):
        fitted = backend.fit(a_request())

        backend.check(fitted)
        assert fitted.prompt == a_request().prompt

    def test_refuses_what_is_too_long_naming_the_longest(self, backend):
        longest = backend.capabilities.longest_shot

        with pytest.raises(Unsupported) as refusal:
            backend.check(a_request(frames=int(longest * 24) + 24))

        assert f"{float(longest):g} seconds" in str(refusal.value)

    def test_refuses_a_start_picture_unless_it_says_it_takes_one(self, backend):
        if backend.capabilities.start_image:
            backend.check(a_request(start_image="start.webp"))
        else:
            with pytest.raises(Unsupported):
                backend.check(a_request(start_image="start.webp"))

    def test_does_not_show_its_options(self, backend):
        shown = repr(backend)

        assert shown == f"<{type(backend).__name__} {backend.alias!r}>"

    def test_takes_every_option_by_name(self, backend):
        kinds = {parameter.kind for parameter in inspect.signature(type(backend)).parameters.values()}

        assert kinds == {inspect.Parameter.KEYWORD_ONLY}


class DrawingContract(BackendContract):
    """Promises of backends that draw here. Give `backend` and `probe(path)`."""

    def test_draws_what_was_asked_with_progress_to_the_end(self, backend, tmp_path, probe):
        told = []

        backend.draw(a_request(), tmp_path / "take.mp4", on_progress=told.append)

        found = probe(tmp_path / "take.mp4")
        assert (found.width, found.height, found.frames) == (320, 180, 24)
        assert told == sorted(told)
        assert 0.9 < told[-1] <= 1.0

    def test_the_same_seed_draws_the_same_picture(self, backend, tmp_path, probe):
        for name in ("one.mp4", "two.mp4"):
            backend.draw(a_request(), tmp_path / name, on_progress=lambda _share: None)

        assert probe(tmp_path / "one.mp4").sha256 == probe(tmp_path / "two.mp4").sha256

    def test_an_exception_in_the_progress_stops_it_at_once(self, backend, tmp_path):
        def stop(_share):
            raise InterruptedError

        with pytest.raises(InterruptedError):
            backend.draw(a_request(), tmp_path / "take.mp4", on_progress=stop)


class RemoteContract(BackendContract):
    """Promises of backends with a provider. Give `backend`, `wire` (how it misbehaves) and `probe(path)`.

    `wire` offers: `declines()`, `is_busy(seconds)`, `hangs()`, `breaks()`, `locks_us_out()`, `is_away()` for the next
    call, `asked` (how many calls have reached the provider) and `key`, the secret.
    """

    def test_submit_returns_an_id_at_once(self, backend):
        remote_id = backend.submit(a_request(), key="one")

        assert isinstance(remote_id, str)
        assert remote_id

    def test_refuses_what_it_cannot_say_before_the_wire(self, backend, wire):
        with pytest.raises(Unsupported):
            backend.submit(a_request(start_image="start.webp"), key="one")

        assert wire.asked == 0

    def test_being_busy_is_transient_and_says_when_to_come_back(self, backend, wire):
        wire.is_busy(17)

        with pytest.raises(Transient) as busy:
            backend.submit(a_request(), key="one")

        assert busy.value.retry_after == 17

    def test_declining_is_rejected_with_a_sentence_for_the_user(self, backend, wire):
        wire.declines()

        with pytest.raises(Rejected) as refusal:
            backend.submit(a_request(), key="one")

        assert refusal.value.sentence.endswith(".")

    @pytest.mark.parametrize("way", ["hangs", "breaks"])
    def test_a_lost_answer_is_ambiguous_on_submit_and_transient_on_poll(self, way, backend, wire):
        remote_id = backend.submit(a_request(), key="one")

        getattr(wire, way)()
        with pytest.raises(Ambiguous):
            backend.submit(a_request(), key="two")
        getattr(wire, way)()
        with pytest.raises(Transient):
            backend.poll(remote_id)

    def test_a_provider_that_is_away_has_provably_not_accepted(self, backend, wire):
        wire.is_away()

        with pytest.raises(Transient) as away:
            backend.submit(a_request(), key="one")

        assert away.value.code == "unreachable"

    def test_a_key_that_is_not_accepted_is_ours_to_mend(self, backend, wire):
        wire.locks_us_out()

        with pytest.raises(Misconfigured):
            backend.submit(a_request(), key="one")

    def test_poll_repeats_safely(self, backend):
        remote_id = backend.submit(a_request(), key="one")

        states = {backend.poll(remote_id).state for _ in range(4)}

        assert states <= {RemoteState.RUNNING, RemoteState.DONE}
        assert backend.poll(remote_id).state is RemoteState.DONE

    def test_an_id_that_nobody_knows_is_rejected(self, backend):
        with pytest.raises(Rejected):
            backend.poll("nobody-knows-me")

    def test_fetch_streams_the_whole_result(self, backend, tmp_path, probe):
        remote_id = backend.submit(a_request(), key="one")
        told = []

        got = backend.fetch(remote_id, tmp_path / "take.mp4", on_bytes=told.append)

        found = probe(tmp_path / "take.mp4")
        assert (found.bytes, found.sha256, told[-1]) == (got.bytes, got.sha256, got.bytes)

    def test_cancel_works_or_says_unsupported(self, backend):
        remote_id = backend.submit(a_request(), key="one")

        if backend.capabilities.cancel:
            backend.cancel(remote_id)
        else:
            with pytest.raises(Unsupported):
                backend.cancel(remote_id)

    def test_find_knows_our_jobs_or_says_unsupported(self, backend):
        if backend.capabilities.find:
            remote_id = backend.submit(a_request(), key="one")
            assert [backend.find("one"), backend.find("another")] == [remote_id, None]
        else:
            with pytest.raises(Unsupported):
                backend.find("one")

    def test_the_same_key_is_the_same_job_if_it_says_so(self, backend):
        ids = {backend.submit(a_request(), key="one") for _ in range(2)}

        assert len(ids) == (1 if backend.capabilities.idempotent else 2)

    @pytest.mark.parametrize("way", ["declines", "locks_us_out", "breaks", "hangs"])
    def test_no_error_shows_the_key(self, way, backend, wire, caplog):
        getattr(wire, way)()

        with pytest.raises((Rejected, Misconfigured, Ambiguous)) as failure:
            backend.submit(a_request(), key="one")

        assert wire.key not in f"{failure.value!r} {failure.value.__cause__!r} {caplog.text} {backend!r}"
