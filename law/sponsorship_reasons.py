"""Why Sponsorship may not be asked for, decided or let take hold, each with its article."""

from typing import Final

from law.citation import ICRRA
from law.finding import Reason
from law.policies import cite

NEITHER_HELD_NOR_RELEASED: Final = Reason(
    "neither_detained_nor_released",
    (ICRRA("44-2(4)"), ICRRA("44-2(6)"), ICRRA("52-2(1)"), ICRRA("52-2(4)"), ICRRA("52-2(5)")),
    "The person is neither detained nor on provisional release, and no screening puts the question.",
    "収容されておらず、仮放免もされておらず、収容か監理措置かの審査中でもない。",
    remedy="Sponsorship of such a person is decided at the screening under 39(2) or 52(8).",
)
A_PERSON_DECIDES: Final = Reason(
    "custody_not_named",
    (ICRRA("44-2(4)"), ICRRA("52-2(4)"), cite("A-39"), cite("A-41")),
    "The law opens Sponsorship neither to a specially released nor to a travel-restricted person.",
    "特別放免された者及び出国制限対象者は、監理措置の対象として規定されていない。",
    remedy="Ask a supervising inspector what shall become of the person's custody.",
)
DETENTION_WITHOUT_TITLE: Final = Reason(
    "detention_without_title",
    (ICRRA("41(1)"), ICRRA("43(3)"), ICRRA("44"), ICRRA("47(1)"), ICRRA("44-2(6)"), ICRRA("52-2(5)"), cite("A-34")),
    "Nothing carries the detention any more: release is owed at once, and Sponsorship takes the place of no release.",
    "収容の根拠が失われており、直ちに放免しなければならない。監理措置をもつてこれに代えることはできない。",
    remedy="Release the person at once.",
)
STILL_DETAINED: Final = Reason(
    "still_detained",
    (ICRRA("44-2(8)"), ICRRA("52-2(7)")),
    "The person is detained, and is released when the deposit is paid.",
    "収容中であり、保証金の納付後に放免する。",
    remedy="Take the payment.",
)
NOT_RELEASED_FOR_TIME: Final = Reason(
    "not_released_for_time",
    (ICRRA("44-2(8)"), ICRRA("52-2(7)"), cite("A-34")),
    "Without payment a decision takes hold only of somebody released because the time of detention ran out.",
    "保証金未納のまま監理措置に付することができるのは、収容期間の満了により放免された場合に限る。",
    remedy="Take the payment.",
)
NO_SUSPICION: Final = Reason(
    "no_sufficient_suspicion",
    (ICRRA("44-2(1)"),),
    "Sufficient ground to suspect an item of Article 24 is not recorded.",
    "第24条各号該当を疑うに足りる相当の理由が記録されていない。",
    remedy="Record it, or let the person go.",
)
_SELECTION: Final = (ICRRA("44-3(1)"), ICRRA("52-3(1)"))
DUTIES_NOT_UNDERSTOOD: Final = Reason(
    "sponsor_duties_not_understood",
    _SELECTION,
    "The Sponsor does not understand the duties.",
    "監理人の責務を理解していない。",
    remedy="Explain the duties, or select somebody else.",
)
NO_CONSENT: Final = Reason(
    "sponsor_does_not_consent",
    _SELECTION,
    "The Sponsor did not consent.",
    "監理人となることを承諾していない。",
    remedy="Obtain the consent, or select somebody else.",
)
NOT_FIT: Final = Reason(
    "sponsor_not_fit",
    _SELECTION,
    "The Sponsor was not found fit for the task.",
    "任務遂行の能力を考慮して適当と認められていない。",
    remedy="Select somebody else.",
)
