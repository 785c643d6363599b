"""Where many values without circles are made, the search for circular garbage waits until they are."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collected_later() -> Iterator[None]:
    """Hold back the search for circular garbage: among millions of new values without circles it finds none.

    It would go through all of them again and again, for a tenth to a third of the time. Afterwards the new values count
    as old ones, which the search leaves alone for long.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if not gc.get_freeze_count():  # or what someone else has frozen would thaw
                gc.freeze()
                gc.unfreeze()
            gc.enable()
