"""The paper of a fact-finding (59-2, Ord. 36-9, 52-3): what was done, and is its record in order."""

from engine.payload import Payload, Text


class FactFinding(Payload):
    """What was done to find facts; a record of statements is read back and signed by both, or says why not."""

    purpose: Text
    persons_asked: bool = False
    bodies_asked: bool = False
    """Public offices, or public or private bodies."""
    record_made: bool = False
    read_back: bool = False
    signed_by_person: bool = False
    refusal_to_sign_noted: bool = False
    signed_by_officer: bool = False
    result: Text

    @property
    def is_in_order(self) -> bool:
        """Whether no record was made, or it was read back and signed, or why it was not signed is noted."""
        signed = self.signed_by_person or self.refusal_to_sign_noted
        return not self.record_made or (self.read_back and signed and self.signed_by_officer)
