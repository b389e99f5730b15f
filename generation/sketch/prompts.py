"""Sixty shots for the contact sheet: places, hours, weather, people, sizes and angles, each at least once."""

from .request import SketchRequest


def _shot(
    action: str, place: str, hour: str = "", size: str = "WS", angle: str = "eye", setting: str = "EXT"
) -> SketchRequest:
    return SketchRequest(action=action, place=place, time_of_day=hour, size=size, angle=angle, setting=setting)


def _room(action: str, place: str, hour: str = "", size: str = "WS", angle: str = "eye") -> SketchRequest:
    return _shot(action, place, hour, size, angle, "INT")


PROMPTS: tuple[SketchRequest, ...] = (
    _shot("A girl in a yellow coat runs along the beach with a dog.", "BEACH", "MORNING"),
    _shot("Waves break. A lighthouse. Rain.", "ROCKY COAST", "DUSK", "EWS"),
    _shot("Two men in hats walk.", "CITY STREET", "NIGHT", "FS", "low"),
    _shot("A woman with a red umbrella waits.", "TRAIN STATION", "AFTERNOON", "FS"),
    _shot("Three red boats.", "HARBOUR", "SUNSET"),
    _shot("An old man sits on a bench and reads.", "PARK", "NOON", "FS"),
    _shot("A wolf howls.", "FOREST", "NIGHT"),
    _shot("A caravan of camels.", "DESERT", "SUNSET", "VWS"),
    _shot("Nobody. Snow falls.", "VILLAGE", "EVENING", "EWS", "high"),
    _shot("A knight rides a horse.", "CASTLE", "DAWN"),
    _shot("An astronaut walks.", "PLANET", "NIGHT"),
    _shot("A spaceship flies.", "SPACE", "NIGHT", "EWS"),
    _shot("A diver swims among fish.", "UNDERWATER", "NOON"),
    _shot("A farmer drives a tractor.", "FARM", "AFTERNOON"),
    _shot("A steam train.", "RAILWAY", "MORNING", "VWS"),
    _shot("Children wave from the bridge.", "BRIDGE", "MORNING", "GRP"),
    _shot("A storm. Three ships.", "SEA", "NIGHT", "EWS"),
    _shot("A hiker climbs.", "MOUNTAINS", "DAWN", "VWS", "low"),
    _shot("A woman in a blue dress dances.", "GARDEN", "SUNSET", "FS"),
    _shot("A man in a black coat runs in the rain.", "CITY STREET", "NIGHT", "MLS", "dutch"),
    _shot("Fog. A rowing boat with a man.", "LAKE", "DAWN"),
    _shot("Two deer.", "FIELD", "MORNING", "VWS"),
    _shot("A market crowd. A woman buys apples.", "MARKET", "NOON"),
    _shot("A campfire. Four children sit.", "FOREST", "NIGHT", "GRP"),
    _shot("A plane takes off.", "AIRPORT", "SUNSET", "EWS"),
    _shot("A red car drives.", "ROAD", "AFTERNOON", "VWS", "high"),
    _shot("A boy with a kite.", "FIELD", "AFTERNOON", "FS", "worms_eye"),
    _shot("Ruins. A woman with a torch.", "RUINS", "DUSK"),
    _shot("Towers.", "CITY SKYLINE", "NIGHT", "EWS"),
    _shot("A fisherman.", "RIVER", "MORNING"),
    _room("Marta smiles.", "KITCHEN", "MORNING", "MS"),
    _room("A man cooks.", "KITCHEN", "NIGHT", "FS"),
    _room("A child lies in bed.", "BEDROOM", "NIGHT"),
    _room("A woman sits on the sofa with a cat.", "LIVING ROOM", "EVENING"),
    _room("A man types at the computer.", "OFFICE", "NOON", "MS"),
    _room("The teacher writes. Three children.", "CLASSROOM", "MORNING"),
    _room("A doctor and a patient.", "HOSPITAL", "NOON", "2S"),
    _room("An old man in a hat looks at her.", "BAR", "NIGHT", "CU"),
    _room("Two women talk.", "CAFÉ", "AFTERNOON", "2S"),
    _room("A man reads.", "LIBRARY", "EVENING"),
    _room("A girl runs.", "CORRIDOR", "NIGHT", "FS", "low"),
    _room("A carpenter with a hammer.", "WORKSHOP", "AFTERNOON", "MLS"),
    _room("A singer with a guitar.", "STAGE", "NIGHT", "FS", "low"),
    _room("A scientist holds a flask.", "LABORATORY", "NOON", "MS"),
    _room("A woman drives.", "CAR", "NIGHT", "MS"),
    _room("A man in a suit waits.", "ELEVATOR", "NOON", "MCU"),
    _room("Close on her hand striking a match.", "LAMP ROOM", "NIGHT", "INS"),
    _room("Her eyes.", "BEDROOM", "NIGHT", "ECU"),
    _shot("A captain.", "SHIP DECK", "DUSK", "MLS"),
    _room("A bear.", "CAVE", "NIGHT"),
    _shot("A soldier falls.", "RUINS", "NOON", "FS", "dutch"),
    _shot("Two boys fight.", "VILLAGE", "AFTERNOON", "FS"),
    _shot("Ada hugs Jonas.", "PARK", "SUNSET", "MS"),
    _shot("A bird on a branch.", "GARDEN", "DAWN", "CU"),
    _shot("A cyclist.", "ROAD", "MORNING", "FS", "knee"),
    _shot("A sailor points at the storm.", "HARBOUR", "DUSK", "MLS", "low"),
    _shot("Five people with umbrellas in the rain.", "CITY STREET", "EVENING", "VWS", "birds_eye"),
    _shot("A blizzard. A woman in a red coat.", "SNOW FIELD", "NOON"),
    _shot("A sandstorm. A man leads a camel.", "DESERT", "NOON", "FS"),
    _shot("THE END", "SEA", "SUNSET"),
)
