"""The words of the trade as codes, for models, forms and the script import alike.

This module imports nothing, so that model choices can be built from it.
"""

EWS = "EWS"
ES = "ES"
VWS = "VWS"
WS = "WS"
FS = "FS"
MLS = "MLS"
CS = "CS"
MS = "MS"
MCU = "MCU"
CU = "CU"
BCU = "BCU"
ECU = "ECU"
INS = "INS"
TWO_SHOT = "2S"
GROUP = "GRP"
OTS = "OTS"
POV = "POV"
SIZES = (EWS, ES, VWS, WS, FS, MLS, CS, MS, MCU, CU, BCU, ECU, INS, TWO_SHOT, GROUP, OTS, POV)

EYE = "eye"
LOW = "low"
HIGH = "high"
OVERHEAD = "overhead"
BIRDS_EYE = "birds_eye"
WORMS_EYE = "worms_eye"
DUTCH = "dutch"
SHOULDER = "shoulder"
HIP = "hip"
KNEE = "knee"
GROUND = "ground"
ANGLES = (EYE, LOW, HIGH, OVERHEAD, BIRDS_EYE, WORMS_EYE, DUTCH, SHOULDER, HIP, KNEE, GROUND)

STATIC = "static"
PAN = "pan"
TILT = "tilt"
ROLL = "roll"
WHIP_PAN = "whip_pan"
DOLLY = "dolly"
TRUCK = "truck"
PEDESTAL = "pedestal"
CRANE = "crane"
ARC = "arc"
TRACKING = "tracking"
DRONE = "drone"
ZOOM = "zoom"
RACK_FOCUS = "rack_focus"
DOLLY_ZOOM = "dolly_zoom"
HANDHELD = "handheld"
MOVE_FAMILIES = (
    STATIC,
    PAN,
    TILT,
    ROLL,
    WHIP_PAN,
    DOLLY,
    TRUCK,
    PEDESTAL,
    CRANE,
    ARC,
    TRACKING,
    DRONE,
    ZOOM,
    RACK_FOCUS,
    DOLLY_ZOOM,
    HANDHELD,
)

NO_DIRECTION = ""
LEFT = "left"
RIGHT = "right"
UP = "up"
DOWN = "down"
IN = "in"
OUT = "out"
CW = "cw"
CCW = "ccw"
MOVE_DIRECTIONS = (NO_DIRECTION, LEFT, RIGHT, UP, DOWN, IN, OUT, CW, CCW)

SLOW = "slow"
MEDIUM = "medium"
FAST = "fast"
MOVE_SPEEDS = (SLOW, MEDIUM, FAST)

CUT = ""
DISSOLVE = "dissolve"
FADE_IN = "fade_in"
FADE_OUT = "fade_out"
DIP_BLACK = "dip_black"
WIPE = "wipe"
MATCH_CUT = "match_cut"
SMASH_CUT = "smash_cut"
TRANSITIONS = (CUT, DISSOLVE, FADE_IN, FADE_OUT, DIP_BLACK, WIPE, MATCH_CUT, SMASH_CUT)

INT = "INT"
EXT = "EXT"
INT_EXT = "INT/EXT"
NO_SETTING = ""
SETTINGS = (NO_SETTING, INT, EXT, INT_EXT)

FOUNTAIN = "fountain"
PROSE = "prose"
MARKDOWN = "markdown"
FORMATS = (FOUNTAIN, PROSE, MARKDOWN)

NARRATOR = "NARRATOR"
