"""The trash: shots, scenes and elements that were deleted stay for a month, and can be taken out again."""

from typing import TypeVar

from accounts.models import User
from storyboards.editing.deed import deed
from storyboards.editing.inverting import Inverse
from storyboards.models import Edit, Element, Scene, Shot

Row = TypeVar("Row", Shot, Scene, Element)


def restore(row: Row, *, by: User | None) -> Row:
    """Take the row out of the trash, to where it stood, and return it; raise Gone when it is not there any more."""
    board_pk = row.scene.storyboard_id if isinstance(row, Shot) else row.storyboard_id
    with deed(board_pk, by) as work:
        noun = row._meta.model_name or ""
        edits = work.board.edits.filter(noun=noun, noun_pk=row.pk, after__deleted=True)
        edit = edits.first() or Edit(noun=noun, noun_pk=row.pk, before={"deleted": False}, after={"deleted": True})
        edit.verb = "restore"
        inverse = Inverse(work, [edit], in_turn=False)
        inverse.apply(edit)
        inverse.write()
    return inverse.rows[noun, row.pk]  # type: ignore[return-value]  # of the noun that was asked for
