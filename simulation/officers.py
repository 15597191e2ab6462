"""Officers of worked cases, made from their names."""

from engine.command import Officer
from law.competence import Role

_ROLES = frozenset(Role)
_NATIONAL = {Role.MINISTER, Role.COMMISSIONER, Role.REFUGEE_ADJUDICATION_COUNSELOR}


class OfficersByName(dict[str, Officer]):
    """Officers by name: `role@office`; `/2` for a second person of the role, `role+role` for one with both."""

    def __missing__(self, name: str) -> Officer:
        """Make the officer of a name. Raises KeyError where the role is unknown."""
        office = name.partition("@")[2]
        try:
            roles = frozenset(Role(one) for one in _role_names(name))
        except ValueError as error:
            raise KeyError(name) from error
        national = not roles.isdisjoint(_NATIONAL)
        made = Officer(id=name, office=office or "tokyo", roles=roles, national=national)
        self[name] = made
        return made

    def __contains__(self, name: object) -> bool:
        """Whether the name says a role."""
        return super().__contains__(name) or (isinstance(name, str) and _ROLES.issuperset(_role_names(name)))


def _role_names(name: str) -> list[str]:
    return name.partition("@")[0].partition("/")[0].split("+")
