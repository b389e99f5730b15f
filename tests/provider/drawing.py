"""A backend that draws here, quickly: ffmpeg's test picture and a tone, as long and as large as was asked."""

import tempfile
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from generation.backends.base import Backend, Capabilities, Rejected
from generation.cutting import ffmpeg


class QuickBackend(Backend):
    draws_here = True

    def __init__(self, *, alias: str, credits_per_second: str = "0", longest: str = "60", running: int = 4):
        super().__init__(alias=alias)
        self.capabilities = Capabilities(
            title="Quick",
            longest=Fraction(longest),
            credits_per_second=Decimal(credits_per_second),
            running=running,
            seed=True,
            audio=True,
        )

    def draw(self, request, target: Path, *, on_progress) -> None:
        if "forbidden" in request.action:
            raise Rejected("This cannot be drawn.", code="cannot_be_drawn")
        on_progress(0.1)
        target.write_bytes(film(request.width, request.height, request.rate, request.frames))
        on_progress(1.0)


@lru_cache(maxsize=64)
def film(width: int, height: int, rate: tuple[int, int], frames: int) -> bytes:
    """Return the file: it is drawn once per test process, for every test wants the same few lengths and sizes."""
    picture = f"testsrc2=size={width}x{height}:rate={rate[0]}/{rate[1]}"
    tone = "sine=frequency=440:sample_rate=48000"
    encoding = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -movflags +faststart".split()  # noqa: SIM905
    length = ["-t", f"{frames * rate[1] / rate[0]:.6f}", "-frames:v", str(frames)]
    sources = [*ffmpeg.generated(picture), *ffmpeg.generated(tone)]
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "film.mp4"
        command = ["-v", "error", *sources, *length, *encoding, "-f", "mp4", str(target)]
        ffmpeg.run(command, seconds=60, cwd=target.parent)
        return target.read_bytes()
