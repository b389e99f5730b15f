"""The props of a script: things that come up again and again. Rather few and right than many.

Screenwriters put a thing into capitals that must not be forgotten: ``He lifts the BRASS KEY``. Such a thing is a prop
when somebody handles it, or the list below knows it, and a second shot has it, too; a plain noun of the list with an
article, when three shots have it.
"""

from collections.abc import Iterator

from storyboards.scripts.appearance import ANIMALS, PEOPLE
from storyboards.scripts.cast import key_of
from storyboards.scripts.outline import Outline
from storyboards.scripts.phrasebook import CAMERA_CUES
from storyboards.scripts.places import PLACES
from storyboards.scripts.words import Word, word_set, words_of

MOST_PROPS = 40
CAPITAL_SHOTS, PLAIN_SHOTS = 2, 3
LONGEST_PROP = 3  # words
ADJECTIVES = 2  # words that may stand between an article and a noun
DETERMINERS = word_set("the a an his her their its my our your this that another")
THINGS = word_set(
    "lantern torch candle match lighter letter envelope note map photograph photo postcard newspaper book notebook "
    "diary journal manuscript phone telephone radio camera laptop tablet key keys watch clock compass telescope "
    "binoculars umbrella suitcase briefcase backpack bag basket bucket box chest crate parcel package bottle glass "
    "cup mug teapot kettle knife sword dagger axe spear gun pistol rifle revolver bow rope hammer shovel broom ladder "
    "wheel ring necklace locket crown coin wallet purse passport ticket hat mask glasses scarf gloves flag kite ball "
    "balloon doll puppet toy guitar violin flute drum trumpet piano painting portrait mirror vase flower rose bouquet "
    "apple cake syringe bandage pill detonator bomb helmet shield wand potion orb amulet skull bone feather shell net "
    "anchor oar"
)
HANDLING = word_set(
    "lifts holds carries opens puts places drops hides unwraps wears pockets raises lowers swings clutches grips "
    "hands reads lights lift hold carry open put place drop hide wear raise swing clutch grip holding carrying "
    "wearing lifted held carried opened dropped hid raised up out"
)
# What is written in capitals although it is no thing: sounds, signs to the reader, and what is there anyway.
NO_PROPS = word_set(
    "bang boom crash click knock knocks scream screams shout thud rings roar rumble whistle siren explosion gunshot "
    "shot shots beep buzz crack laugh laughter whisper voice voices sound sounds noise silence music cheer howl bark "
    "applause thunder splash snap creak hiss beat title titles super end flash montage intercut pov crowd group team "
    "gang family others audience door doors window windows wall floor ceiling light lights rain wind sun moon sky "
    "same other first second last next only very hand hands eye eyes face head arm arms"
)


def props_in(outline: Outline) -> dict[str, list[int]]:
    """Return where each prop is seen: by its name, the places of its shots among all shots of the script."""
    actions = [words_of(shot.action) for scene in outline.scenes for shot in scene.shots]
    taken = {key_of(name) for name in outline.characters}
    capitals = {key for words in actions for key in capitals_in(words)} - taken
    nouns = nouns_of(capitals | (THINGS - taken))
    shots: dict[str, list[int]] = {}
    for index, words in enumerate(actions):
        for key in dict.fromkeys(mentions(words, nouns)):
            shots.setdefault(key, []).append(index)
    kept = [key for key in shots if len(shots[key]) >= (CAPITAL_SHOTS if key in capitals else PLAIN_SHOTS)]
    return {key.capitalize(): shots[key] for key in kept[:MOST_PROPS]}


def capitals_in(words: list[Word]) -> Iterator[str]:
    """Yield the things in capitals that follow an article: ``brass key`` of ``lifts the BRASS KEY``."""
    for index, word in enumerate(words[:-1]):
        if word.text in DETERMINERS and (len(word.text) == 1 or not word.capitals):
            run = run_at(words, index + 1)
            handled = index > 0 and words[index - 1].text in HANDLING
            if run and is_thing(run, handled=handled):
                yield " ".join(each.text for each in run)


def run_at(words: list[Word], start: int) -> list[Word]:
    """Return the words in capitals from ``start`` on, none if they are too many for a prop."""
    end = start
    while end < len(words) and words[end].capitals and len(words[end].text) > 1:
        end += 1
    return words[start:end] if end - start <= LONGEST_PROP else []


def is_thing(run: list[Word], *, handled: bool) -> bool:
    """Tell whether a run of capitals is a prop: known, or ``handled``; nobody, no place, no sound, no camera's word."""
    first, last = run[0].text, run[-1].text
    if not handled and last not in THINGS:
        return False
    if len(last) < 3 or last in NO_PROPS | PEOPLE | ANIMALS or first in NO_PROPS:
        return False
    return CAMERA_CUES.first(run) is None and PLACES.first(run[-1:]) is None


def nouns_of(keys: set[str]) -> dict[str, list[tuple[str, ...]]]:
    """Return the words of the props by their last one; the longest first."""
    nouns: dict[str, list[tuple[str, ...]]] = {}
    for key in sorted(keys, key=lambda key: (-key.count(" "), key)):
        parts = tuple(key.split())
        nouns.setdefault(parts[-1], []).append(parts)
    return nouns


def mentions(words: list[Word], nouns: dict[str, list[tuple[str, ...]]]) -> Iterator[str]:
    """Yield the props that a text names: in full, or by their last word where it can mean only one."""
    for index, word in enumerate(words):
        known = nouns.get(word.text.removesuffix("'s"))
        if known and (word.capitals or has_article(words, index)):
            said = tuple(before.text for before in words[max(0, index - LONGEST_PROP + 1) : index]) + known[0][-1:]
            full = next((parts for parts in known if said[-len(parts) :] == parts), None)
            longer = [parts for parts in known if len(parts) > 1]
            meant = longer[0] if len(longer) == 1 else full
            if meant:
                yield " ".join(meant)


def has_article(words: list[Word], index: int) -> bool:
    """Tell whether an article stands before the noun at ``index``, or before its adjectives."""
    return any(word.text in DETERMINERS for word in words[max(0, index - 1 - ADJECTIVES) : index])
