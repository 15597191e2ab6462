"""What a request for review makes people owe, the notices it serves, and the grounds on which its acts fail."""

from engine.case import DutyKind, NoticeKind
from engine.refusal import because
from law.citation import ACLA, ACRA, HOLA, ICRRA, ORD
from law.competence import Power
from law.policies import PROMPTLY, cite

NAME_PANEL = DutyKind(
    "name_panel",
    en="Name the panel of three counselors",
    ja="難民審査参与員の指名",
    by=Power.APPOINT_PANEL,
    basis=(ICRRA("61-2-12(3)"), ORD("58-3(1)")),
)
REPLACE_COUNSELOR = DutyKind(
    "replace_counselor",
    en="Name another counselor",
    ja="代わりの難民審査参与員の指名",
    by=Power.APPOINT_PANEL,
    basis=(ORD("58-3(4)"), ORD("58-9(2)")),
    within=PROMPTLY,
)
AWAIT_CORRECTION = DutyKind(
    "await_correction",
    en="Receive the correction of the request",
    ja="審査請求書の補正の受理",
    by=Power.RECEIVE_FILING,
    basis=(ACRA("23"),),
)
FIX_STATEMENT_TIME = DutyKind(
    "fix_statement_time",
    en="Fix a reasonable time for the written statement",
    ja="申述書の提出期間の指定",
    by=Power.CONDUCT_REVIEW_HEARING,
    basis=(ICRRA("61-2-12(6)"), ORD("58-4")),
)
AWAIT_STATEMENT = DutyKind(
    "await_statement",
    en="Receive the written statement",
    ja="申述書の受理",
    by=Power.RECEIVE_FILING,
    basis=(ORD("58-4"),),
)
ANSWER_HEARING_REQUEST = DutyKind(
    "answer_hearing_request",
    en="Allow the oral statement, or say why not",
    ja="口頭意見陳述の申立てへの対応",
    by=Power.CONDUCT_REVIEW_HEARING,
    basis=(ACRA("31(1)"), ICRRA("61-2-12(6)")),
)
HOLD_HEARING = DutyKind(
    "hold_hearing",
    en="Hear the oral statement",
    ja="口頭意見陳述の実施",
    by=Power.CONDUCT_REVIEW_HEARING,
    basis=(ACRA("31(2)"), ORD("58-5(3)")),
)
GIVE_OPINION = DutyKind(
    "give_opinion",
    en="Give the opinion",
    ja="意見書の提出",
    by=Power.GIVE_OPINION,
    basis=(ICRRA("61-2-12(3)"), ORD("58-7")),
)
DECIDE_REVIEW = DutyKind(
    "decide_review",
    en="Decide on the review without delay",
    ja="遅滞なく裁決",
    by=Power.DECIDE_REVIEW,
    basis=(ACRA("44"), ICRRA("61-2-12(6)")),
    within=PROMPTLY,
)
SERVE_DECISION = DutyKind(
    "serve_decision",
    en="Serve the decision on the applicant",
    ja="裁決書の謄本の送達",
    by=Power.CERTIFY_SERVICE,
    basis=(ACRA("51(1)"), ACRA("51(2)")),
    within=PROMPTLY,
)
SIGN_OFF = DutyKind(
    "sign_off_public_notice",
    en="Sign off the service by public notice",
    ja="公示送達の確認",
    by=Power.CERTIFY_SERVICE,
    basis=(ACRA("51(3)"), cite("A-30")),
    within=PROMPTLY,
)

STATEMENT_TIME = NoticeKind(
    "statement_time", en="Time for the written statement", ja="申述書提出期間通知書", form="79", basis=(ORD("58-4"),)
)
NO_HEARING = NoticeKind(
    "no_hearing",
    en="Notice that no oral statement is heard",
    ja="口頭意見陳述不実施通知書",
    form="79-3",
    basis=(ORD("58-5(2)"),),
)
HEARING = NoticeKind(
    "hearing", en="Notice of the oral statement", ja="口頭意見陳述実施通知書", form="79-4", basis=(ORD("58-5(3)"),)
)
DECISION = NoticeKind(
    "review_decision", en="Decision on the review", ja="裁決書", form="79-5", basis=(ORD("58-8"), ACRA("50(1)"))
)

NO_SUCH_DISPOSITION = because(
    "no_such_disposition",
    ICRRA("61-2-12(1)"),
    en="The case named has no such disposition on file.",
    ja="対象となる処分又は不作為の記録がない。",
    remedy="Name the case and the disposition that it made.",
)
REVIEW_PENDING = because(
    "review_already_pending",
    ICRRA("61-2-12(1)"),
    en="A request for review of this disposition is pending.",
    ja="同一の処分について審査請求が係属している。",
    remedy="Put what is new into the pending request.",
)
NO_REASON_NEEDED = because(
    "no_reason_needed",
    ACRA("18(1)"),
    en="The request is not late, or a reason is claimed already.",
    ja="期間経過後の審査請求でないか、正当な理由の主張が既にされている。",
    remedy="Go on with the review.",
)
CLOSED_DAY = because(
    "closed_day",
    cite("A-01"),
    HOLA("1"),
    en="The day is a holiday of administrative organs.",
    ja="行政機関の休日である。",
    remedy="Fix a working day.",
)
DAY_NOT_AHEAD = because(
    "day_not_ahead",
    ACRA("23"),
    ORD("58-4"),
    en="A reasonable time lies ahead.",
    ja="相当の期間とは認められない。",
    remedy="Fix a later day.",
)
NOT_SENT_BACK = because(
    "not_sent_back_for_correction",
    ACRA("23"),
    en="The request was not sent back for correction.",
    ja="補正を命じていない。",
    remedy="Send it back first.",
)
CORRECTION_RUNNING = because(
    "correction_not_awaited",
    ACRA("23"),
    ACRA("24(1)"),
    en="A defect leads to rejection only when it was not corrected in the time set.",
    ja="補正を命じた期間が経過していないか、補正を命じていない。",
    remedy="Set a time for correction and wait for its end.",
)
ASSISTANT_IN_CONFLICT = because(
    "assistant_in_conflict",
    ORD("58-3(3)"),
    ORD("58-2"),
    en="The inquirer who assists the panel may have no interest in the case.",
    ja="補助する難民調査官が不適格事由に該当する。",
    remedy="Let another inquirer assist.",
)
PAPERS_NOT_SHOWN = because(
    "papers_not_shown",
    ORD("58-3(2)"),
    en="The counselors are shown the reasons and the file.",
    ja="処分の理由を明らかにした書面等が示されていない。",
    remedy="Show them.",
)
NOT_OF_THE_PANEL = because(
    "not_of_the_panel",
    ORD("58-3(1)"),
    en="Nobody of that reference is on the panel.",
    ja="班の構成員でない。",
    remedy="Name a counselor of the panel.",
)
STATEMENT_ON_FILE = because(
    "statement_on_file",
    ORD("58-4"),
    en="The written statement is on file; no time is fixed for it.",
    ja="申述書は既に提出されている。",
    remedy="Go on with the review.",
)
STATEMENT_AWAITED = because(
    "statement_awaited",
    ICRRA("61-2-12(6)"),
    ORD("58-4"),
    en="The time for the written statement is not fixed, or still runs.",
    ja="申述書の提出期間が定められていないか、経過していない。",
    remedy="Fix the time, and wait for the statement or the end of the time.",
)
HEARING_NOT_REQUESTED = because(
    "hearing_not_requested",
    ACRA("31(1)"),
    en="No oral statement is asked for and open.",
    ja="口頭意見陳述の申立てがない。",
    remedy="Record the request first.",
)
QUESTIONS_NOT_ASKED_FOR = because(
    "questions_not_asked_for",
    ICRRA("61-2-12(6)"),
    ACRA("31(2)"),
    en="Before the date is fixed the applicant is asked what he or she wants to ask the deciding authority.",
    ja="処分庁等に対する質問の有無及び内容を聴取していない。",
    remedy="Ask the applicant.",
)
HEARING_OWED = because(
    "hearing_owed",
    ACRA("31(1)"),
    ICRRA("61-2-12(6)"),
    en="An oral statement was asked for and is neither heard nor lawfully refused.",
    ja="口頭意見陳述の機会を与えていない。",
    remedy="Hear it, or refuse it on a ground of the law.",
)
NO_RECORD_OF_HEARING = because(
    "no_record_of_hearing",
    ORD("58-6(1)"),
    en="A record is made of the oral statement.",
    ja="調書が作成されていない。",
    remedy="Make the record.",
)
NOT_A_RESULT = because(
    "not_a_result",
    ACRA("45"),
    ACRA("46"),
    ACRA("49"),
    en="This request cannot be decided so.",
    ja="この審査請求に対する裁決として定めがない。",
    remedy="Choose a result that the provision names.",
)
DECIDED_SINCE = because(
    "decided_since",
    ACRA("49(1)"),
    en="The application was decided since: a review of inaction has lost its object and can only be rejected.",
    ja="申請に対する処分がされており、不作為についての審査請求は却下するほかない。",
    remedy="Reject it; the decision is attacked by a request of its own.",
)
LATE_IS_REJECTED = because(
    "late_is_rejected",
    ACRA("18(1)"),
    ACRA("45(1)"),
    en="A request after the period is inadmissible, unless a justifiable reason is accepted.",
    ja="期間経過後の審査請求は、正当な理由があるときを除き、却下する。",
    remedy="Reject it, or accept the reason that is claimed.",
)
GROUND_OF_REJECTION = because(
    "ground_of_rejection_missing",
    ACRA("24"),
    ACRA("45(1)"),
    ACRA("49(1)"),
    en="A rejection says why the request is inadmissible, and only a late one is rejected for lateness.",
    ja="却下の理由が示されていないか、事実と合わない。",
    remedy="Name the ground that applies.",
)
NOT_SERVED = because(
    "decision_not_served",
    ACRA("51(1)"),
    en="The decision did not reach the applicant; it has no effect before service.",
    ja="裁決書の謄本が送達されておらず、裁決の効力は生じていない。",
    remedy="Serve it, or by public notice where the law allows that.",
)
SECOND_PERSON = because(
    "second_person_signs_off",
    ACRA("51(3)"),
    cite("A-30"),
    en="Somebody other than the officer who posted the notice signs it off.",
    ja="公示を行った者以外の者による確認を要する。",
    remedy="Let another officer sign off.",
)
NOT_IN_WRITING = because(
    "withdrawal_not_in_writing",
    ACRA("27(2)"),
    en="A request for review is withdrawn in writing.",
    ja="審査請求の取下げは書面でしなければならない。",
    remedy="Take the withdrawal in writing.",
)
NO_REFUSED_REVIEW = because(
    "no_refused_review",
    ACLA("33(2)"),
    en="No rejection or dismissal of the request stands.",
    ja="審査請求を却下し又は棄却した裁決がない。",
    remedy="Only what was decided against the applicant is annulled so.",
)
