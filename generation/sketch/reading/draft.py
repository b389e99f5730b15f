"""A subject while its sentence is still being read, and whom else the same words can mean."""

from dataclasses import dataclass, field

from .understood import Subject

WOMEN = frozenset(("woman", "girl", "old woman", "queen", "bride", "witch"))
MEN = frozenset(("man", "boy", "old man", "king", "wizard", "priest"))
AGELESS = frozenset(("person", "child", "teenager", "baby"))
PLAIN = frozenset(("person", "man", "woman"))


@dataclass(eq=False)
class Draft:
    """A subject of which more may still be said. Two drafts are never the same one, however alike."""

    kind: str
    group: str
    label: str
    name: str = ""
    count: int = 1
    colours: dict[str, str] = field(default_factory=dict)
    traits: list[str] = field(default_factory=list)
    hair: str = ""
    held: list[tuple[str, str]] = field(default_factory=list)
    action: str = ""
    speaking: bool = False
    denied: bool = False
    lacks: list[str] = field(default_factory=list)

    def done(self) -> Subject:
        """The finished subject."""
        return Subject(
            self.kind, self.group, self.label, self.name, self.count, tuple(self.colours.items()),
            tuple(dict.fromkeys(self.traits)), self.hair, tuple(self.held), self.action or "stand", self.speaking,
            tuple(dict.fromkeys(self.lacks)),
        )  # fmt: skip

    @property
    def gender(self) -> str:
        """man, woman, or "" when the kind does not say."""
        return "woman" if self.kind in WOMEN else "man" if self.kind in MEN else ""

    def can_be(self, group: str, kind: str) -> bool:
        """Whether "the <kind>" may mean this one."""
        if self.group != group:
            return False
        if group != "person" or kind == self.kind or kind in AGELESS or self.kind in AGELESS:
            return group == "person" or kind == self.kind
        said = "woman" if kind in WOMEN else "man" if kind in MEN else ""
        return said == self.gender if said else self.kind in PLAIN

    def is_also(self, other: "Draft") -> None:
        """Take over what was said of another mention of the same one; the more telling kind stays."""
        if other.group != self.group or (self.kind in PLAIN and other.kind not in PLAIN):
            self.kind, self.group = other.kind, other.group
            if other.group != "person":
                self.colours, self.hair = {}, ""
        self.colours.update({what: hue for what, hue in other.colours.items() if hue or what not in self.colours})
        self.traits += other.traits
        self.held += other.held
        self.lacks += other.lacks
        self.hair = other.hair or self.hair
        self.action = other.action or self.action
