"""Who says a quotation: ``said Marta``, ``Marta whispered``, ``she said``, or whoever's turn it is."""

import re
from dataclasses import dataclass, field

from storyboards.scripts.cast import Cast
from storyboards.scripts.words import Word, word_set, words_of

PLAIN_VERBS = word_set("said says say asked asks replied replies answered answers added adds continued continues")
TELLING_VERBS = word_set(
    "whispered whispers shouted shouts cried cries called calls murmured murmurs muttered mutters yelled yells "
    "sighed sighs laughed laughs begged begs sang sings screamed screams insisted insists agreed agrees warned warns "
    "promised promises repeated repeats announced announces explained explains told tells wondered wonders "
    "grumbled grumbles snapped snaps sobbed sobs gasped gasps groaned groans hissed hisses growled growls"
)
VERBS = PLAIN_VERBS | TELLING_VERBS
HE, SHE = "he", "she"
PRONOUNS = {"he": HE, "she": SHE, "they": "they", "it": "it", "i": "i"}
MALE = word_set("man boy father dad king brother son uncle grandfather captain fisherman sailor mr gentleman")
FEMALE = word_set("woman girl mother mum mom queen sister daughter aunt grandmother mrs ms miss lady")
ARTICLES = word_set("the a an his her my our their")
NOT_NAMES = word_set(
    "i a an the he she it they we you and but or so then when while if as at in on by for from to of with not no yes "
    "his her their its my our your this that these those there here what who why how where all one two three"
)
NOUN_ENDS = VERBS | NOT_NAMES | word_set("was were is are had has did does from")
UNKNOWN_SPEAKER = "VOICE"
CLAUSE_END = re.compile(r"[.!?;:…]")
LOOK_BACK = 5  # words before a quotation among which its verb stands
LOOK_AHEAD = 12


@dataclass(frozen=True)
class Attribution:
    """Who speaks, how, and which words around the quotation only say so (offsets in what was looked at)."""

    speaker: str
    direction: str = ""
    start: int = 0
    end: int = 0


@dataclass
class Talk:
    """What has been said so far: who was named and spoke last, and who is he and who is she."""

    cast: Cast
    named: list[str] = field(default_factory=list)
    spoke: list[str] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)

    def hear_of(self, text: str) -> None:
        """Remember the names in ``text`` in their order."""
        for name in self.cast.named_in(text):
            self.name(name)

    def name(self, name: str) -> None:
        """Remember that ``name`` was named last."""
        if name in self.named:
            self.named.remove(name)
        elif gender := gender_of(words_of(name)):
            self.genders[name] = gender
        self.named.append(name)

    def speaks(self, name: str) -> str:
        """Remember ``name`` as the last speaker, and return its spelling."""
        name = self.cast.spelling(name)
        self.name(name)
        self.spoke = [*self.spoke[-1:], name]
        return name

    def meant_by(self, pronoun: str) -> str:
        """Return whom ``pronoun`` means: the last one named that it can mean."""
        gender = PRONOUNS[pronoun]
        for name in reversed(self.named):
            if self.genders.get(name, gender) == gender:
                if gender in (HE, SHE):
                    self.genders[name] = gender
                return name
        return UNKNOWN_SPEAKER

    def next_speaker(self) -> str:
        """Return who speaks when nobody is named: of two who talk, the other one."""
        if len(self.spoke) == 2 and self.spoke[0] != self.spoke[1]:
            return self.spoke[0]
        return next(iter(reversed(self.named)), UNKNOWN_SPEAKER)

    def subject_at(self, words: list[Word]) -> tuple[str, int]:
        """Return who is named at the beginning of ``words``, and by how many of them."""
        if not words:
            return "", 0
        if words[0].text in PRONOUNS:
            return self.meant_by(words[0].text), 1
        if words[0].text in ARTICLES:
            return self.person_at(words)
        count = 0
        while count < min(3, len(words)) and words[count].capital and words[count].text not in NOT_NAMES:
            count += 1
        return " ".join(spelled(word) for word in words[:count]), count

    def person_at(self, words: list[Word]) -> tuple[str, int]:
        """Return the person behind an article: ``the old man`` is called Old man."""
        count = 1
        while (
            count < min(4, len(words)) and words[count].text not in NOUN_ENDS and not words[count].text.endswith("ly")
        ):
            count += 1
        name = " ".join(word.text for word in words[1:count]).capitalize()
        return name, count if name else 0


def gender_of(words: list[Word]) -> str:
    """Return the pronoun that a person's name or description calls for, if it does."""
    kinds = {word.text for word in words}
    if kinds & MALE:
        return HE
    return SHE if kinds & FEMALE else ""


def spelled(word: Word) -> str:
    """Return a name's word as names are written."""
    return word.text.removesuffix("'s").capitalize()


def attribution_after(text: str, talk: Talk) -> Attribution | None:
    """Return who says what stands right before ``text``, if ``text`` begins by saying so."""
    end = CLAUSE_END.search(text)
    clause = text[: end.end() if end else len(text)]
    words = words_of(clause[:400])[:LOOK_AHEAD]
    if not words or clause[: words[0].start].strip(" ,—–-\t"):
        return None
    if words[0].text in VERBS:
        subject, count = talk.subject_at(words[1:])
        return attributed(clause, subject, words[0], words[count]) if subject else None
    subject, count = talk.subject_at(words)
    if subject and count < len(words) and words[count].text in VERBS:
        return attributed(clause, subject, words[count], words[count])
    return None


def attributed(clause: str, subject: str, verb: Word, last: Word) -> Attribution:
    """Return the attribution of a clause that goes on after its word ``last`` with how it is said."""
    manner = clause[last.end :].strip(" ,.;:!?…—–").removeprefix("and ")
    how = verb.text if verb.text in TELLING_VERBS else ""
    return Attribution(subject, ", ".join(filter(None, [how, manner])), 0, len(clause))


def attribution_before(text: str, talk: Talk) -> Attribution | None:
    """Return who says what follows ``text``, if its last sentence ends by saying so: ``Marta turned and said,``."""
    if not text.rstrip().endswith((",", ":")):
        return None
    begin = max((match.end() for match in CLAUSE_END.finditer(text.rstrip()[:-1])), default=0)
    words = words_of(text[begin:])
    places = [place for place in range(max(0, len(words) - LOOK_BACK), len(words)) if words[place].text in VERBS]
    if not places:
        return None
    verb = places[-1]
    first, subject, count = nearest_subject(words[:verb], talk)
    if not subject:
        return None
    spoken_of = verb if first + count < verb else first
    start = begin + (words[first].start if spoken_of == first else link_start(words, verb))
    how = words[verb].text if words[verb].text in TELLING_VERBS else ""
    return Attribution(subject, how, start, len(text))


def link_start(words: list[Word], verb: int) -> int:
    """Return where the verb's part of the sentence begins, with the "and" before it."""
    return words[verb - 1].start if words[verb - 1].text in ("and", "then") else words[verb].start


def nearest_subject(words: list[Word], talk: Talk) -> tuple[int, str, int]:
    """Return place, name and word count of the subject that begins the sentence, or stands nearest its end."""
    for first in (0, *range(len(words) - 1, 0, -1)):
        subject, count = talk.subject_at(words[first : first + 4])
        if subject:
            return first, subject, count
    return 0, "", 0
