"""Fire: tongues of flame for a phase of their flicker from 0 to 1, a burst, and what burns."""

import math

from .light import shade
from .pen import Point, blob, circle

OUTER, INNER, CORE = "#e0702e", "#f0a544", "#ffd978"
SMOKE = "#3d3a3c"
PHASES = 5  # drawings of one flicker
SECONDS = 0.6


def flames(width: float, height: float, phase: float, foot: Point = (0.0, 0.0)) -> str:
    """Tongues of flame on a foot `width` units wide, the middle ones `height` units high."""
    return "".join(
        _row(width * share, height * tall, phase + lag, foot, tone)
        for share, tall, lag, tone in ((1.0, 1.0, 0.0, OUTER), (0.72, 0.68, 0.37, INNER), (0.42, 0.42, 0.71, CORE))
    )


def _row(width: float, height: float, phase: float, foot: Point, tone: str) -> str:
    """One outline of tongues side by side, each leaning and stretching by itself."""
    x0, y0 = foot
    count = max(3, round(width / height * 3))
    step = width / count
    outline: list[Point] = [(x0 - width / 2, y0)]
    for index in range(count):
        place = (index + 0.5) / count
        beat = 2 * math.pi * (phase + index * 0.39)
        tall = height * (0.45 + 0.55 * math.sin(math.pi * place)) * (0.82 + 0.18 * math.sin(beat))
        middle = x0 - width / 2 + step * (index + 0.5)
        outline += [(middle + step * 0.28 * math.cos(beat), y0 - tall), (middle + step * 0.5, y0 - tall * 0.42)]
    outline[-1] = (x0 + width / 2, y0)
    return blob([*outline, (x0, y0 + height * 0.05)], tone)


def blast(phase: float) -> str:
    """An explosion: balls of fire that swell out of smoke, and sparks."""
    swell = 0.9 + 0.1 * math.sin(2 * math.pi * phase)
    balls = (
        (-430, -430, 330),
        (400, -470, 350),
        (-140, -800, 380),
        (240, -960, 300),
        (0, -380, 430),
        (-330, -980, 240),
    )
    turned = [
        (x + 30 * math.cos(2 * math.pi * phase + i), y - 24 * math.sin(2 * math.pi * phase + 2 * i), r * swell)
        for i, (x, y, r) in enumerate(balls)
    ]
    art = "".join(circle(x * 1.18, y * 1.12 - 60, r * 1.08, SMOKE if i % 2 else shade(SMOKE, 0.8), 0.92)
                  for i, (x, y, r) in enumerate(turned))  # fmt: skip
    for share, tone in ((0.92, OUTER), (0.68, INNER), (0.4, CORE)):
        art += "".join(circle(x * (0.3 + 0.7 * share), y * (0.7 + 0.3 * share), r * share, tone) for x, y, r in turned)
    sparks = (
        circle(math.cos(a) * d, -620 + math.sin(a) * d * 0.8, 26, CORE)
        for a, d in ((2.4 * i, 760 + 260 * ((phase + i * 0.23) % 1)) for i in range(14))
    )
    return art + "".join(sparks)
