"""The period of a provisional release: summons, extension, and its end by the law of expiry (54(5) to (7), 55(5))."""

from engine.declaration import act, lapse
from engine.refusal import because, unless
from law.citation import ICRRA, ORD, SUPPL
from law.competence import Power
from law.custody_clocks import PROVISIONAL_RELEASE, WRITTEN_RELEASE
from law.finding import Answer, Finding
from law.provisional_release import ReleaseLaw, ReleasePeriod, came_by_the_counter, may_request, prolongs
from workflows.custody_effects import ReleaseEnd
from workflows.papers.provisional_release import (
    Extension,
    ExtensionRequest,
    ReleaseReasoned,
    ReleaseRefusal,
    ReleaseSummons,
)
from workflows.papers.provisional_release_duties import (
    DECIDE_EXTENSION,
    EXTENSION_REFUSAL_NOTICE,
    PERMIT_NOTICE,
    SUMMONS_NOTICE,
    WEIGH_OLD_RELEASE,
)
from workflows.provisional_release_case import (
    AT_LARGE,
    ON_RELEASE,
    ExtensionLeftUndecided,
    ExtensionRefused,
    ExtensionRequested,
    OldPeriodPassed,
    ReleaseExtended,
    Stage,
    Summoned,
)
from workflows.provisional_release_decision import Decision

_EXTENSION = (ICRRA("54(6)"), ORD("49(8)"), ORD("49(9)"))


def extension_is_pending(release: "Extending") -> Finding[Answer]:
    """Whether a request for extension waits for its decision: only a request is refused."""
    return unless(release.state.extension_requested_on is not None, _NO_EXTENSION_PENDING)


class Extending(Decision):
    """The steps while somebody is released."""

    @act(by=Power.RELEASE_PROVISIONALLY, at=AT_LARGE, basis=(ICRRA("54(2)"), ORD("49(4)")), ja="出頭の要求")
    def summon(self, body: ReleaseSummons) -> None:
        """Summon the person to appear at a time and a place."""
        self.require(body.appear_at > self.at, _SUMMONED_INTO_THE_PAST)
        self.serve(SUMMONS_NOTICE)
        self.record(Summoned(appear_at=body.appear_at))

    @act(
        by=Power.RECEIVE_FILING,
        at=ON_RELEASE,
        basis=(ICRRA("54(5)"), ORD("49(7)")),
        ja="仮放免期間延長の請求の受理",
    )
    def request_extension(self, body: ExtensionRequest) -> None:
        """Receive a request for extension at the counter, by the last day; it prolongs nothing by itself."""
        self.require(may_request(body.requester))
        self.require(came_by_the_counter(body.way))
        self.require(body.proof, PROOF_MISSING)
        self.require(self.state.extension_requested_on is None, _EXTENSION_PENDING)
        self.update(extension_requested_on=self.today)
        self.owe(DECIDE_EXTENSION, due=max(self.last_day, self.today))
        self.record(ExtensionRequested(last_day=self.last_day))

    @act(by=Power.RELEASE_PROVISIONALLY, at=ON_RELEASE, basis=_EXTENSION, ja="仮放免期間の延長")
    def extend(self, body: Extension) -> None:
        """Extend the period on request or on own motion, at most three months from the old last day."""
        before = self.last_day
        self.judge(body, self.law_that_decides)
        self.require(prolongs(before, body.last_day, self.today))
        self.run_until(before, body.last_day)
        self.update(
            periods=(*self.state.periods, ReleasePeriod(before, body.last_day)),
            reason=body.reason or self.state.reason,
            extension_requested_on=None,
        )
        self.discharge(DECIDE_EXTENSION, WEIGH_OLD_RELEASE)
        self.withdraw_notice(PERMIT_NOTICE)
        self.serve(PERMIT_NOTICE)
        self.record(ReleaseExtended(last_day=body.last_day))
        self.enter(Stage.RELEASED)

    @act(
        by=Power.RELEASE_PROVISIONALLY,
        at=ON_RELEASE,
        basis=(ICRRA("54(7)"), ORD("49(10)"), SUPPL("1-2")),
        when=(extension_is_pending,),
        ja="仮放免期間延長の不許可",
    )
    def refuse_extension(self, body: ReleaseRefusal) -> None:
        """Refuse the extension in writing, with reasons; the release runs to its last day."""
        self.update(extension_requested_on=None, refusals=self.state.refusals + 1)
        self.discharge(DECIDE_EXTENSION)
        self.serve(EXTENSION_REFUSAL_NOTICE)
        self.record(ExtensionRefused())

    @lapse(PROVISIONAL_RELEASE, basis=(ICRRA("55(3)"), ICRRA("55(5)")))
    def expires(self) -> None:
        """The period is over: the control officer must detain again, also while an extension is undecided."""
        requested_on = self.state.extension_requested_on
        if requested_on is not None:
            self.record(ExtensionLeftUndecided(requested_on=requested_on))
        self.end(ReleaseEnd.EXPIRED)

    @lapse(WRITTEN_RELEASE, basis=(ICRRA("55(5)"), SUPPL("9(2)")))
    def older_permit_expires(self) -> None:
        """The period of an older permit is over: under the old law, which knows no expiry, a person decides."""
        if self.law_that_decides is ReleaseLaw.NEW:
            self.expires()
            return
        self.owe(WEIGH_OLD_RELEASE)
        self.record(OldPeriodPassed())
        self.enter(Stage.OLD_PERIOD_OVER)

    @act(
        by=Power.RELEASE_PROVISIONALLY,
        at=Stage.OLD_PERIOD_OVER,
        basis=SUPPL("9(2)"),
        ja="従前の例による仮放免の終了の記録",
    )
    def end_with_its_period(self, body: ReleaseReasoned) -> None:
        """Find that a release of the old law ended with its period: the person is detained again."""
        self.end(ReleaseEnd.EXPIRED)


PROOF_MISSING = because(
    "release_proof_missing",
    ORD("49(1)"),
    ORD("49(7)"),
    en="Proof of the reason is missing.",
    ja="仮放免又は期間の延長を必要とする事由を証する資料を欠いている。",
    remedy="Hand it in with the request.",
)
_EXTENSION_PENDING = because(
    "extension_pending",
    ICRRA("54(5)"),
    en="An extension is requested already.",
    ja="既に期間の延長の請求がされている。",
    remedy="Decide on that request.",
)
_NO_EXTENSION_PENDING = because(
    "no_extension_pending",
    ICRRA("54(5)"),
    ICRRA("54(7)"),
    en="No request for extension waits for its decision.",
    ja="期間の延長の請求がない。",
    remedy="Extend on own motion, or let the period run out.",
)
_SUMMONED_INTO_THE_PAST = because(
    "summoned_into_the_past",
    ICRRA("54(2)"),
    ORD("49(4)"),
    en="The time to appear has passed already.",
    ja="出頭すべき日時が既に経過している。",
    remedy="Name a time to come.",
)
