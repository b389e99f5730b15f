"""Verbs: who does what, with what, and to whom."""

from .draft import Draft
from .lexicons import ACT, COLOUR, PLACE, SUBJECT, TRAIT
from .notes import SELF_TOLD, Notes, Phrase
from .small_words import HOLDING, OWNERS
from .supplying import PEERING, RIDDEN
from .things import HELD

MUTUAL = frozenset(("hug", "kiss", "fight"))  # whom it is done to does it too
PURSUED = {"chase": "run", "pursue": "run", "hunt": "run", "follow": "walk", "lead": "walk", "led": "walk"}
WHILE_SEATED = {"read": "reading", "drink": "drinking"}
AT_TABLE = frozenset(("eat", "write", "type", "cook"))  # these poses sit or stand where the work is
LOOKS = frozenset(("look", "look down", "type", "smile"))
PASSING = frozenset(("", "stand", "hold", "look"))  # what gives way to what somebody does next
WEAPONS = frozenset(("sword", "knife", "gun", "bow", "axe"))
FAR_AHEAD = 4  # words within which a verb names what it is done with
OF_PEOPLE = frozenset(("water", "smoke"))  # what nothing else does: an engine smokes otherwise


def _pursued(verb: str) -> str:
    """What somebody does whom a verb like `chases` is done to, or ""."""
    return next((does for stem, does in PURSUED.items() if verb.startswith(stem.rstrip("e"))), "")


class Verbs(Notes):
    """Reads verbs."""

    def _act(self, position: int) -> int:
        act, length = ACT.at(self.words, position)
        if not length:
            return 0
        last = self.words[position + length - 1].lower
        if act == "enter" and last == "in" and not self._closes(position + length):
            act, length = "walk", length - 1  # `walks in.` enters, `walks in the snow` walks
        if act in ("water", "smoke") and length == 2:
            length = 1  # `waters the` is the verb, and the article belongs to what comes next
        if length == 1 and self._phrase.begun and self._describes(last, position + 1):
            self._phrase.action = str(act) if last.endswith("ing") and act not in OF_PEOPLE else ""
            return length
        through = act == "look" and last == "through"
        drawn = self._drawn(position, length) if act == "write" else ""
        act = drawn or act
        bears = act == "smoke" or self.words[position].lower in HOLDING or drawn == "hold"
        bears = bears or (act in LOOKS and self._at_their_own(position + length))
        self._holding = self._holding or (not self._denied and (through or bears))
        self._introduced = self._unnamed = None
        self.acts.append(str(act))
        self.ends.update(range(position, position + length))
        doers = [d for d in self._clause or self.drafts[-1:] if d.group != "prop"]
        doers = [d for d in doers if d.group == "person" or act not in OF_PEOPLE]
        if act == "burn":  # who burns a letter is not on fire; a house that burns is
            doers = [d for d in self._clause or self.drafts[-1:] if d.group not in SELF_TOLD]
        for doer in doers if through and not self._denied else ():
            doer.traits.append(PEERING)
        for doer in doers if not self._denied else ():
            self._does(doer, str(act))
            self._with_what(doer, position, length)
        hands = self.words[position + length - 1].lower == "with"
        self._done_to = str(act) if act in MUTUAL or hands else _pursued(self.words[position].lower)
        self._denied = False
        self._phrase = Phrase(after="in" if through else "")
        return length

    def _drawn(self, position: int, length: int) -> str:
        """`Draws his sword` holds one, `draws the curtains` pulls them: whoever draws a picture draws another thing."""
        if not self.words[position].lower.startswith(("draw", "drew")):
            return ""
        for at in range(position + length, min(position + length + FAR_AHEAD, len(self.words))):
            if self.words[at].breaks:
                return ""
            if self.words[at].single in ("curtain", "blind", "drape"):
                return "pull"
            meaning = SUBJECT.at(self.words, at)[0]
            if meaning and meaning[1] in WEAPONS:
                return "hold"
        return ""

    def _at_their_own(self, after: int) -> bool:
        """`Stare at their phones`: what is one's own and can be held is in the hand."""
        following = [word.lower for word in self.words[after : after + 2]]
        return len(following) == 2 and following[0] == "at" and following[1] in OWNERS

    def _closes(self, position: int) -> bool:
        return position >= len(self.words) or self.words[position].breaks

    def _does(self, doer: Draft, act: str) -> None:
        """What somebody does: the first thing that is told, unless it was only how they stand or sit."""
        if doer.action in PASSING or (doer.action == "sit" and act in AT_TABLE):
            doer.action = act
        elif doer.action == "sit" and act in WHILE_SEATED:
            doer.traits.append(WHILE_SEATED[act])

    def _with_what(self, doer: Draft, position: int, length: int) -> None:
        """What the verb itself names: `plays the violin` holds one, `skateboards` stands on one."""
        meaning = SUBJECT.at(self.words, position + length - 1)[0]
        if meaning is None or doer.group != "person" or meaning[1] not in HELD:
            return
        if length > 1 and meaning[1] != "ball":
            doer.held.append((meaning[1], ""))
        elif meaning[1] in RIDDEN or meaning[1] == "ball":
            self.drafts.append(Draft(meaning[1], meaning[0], meaning[1]))

    def _describes(self, verb: str, after: int) -> bool:
        """`A sleeping tiger`, `the painted wall`: a form of a verb that tells of the noun behind it."""
        if not verb.endswith(("ing", "ed")) or after >= len(self.words) or self.words[after].breaks:
            return False
        if verb.endswith("ed"):
            return True
        return any(known.at(self.words, after)[1] for known in (SUBJECT, PLACE, COLOUR, TRAIT))
