"""Connections to public addresses only: a name is looked up here, each answer is checked, and what was checked is met.

A check of the name alone, or of another look-up than the one that connects, would let a name lead inside a private
network. Environments' proxies are passed by, since they look names up themselves.
"""

import socket
import ssl
from functools import cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

#: Ranges of IPv6 whose addresses end in the IPv4 address that is meant.
HOLDING_IPV4 = tuple(map(IPv6Network, ("::/96", "::ffff:0:0/96", "64:ff9b::/96")))


class PrivateAddressError(Exception):
    """A name or number that leads into a private network."""


class PublicTransport(httpx.BaseTransport):
    """Sends each request to an address that was checked, under the name that was asked for."""

    def __init__(self) -> None:
        """Keep no connection: one address may serve several names, and each has to prove its own."""
        self._inner = httpx.HTTPTransport(verify=trusted(), limits=httpx.Limits(max_keepalive_connections=0))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Try the addresses of a name in turn; PrivateAddressError where one of them is private."""
        failure = httpx.ConnectError("its name is not known", request=request)
        for address in looked_up(request.url):
            try:
                return self._inner.handle_request(_to(request, address))
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error  # type: ignore[assignment]  # a timeout is told as well
        raise failure

    def close(self) -> None:
        """Close all connections."""
        self._inner.close()


@cache
def trusted() -> ssl.SSLContext:
    """Return the certificates that are trusted, which are slow to read."""
    return httpx.create_ssl_context()


def looked_up(url: httpx.URL) -> list[str]:
    """Return the addresses that a URL's host has, none where its name is not known; PrivateAddressError for others."""
    try:
        answers = socket.getaddrinfo(url.raw_host.decode("ascii"), url.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    found = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    for address in found:
        if not is_public(ip_address(address)):
            raise PrivateAddressError(address)
    return found


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Tell an address that anyone can reach, the IPv4 address in one of IPv6 included."""
    if isinstance(address, IPv6Address):
        if any(address in network for network in HOLDING_IPV4):
            return is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
        if address.sixtofour is not None:
            return is_public(address.sixtofour)
    return address.is_global and not address.is_multicast


def _to(request: httpx.Request, address: str) -> httpx.Request:
    """Return a request for the same page of the same host, sent to one of its addresses."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,  # which name the host
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.raw_host.decode("ascii")},
    )
