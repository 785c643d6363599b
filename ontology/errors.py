"""The errors that a user can mend; each message is one line that names the place and the remedy.

They live apart so that every layer can raise them without importing another. The command line prints the message
and ends with the error's exit code: 1 where the data is at fault, 2 where the call is.
"""

from typing import ClassVar


class DispensatoryError(ValueError):
    """Something the user gave is wrong, and the message says what to do about it."""

    exit_code: ClassVar[int] = 1


class SourceError(DispensatoryError):
    """A source cannot be read: missing, empty, binary, undecodable, too large."""


class OntologyError(DispensatoryError):
    """The ontology's own files contradict themselves or cannot be read."""


class StoreError(DispensatoryError):
    """A store cannot be opened, locked or written."""


class CallError(DispensatoryError):
    """The call itself is wrong: an unknown query, a missing parameter, a name that fits no entity."""

    exit_code: ClassVar[int] = 2


class QueryError(CallError):
    """A SPARQL query does not parse; the message gives line and column."""
