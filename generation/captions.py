"""Captions of takes and films: kept with the take as it was spoken, else read off what was asked; as WebVTT and SRT."""

import json
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from generation.backends.base import CAPTIONS_ENDING, ShotRequest
from generation.backends.sketch import sketch_request
from generation.sketch.speech.cues import captions_of
from storyboards.models import Film, Take
from storyboards.timecode import seconds as seconds_of

Kept = dict[str, Any]


class Cue(NamedTuple):
    """A caption: from and to in milliseconds, who says it, and the words."""

    start: int
    end: int
    speaker: str
    text: str


def beside(take: Path) -> Path:
    """Return where the captions of a take lie while it is worked on, next to its file."""
    return take.with_suffix(CAPTIONS_ENDING)


def brought(take: Path) -> Kept | None:
    """Return the captions that came with the file of a take, if any did."""
    place = beside(take)
    return json.loads(place.read_text(encoding="utf-8")) if place.exists() else None


def of_request(request: ShotRequest) -> Kept:
    """Return what the lines of a request would be, said at the stated rate; for what nobody of ours has spoken."""
    return captions_of(sketch_request(request), aloud=False)


def of_take(take: Take) -> Kept:
    """Return the captions of a take, estimated where it was made by others or before captions were kept."""
    return of_result(take.asset.facts if take.asset else None, take.request)


def of_result(facts: dict[str, Any] | None, request: dict[str, Any]) -> Kept:
    """Return the same, of what a take's file says of itself, None where it has none, and of what was asked."""
    told = facts.get("captions") if facts else None
    if told or not request:
        return told or {"voice": "none", "fits": True, "language": "", "cues": []}
    return of_request(ShotRequest.from_json(request))


def of_still(action: str, lines: Sequence[tuple[str, str, str]], frames: int, rate: tuple[int, int]) -> Kept:
    """Return the captions of a panel that stands in for its shot."""
    return of_request(ShotRequest("", action=action, dialogue=tuple(lines), frames=max(1, frames), rate=rate))


def read(captions: Kept) -> list[Cue]:
    """Return the cues that were kept."""
    return [
        Cue(int(start), int(end), str(speaker), str(text)) for start, end, speaker, text in captions.get("cues", ())
    ]


def of_film(film: Film) -> list[Cue]:
    """Return the captions of a film: those of its pieces, each where the piece begins, exactly by frames."""
    if not film.cut:
        return []
    rate = tuple(film.cut["rate"])
    cues, frames = [], 0
    for piece in film.cut["pieces"]:
        start = round(seconds_of(frames, rate) * 1000)
        frames += piece["frames"]
        end = round(seconds_of(frames, rate) * 1000)
        cues += list(_shifted(read(piece.get("captions") or {}), start, end))
    return cues


def _shifted(cues: Iterable[Cue], start: int, end: int) -> Iterator[Cue]:
    for cue in cues:
        if start + cue.start < end:
            yield cue._replace(start=start + cue.start, end=min(end, start + cue.end))


def language_of_film(film: Film) -> str:
    """Return the language of the first piece in which somebody speaks, "" when nobody does."""
    pieces = film.cut["pieces"] if film.cut else ()
    return next((told["language"] for piece in pieces if (told := piece.get("captions")) and told.get("cues")), "")


# --- as files -------------------------------------------------------------------------------------------------------


def vtt(cues: Sequence[Cue]) -> str:
    """Return the captions as WebVTT, the speaker in a voice span; nothing in a line can be taken for markup."""
    blocks = [
        f"{number}\n{_clock(cue.start, '.')} --> {_clock(cue.end, '.')}\n{_voiced(cue)}\n"
        for number, cue in enumerate(cues, start=1)
    ]
    return "\n".join(["WEBVTT\n", *blocks])


def _voiced(cue: Cue) -> str:
    # `-->` cannot stand in a cue, and a line break would end it; both are gone once it is escaped and on one line.
    text = escape(_one_line(cue.text), quote=False)
    speaker = escape(_one_line(cue.speaker), quote=False)
    return f"<v {speaker}>{text}</v>" if speaker else text


def srt(cues: Sequence[Cue]) -> str:
    """Return the captions as SubRip, which has no markup that all players read alike: letters only."""
    blocks = [
        f"{number}\n{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}\n{_plain(cue)}\n"
        for number, cue in enumerate(cues, start=1)
    ]
    return "\n".join(blocks)


def _plain(cue: Cue) -> str:
    said = f"{cue.speaker}: {cue.text}" if cue.speaker else cue.text
    # Players take angle brackets and braces for markup, and `-->` for a time.
    return _one_line(said).replace("-->", "→").translate({ord("<"): "‹", ord(">"): "›", ord("{"): "(", ord("}"): ")"})


def _one_line(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())


def _clock(milliseconds: int, mark: str) -> str:
    whole, rest = divmod(milliseconds, 1000)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}{mark}{rest:03d}"
