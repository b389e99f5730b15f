"""The lengths of shots at another frame rate: in seconds they stay what they are."""

from django.db.models import Case, Value, When

from storyboards.models import Edit, Shot, Storyboard
from storyboards.timecode import Pair, frames_of, seconds
from storyboards.vocabulary import rate_pair

Lengths = dict[str, int]
BATCH = 200


def retime(board: Storyboard, rate: str) -> tuple[Lengths, Lengths]:
    """Count all lengths in frames of the new rate; return the old and the new ones by the shots' keys."""
    old, new = board.rate_pair, rate_pair(rate)
    shots = Shot.objects.filter(scene__storyboard=board)
    lengths = dict(shots.values_list("pk", "frames"))
    counted = {frames: at_rate(frames, old, new) for frames in sorted({*lengths.values()})}
    if counted:
        cases = [When(frames=frames, then=Value(other)) for frames, other in counted.items()]
        shots.order_by().update(frames=Case(*cases))
    before = {str(pk): frames for pk, frames in lengths.items()}
    return before, {pk: counted[frames] for pk, frames in before.items()}


def at_rate(frames: int, old: Pair, new: Pair) -> int:
    """Return the frames of the new rate that last as long."""
    return frames_of(seconds(frames, old), new)


def back_in_time(board: Storyboard, edit: Edit) -> tuple[dict[str, Lengths], dict[str, Lengths]]:
    """Give every shot the exact length that it had before the rate was changed; return the lengths for the log.

    A shot whose length was changed since, or that was added, keeps its new length in seconds.
    """
    was, left = edit.before.get("frames", {}), edit.after.get("frames", {})
    new, old = rate_pair(edit.after["rate"]), rate_pair(edit.before["rate"])
    shots = list(Shot.objects.filter(scene__storyboard=board).only("pk", "frames"))
    before = {str(shot.pk): shot.frames for shot in shots}
    for shot in shots:
        key = str(shot.pk)
        untouched = key in was and shot.frames == left.get(key, at_rate(was[key], old, new))
        shot.frames = was[key] if untouched else at_rate(shot.frames, new, old)
    Shot.objects.bulk_update(shots, ["frames"], batch_size=BATCH)
    return {"frames": before}, {"frames": {str(shot.pk): shot.frames for shot in shots}}
