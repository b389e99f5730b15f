"""Signatures of webhooks after the Standard Webhooks scheme (https://www.standardwebhooks.com, version 1).

HMAC-SHA256 over `id.timestamp.body`, keyed with what stands in base64 after `whsec_`; the header may hold several
signatures, so that a secret can be changed without a gap.
"""

import base64
import binascii
import hashlib
import hmac
import time
from collections.abc import Mapping

TOLERANCE = 300


class Forged(Exception):
    """Not from the provider, not as it was sent, or not from now."""


def verify(secret: str, headers: Mapping[str, str], body: bytes) -> None:
    """Raise Forged unless `body` was signed with `secret` within the last (or next) five minutes."""
    said = headers.get("webhook-timestamp", "")
    if not (said.isascii() and said.isdecimal()) or abs(time.time() - int(said)) > TOLERANCE:
        raise Forged("the time is missing or too far from now")
    signed = f"{headers.get('webhook-id', '')}.{said}.".encode() + body
    right = sign(secret, signed)
    offered = headers.get("webhook-signature", "").split(" ")
    if not any(hmac.compare_digest(right.encode(), one.encode()) for one in offered):
        raise Forged("the signature is not right")


def sign(secret: str, signed: bytes) -> str:
    """Return the signature of `signed` as it stands in the header; raise ValueError for a secret that is none."""
    try:
        key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except binascii.Error as error:
        raise ValueError("A webhook's secret is base64 after whsec_.") from error
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
