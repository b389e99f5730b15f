import time

import pytest

from generation.backends.signing import TOLERANCE, Forged, sign, verify

# The example of the scheme's specification.
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
ID, STAMP = "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330
BODY = b'{"test": 2432232314}'
SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.fixture
def then(monkeypatch):
    """Let it be so many seconds after the call was signed."""
    return lambda seconds: monkeypatch.setattr(time, "time", lambda: STAMP + seconds)


def headers(**changes: str) -> dict[str, str]:
    plain = {"webhook-id": ID, "webhook-timestamp": str(STAMP), "webhook-signature": SIGNATURE}
    return plain | {f"webhook-{name}": value for name, value in changes.items()}


def test_signs_as_the_specification_does():
    assert sign(SECRET, f"{ID}.{STAMP}.".encode() + BODY) == SIGNATURE


@pytest.mark.parametrize("seconds", [0, TOLERANCE, -TOLERANCE])
def test_accepts_what_was_signed_lately(seconds, then):
    then(seconds)

    verify(SECRET, headers(), BODY)


def test_accepts_one_right_signature_among_several(then):
    then(0)

    verify(SECRET, headers(signature=f"v1,AAAA v2,BBBB {SIGNATURE}"), BODY)


@pytest.mark.parametrize(
    ("seconds", "changes", "body"),
    [
        pytest.param(TOLERANCE + 1, {}, BODY, id="old"),
        pytest.param(-TOLERANCE - 1, {}, BODY, id="from-the-future"),
        pytest.param(0, {"timestamp": str(STAMP + 1)}, BODY, id="time-changed"),
        pytest.param(0, {"timestamp": ""}, BODY, id="no-time"),
        pytest.param(0, {"timestamp": "²"}, BODY, id="time-that-is-no-number"),
        pytest.param(0, {"id": "msg_other"}, BODY, id="id-changed"),
        pytest.param(0, {"signature": ""}, BODY, id="no-signature"),
        pytest.param(0, {"signature": SIGNATURE.removeprefix("v1,")}, BODY, id="no-version"),
        pytest.param(0, {"signature": "v1,ünsigned"}, BODY, id="not-ascii"),
        pytest.param(0, {}, BODY + b" ", id="body-changed"),
    ],
)
def test_refuses_everything_else(seconds, changes, body, then):
    then(seconds)

    with pytest.raises(Forged):
        verify(SECRET, headers(**changes), body)


def test_a_secret_that_is_none_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="base64 after whsec_"):
        sign("whsec_***", b"")
