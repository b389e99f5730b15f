"""What people do with takes: choose one for the cut, throw one away."""

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from storyboards.editing.deed import Deed, Gone, deed, live_shot
from storyboards.editing.writing import write_shots
from storyboards.models import Shot, Take


def circle_take(take: Take, *, by: User | None) -> Shot:
    """Choose this take for the cut, or take the circle away from it if it is chosen; return the shot."""
    with deed(take.shot.scene.storyboard_id, by) as work:
        shot = live_shot(take.shot)
        chosen = _live(take)
        write_shots(
            work, "circle", [(shot, {"circled_take_id": None if shot.circled_take_id == chosen.pk else chosen.pk})]
        )
    return shot


def throw_away_take(take: Take, *, by: User | None) -> Shot:
    """Throw the take away, circled or not; this is not undone. Return the shot."""
    with deed(take.shot.scene.storyboard_id, by) as work:
        shot = live_shot(take.shot)
        Take.objects.filter(pk=_live(take).pk).update(deleted_at=timezone.now())
        _let_go(work, shot, take)
        work.record("throw_away", take, {"number": take.number}, {})
        work.announce(shot)
    return shot


def _let_go(work: Deed, shot: Shot, take: Take) -> None:
    if shot.circled_take_id == take.pk:
        write_shots(work, "throw_away", [(shot, {"circled_take_id": None})])


def _live(take: Take) -> Take:
    found = Take.objects.live().filter(pk=take.pk).first()
    if found is None:
        raise Gone(_("This take was thrown away in the meantime. Nothing was changed."))
    return found
