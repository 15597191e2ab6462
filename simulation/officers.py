"""Officers of worked cases, made from their names."""

from engine.command import Officer
from law.competence import Role

_ROLES = frozenset(Role)
_NATIONAL = {Role.MINISTER, Role.COMMISSIONER, Role.REFUGEE_ADJUDICATION_COUNSELOR}


class OfficersByName(dict[str, Officer]):
    """Officers made from their names: `role@office`, with `/2` for a second person of the same role."""

    def __missing__(self, name: str) -> Officer:
        """Make the officer of a name. Raises KeyError where the role is unknown."""
        role_name, _, office = name.partition("@")
        try:
            role = Role(role_name.partition("/")[0])
        except ValueError as error:
            raise KeyError(name) from error
        national = role in _NATIONAL
        made = Officer(id=name, office=office or "tokyo", roles=frozenset({role}), national=national)
        self[name] = made
        return made

    def __contains__(self, name: object) -> bool:
        """Whether the name says a role."""
        return super().__contains__(name) or (
            isinstance(name, str) and name.partition("@")[0].partition("/")[0] in _ROLES
        )
