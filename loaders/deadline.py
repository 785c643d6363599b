"""Work that has its time, however many steps it takes: past it the work is given up."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


class LateError(Exception):
    """The time was over before the work was done."""


def within(seconds: float, work: Callable[[], Result], end: Callable[[], None]) -> Result:
    """Return what work gives, or raise what it raises, or a LateError; `end` takes away what the work lives on.

    The work has a thread of its own, since no limit of a step bounds them all: a server may send a byte for each of
    them. A thread cannot be stopped from outside; it fails at its next step, once `end` has closed what it reads.
    """
    done = Future[Result]()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:  # it is raised where the work is waited for
            done.set_exception(error)

    Thread(target=run, daemon=True).start()
    try:
        return done.result(seconds)
    except TimeoutError:
        if done.done():
            raise
        raise LateError from None
    finally:
        end()
