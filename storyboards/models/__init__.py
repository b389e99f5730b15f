from storyboards.models.approvals import Approval
from storyboards.models.assets import Asset, AssetKind
from storyboards.models.board import Element, ReferencePicture, Scene, Shot, Storyboard
from storyboards.models.edits import Edit
from storyboards.models.films import Film
from storyboards.models.layouts import ShotListLayout
from storyboards.models.revisions import Revision
from storyboards.models.takes import Take
from storyboards.models.unpackings import Unpacking

__all__ = [
    "Approval",
    "Asset",
    "AssetKind",
    "Edit",
    "Element",
    "Film",
    "ReferencePicture",
    "Revision",
    "Scene",
    "Shot",
    "ShotListLayout",
    "Storyboard",
    "Take",
    "Unpacking",
]
