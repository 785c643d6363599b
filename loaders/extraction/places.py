"""Where in a document the walk stands: below which headings, behind which lead-in line, in which list."""

from dataclasses import dataclass, field
from typing import NamedTuple

from ontology.lexicon import Entity


class Section(NamedTuple):
    """A heading's rank, what it is about, and what it says of the lists below it: their role, and how often."""

    level: int
    topics: tuple[Entity, ...]
    role: str
    often: str
    members_of: tuple[Entity, ...] = ()  # the class whose members the lists below it name
    back_matter: bool = False  # "References": what stands below it says nothing of the drug


@dataclass(slots=True)
class Place:
    """Where in the document the walk stands."""

    sections: list[Section] = field(default_factory=list)
    lead_role: str = ""
    lead_topic: tuple[Entity, ...] = ()
    lead_denied: bool = False
    lead_muted: bool = False  # the items do not have the role that the heading gives either
    lead_frequency: str = ""
    lead_allergy: bool = False  # the items are what somebody is allergic to
    in_contents: bool = False  # the items are the headings of the text
    lead_class: tuple[Entity, ...] = ()  # the class whose members a lead-in announces
    item_roles: dict[int, tuple[str, tuple[Entity, ...], str]] = field(default_factory=dict)  # by depth
    title_frame: tuple[str, ...] = ()  # the words of the page's title, with a gap for its drug
    last_end: int = 0
    spoken_role: str = ""  # what the text last spoke of in this section: withdrawal symptoms, an overdose

    def forget_lead(self) -> None:
        """Leave the list that a lead-in opened."""
        self.lead_role, self.lead_topic, self.lead_denied, self.lead_frequency, self.item_roles = "", (), False, "", {}
        self.lead_muted = self.lead_allergy = False
        self.lead_class = ()

    @property
    def section_role(self) -> str:
        """The role of the innermost heading that gives one."""
        return next((section.role for section in reversed(self.sections) if section.role), "")

    @property
    def in_back_matter(self) -> bool:
        """Whether a heading above is that of references and the like."""
        return any(section.back_matter for section in self.sections)

    @property
    def listed(self) -> tuple[Entity, ...]:
        """The class whose members a bare list here names: as its lead-in, else the heading right over it, announces."""
        return self.lead_class or (self.sections[-1].members_of if self.sections else ())

    @property
    def frequency(self) -> str:
        """How often happens what is listed here: told by a heading no wider than the one that gives the role."""
        telling = (section for section in reversed(self.sections) if section.often or section.role)
        return next((section.often for section in telling), "")
