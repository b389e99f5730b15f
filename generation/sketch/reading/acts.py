"""Actions: canonical name and the verbs that mean it; their other forms are made by rule, irregular ones are listed."""
# ruff: noqa: E501 (one entry a line reads best)

import re

from .small_words import word_set

VERBS = {
    "walk": "walk|stroll|step|pace|wander|march|approach|cross|hike|trudge|head|stagger|follow|travel|pass|come|go|came|goes|went|wade|waddle|limp|strut|stride|lead|led|move|parade|patrol|shuffle",
    "run": "run|ran|sprint|race|rush|chase|pursue|hunt|flee|fled|dash|hurry|gallop|jog|bolt|trot|scurry|scamper|escape|charge",
    "sneak": "sneak|tiptoe|creep|crept|prowl|stalk|slink",
    "crawl": "crawl|slither",
    "jump": "jump|dive for|dive at|dive behind|dive over|dive across|lunge|leap|leapt|hop|skip|bounce|vault|somersault",
    "climb": "climb|ascend|scale|clamber|mount",
    "sit": "sit|knit|sew|embroider|sat|seated|perch|squat|take a seat",
    "lie": "lie|lying|lay|laid|sleep|asleep|slept|rest|nap|dead|unconscious|snore|doze|faint",
    "kneel": "kneel|knelt|propose|plant",
    "pray": "pray|meditate|worship",
    "hide": "hide|hid|hidden|crouch|duck behind|cower|take cover|lurk",
    "dig": "dig|dug|shovel",
    "sweep": "sweep|swept|mop|rake|scrub",
    "talk": "talk|speak|spoke|say|said|argue|tell|told|explain|ask|reply|discuss|mutter|chat|announce|interview|answer|gossip|address",
    "whisper": "whisper|confide|murmur",
    "howl": "howl|bark|bay|neigh|bleat|growl",
    "shout": "shout|yell|scream|call|roar|cry out|call out|shriek",
    "sing": "sing|sang|sung|hum a song|chant",
    "phone": "phone|dial|speak on the phone|talk on the phone|talks on the phone|talking on the phone|answer the phone|answers the phone|take a call|takes a call",
    "wave": "wave|wave goodbye|greet|hail|signal|beckon",
    "point": "point|indicate|gesture",
    "aim": "aim|shoot|shot at|fire at|point a gun|points a gun",
    "salute": "salute",
    "cheer": "cheer|celebrate|rejoice|raise both arms|surrender|hands up",
    "clap": "clap|applaud",
    "fall": "fall|fell|fallen|collapse|stumble|slip|tumble|trip|plunge|faceplant",
    "dance": "dance|spin|twirl|waltz",
    "play music": "play the guitar|play guitar|plays guitar|plays the guitar|playing the guitar|playing guitar|strum|play the violin|plays the violin|playing the violin|plays violin|playing violin",
    "play": "play|juggle",
    "hug": "hug|embrace|cuddle|hold each other",
    "kiss": "kiss",
    "fight": "fight|fought|punch|wrestle|hit|attack|struggle|strike|struck|duel",
    "kick": "kick|play football|play soccer|dribble",
    "photograph": "photograph|take a picture|take a photo|take pictures|take photos|snap a picture",
    "fish": "go fishing|cast a line",
    "throw": "throw|threw|thrown|hurl|pitch|fling|flung",
    "read": "read|study",
    "write": "write|wrote|written|draw|drew|paint|sketch|scribble",
    "type": "type",
    "work": "work|hammer|repair|build|built|saw|forge|weld|mend|fix",
    "cook": "cook|stir|bake|chop|prepare|fry|mix|peel|knead",
    "pour": "pour|serve",
    "water": "water the|water a|water his|water her|water some|water their",
    "smoke": "smoke a|smoke cigarettes|smoke cigars|smoke his|smoke her|smoke the|smoke a pipe|smoke his pipe|smoke her pipe",
    "eat": "eat|ate|eaten|chew|bite|bit|taste|dine|nibble|devour|graze",
    "drink": "drink|drank|sip|toast|gulp",
    "drive": "drive|drove|driven|steer",
    "ride": "ride|rode|ridden|pedal|cycle|skateboard",
    "row": "row|paddle",
    "sail": "sail|cruise",
    "fly": "fly|flew|flown|soar|glide|hover|float|drift|circle|take off|takes off|took off|lift off|lifts off",
    "swim": "swim|swam|dive|drown|snorkel",
    "look around": "look around|looks around|looking around|look about|looks about|search|scan|glance around|glances around|look left and right",
    "look up": "look up|looks up|looking up|gaze up|gazes up|stare up|stares up|look up at|stargaze",
    "look down": "look down|looks down|looking down|look at the ground|stare down|stares down|hang his head|hangs her head|hangs his head",
    "look": "look through|peer through|gaze through|stare through|squint through|look|gaze|stare|watch|see|saw|peer|observe|glance|turn|notice|face|admire|examine|inspect|spot|study the",
    "bow": "bow|curtsy|nod",
    "hold": "cradle|hold|held|grip|clutch|raise|lift|show|wield|swing|swung|light|keep|kept|brandish",
    "carry": "carry|bring|brought|haul|bear",
    "give": "give|gave|offer|sell|sold|hand over|hands over|pass to|present|feed|fed|shake hands|shakes hands|shaking hands|shake hands with|shakes hands with",
    "pick up": "pick up|picks up|picking up|picked up|bend|bent|grab|reach for|reaches for|take|took|gather|collect|pluck",
    "reach": "reach|stretch|buy|bought|pay|paid|press|touch|catch|caught",
    "open": "open|unlock|turn the key|turns the key|unwrap",
    "close": "close the|closes the|shut|lock|slam|closes a|close a",
    "knock": "knock|bang on|bangs on",
    "push": "push|shove",
    "pull": "pull|drag|tug|tow",
    "burn": "burn|blaze|catch fire|caught fire|is on fire|are on fire|go up in flames|explode",
    "cry": "cry|weep|wept|sob|mourn|in tears",
    "smile": "smile|grin",
    "laugh": "laugh|giggle|chuckle",
    "enter": "enter|arrive|emerge|appear|walk in|walks in|come in|comes in|return|walking in|comes through the door",
    "leave": "leave|left the|exit|depart|disappear|walk away|walks away|walking away|go away|goes away|vanish|get out|gets out|walk off|walks off",
    "toss": "toss|rock|roll|sway|bob",
    "think": "think|thought about|wonder|dream|remember|consider|ponder",
    "stand": "stand|stood|wait|stop|pause|remain|lean|freeze|listen|live|work at|stay|pose|linger",
}  # fmt: skip
SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]\Z")
# Forms that are more often another word than a verb: `the left`, `a building`, `the following day`, `parked`.
NEVER = word_set("called building following facing lighting signing fired starring painting bearing boxing rowed")


def forms(verb: str) -> list[str]:
    """A verb, or a phrase that begins with one, in its regular forms: `carry`, `carries`, `carrying`, `carried`."""
    first, _space, rest = verb.partition(" ")
    made = [first, _with_s(first), _stem(first, "ing") + "ing", _stem(first, "ed") + "ed"]
    return [f"{form} {rest}".strip() for form in made if form not in NEVER]


def _stem(verb: str, ending: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1]
    if ending == "ed" and verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "i"
    return verb + verb[-1] if SHORT.match(verb) else verb


def _with_s(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


# Forms of verbs whose other forms are things: `a fish`, `the ring`, `calm waters`.
ONLY = {
    "fish": "|fishes|fishing|fished",
    "knock": "|rings|ringing|rang",
    "water": "|watering",
    "smoke": "|smokes|smoking",
}
ACTS = {
    act: "|".join(dict.fromkeys(form for verb in verbs.split("|") for form in forms(verb))) + ONLY.get(act, "")
    for act, verbs in VERBS.items()
}
