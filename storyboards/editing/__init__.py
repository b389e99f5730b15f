"""The deeds on a board. Each is one transaction, one row of the edit log, and one live event.

Every deed takes the row it is about, then who does it. The storyboard's row is locked first, so that deeds on one board
follow each other, and the row is read again under that lock.
"""

from storyboards.editing.deed import Gone
from storyboards.editing.merging import Clash, Conflict
from storyboards.editing.moving import move_scene, move_shot, shift_scene, shift_shot
from storyboards.editing.scenes import add_scene, delete_scene, duplicate_scene, edit_scene
from storyboards.editing.shots import add_character, add_shot, delete_shot, duplicate_shot, edit_shot
from storyboards.editing.storyboards import archive_storyboard, edit_storyboard, restore_storyboard

__all__ = [
    "Clash",
    "Conflict",
    "Gone",
    "add_character",
    "add_scene",
    "add_shot",
    "archive_storyboard",
    "delete_scene",
    "delete_shot",
    "duplicate_scene",
    "duplicate_shot",
    "edit_scene",
    "edit_shot",
    "edit_storyboard",
    "move_scene",
    "move_shot",
    "restore_storyboard",
    "shift_scene",
    "shift_shot",
]
