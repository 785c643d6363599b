"""What a place gave: bytes, and what its server tells of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of a source; `media_type` is a server's word, and empty for what lies on this machine."""

    data: bytes
    media_type: str = ""
