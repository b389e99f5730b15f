from storyboards.models.assets import Asset
from storyboards.models.board import Element, Scene, Shot, Storyboard
from storyboards.models.edits import Edit
from storyboards.models.films import Film
from storyboards.models.takes import Take

__all__ = ["Asset", "Edit", "Element", "Film", "Scene", "Shot", "Storyboard", "Take"]
