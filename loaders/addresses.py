"""Pages fetched from the web, within limits of time and size, and never from inside a private network unawares."""

import http.client
import ipaddress
import time
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import urlsplit

from loaders.readers.decoding import MAX_BYTES
from loaders.readers.formats import KNOWN, readable_types
from ontology.errors import SourceError

#: Seconds for one step of the connection, and for the whole.
PATIENCE, WHOLE = 20.0, 60.0
PIECE = 65_536
READABLE = readable_types()
AGENT = "dispensatory (reads single pages on a person's request)"


class PrivateAddressError(OSError):
    """The address leads into a private network."""


def download(address: str, allow_private: bool = False) -> bytes:
    """Return the bytes that an http or https address gives, or raise a SourceError that says why it gives none."""
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    if not host:
        message = f"{address}: is no address; give one like https://example.org/page"
        raise SourceError(message)
    request = urllib.request.Request(address, headers={"User-Agent": AGENT, "Accept": ", ".join(READABLE)})  # noqa: S310
    try:
        with _opener(allow_private).open(request, timeout=PATIENCE) as response:
            kind = response.headers.get_content_type()
            if kind not in READABLE:
                message = f"{address}: is {kind}, not {KNOWN}; save it as text and give the file"
                raise SourceError(message)
            return _body(response, address)
    except urllib.error.HTTPError as error:
        message = f"{address}: the server answers {error.code} {error.reason}; check the address"
        raise SourceError(message) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        if isinstance(error, SourceError):
            raise
        reason = getattr(error, "reason", error)
        if isinstance(reason, PrivateAddressError):
            message = f"{address}: leads into a private network ({reason}); save the page and give the file"
        else:
            message = f"{address}: cannot be fetched ({reason}); check the address and the network"
        raise SourceError(" ".join(message.split())) from None


def _body(response: http.client.HTTPResponse, address: str) -> bytes:
    pieces, size, end = list[bytes](), 0, time.monotonic() + WHOLE
    while piece := response.read(PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > MAX_BYTES:
            message = f"{address}: larger than {MAX_BYTES // 1_000_000} MB; save it and split it into documents"
            raise SourceError(message)
        if time.monotonic() > end:
            message = f"{address}: takes longer than {WHOLE:.0f} seconds; save the page and give the file"
            raise SourceError(message)
    return b"".join(pieces)


def _opener(allow_private: bool) -> urllib.request.OpenerDirector:
    if allow_private:
        return urllib.request.build_opener()
    # Without proxies the peer's own address is what is checked, after each redirect and whatever the name resolved to.
    return urllib.request.build_opener(urllib.request.ProxyHandler({}), _PublicHandler(), _PublicSecureHandler())


def _check_peer(connection: http.client.HTTPConnection) -> None:
    peer = ipaddress.ip_address(connection.sock.getpeername()[0].partition("%")[0])
    mapped = getattr(peer, "ipv4_mapped", None)
    if not (mapped or peer).is_global:
        connection.close()
        raise PrivateAddressError(str(peer))


class _PublicConnection(http.client.HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _check_peer(self)


class _PublicSecureConnection(http.client.HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _check_peer(self)


class _PublicHandler(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_public, req)


class _PublicSecureHandler(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_public_secure, req)


def _public(host: str, **options: Any) -> http.client.HTTPConnection:
    return _PublicConnection(host, **options)


def _public_secure(host: str, **options: Any) -> http.client.HTTPSConnection:
    return _PublicSecureConnection(host, **options)
