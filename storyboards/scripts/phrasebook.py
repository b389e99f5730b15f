"""The phrases by which a script tells how a shot looks, in English as the trade writes it."""

from storyboards.scripts import vocabulary as v
from storyboards.scripts.words import phrases, word_set

# Said in any case. What could be a plain word of a story stands under CAPITALS instead.
SIZE_PHRASES = phrases(
    **{
        v.EWS: "extreme wide, extreme wide shot, extreme long shot",
        v.ES: "establishing, establishing shot",
        v.VWS: "very wide, very wide shot, very long shot",
        v.WS: "wide shot, wide on, wide angle, long shot, master shot",
        v.FS: "full shot, full figure, head to toe",
        v.MLS: "medium long, medium long shot, medium wide, medium wide shot",
        v.CS: "cowboy shot, american shot",
        v.MS: "medium shot, mid shot, medium on, waist up",
        v.MCU: "medium close, medium close up, medium closeup",
        v.CU: "close on, close up, closeup, close shot, tight on, close in on",
        v.BCU: "big close up, choker",
        v.ECU: "extreme close, extreme close up, extreme closeup, extreme close on, very close on, macro shot",
        v.INS: "insert shot, insert on, detail of, detail on",
        v.TWO_SHOT: "two shot, on both",
        v.GROUP: "group shot, three shot",
        v.OTS: "over the shoulder, over her shoulder, over his shoulder, over their shoulder, over shoulder",
        v.POV: "point of view, through her eyes, through his eyes, through their eyes",
    }
)
SIZE_CAPITALS = phrases(
    **{
        v.EWS: "ews, els",
        v.VWS: "vws, vls",
        v.WS: "wide, ws, ls, master",
        v.FS: "fs",
        v.MLS: "mls, mws",
        v.CS: "cowboy",
        v.MS: "medium, mid",
        v.MCU: "mcu",
        v.CU: "close, cu",
        v.ECU: "ecu, xcu, macro",
        v.INS: "insert, detail",
        v.TWO_SHOT: "2 shot",
        v.OTS: "ots",
        v.POV: "pov",
    }
)
SMALL_THINGS = phrases(
    **{
        v.INS: "hand, hands, finger, fingers, fingertips, letter, photograph, photo, key, keyhole, wristwatch, ring, "
        "matchbox, match, envelope, fuse, wick, coin, handle, doorknob, switch, dial, screen of her phone, pocket",
        v.CU: "face, eyes, eye, tear, tears, lips, smile, smiles, frown, frowns, blush, blinks",
        v.GROUP: "crowd, people, army, audience, guests, passengers, children, villagers, soldiers, dancers, "
        "neighbours, neighbors, fishermen, onlookers, mob, students, workers, team, choir, family",
    }
)
FAR_THINGS = phrases(
    far="sea, ocean, coast, desert, mountain, mountains, city, sky, horizon, valley, plain, plains, island, forest, "
    "cliffs, skyline, planet, space, bay, field, fields, hills"
)
WHOLE_BODY = phrases(
    walking="walk, walks, walking, walked, run, runs, running, ran, climb, climbs, climbing, climbed, ride, rides, "
    "riding, rode, dance, dances, dancing, danced, jumps, jumping, jumped, crosses, crossed, strides, limps"
)

ANGLE_PHRASES = phrases(
    **{
        v.OVERHEAD: "from above, overhead, overhead shot, top down, top shot, straight down",
        v.BIRDS_EYE: "bird's eye, birds eye, bird's eye view, aerial, aerial shot, aerial view",
        v.WORMS_EYE: "worm's eye, worms eye, worm's eye view",
        v.LOW: "low angle, from below, looms, towers above, towers over, looking up at",
        v.HIGH: "high angle, looking down on, looking down at, looks down "
        "on, looks down at, from the top of, far below",
        v.DUTCH: "dutch angle, dutch tilt, canted, canted angle",
        v.SHOULDER: "over the shoulder, over her shoulder, over his shoulder, shoulder level",
        v.HIP: "hip level, from the hip",
        v.KNEE: "knee level, knee height",
        v.GROUND: "ground level, at ground level, from the ground, floor level",
    }
)

MOVE_PHRASES = phrases(
    **{
        v.WHIP_PAN: "whip pan, whip pans, swish pan",
        v.DOLLY_ZOOM: "dolly zoom, vertigo effect, vertigo shot",
        v.RACK_FOCUS: "rack focus, racks focus, focus shifts, focus pulls, pull focus",
        v.PAN: "pans, panning, camera pans, pan to, pan across, pan left, pan right, pan over, slow pan, we pan",
        v.TILT: "tilt up, tilt down, tilts up, tilts down, tilting up, tilting down, camera tilts, we tilt",
        v.ROLL: "camera rolls, barrel roll",
        v.DOLLY: "dolly, dollies, push in, pushes in, pushing in, push in on, pull back, pulls back, pulling back, "
        "pull out, pulls out, move in on, moves in on, slow push, camera creeps",
        v.TRUCK: "truck left, truck right, trucks left, trucks right, crab left, crab right, slide left, slide right",
        v.PEDESTAL: "pedestal up, pedestal down, boom up, boom down, booms up, booms down",
        v.CRANE: "crane, cranes, crane up, crane down, rises, rising over, rise over, ascends, soars up",
        v.ARC: "arc around, arcs around, circles, circling, orbits, orbiting, camera circles, spins around",
        v.TRACKING: "tracking, tracks, tracking shot, follows, follow, following, chases, chasing, steadicam, leads us",
        v.DRONE: "drone, drone shot, aerial, aerial shot, flies over, flying over, fly over, soars, soaring, "
        "helicopter shot",
        v.ZOOM: "zoom, zooms, zooming, zoom in, zoom out, zooms in, zooms out, crash zoom",
        v.HANDHELD: "handheld, hand held, shaky, shakes violently",
        v.STATIC: "static, static shot, locked off, camera still, hold on, holds on",
    }
)
# These set the camera going only if somebody does them: rain runs down a window, too.
RUNNING = phrases(
    running="runs, run, running, ran, walks along, hurries, sprints, races, gallops, marches, rushes, cycles, rides"
)
SOMEBODY = word_set("he she they we i")
MOVE_CAPITALS = phrases(**{v.PAN: "pan", v.TILT: "tilt", v.TRACKING: "track, trailing", v.CRANE: "boom"})

DIRECTION_PHRASES = phrases(
    **{
        v.LEFT: "left, leftwards",
        v.RIGHT: "right, rightwards",
        v.UP: "up, upwards, upward, rises, rising, ascends",
        v.DOWN: "down, downwards, downward, descends, lowers",
        v.IN: "in, in on, closer, towards, toward, into",
        v.OUT: "out, back, away, backwards",
        v.CW: "clockwise",
        v.CCW: "counter clockwise, counterclockwise, anticlockwise, anti clockwise",
    }
)
SPEED_PHRASES = phrases(
    **{
        v.SLOW: "slow, slowly, gently, drifts, drifting, softly, creeps, creeping, gradually",
        v.FAST: "fast, quickly, races, racing, sprints, suddenly, rapidly, swiftly, hurries, gallops, rushes, crash",
    }
)

# What may begin a line of capitals that is no name though words stand right below it.
CAMERA_CUES = phrases(
    camera="close on, close up, close up on, closeup on, extreme close up, angle on, new angle, reverse angle, "
    "reverse on, wide on, wide shot, insert on, pan to, pan across, pan up, pan down, tilt up, tilt down, "
    "tracking shot, aerial shot, establishing shot, two shot, back to scene, series of shots, end of, the end"
)
# What begins a new shot wherever a sentence begins with it in capitals.
CUT_CUES = phrases(
    camera="close, closer, closeup, cu, ecu, mcu, wide, wider, pov, "
    "angle, reverse, insert, pan, tilt, tracking, track, "
    "aerial, establishing, medium, crane, dolly, overhead, on, over, back to, extreme close, extreme wide, drone, "
    "low angle, high angle, two shot, ots, handheld, zoom, push, pull, follow, whip, detail, full shot, rack, arc, "
    "steadicam, macro, very wide, top shot, bird's eye, static"
)
