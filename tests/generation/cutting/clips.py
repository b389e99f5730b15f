"""Small real clips, and what can be seen and heard in a file."""

import subprocess
from pathlib import Path

import imageio_ffmpeg
import numpy as np

from generation.cutting.mezzanine import Mezzanine

FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()
SMALL = Mezzanine(320, 180, (24, 1))
LONGEST = {"max_seconds": 60.0, "max_pixels": 3840 * 2160}
COLOURS = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "black": (0, 0, 0), "white": (255, 255, 255)}


def ffmpeg(*args: str) -> bytes:
    """Run ffmpeg plainly and return what it writes."""
    return subprocess.run([FFMPEG, "-v", "error", "-nostdin", "-y", *args], check=True, capture_output=True).stdout


def make_clip(
    path: Path,
    *,
    colour: str = "red",
    seconds: float = 2.0,
    sound: str | None = "sine=frequency=440",
    rate: str = "24",
    size: str = "320x180",
    more: tuple[str, ...] = (),
) -> Path:
    """A clip of one colour, with the sound of a filter graph or none."""
    picture = ["-f", "lavfi", "-i", f"color=c={colour}:s={size}:r={rate}:d={seconds}"]
    heard = ["-f", "lavfi", "-i", f"{sound},atrim=duration={seconds}"] if sound else []
    coding = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"]
    ffmpeg(*picture, *heard, *coding, *(["-c:a", "aac"] if sound else []), *more, str(path))
    return path


def beep(at: float) -> str:
    """A graph of silence with a short loud tone at a moment."""
    return f"aevalsrc='0.5*sin(2*PI*1000*t)*between(t,{at},{at + 0.05})':s=48000"


def colours(path: Path) -> list[tuple[int, int, int]]:
    """The mean colour of each frame."""
    raw = ffmpeg("-i", str(path), "-vf", "scale=8:8:flags=area,format=rgb24", "-f", "rawvideo", "-")
    frames = np.frombuffer(raw, "u1").reshape(-1, 64, 3)
    return [tuple(round(float(part)) for part in frame.mean(axis=0)) for frame in frames]


def names(path: Path) -> list[str]:
    """The nearest named colour of each frame."""
    return [
        min(COLOURS, key=lambda name: sum((a - b) ** 2 for a, b in zip(COLOURS[name], seen, strict=True)))
        for seen in colours(path)
    ]


def heard(path: Path) -> np.ndarray:
    """The sound as a player hears it: float32, (samples, 2) at 48 kHz."""
    return np.frombuffer(ffmpeg("-i", str(path), "-map", "0:a", "-f", "f32le", "-"), "<f4").reshape(-1, 2)


def onsets(path: Path, threshold: float = 0.05) -> list[int]:
    """The samples at which a sound begins after at least 0.2 s of quiet."""
    loud = np.flatnonzero(np.abs(heard(path)).max(axis=1) > threshold)
    return [int(sample) for sample in loud[np.diff(loud, prepend=-48000) > 9600]]


def loudness(path: Path) -> tuple[float, float]:
    """Integrated loudness (LUFS) and true peak (dBTP) as ffmpeg's own meter sees them."""
    said = subprocess.run(
        [
            *(FFMPEG, "-nostdin", "-hide_banner", "-nostats", "-i", str(path)),
            *("-map", "0:a", "-af", "ebur128=peak=true:framelog=quiet", "-f", "null", "-"),
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stderr
    summary = said[said.rindex("Summary:") :].split()
    return float(summary[summary.index("I:") + 1]), float(summary[summary.index("Peak:") + 1])
