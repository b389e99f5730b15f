"""A script that came again: what it changes is compared with the board, shown, and taken over piece by piece."""

from storyboards.revising.comparing import compare
from storyboards.revising.handing_in import hand_in
from storyboards.revising.pieces import Difference, Kind, Piece
from storyboards.revising.taking_over import MovedOn, take_over

__all__ = ["Difference", "Kind", "MovedOn", "Piece", "compare", "hand_in", "take_over"]
