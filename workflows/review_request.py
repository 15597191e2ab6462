"""The request for review of a decision on recognition (61-2-12): before three counselors, decided by the Minister."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from engine.case import Case
from engine.declaration import act, lapse, opening, upon
from engine.procedure import Procedure
from law.citation import ACRA, ICRRA, ORD
from law.clocks import PUBLIC_NOTICE_OF_REVIEW_DECISION
from law.competence import Power
from law.counselors import OralStatement, ReviewDecision, oral_statement_may_be_refused, panel, review_may_be_decided
from law.facts import Ending
from law.finding import Answer, Finding
from law.holidays import is_administrative_holiday
from law.policies import cite
from law.review import ReviewRequest as Request
from law.review import Timeliness, is_reviewable, timeliness
