"""The animatic: a board in time, before everything moves."""

from functools import lru_cache

from django.db import models

from generation import captions
from generation.prompting import Lines, lines_in
from generation.slates import in_order
from storyboards.models import Storyboard, Take
from storyboards.timecode import Pair

KEPT_STILLS = 4096
Cues = dict[int, list[captions.Cue]]


def cues_of(storyboard: Storyboard) -> Cues:
    """Return what is said in each shot by its key; shots in which nobody speaks are left out. Two queries."""
    taken = _of_circled(storyboard)
    shots = in_order(storyboard).values_list("pk", "circled_take_id", "action", "dialogue", "frames")
    rate = storyboard.rate_pair
    said = {
        pk: taken[take] if take in taken else list(_of_still(action, lines_in(dialogue), frames, rate))
        for pk, take, action, dialogue, frames in shots
        if dialogue or take in taken
    }
    return {key: cues for key, cues in said.items() if cues}


def _of_circled(storyboard: Storyboard) -> Cues:
    """Return what is said in the circled takes, by their keys."""
    whole = Take.objects.live().filter(state=Take.State.DONE, shot__scene__storyboard=storyboard)
    rows = whole.filter(shot__circled_take=models.F("pk")).values_list("pk", "asset__facts", "request")
    return {pk: captions.read(captions.of_result(facts, request)) for pk, facts, request in rows}


@lru_cache(KEPT_STILLS)
def _of_still(action: str, lines: Lines, frames: int, rate: Pair) -> tuple[captions.Cue, ...]:
    """Return what is said in a panel: the same words take the same time, however often the page asks."""
    return tuple(captions.read(captions.of_still(action, lines, frames, rate))) if lines else ()
