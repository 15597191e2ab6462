"""Records with fields changed."""

from datetime import UTC, datetime

from engine.case import Notice, NoticeStatus
from engine.payload import changed


def test_a_changed_record_is_what_pydantic_makes_of_it() -> None:
    """The same fields, the same fields set, still frozen; the one before stays as it was."""
    before = Notice(id="one", kind="letter", since=datetime(2025, 1, 6, tzinfo=UTC))
    changes = {"status": NoticeStatus.WITHDRAWN}
    after = changed(before, changes)
    copied = before.model_copy(update=changes)
    assert (after, after.model_fields_set, hash(after)) == (copied, copied.model_fields_set, hash(copied))
    assert (after.model_dump_json(), repr(after)) == (copied.model_dump_json(), repr(copied))
    assert before.status is NoticeStatus.TO_SERVE
