"""Who files an application in person, or in the place of a person who is unable to."""

from enum import StrEnum


class Filer(StrEnum):
    """The person or, only where he or she is under sixteen or unable, a relative (Ord. 44(4), 47-3(2))."""

    PERSON = "person"
    PARENT = "parent"
    SPOUSE = "spouse"
    CHILD = "child"
    RELATIVE = "relative"
