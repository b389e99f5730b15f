"""Words that name a shot size or a camera move inside the action text."""

SIZE_WORDS = {
    "EWS": "extreme wide|extreme wide shot|extreme long shot|aerial view|vast",
    "ES": "establishing|establishing shot",
    "WS": "wide|wide shot|long shot",
    "FS": "full shot|full length|head to toe",
    "MLS": "medium long shot",
    "MS": "medium shot|mid shot|waist up",
    "MCU": "medium close-up|medium close up|head and shoulders",
    "CU": "close-up|close up|closeup|close on|close|tight on|close in on",
    "ECU": "extreme close-up|extreme close up|macro",
    "INS": "insert|detail of|insert of|detail",
    "2S": "two shot|two-shot",
    "OTS": "over the shoulder|over-the-shoulder|over his shoulder|over her shoulder",
    "POV": "pov|point of view|through his eyes|through her eyes",
}
MOVE_WORDS = {
    ("pan", "left"): "pan left|pans left|panning left",
    ("pan", "right"): "pan right|pans right|panning right|pan across|pans across|camera pans",
    ("tilt", "up"): "tilt up|tilts up|camera tilts up",
    ("tilt", "down"): "tilt down|tilts down",
    ("dolly", "in"): "push in|pushes in|dolly in|dollies in|move in on|camera moves in|slow push in|camera pushes in",
    ("dolly", "out"): "pull back|pulls back|dolly out|pull out|camera pulls back",
    ("zoom", "in"): "zoom in|zooms in|zoom",
    ("zoom", "out"): "zoom out|zooms out",
    ("crane", "up"): "crane up|cranes up|camera rises|the camera rises|camera lifts",
    ("crane", "down"): "crane down|cranes down|camera descends|camera sinks",
    ("tracking", "left"): "tracking left|track left",
    ("tracking", "right"): "tracking right|track right|tracking shot|camera follows|camera tracks",
    ("drone", ""): "drone|drone shot|aerial shot|fly over|flyover|aerial",
    ("handheld", ""): "handheld|shaky camera|hand-held",
    ("arc", "right"): "camera circles|camera orbits|arc shot|camera arcs",
}
