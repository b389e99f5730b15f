"""AAC packets by hand: stereo from two mono streams, and louder or softer without decoding.

A channel of AAC-LC opens with `global_gain`, eight bits; one step up multiplies everything it decodes to by 2^(1/4).
In a mono packet that field stands at a fixed place; in a stereo packet the second one stands behind the first
channel's entropy-coded bits. So each channel is encoded as mono, and the two are laid side by side in one
channel-pair element: then the place of the second gain is known without reading any entropy code.
`docs/decisions/0004-joining.md` says why.
"""

from collections.abc import Iterator

import numpy as np

RATE = 48000
PACKET = 1024
STEP_DB = 1.5051499783199058  # 20 * log10(2 ** 0.25)
HEADER = 7
_PAIR = 0b001_0000_0  # element kind, its tag, and "the channels have a window each"
_PAIR_BITS = 8
_SINGLE_BITS = 7
_END = 0b111
_QUIET_BITS = 22  # gain, long window, no bands, no tools: all zero


def read_adts(data: bytes) -> Iterator[bytes]:
    """The packets of an ADTS stream, without their headers."""
    at = 0
    while at + HEADER <= len(data):
        size = (data[at + 3] & 3) << 11 | data[at + 4] << 3 | data[at + 5] >> 5
        head = HEADER if data[at + 1] & 1 else HEADER + 2
        yield data[at + head : at + size]
        at += size


def adts_header(size: int) -> bytes:
    """The ADTS header of a 48 kHz stereo AAC-LC packet of `size` bytes."""
    total = size + HEADER
    return bytes((0xFF, 0xF1, 0x4C, 0x80 | total >> 11, total >> 3 & 0xFF, (total & 7) << 5 | 0x1F, 0xFC))


def pair(left: bytes, right: bytes) -> tuple[bytes, int]:
    """One stereo packet from two mono ones, and the place of its second gain in bits."""
    first, first_bits = _channel(left)
    second, second_bits = _channel(right)
    value = (((_PAIR << first_bits | first) << second_bits | second) << 3) | _END
    bits = _PAIR_BITS + first_bits + second_bits + 3
    padding = -bits % 8
    return (value << padding).to_bytes((bits + padding) // 8, "big"), _PAIR_BITS + first_bits


def quiet() -> tuple[bytes, int]:
    """A stereo packet of silence, and the place of its second gain."""
    bits = _PAIR_BITS + 2 * _QUIET_BITS + 3
    padding = -bits % 8
    value = (_PAIR << 2 * _QUIET_BITS) << 3 | _END
    return (value << padding).to_bytes((bits + padding) // 8, "big"), _PAIR_BITS + _QUIET_BITS


def lift(data: np.ndarray, starts: np.ndarray, seconds: np.ndarray, steps: np.ndarray) -> None:
    """Make packets louder where they stand in the bytes `data`, each by its gain steps (softer when negative).

    `starts` are the places of their first bytes, `seconds` those of their second gains, in bits from there.
    """
    data[starts + 1] = np.clip(data[starts + 1] + steps, 0, 255)
    byte, shift = starts + seconds // 8, 8 - seconds % 8
    around = data[byte].astype(np.int64) << 8 | data[byte + 1]
    gain = around >> shift & 0xFF
    around += np.clip(gain + steps, 0, 255) - gain << shift
    data[byte], data[byte + 1] = around >> 8, around & 0xFF


def _channel(mono: bytes) -> tuple[int, int]:
    """The bits between a single-channel element's tag and its end mark, and how many they are."""
    value = int.from_bytes(mono, "big")
    padding = (value & -value).bit_length() - 1
    bits = len(mono) * 8 - padding - 3 - _SINGLE_BITS
    if value >> len(mono) * 8 - 3 or value >> padding & 7 != _END or bits < _QUIET_BITS:
        raise ValueError("This is not a single AAC channel without extensions.")
    return value >> padding + 3 & (1 << bits) - 1, bits
