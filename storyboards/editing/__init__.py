"""The deeds on a board. Each is one transaction, as many rows of the edit log as it changed rows, and live events.

Every deed takes the rows it is about, then who does it. The storyboard's row is locked first, so that deeds on one
board follow each other, and the rows are read again under that lock. `undo` and `redo` read the log.
"""

from storyboards.editing.deed import Gone, Refused
from storyboards.editing.elements import put_in
from storyboards.editing.inverting import Overtaken
from storyboards.editing.many import delete_shots, duplicate_shots, edit_each, edit_shots, move_shots
from storyboards.editing.merging import Clash, Conflict
from storyboards.editing.moving import move_scene, move_shot, shift_scene, shift_shot
from storyboards.editing.scenes import (
    add_scene,
    delete_scene,
    duplicate_scene,
    edit_scene,
    merge_scene,
    split_scene,
)
from storyboards.editing.shots import add_shot, delete_shot, duplicate_shot, edit_shot
from storyboards.editing.splitting import merge_shots, split_shot
from storyboards.editing.storyboards import archive_storyboard, edit_storyboard, restore_storyboard
from storyboards.editing.takes import circle_take, throw_away_take
from storyboards.editing.trash import restore
from storyboards.editing.undoing import Undone, redo, take_back, undo

__all__ = [
    "Clash",
    "Conflict",
    "Gone",
    "Overtaken",
    "Refused",
    "Undone",
    "add_scene",
    "add_shot",
    "archive_storyboard",
    "circle_take",
    "delete_scene",
    "delete_shot",
    "delete_shots",
    "duplicate_scene",
    "duplicate_shot",
    "duplicate_shots",
    "edit_each",
    "edit_scene",
    "edit_shot",
    "edit_shots",
    "edit_storyboard",
    "merge_scene",
    "merge_shots",
    "move_scene",
    "move_shot",
    "move_shots",
    "put_in",
    "redo",
    "restore",
    "restore_storyboard",
    "shift_scene",
    "shift_shot",
    "split_scene",
    "split_shot",
    "take_back",
    "throw_away_take",
    "undo",
]
