"""The columns of a board's rows that carry what people and scripts say; each list is declared here, once.

A script speaks of some of them, people edit those and more, a file takes along what holds in any studio.
"""

# Where a row has its place in the text of the script: from, to.
SPAN = ("source_start", "source_end")

SCRIPTED_SHOT = (
    "action",
    "dialogue",
    "size",
    "angle",
    "move",
    "move_direction",
    "move_speed",
    "frames",
    "transition",
    "notes",
)
SHOT = (*SCRIPTED_SHOT, "lens", "omitted", "backend", "options")
SCRIPTED_SCENE = ("number", "setting", "place", "time_of_day", "synopsis", "section")
SCENE = (*SCRIPTED_SCENE, "omitted")
ELEMENT = ("kind", "name", "description", "colour", "colours", "voice", "aliases")
BOARD = ("title", "aspect", "rate", "look", "resolution", "numbering")
