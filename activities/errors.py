"""What goes wrong in an activity, told to the workflow by type alone: no message or trace holds what was handled."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from temporalio.exceptions import ApplicationError, ApplicationErrorCategory

from engine.refusal import Defect
from register.errors import KeyReused, NotFound, Unavailable
from workflows.ports import Fault

_log = structlog.get_logger()


@contextmanager
def told_by_type(doing: str, **ids: str | None) -> Iterator[None]:
    """Turn every fault inside into an `ApplicationError` whose type is a `Fault`; a defect also raises an alarm.

    Args:
        doing: what was being done, for the alarm.
        ids: opaque ids, for the alarm.

    Raises:
        ApplicationError: retried when it is `Fault.UNAVAILABLE`, final otherwise.
    """
    try:
        yield
    except ApplicationError:
        raise
    except Unavailable as fault:
        _log.warning("unavailable", doing=doing, code=str(fault), **ids)
        raise ApplicationError(
            Fault.UNAVAILABLE, type=Fault.UNAVAILABLE, category=ApplicationErrorCategory.BENIGN
        ) from None
    except KeyReused:
        raise final(Fault.KEY_REUSED) from None
    except NotFound:
        raise final(Fault.NOT_FOUND) from None
    except Defect as defect:
        _log.error("defect", doing=doing, code=defect.code, concerns=defect.ids, **ids)
        raise final(Fault.INTERNAL) from None
    except Exception as error:  # noqa: BLE001  (re-raised, without its text)
        _log.error("defect", doing=doing, code=type(error).__qualname__, at=place_of(error), **ids)
        raise final(Fault.INTERNAL) from None


def final(fault: Fault) -> ApplicationError:
    """An end that no repeat changes."""
    return ApplicationError(fault, type=fault, non_retryable=True, category=ApplicationErrorCategory.BENIGN)


def place_of(error: BaseException) -> str:
    """Where an exception was raised, without any value: "filing.py:120 in judge"."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return ""
    last = frames[-1]
    return f"{last.filename.rsplit('/', 1)[-1]}:{last.lineno} in {last.name}"
