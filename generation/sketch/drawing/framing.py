"""Shot sizes and angles as numbers: how large a body is, where it stands, where the horizon lies."""

from dataclasses import dataclass

# Share of the frame's height that a grown person takes, and y of the feet, for sizes that show the whole body.
WIDE = {
    "EWS": (0.15, 760),
    "ES": (0.2, 800),
    "VWS": (0.28, 845),
    "WS": (0.45, 885),
    "POV": (0.5, 890),
    "FS": (0.78, 930),
    "GRP": (0.56, 905),
}
# Share of the body, from the top down, that fills the frame below the headroom, for closer sizes.
CLOSE = {
    "MLS": 0.76,
    "CS": 0.64,
    "MS": 0.54,
    "2S": 0.55,
    "OTS": 0.44,
    "MCU": 0.37,
    "CU": 0.265,
    "BCU": 0.19,
    "ECU": 0.115,
    "INS": 0.3,
}
HEADROOM = {
    "MLS": 95,
    "CS": 90,
    "MS": 95,
    "2S": 110,
    "OTS": 150,
    "MCU": 85,
    "CU": 70,
    "BCU": -40,
    "ECU": -330,
    "INS": 80,
}
BACKDROP = {
    "MLS": 1.15,
    "CS": 1.25,
    "MS": 1.35,
    "2S": 1.3,
    "OTS": 1.45,
    "MCU": 1.6,
    "CU": 1.9,
    "BCU": 2.2,
    "ECU": 2.6,
    "INS": 1.7,
}
BLUR = {"MCU": 3.0, "CU": 5.0, "BCU": 8.0, "ECU": 11.0, "OTS": 3.0, "INS": 9.0}
HORIZON = {
    "eye": 540,
    "low": 700,
    "high": 380,
    "overhead": 250,
    "birds_eye": 190,
    "worms_eye": 800,
    "dutch": 540,
    "shoulder": 525,
    "hip": 590,
    "knee": 650,
    "ground": 715,
}
SQUASH = {"high": 0.9, "overhead": 0.7, "birds_eye": 0.6, "low": 1.03, "worms_eye": 1.06, "ground": 1.04}
# How strongly lines draw together, upwards above 0 and downwards below.
TILT = {
    "low": 0.22, "worms_eye": 0.34, "ground": 0.28, "knee": 0.14, "hip": 0.07,
    "high": -0.18, "overhead": -0.28, "birds_eye": -0.32, "shoulder": -0.03,
}  # fmt: skip
DUTCH_ROLL = 8.0
TOWERING = 1.15  # how much taller looks what one looks up to
HATROOM = 92.0  # nobody is so tall in a wide picture that a hat would not fit above
FOOTROOM = 958.0  # nobody stands lower in the picture


@dataclass(frozen=True)
class Framing:
    """How a shot is framed. `share` is of a grown person's height when wide, of the body's visible part when close."""

    close: bool
    share: float
    line: float
    horizon: float
    backdrop: float
    blur: float
    squash: float
    roll: float
    tilt: float = 0.0


def _drawn(seen: float, horizon: float, tilt: float) -> float:
    """Where something is drawn that a lens which looks up shows at the height `seen`."""
    if tilt <= 0:
        return seen
    away = seen - horizon
    return horizon + away / (1 + tilt / 1000 * away) / (1 + TOWERING * tilt)


def framing_of(size: str, angle: str, interior: bool) -> Framing:
    """The framing of a shot size from an angle. `line` is y of the feet when wide, of the head's top when close."""
    horizon = float(HORIZON[angle])
    if interior:
        horizon = 540 + (horizon - 540) * 0.45
    roll = DUTCH_ROLL if angle == "dutch" else 0.0
    squash = SQUASH.get(angle, 1.0)
    if size in CLOSE:
        horizon = 470 + (horizon - 540) * 0.5
        blur = BLUR.get(size, 0.0)
        return Framing(
            True, CLOSE[size], HEADROOM[size], horizon, BACKDROP[size], blur, 1.0, roll, TILT.get(angle, 0.0)
        )
    share, feet = WIDE[size][0], float(WIDE[size][1])
    feet = min(feet + (540 - horizon) * -0.12, _drawn(FOOTROOM, horizon, TILT.get(angle, 0.0)))
    share = min(share, (feet - _drawn(HATROOM, horizon, TILT.get(angle, 0.0))) / 1000)
    backdrop = {"EWS": 0.86, "ES": 0.9, "VWS": 0.95, "FS": 1.1}.get(size, 1.0)
    return Framing(False, share, feet, horizon, backdrop, 0.0, squash, roll, TILT.get(angle, 0.0))
