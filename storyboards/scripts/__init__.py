"""Script import: a Fountain screenplay, a story in prose or a Markdown article into scenes, shots and lines."""

from storyboards.scripts.outline import Line, Outline, SceneOutline, ScriptError, ShotOutline
from storyboards.scripts.reading import detect_format, read_script
from storyboards.scripts.source import MAX_BYTES

__all__ = ["MAX_BYTES", "Line", "Outline", "SceneOutline", "ScriptError", "ShotOutline", "detect_format", "read_script"]
