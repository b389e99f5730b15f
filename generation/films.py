"""Asking for a film: the cut is frozen from the circled takes, so that people can go on editing while it is joined."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Team, User
from generation import captions, doorbell, panels
from generation.backends import draws_here
from generation.cutting.gif import LONGEST_SECONDS as LONGEST_GIF
from generation.prompting import lines
from generation.slates import in_order, slates
from soraease_web import live
from storyboards.models import Asset, Film, Shot, Storyboard, Take
from storyboards.timecode import frames_of, seconds
from storyboards.vocabulary import Transition
from storyboards.weather import carry

TRANSITION_SECONDS = 0.5
MOST_NAMED = 12
INTO: dict[str, str] = {
    Transition.DISSOLVE: "dissolve",
    Transition.WIPE: "dissolve",
    Transition.FADE_IN: "fade_in",
    Transition.DIP_BLACK: "dip_black",
}


class FilmRefused(Exception):
    """No film was made; the text says why, for the user."""


class MissingTakes(FilmRefused):
    """Some shots have no circled take; `slates` names them."""

    def __init__(self, missing: list[str]):
        self.slates = missing
        named = ", ".join(missing[:MOST_NAMED]) + ("…" if len(missing) > MOST_NAMED else "")
        super().__init__(
            _("These shots have no circled take: %s. Circle one for each, or let their panels stand in.") % named
        )


class NothingToCut(FilmRefused):
    def __init__(self):
        super().__init__(_("This storyboard has no shots yet. Add one, then make the film."))


class TooLongForGif(FilmRefused):
    def __init__(self):
        super().__init__(_("A GIF may run for a minute at most, and this film is longer. Make the film without one."))


def missing_takes(storyboard: Storyboard) -> list[str]:
    """Return the slates of the shots that have no circled take that could be cut."""
    named = slates(storyboard)
    return [named[shot.pk] for shot in _shots(storyboard) if not _usable(shot)]


def request_film(storyboard: Storyboard, by: User | None, *, stand_ins: bool, gif: bool = False) -> Film:
    """Return a new film, queued, whose cut is frozen from the circled takes.

    With `stand_ins`, panels stand in for what is missing; without, raise MissingTakes. Raise NothingToCut for an
    empty storyboard, TooLongForGif where a `gif` was asked for too. The film costs nothing.
    """
    shots = list(_shots(storyboard))
    if not shots:
        raise NothingToCut
    named = slates(storyboard)
    missing = [named[shot.pk] for shot in shots if not _usable(shot)]
    if missing and not stand_ins:
        raise MissingTakes(missing)
    cut = freeze_cut(storyboard, shots, named)
    frames = sum(piece["frames"] for piece in cut["pieces"])
    if gif and seconds(frames, storyboard.rate_pair) > LONGEST_GIF:
        raise TooLongForGif
    with transaction.atomic():
        Team.objects.lock(storyboard.team_id)
        film = Film.objects.create(
            storyboard=storyboard,
            number=(storyboard.films.aggregate(last=Max("number"))["last"] or 0) + 1,
            cut=cut,
            frames=frames,
            wants_gif=gif,
            created_by=by,
        )
        announce(film)
        doorbell.on_commit(lambda: doorbell.ring_film(film.pk))
    return film


def freeze_cut(storyboard: Storyboard, shots: list[Shot], named: dict[int, str]) -> dict[str, Any]:
    """Return the pieces in order, as JSON: for each what is shown, for how many frames, and how it begins."""
    width, height = storyboard.frame_size
    rate = storyboard.rate_pair
    pieces: list[dict[str, Any]] = []
    scene = None
    carry(shots)
    for shot in shots:
        piece = _piece(shot, named[shot.pk])
        if shot.scene_id != scene:
            scene, piece["chapter"] = shot.scene_id, shot.scene.slugline
        _begin(piece, shot.transition, pieces)
        pieces.append(piece)
    frames = round(TRANSITION_SECONDS * rate[0] / rate[1])
    return {"width": width, "height": height, "rate": list(rate), "transition_frames": frames, "pieces": pieces}


def _piece(shot: Shot, slate: str) -> dict[str, Any]:
    piece: dict[str, Any] = {"shot": shot.pk, "slate": slate, "transition": "cut", "chapter": None}
    take = _usable(shot)
    if take and take.mezzanine:
        return piece | _taken(take, take.mezzanine, shot.scene.storyboard) | _said(captions.of_take(take))
    still = shot.panel.stored_name if shot.panel else panels.panel(shot)
    said = captions.of_still(shot.action, lines(shot), shot.frames, shot.scene.storyboard.rate_pair)
    return piece | {"take": None, "name": still, "frames": max(1, shot.frames)} | _said(said)


def _said(told: captions.Kept) -> dict[str, Any]:
    return {"captions": told} if told["cues"] else {}


def _taken(take: Take, mezzanine: Asset, board: Storyboard) -> dict[str, Any]:
    """Return which file of the take is cut, and how long it is; one made at other settings is made ready anew."""
    rate = tuple(mezzanine.facts.get("rate", board.rate_pair))
    if (mezzanine.width, mezzanine.height, *rate) == (*board.frame_size, *board.rate_pair):
        return {"take": take.pk, "name": mezzanine.stored_name, "frames": mezzanine.frames}
    source = take.asset or mezzanine
    frames = frames_of(seconds(mezzanine.frames, rate), board.rate_pair)
    return {"take": take.pk, "name": source.stored_name, "frames": frames, "anew": True}


def _begin(piece: dict[str, Any], transition: str, before: list[dict[str, Any]]) -> None:
    """Write down how the piece begins; a fade out belongs to the end of the piece before."""
    if transition == Transition.FADE_OUT:
        if before and before[-1]["transition"] == "cut":
            before[-1]["transition"] = "fade_out"
        elif before:
            piece["transition"] = "dip_black"
    elif before or transition == Transition.FADE_IN:
        piece["transition"] = INTO.get(transition, "cut")


def _shots(storyboard: Storyboard):
    return in_order(storyboard).select_related(
        "scene__storyboard__team", "circled_take__mezzanine", "circled_take__asset", "panel"
    )


def _usable(shot: Shot) -> Take | None:
    """Return the circled take of `shot` if it can be cut."""
    take = shot.circled_take
    whole = take and take.state == Take.State.DONE and take.deleted_at is None and take.mezzanine
    return take if whole else None


def is_sketched(film: Film) -> bool:
    """Return whether there are sketches in the cut, which say in the picture what they are."""
    pieces = film.cut["pieces"] if film.cut else ()
    takes = [piece["take"] for piece in pieces if piece["take"]]
    made_by = Take.objects.filter(pk__in=takes).order_by().values_list("backend", flat=True).distinct()
    return any(draws_here(alias) for alias in made_by)


def cancel_film(film: Film) -> bool:
    """Stop joining; return whether there was anything to stop. The takes stay."""
    stopped = (
        Film.objects.open()
        .filter(pk=film.pk)
        .update(
            state=Film.State.CANCELLED,
            lease_until=None,
            finished_at=Now(),
            error=_("Cancelled. The takes are untouched."),
        )
    )
    if stopped:
        announce(film)
    return bool(stopped)


def delete_film(film: Film) -> None:
    """Throw a version away; its file goes with the next sweep, and takes and storyboard stay."""
    cancel_film(film)
    with transaction.atomic():
        Film.objects.filter(pk=film.pk).update(deleted_at=timezone.now())
        announce(film)


def announce(film: Film) -> None:
    """Tell the open pages that the film has changed."""
    live.announce(film.storyboard_id, "film", film.pk)
