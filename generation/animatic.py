"""The animatic: a board in time, before everything moves."""

from django.db import models

from generation import captions
from generation.prompting import lines
from generation.slates import in_order
from storyboards.models import Shot, Storyboard, Take

Cues = dict[int, list[captions.Cue]]


def cues_of(storyboard: Storyboard) -> Cues:
    """Return what is said in each shot by its key; shots in which nobody speaks are left out. Two queries."""
    takes = {take.pk: take for take in _circled(storyboard)}
    said = ((shot.pk, _cues(shot, takes.get(shot.circled_take_id or 0))) for shot in in_order(storyboard))
    return {key: cues for key, cues in said if cues}


def _circled(storyboard: Storyboard):
    whole = Take.objects.live().filter(state=Take.State.DONE, shot__scene__storyboard=storyboard)
    return whole.filter(shot__circled_take=models.F("pk")).select_related("asset")


def _cues(shot: Shot, take: Take | None) -> list[captions.Cue]:
    if take:
        return captions.read(captions.of_take(take))
    return captions.read(captions.of_still(shot, lines(shot), shot.scene.storyboard.rate_pair)) if lines(shot) else []
