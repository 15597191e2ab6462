"""Offices and officers of the demonstration and of development: one of each role, invented."""

from __future__ import annotations

from datetime import UTC, datetime

from law.competence import Role
from register.people import NewOffice, NewOfficer, NewRole

_SINCE = datetime(2000, 1, 1, tzinfo=UTC)

OFFICES = (
    NewOffice(
        id="moj", en="Ministry of Justice and Immigration Services Agency", ja="法務省・出入国在留管理庁", national=True
    ),
    NewOffice(id="tokyo", en="Tokyo Regional Immigration Services Bureau", ja="東京出入国在留管理局"),
    NewOffice(id="osaka", en="Osaka Regional Immigration Services Bureau", ja="大阪出入国在留管理局"),
)
_LOCAL = {
    "inspector": Role.IMMIGRATION_INSPECTOR,
    "supervisor": Role.SUPERVISING_IMMIGRATION_INSPECTOR,
    "hearing": Role.SPECIAL_INQUIRY_OFFICER,
    "control": Role.IMMIGRATION_CONTROL_OFFICER,
    "inquirer": Role.REFUGEE_INQUIRER,
    "head": Role.REGIONAL_BUREAU_HEAD,
    "director": Role.CENTRE_DIRECTOR,
    "clerk": Role.BUREAU_CLERK,
}
_NATIONAL = {
    "minister": Role.MINISTER,
    "commissioner": Role.COMMISSIONER,
    "counselor-1": Role.REFUGEE_ADJUDICATION_COUNSELOR,
    "counselor-2": Role.REFUGEE_ADJUDICATION_COUNSELOR,
    "counselor-3": Role.REFUGEE_ADJUDICATION_COUNSELOR,
    "auditor": Role.AUDITOR,
}


def officers() -> tuple[NewOfficer, ...]:
    """Every officer: `tokyo-inspector`, `osaka-head`, `moj-minister` and so on."""
    local = [
        _officer(f"{office}-{name}", office, role) for office in ("tokyo", "osaka") for name, role in _LOCAL.items()
    ]
    return (*local, *(_officer(f"moj-{name}", "moj", role) for name, role in _NATIONAL.items()))


def _officer(identity: str, office: str, role: Role) -> NewOfficer:
    held = NewRole(role=role, office=office, since=_SINCE)
    return NewOfficer(id=identity, office=office, name=identity, roles=(held,))
