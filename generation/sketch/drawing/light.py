"""Light of the hour and the weather: sky, key colour, haze, and how they fall on a colour."""

from dataclasses import dataclass, replace
from functools import lru_cache

RGB = tuple[float, float, float]


@lru_cache(maxsize=1024)
def rgb(colour: str) -> RGB:
    """ "#rrggbb" as three numbers from 0 to 1."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def hexed(colour: RGB) -> str:
    """Three numbers from 0 to 1 as "#rrggbb"."""
    return "#" + "".join(f"{round(max(0.0, min(1.0, part)) * 255):02x}" for part in colour)


@lru_cache(maxsize=4096)
def mix(a: str, b: str, share: float) -> str:
    """Colour between two: share 0 is a, 1 is b."""
    red, green, blue = (p + (q - p) * share for p, q in zip(rgb(a), rgb(b), strict=True))
    return hexed((red, green, blue))


def shade(colour: str, factor: float) -> str:
    """Darker below 1, lighter above (towards white)."""
    return mix(colour, "#000000", 1 - factor) if factor <= 1 else mix(colour, "#ffffff", factor - 1)


@dataclass(frozen=True)
class Light:
    """One hour's light. `key` multiplies what it falls on; `haze` veils what is far."""

    sky: tuple[str, str, str]
    key: str
    haze: str
    dark: bool = False
    sun: str = ""
    sun_height: float = 0.5
    stars: bool = False
    veil: float = 0.55

    def on(self, colour: str, depth: float = 1.0, lift: float = 0.0) -> str:
        """A colour as this light shows it at a depth (1 near, 0 far); `lift` keeps some of its own brightness."""
        red, green, blue = (c * (k + (1 - k) * lift) for c, k in zip(rgb(colour), rgb(self.key), strict=True))
        return mix(hexed((red, green, blue)), self.haze, max(0.0, 1 - depth) * self.veil)

    def figure(self, colour: str) -> str:
        """A colour on somebody: kept readable, whatever the hour."""
        return self.on(colour, 1.0, lift=0.62 if self.dark else 0.45)


HOURS = {
    "dawn": Light(("#8fa3bd", "#e8c3a4", "#f7dfbd"), "#e9d2c4", "#efd0b3", sun="#fff0cf", sun_height=0.1),
    "morning": Light(("#8dbbd6", "#bcd8e0", "#f0e9d5"), "#fff6e4", "#dfe6e0", sun="#fffbe8", sun_height=0.45),
    "noon": Light(("#5fa3d3", "#94c4e0", "#d3e6e8"), "#ffffff", "#cfe0e6", sun="#fffdf0", sun_height=0.8),
    "afternoon": Light(("#79acd0", "#b3cfd8", "#efe3c8"), "#fdf2dd", "#dcdccb", sun="#fff6da", sun_height=0.5),
    "sunset": Light(("#56608f", "#dd8a66", "#f7c774"), "#eab489", "#e8a271", sun="#fff0b8", sun_height=0.06),
    "dusk": Light(("#39425f", "#7a6270", "#bb8068"), "#8f849b", "#8a6a6a", dark=True, sun_height=-1),
    "evening": Light(("#28304f", "#4d4f6e", "#9a7872"), "#757695", "#5f5a70", dark=True, stars=True, sun_height=-1),
    "night": Light(
        ("#0b1020", "#151d33", "#253350"), "#5d6c90", "#1d2940", dark=True, sun="#e8e6d4", sun_height=0.72, stars=True
    ),
}

GREYS = {"rain": 0.55, "storm": 0.75, "snow": 0.6, "blizzard": 0.85, "fog": 0.7, "cloudy": 0.6, "wind": 0.2}
VEILS = {"fog": 0.95, "blizzard": 0.92, "sandstorm": 0.95, "snow": 0.75, "rain": 0.68, "storm": 0.65}


def light_of(hour: str, weather: str) -> Light:
    """The light outside at an hour in a weather."""
    light = HOURS[hour]
    if weather == "sandstorm":
        return _tinted(light, "#c9985a", 0.7, weather)
    if weather == "heat":
        return replace(light, sky=_skies(light, "#f3d9a0", (0.25,) * 3), haze=mix(light.haze, "#f0d8a8", 0.5))
    if weather not in GREYS:
        return light
    grey = {"snow": "#c3ccd3", "blizzard": "#cdd3d8", "fog": "#b9c0c2", "storm": "#4a5361"}.get(weather, "#8b96a0")
    base = _brightness(light)
    return _tinted(light, mix("#0d111a", grey, min(1.0, base * 1.15)), GREYS[weather], weather)


def _skies(light: Light, tint: str, shares: RGB) -> tuple[str, str, str]:
    top, middle, low = (mix(colour, tint, share) for colour, share in zip(light.sky, shares, strict=True))
    return top, middle, low


def _brightness(light: Light) -> float:
    return sum(sum(rgb(colour)) for colour in light.sky) / 9 * 1.25


def _tinted(light: Light, tint: str, share: float, weather: str) -> Light:
    keeps = (1.0, 0.85, 0.55) if light.dark or weather in ("rain", "wind") else (1.0, 1.0, 1.0)
    sky = _skies(light, tint, (share * keeps[0], share * keeps[1], share * keeps[2]))
    veil = VEILS.get(weather, light.veil)
    hidden = weather in ("rain", "storm", "snow", "blizzard", "fog", "sandstorm", "cloudy")
    return replace(
        light, sky=sky, haze=mix(light.haze, tint, share), key=mix(light.key, shade(tint, 0.9), share * 0.3),
        sun="" if hidden else light.sun, stars=light.stars and not hidden, veil=veil,
    )  # fmt: skip


ROOM_LIGHTS = {
    "dawn": ("#d8c4b4", False),
    "morning": ("#fff3e0", False),
    "noon": ("#ffffff", False),
    "afternoon": ("#fbeeda", False),
    "sunset": ("#e9bd98", False),
    "dusk": ("#b39a8c", True),
    "evening": ("#b8977a", True),
    "night": ("#9c806b", True),
}


def indoors(outside: Light, hour: str) -> Light:
    """The light in a room at that hour: warm and dim after dark."""
    key, dark = ROOM_LIGHTS[hour]
    return replace(outside, key=key, haze=mix(key, "#2a1d16", 0.72 if dark else 0.2), dark=dark, veil=0.3)
