"""Scripts to revise, and how a board is read for comparing."""

from storyboards.models import Scene, Shot, Storyboard
from storyboards.scripts import read_script

LAMP = """Title: The Last Lamp

EXT. ROCKY COAST - DUSK

Waves break on black rocks below the lighthouse.

MARTA climbs the path with a lantern in her hand.

MARTA
Not yet, Pip. The boats are still out there.

INT. LAMP ROOM - NIGHT

The great glass lamp stands cold in the middle of the round room.

Close on her hand striking the very last match.

EXT. HARBOUR - DAWN

Three red boats lie safe at the stone quay.

Marta sleeps on a pile of nets, the dog in her arms.
"""


def told(board: Storyboard) -> list:
    """Return what a script could say of a board: its scenes and shots in order, with who is seen."""
    return [
        (
            (scene.number, scene.setting, scene.place, scene.time_of_day, scene.synopsis, scene.section),
            [_told_shot(shot) for shot in scene.shots.live().prefetch_related("cast")],
        )
        for scene in Scene.objects.live().filter(storyboard=board)
    ]


def _told_shot(shot: Shot) -> tuple:
    camera = (shot.size, shot.angle, shot.move, shot.move_direction, shot.move_speed, shot.frames, shot.transition)
    return (shot.action, shot.dialogue, camera, shot.notes, sorted(one.name for one in shot.cast.all()))


def places(board: Storyboard) -> list[tuple[int, int]]:
    """Return where in the script the live shots stand."""
    shots = Shot.objects.live().filter(scene__storyboard=board, scene__deleted_at=None)
    return list(shots.order_by("scene__position", "position").values_list("source_start", "source_end"))


def without_text(text: str, *pieces: str) -> str:
    """Return `text` without the pieces, all of which it holds."""
    for piece in pieces:
        assert piece in text
        text = text.replace(piece, "")
    return text


def outline(text: str):
    """Return what a Fountain script is read as."""
    return read_script(text, name="x.fountain")
