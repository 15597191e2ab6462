"""A ground that arose in another case, where what it arose from is annulled: a person weighs what is left."""

from typing import Final

from engine.declaration import act, upon
from engine.refusal import because, unless
from law.citation import ACLA, ACRA, ICRRA
from law.competence import Power
from law.custody import DETAINED
from law.facts import Ground
from law.finding import Answer, Finding
from workflows.deportation_case import DeportationCase, Stage, ground_is_doubted
from workflows.deportation_record import GroundDoubted, GroundWeighed
from workflows.effects import DeportationOrderWithdrawn, FoundNotDeportable, RecognitionRestored
from workflows.enforcement_effects import DepartureOrderFell, StatusRestored
from workflows.papers.deportation import GroundDecision
from workflows.papers.deportation_duties import CERTIFICATE_OF_RELEASE, WEIGH_GROUND

_OF_REVOKED_STATUS: Final = frozenset({Ground.II_2, Ground.II_3, Ground.II_4})
_OF_REVOKED_RECOGNITION: Final = frozenset({Ground.X})
_OF_DEPARTURE_ORDER: Final = frozenset({Ground.VIII, Ground.IX})
_FELL = (ACLA("32(1)"), ACLA("33(1)"))


def ground_is_to_be_weighed(case: DeportationCase) -> Finding[Answer]:
    """Whether what the ground arose from was annulled, and nobody has weighed it yet."""
    return unless(ground_is_doubted(case.case), _NOTHING_FELL)


class GroundOfCase(DeportationCase):
    """Until somebody has weighed it no step is taken and nobody removed; the case ends, or stands on another item."""

    @upon(StatusRestored, basis=(*_FELL, ICRRA("24(ii-2)"), ICRRA("24(ii-3)"), ICRRA("24(ii-4)")))
    def status_never_ended(self, fact: StatusRestored) -> None:
        """The revocation of the status was annulled, from which the ground had arisen."""
        self._doubt_ground(_OF_REVOKED_STATUS)

    @upon(RecognitionRestored, basis=(*_FELL, ACRA("46(1)"), ICRRA("24(x)")))
    def recognition_never_ended(self, fact: RecognitionRestored) -> None:
        """The revocation of the recognition was annulled, from which the ground had arisen."""
        self._doubt_ground(_OF_REVOKED_RECOGNITION)

    @upon(DepartureOrderFell, basis=(*_FELL, ICRRA("24(viii)"), ICRRA("24(ix)")))
    def departure_order_never_was(self, fact: DepartureOrderFell) -> None:
        """The departure order or its revocation was annulled, from which the ground had arisen."""
        self._doubt_ground(_OF_DEPARTURE_ORDER)

    def _doubt_ground(self, fallen: frozenset[Ground]) -> None:
        rests_on_it = any(each.ground in fallen for each in self.state.grounds)
        if rests_on_it and not self.case.stage.closed and not ground_is_doubted(self.case):
            self.owe(WEIGH_GROUND)
            self.record(GroundDoubted())

    @act(
        by=Power.RESOLVE_CONTESTED,
        at=tuple(stage for stage in Stage if not stage.closed),
        basis=_FELL,
        when=(ground_is_to_be_weighed,),
        ja="前提となる処分が取り消された事件の取扱いの決定",
    )
    def weigh_ground(self, body: GroundDecision) -> None:
        """Decide whether the case stands on another item of Article 24; else it ends, and an order with it."""
        self.discharge(WEIGH_GROUND)
        self.record(GroundWeighed(stands=body.stands))
        if body.stands:
            return
        if self.case.stage is Stage.ORDERED:
            self.update(withdrawn_at=self.at, order_in_doubt=False)
            self.record(DeportationOrderWithdrawn())
            self.enter(Stage.ORDER_WITHDRAWN)
            return
        if self.position.custody in DETAINED:
            self.serve(CERTIFICATE_OF_RELEASE)
        self.record(FoundNotDeportable(instance="annulment"))
        self.enter(Stage.NOT_DEPORTABLE)


_NOTHING_FELL = because(
    "no_ground_to_weigh",
    *_FELL,
    en="Nothing that the ground arose from was annulled, or it was weighed already.",
    ja="退去強制事由の前提となる処分は取り消されていないか、既に判断されている。",
    remedy="Nothing is left to be weighed.",
)
