"""The supervised person: notification, summons, conditions (44-2(1), 44-6, 52-5, 61-8-3, Ord. 36-2, 36-8)."""

from engine.declaration import act, lapse
from engine.refusal import because, unless
from law.citation import ICRRA, ORD
from law.competence import Power
from law.custody_clocks import NOTIFICATION
from law.finding import Answer, Finding
from law.periods import legal_day
from law.sponsorship import conditions_complete
from law.sponsorship_duties import Filing, may_notify, must_show
from workflows.papers.fact_finding import FactFinding
from workflows.papers.sponsorship import (
    Appearance,
    NotificationDay,
    NotShown,
    PersonNotification,
    Summons,
)
from workflows.papers.sponsorship import TermsChanged as NewTerms
from workflows.papers.sponsorship_duties import (
    NOTIFICATION_PAPER,
    RECORD_APPEARANCE,
    SEE_TO_NOTIFICATION,
    SUMMONS_PAPER,
    WEIGH_REVOCATION,
)
from workflows.sponsorship_case import DECIDED, Stage, no_status_took_effect
from workflows.sponsorship_decision import Decision
from workflows.sponsorship_record import (
    Appeared,
    FactsFound,
    NoticeNotShown,
    NotificationDayDesignated,
    NotificationMissed,
    NotificationReceived,
    Summoned,
    SummonsMissed,
    TermsChanged,
)

_NOTIFICATION = (ICRRA("44-6"), ICRRA("52-5"), ICRRA("61-8-3(1)(ii)"), ORD("36-8"))
_FACTS = (ICRRA("44-9"), ICRRA("52-7"), ORD("36-9"))


def is_summoned(case: Decision) -> Finding[Answer]:
    """Whether the person is summoned and it is not recorded yet whether he or she came."""
    return unless(case.state.summoned_for is not None, _NOT_SUMMONED)


class SupervisedPerson(Decision):
    """What the supervised person does and is told to do."""

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=Stage.IN_FORCE,
        basis=_NOTIFICATION,
        when=(no_status_took_effect,),
        ja="被監理者の届出の受理",
    )
    def receive_notification(self, body: PersonNotification) -> None:
        """Receive the notification, made in person, and designate the day of the next one within three months."""
        self.require(may_notify(Filing(**body.filed_by.model_dump())))
        self.require(body.at_the_bureau, _NOT_IN_PERSON)
        due = self.state.notify_by
        late = due is not None and self.today > due
        self.update(notified_on=self.today)
        self.await_notification(body.next_by)
        self.discharge(SEE_TO_NOTIFICATION)
        self.record(NotificationReceived(late=late, next_by=body.next_by))

    @lapse(NOTIFICATION, basis=(ICRRA("44-4(2)(v)"), ICRRA("52-4(2)(v)"), ICRRA("71-5(iv)")))
    def misses_the_notification(self) -> None:
        """No notification by the day set: a breach, for which Sponsorship may be revoked."""
        self.record(NotificationMissed(exposure="71-5(iv)"))
        self.owe(SEE_TO_NOTIFICATION)
        self.owe(WEIGH_REVOCATION)

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=Stage.IN_FORCE,
        basis=ORD("36-8(1)"),
        when=(no_status_took_effect,),
        ja="届出日の指定",
    )
    def designate_notification(self, body: NotificationDay) -> None:
        """Designate another day for the next notification, while its day has not passed."""
        due = self.state.notify_by
        self.require(due is None or due >= self.today or self.case.clock(NOTIFICATION) is not None, _OVERDUE)
        self.require(body.notify_by >= self.today, _DAY_PASSED)
        self.await_notification(body.notify_by)
        self.record(NotificationDayDesignated(notify_by=body.notify_by))

    @act(by=Power.HAND_OVER_DOCUMENTS, at=Stage.IN_FORCE, basis=ORD("36-8(1)"), ja="届出日指定書の交付")
    def hand_over_notification_paper(self) -> None:
        """Hand over the paper that names the day of notification."""
        self.served(NOTIFICATION_PAPER, self.today)

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=Stage.IN_FORCE,
        basis=(ICRRA("44-2(1)"), ORD("36-2(3)")),
        when=(no_status_took_effect,),
        ja="呼出し",
    )
    def summon(self, body: Summons) -> None:
        """Summon the person to a day, time and place."""
        self.require(body.appear_at > self.at, _SUMMONED_INTO_THE_PAST)
        self.update(summoned_for=body.appear_at)
        self.withdraw_notice(SUMMONS_PAPER)
        self.serve(SUMMONS_PAPER)
        self.discharge(RECORD_APPEARANCE)
        self.owe(RECORD_APPEARANCE, due=legal_day(body.appear_at))
        self.record(Summoned(to_appear_on=legal_day(body.appear_at)))

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=Stage.IN_FORCE,
        basis=(ORD("36-2(3)"), ICRRA("72(iii)")),
        when=(is_summoned,),
        ja="出頭の有無の記録",
    )
    def record_appearance(self, body: Appearance) -> None:
        """Record whether the person appeared; staying away without just cause breaks a condition."""
        appointed = self.state.summoned_for or self.at
        self.require(body.appeared or self.at >= appointed, _NOT_YET_DUE)
        self.require(body.appeared or body.just_cause is not None, _CAUSE_NOT_JUDGED)
        self.update(summoned_for=None)
        self.served(SUMMONS_PAPER, self.today)
        self.discharge(RECORD_APPEARANCE)
        if body.appeared or body.just_cause:
            self.record(Appeared(appeared=body.appeared))
        else:
            self.record(SummonsMissed(exposure="72(iii)"))
            self.owe(WEIGH_REVOCATION)

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=DECIDED,
        basis=(ICRRA("44-2(1)"), ICRRA("52-2(1)"), ORD("36-2")),
        when=(no_status_took_effect,),
        ja="監理措置条件の変更",
    )
    def change_terms(self, body: NewTerms) -> None:
        """Change residence, range of movement or other conditions; both get the notice anew."""
        self.require(conditions_complete(body.terms.conditions, before_order=self.before_order))
        self.update(conditions=body.terms.conditions)
        self.owe_papers()
        self.record(TermsChanged())

    @act(
        by=Power.FIND_SPONSORSHIP_FACTS,
        at=Stage.IN_FORCE,
        basis=(ICRRA("23(1)(viii)"), ICRRA("23(1)(ix)"), ICRRA("23(3)"), ICRRA("76")),
        when=(no_status_took_effect,),
        ja="通知書の不携帯・提示拒否の記録",
    )
    def record_not_shown(self, body: NotShown) -> None:
        """Record that the notice was not carried, or not shown to an officer who asked for it."""
        self.require(must_show(under_sixteen=body.under_sixteen, carries_residence_card=body.carries_residence_card))
        self.record(NoticeNotShown(exposure="76(ii)" if body.carried else "76(i)"))

    @act(
        by=Power.FIND_SPONSORSHIP_FACTS,
        at=(Stage.CONSIDERED, *DECIDED),
        basis=_FACTS,
        ja="事実の調査の記録",
    )
    def find_facts(self, body: FactFinding) -> None:
        """Record what was found; a record of statements was read back and signed by both, or says why not."""
        self.require(body.is_in_order, _RECORD_INCOMPLETE)
        self.record(FactsFound(record_made=body.record_made))


_NOT_SUMMONED = because(
    "not_summoned",
    ORD("36-2(3)"),
    en="No summons waits for an appearance.",
    ja="呼出しがされていない。",
    remedy="Summon the person first.",
)
_NOT_IN_PERSON = because(
    "not_in_person",
    ICRRA("61-8-3(1)(ii)"),
    en="The notification is made in person at the regional bureau.",
    ja="届出は地方出入国在留管理局に自ら出頭して行わなければならない。",
    remedy="Let the person come, or the relative whom the law names.",
)
_OVERDUE = because(
    "notification_overdue",
    ORD("36-8(1)"),
    en="The day has passed without a notification: the next day counts from the notification itself.",
    ja="届出日を経過しており、次の届出日は届出の日から定める。",
    remedy="Receive the overdue notification, and designate the next day with it.",
)
_DAY_PASSED = because(
    "day_passed",
    ORD("36-8(1)"),
    en="The day lies in the past.",
    ja="指定日が過去の日である。",
    remedy="Designate a day that is still to come.",
)
_SUMMONED_INTO_THE_PAST = because(
    "summoned_into_the_past",
    ORD("36-2(3)"),
    en="The time to appear has passed.",
    ja="出頭すべき日時が過ぎている。",
    remedy="Name a time that is still to come.",
)
_NOT_YET_DUE = because(
    "appearance_not_yet_due",
    ORD("36-2(3)"),
    en="The time to appear has not come.",
    ja="出頭すべき日時が到来していない。",
    remedy="Wait for it.",
)
_CAUSE_NOT_JUDGED = because(
    "just_cause_not_judged",
    ICRRA("72(iii)"),
    en="It was not judged whether there was just cause to stay away.",
    ja="正当な理由の有無が判断されていない。",
    remedy="Judge it.",
)
_RECORD_INCOMPLETE = because(
    "record_incomplete",
    ORD("36-9(2)"),
    en="A record of statements is read back or shown, and signed by both; a refusal to sign is noted.",
    ja="調書の読み聞かせ又は署名を欠いている。",
    remedy="Read it back, and let both sign or note why not.",
)
