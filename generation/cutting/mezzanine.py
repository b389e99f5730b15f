"""The one form in which takes are kept, so that a film is joined without encoding them again."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from . import aac, ffmpeg, probing, sound

SECONDS_PER_FRAME = 2.0  # the slowest machine we wait for
START_SECONDS = 60.0
LARGEST_PICTURE = 25_000_000
PICTURES = ("PNG", "JPEG", "WEBP")
_COLOURS = "format=yuv420p,setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv"
AS_IT_IS = ""
SAME_EACH_TIME = ["-fflags", "+bitexact", "-map_metadata", "-1", "-map_chapters", "-1"]


@dataclass(frozen=True)
class Mezzanine:
    """H.264 High 4:2:0 BT.709 with 48 kHz stereo AAC, at one size (even numbers) and rate (numerator, denominator).

    Every second opens with an IDR picture, no picture refers across it, and pictures are kept in the order in which
    they are shown; so a take can be left at any frame, and entered at any second, without encoding.
    """

    width: int
    height: int
    rate: tuple[int, int]

    @property
    def fps(self) -> Fraction:
        """Frames per second."""
        return Fraction(*self.rate)

    @property
    def group(self) -> int:
        """Frames from one IDR picture to the next."""
        return max(1, round(self.fps))

    @property
    def timescale(self) -> int:
        """Ticks per second of the picture track; a frame is a whole number of them."""
        return self.rate[0] * -(-12000 // self.rate[0])

    def samples(self, frames: int) -> int:
        """Audio samples until the start of frame `frames`."""
        return round(frames * aac.RATE / self.fps)

    def seconds(self, frames: int) -> float:
        """Seconds until the start of frame `frames`."""
        return float(frames / self.fps)


def conforms(probe: probing.Probe, mezzanine: Mezzanine) -> bool:
    """Whether a file has the form of a take that `normalise` made for this mezzanine."""
    return (
        (probe.container, probe.codec, probe.pixel_format) == ("mov", "h264", "yuv420p")
        and (probe.width, probe.height) == (mezzanine.width, mezzanine.height)
        and Fraction(*probe.rate) == mezzanine.fps
        and (probe.audio_rate, probe.audio_channels) == (aac.RATE, 2)
    )


def normalise(
    source: Path,
    target: Path,
    *,
    frames: int,
    mezzanine: Mezzanine,
    on_progress: Callable[[float], None] | None = None,
    keep_picture: bool = False,
) -> probing.Probe:
    """Make a take of exactly `frames` from a verified video: trimmed, or its last picture held.

    No sound becomes silence. The picture is fitted inside the size on black; with `keep_picture`, which is for our own
    engine's work, it is not encoded again if it has the form already. `on_progress` gets 0 to 1.
    Raises BadMedia, FfmpegFailed.
    """
    header = probing.look(source)
    inputs = ffmpeg.source(source.resolve(), header.container, "-threads", ffmpeg.THREADS)
    if header.has_audio:
        heard = "[0:a:0]"
    else:
        inputs += ffmpeg.generated(f"anullsrc=r={aac.RATE}:cl=stereo")
        heard = "[1:a]"
    picture = f"[0:v:0]{_fit(mezzanine)},{_exactly(frames, mezzanine)}[v]"
    if keep_picture and _is_ready(source, frames, mezzanine):
        picture = AS_IT_IS
    return _make(inputs, picture, heard, target, frames, mezzanine, on_progress)


def _is_ready(source: Path, frames: int, mezzanine: Mezzanine) -> bool:
    try:
        probe = probing.inspect(source)
    except probing.BadMedia:
        return False
    return probe.frames == frames and conforms(probe, mezzanine)


def hold_still(
    image: Path, target: Path, *, frames: int, mezzanine: Mezzanine, label: str | None = None
) -> probing.Probe:
    """A silent take of `frames` that shows one picture (PNG, JPEG or WebP), with `label` on it if there is one.

    Raises BadMedia when the picture cannot be read or is larger than 25 megapixels.
    """
    still = _draw(image, mezzanine, label)
    size = ["-pixel_format", "rgb24", "-video_size", f"{mezzanine.width}x{mezzanine.height}"]
    inputs = ffmpeg.source("pipe:0", "rawvideo", *size, "-framerate", "{}/{}".format(*mezzanine.rate))
    inputs += ffmpeg.generated(f"anullsrc=r={aac.RATE}:cl=stereo")
    picture = f"[0:v:0]{_convert()},{_exactly(frames, mezzanine)}[v]"
    return _make(inputs, picture, "[1:a]", target, frames, mezzanine, None, stdin=still)


def encoding(mezzanine: Mezzanine) -> list[str]:
    """Arguments that encode a picture track of this mezzanine; the same everywhere, so that tracks can be joined."""
    group = str(mezzanine.group)
    return [
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-profile:v", "high", "-pix_fmt", "yuv420p"),
        *("-bf", "0", "-g", group, "-keyint_min", group, "-sc_threshold", "0", "-x264-params", "open-gop=0"),
        *("-threads", ffmpeg.THREADS, "-flags:v", "+bitexact", "-fps_mode", "passthrough"),
        *("-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv"),
        *("-video_track_timescale", str(mezzanine.timescale)),
    ]


def allowance(frames: int) -> float:
    """Seconds that we wait for so many frames to be encoded."""
    return START_SECONDS + SECONDS_PER_FRAME * frames


def _fit(mezzanine: Mezzanine) -> str:
    width, height = mezzanine.width, mezzanine.height
    return (
        f"scale='trunc(iw*if(sar,sar,1)/2)*2':ih,setsar=1,"
        f"scale={width}:{height}:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=bicubic"
        f":out_color_matrix=bt709:out_range=tv,pad={width}:{height}:(ow-iw)/2:(oh-ih)/2,setsar=1,{_COLOURS}"
    )


def _convert() -> str:
    return "scale=out_color_matrix=bt709:out_range=tv,setsar=1," + _COLOURS


def _exactly(frames: int, mezzanine: Mezzanine) -> str:
    rate = "{}/{}".format(*mezzanine.rate)
    return f"fps={rate}:start_time=0,tpad=stop=-1:stop_mode=clone,trim=end_frame={frames},setpts=N/({rate})/TB"


def _make(
    inputs: list[str],
    picture: str,
    heard: str,
    target: Path,
    frames: int,
    mezzanine: Mezzanine,
    on_progress: Callable[[float], None] | None,
    stdin: list[bytes] | None = None,
) -> probing.Probe:
    if frames < 1:
        raise ValueError("A take has at least one frame.")
    samples = mezzanine.samples(frames)
    graph = sound.channels_graph(heard, samples)
    shown = ["-map", "0:v:0", "-c:v", "copy", "-video_track_timescale", str(mezzanine.timescale)]
    if picture != AS_IT_IS:
        graph = f"{picture};{graph}"
        shown = ["-map", "[v]", *encoding(mezzanine)]
    with tempfile.TemporaryDirectory(prefix="take-", dir=target.resolve().parent) as room:
        work = Path(room)
        ffmpeg.run(
            [
                *("-v", "error", *inputs, "-filter_complex", graph, *SAME_EACH_TIME),
                *(*shown, "-f", "mp4", "picture.mp4", *sound.channel_outputs()),
            ],
            seconds=allowance(frames),
            cwd=work,
            stdin=stdin,
            on_progress=_share(frames, on_progress),
        )
        measures = sound.gather(work, work / "sound.aac", samples, seconds=allowance(frames))
        made = _put_together(work, samples, frames, mezzanine)
        sound.keep(made, measures)
        probe = probing.inspect(made)
        _check(probe, frames, mezzanine)
        made.replace(target)
    return probe


def _put_together(work: Path, samples: int, frames: int, mezzanine: Mezzanine) -> Path:
    """One file of `picture.mp4` and `sound.aac`, index first; returns its path."""
    ffmpeg.run(
        [
            *("-v", "error", *ffmpeg.source("picture.mp4", "mov"), *ffmpeg.source("sound.aac", "aac")),
            *("-map", "0:v", "-map", "1:a", "-c", "copy", *SAME_EACH_TIME, *timing(samples, mezzanine)),
            *("-movflags", "+faststart", "-f", "mp4", "take.mp4"),
        ],
        seconds=allowance(frames),
        cwd=work,
    )
    return work / "take.mp4"


def timing(samples: int, mezzanine: Mezzanine) -> list[str]:
    """Arguments that count time instead of measuring it: frame by frame, and packet by packet from the priming on."""
    last = -(-samples // aac.PACKET)
    rest = samples - (last - 1) * aac.PACKET
    frame, packet = f"{mezzanine.rate[1]}/{mezzanine.rate[0]}", f"{aac.PACKET}/{aac.RATE}"
    picture = f"setts=ts=round(N*{frame}/TB):duration=round({frame}/TB)"
    heard = (
        f"setts=ts=round((N-1)*{packet}/TB)"
        f":duration=if(eq(N\\,{last})\\,round({rest}/{aac.RATE}/TB)\\,round({packet}/TB))"
    )
    return [
        *("-bsf:v", picture, "-bsf:a", f"aac_adtstoasc,{heard}"),
        *("-video_track_timescale", str(mezzanine.timescale), "-avoid_negative_ts", "disabled"),
    ]


def _share(frames: int, on_progress: Callable[[float], None] | None) -> Callable[[int], None] | None:
    return None if on_progress is None else lambda done: on_progress(min(1.0, done / frames))


def _check(probe: probing.Probe, frames: int, mezzanine: Mezzanine) -> None:
    if probe.frames != frames or not conforms(probe, mezzanine):
        raise ffmpeg.FfmpegFailed("failed", probing.NOT_MADE, f"made {probe}, wanted {frames} of {mezzanine}")


def _draw(image: Path, mezzanine: Mezzanine, label: str | None) -> list[bytes]:
    """The picture, fitted on black, as one raw frame."""
    size = (mezzanine.width, mezzanine.height)
    try:
        with Image.open(image, formats=PICTURES) as opened:
            if opened.width * opened.height > LARGEST_PICTURE:
                raise probing.BadMedia("too_large", probing.LARGE_PICTURE)
            opened.thumbnail((size[0] * 2, size[1] * 2))
            fitted = opened.convert("RGBA")
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise probing.BadMedia("unreadable", probing.NO_PICTURE, str(error)) from error
    scale = min(size[0] / fitted.width, size[1] / fitted.height)
    fitted = fitted.resize((max(1, round(fitted.width * scale)), max(1, round(fitted.height * scale))))
    page = Image.new("RGB", size)
    page.paste(fitted, ((size[0] - fitted.width) // 2, (size[1] - fitted.height) // 2), fitted)
    if label:
        _write(page, label)
    return [page.tobytes()]


def _write(page: Image.Image, label: str) -> None:
    """Put `label` on a dark strip at the foot of the page, as large as it fits."""
    pen = ImageDraw.Draw(page)
    height = max(12, page.height // 24)
    letters = ImageFont.load_default(height)
    while height > 8 and pen.textlength(label, font=letters) > page.width * 0.94:
        height -= 1
        letters = ImageFont.load_default(height)
    pen.rectangle((0, page.height - 2 * height, page.width, page.height), fill=(0, 0, 0))
    pen.text((page.width // 2, page.height - height), label, font=letters, fill=(235, 235, 235), anchor="mm")
