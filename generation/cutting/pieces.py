"""The pieces of a cut, and where each stands in the film."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Literal

from django.utils.translation import gettext_lazy as _

from . import boxes
from .mezzanine import Mezzanine
from .probing import BadMedia
from .sound import Sound

Transition = Literal["cut", "dissolve", "fade_in", "fade_out", "dip_black"]
TRANSITIONS = ("cut", "dissolve", "fade_in", "fade_out", "dip_black")


@dataclass(frozen=True)
class Piece:
    """Frames `in_frame` to `out_frame` (left out; None is the end) of a normalised take of `frames`.

    The transition leads into this piece, and no transition changes how long the film is:
    "dissolve": for its first frames the piece before runs on (or its last picture is held) and goes away;
    "fade_in": its first frames come up from black; "dip_black": half of the frames go to black at the end of the piece
    before, half come up here. "fade_out" is about its own end: its last frames go to black.
    `chapter` is a title when a new scene begins here.
    """

    path: Path
    frames: int
    in_frame: int = 0
    out_frame: int | None = None
    transition: Transition = "cut"
    transition_frames: int = 12
    chapter: str | None = None

    @property
    def end(self) -> int:
        """The first frame of the take that is not shown."""
        return self.frames if self.out_frame is None else self.out_frame

    @property
    def length(self) -> int:
        """Frames that it adds to the film."""
        return self.end - self.in_frame


@dataclass(frozen=True)
class Take:
    """An opened take: frames, what its decoder is set up with, its picture track, and its sound."""

    frames: int
    settings: bytes
    picture: boxes.Track
    sound: Sound


@dataclass(frozen=True)
class Placed:
    """A piece in the film: from film frame `start` to `end`; frames of dissolve and fade in, and of fade out."""

    piece: Piece
    take: Take
    start: int
    dissolve: int = 0
    fade_in: int = 0
    fade_out: int = 0

    @property
    def end(self) -> int:
        """The film frame after its last."""
        return self.start + self.piece.length

    @property
    def head(self) -> int:
        """Frames at its start that are not as in the take."""
        return max(self.dissolve, self.fade_in)


@dataclass(frozen=True)
class Chapter:
    """A scene of the film, in film frames; `end` is the frame after its last."""

    title: str
    start: int
    end: int


def place(pieces: Sequence[Piece], mezzanine: Mezzanine) -> list[Placed]:
    """Put the pieces one after the other. Raises ValueError for a cut that makes no sense, BadMedia for a bad take."""
    if not pieces:
        raise ValueError("A film has at least one piece.")
    opened: dict[Path, Take] = {}
    placed: list[Placed] = []
    for piece in pieces:
        _check(piece)
        take = opened.get(piece.path) or opened.setdefault(piece.path, open_take(piece.path, mezzanine))
        if take.frames != piece.frames:
            raise BadMedia("wrong_length", _("A take is not as long as it should be. Choose another take."))
        _append(placed, Placed(piece, take, placed[-1].end if placed else 0))
    return placed


def open_take(path: Path, mezzanine: Mezzanine) -> Take:
    """Read the index of a take. Raises BadMedia when `normalise` or `hold_still` did not make it for this mezzanine."""
    try:
        tracks = {track.handler: track for track in boxes.read_tracks(path)}
        picture, heard = tracks[b"vide"], tracks[b"soun"]
        _check_form(picture, mezzanine)
        return Take(len(picture.sizes), picture.decoder_settings, picture, Sound.of(path, heard))
    except (KeyError, ValueError) as error:
        raise BadMedia(
            "not_normalised", _("A take is not in the form of the film. Normalise it again."), str(error)
        ) from error


def _check_form(picture: boxes.Track, mezzanine: Mezzanine) -> None:
    found = (picture.picture_size, Fraction(picture.timescale * len(picture.sizes), max(1, picture.duration)))
    if found != ((mezzanine.width, mezzanine.height), mezzanine.fps):
        raise ValueError(f"{found} instead of {mezzanine}")


def zero(one: Placed, mezzanine: Mezzanine) -> float:
    """The second of the film at which the clock of the take stands at zero."""
    return mezzanine.seconds(one.start - one.piece.in_frame)


def chapters(placed: Sequence[Placed]) -> tuple[Chapter, ...]:
    """The scenes: each from the piece that has a title to the next that has one."""
    starts = [(one.start, one.piece.chapter) for one in placed if one.piece.chapter]
    ends = [*(start for start, _title in starts[1:]), placed[-1].end][: len(starts)]
    return tuple(Chapter(title, start, end) for (start, title), end in zip(starts, ends, strict=True) if title)


def _check(piece: Piece) -> None:
    if not 0 <= piece.in_frame < piece.end <= piece.frames:
        raise ValueError(f"Frames {piece.in_frame} to {piece.end} are not within {piece.frames}.")
    if piece.transition not in TRANSITIONS or piece.transition_frames < 0:
        raise ValueError(f"There is no transition {piece.transition!r} of {piece.transition_frames} frames.")


def _append(placed: list[Placed], one: Placed) -> None:
    """Add a piece, with its transition shared out between it and the one before."""
    wanted = one.piece.transition_frames
    kind = one.piece.transition
    head, tail = wanted, 0
    if kind == "fade_out":
        head, tail = 0, min(wanted, one.piece.length)
    elif kind == "dip_black" and placed:
        before = placed[-1]
        going = min(wanted // 2, before.piece.length - before.head)
        placed[-1] = replace(before, fade_out=max(before.fade_out, going))
        head = wanted - wanted // 2
    head = 0 if kind == "cut" else min(head, one.piece.length - tail)
    # There is nothing to dissolve from before the first piece, or behind a fade to black.
    from_picture = kind == "dissolve" and placed and not placed[-1].fade_out
    placed.append(
        replace(one, dissolve=head if from_picture else 0, fade_in=0 if from_picture else head, fade_out=tail)
    )
