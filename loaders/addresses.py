"""Pages fetched from the web: within limits of time and size, as their servers wish, never from inside unawares."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx
from protego import Protego

from loaders.deadline import LateError, within
from loaders.fetched import Fetched
from loaders.network import PrivateAddressError, PublicTransport, trusted
from loaders.readers.decoding import MAX_BYTES
from loaders.readers.formats import readable_types, told
from ontology.errors import SourceError

#: Seconds for one step of a connection, and for all steps of all connections that an address calls for; how often one
#: address may lead to another.
PATIENCE, WHOLE, HOPS = 20.0, 60.0, 5
MAX_RULES = 500_000

#: The name under which servers know this program, in their rules for robots too.
ROBOT = "dispensatory"
AGENT = f"{ROBOT} (+https://w3id.org/dispensatory/; reads single pages on a person's request)"
#: Other ways of packing on the way could unpack to any size.
PACKING = ("gzip", "deflate")
SAVE = "save the page and give the file"

#: What to do about an answer that is no page; any other calls for a look at the address.
REMEDIES = {401: SAVE, 403: SAVE, 407: SAVE, 429: "wait and try again", 451: SAVE}
OVERLOADED = f"try again later, or {SAVE}"


@dataclass(slots=True)
class Web:
    """The web as one run sees it: whether private addresses may be reached, and what each server asks of robots."""

    allow_private: bool = False
    rules: dict[str, Protego] = field(default_factory=dict)

    def get(self, address: str) -> Fetched:
        """Return what an http or https address gives, or raise a SourceError that says why it gives nothing."""
        client = self._client()
        try:
            return within(WHOLE, lambda: self._fetched(client, address), client.close)
        except LateError:
            message = f"{address}: takes longer than {WHOLE:.0f} seconds; {SAVE}"
        except PrivateAddressError as error:
            message = f"{address}: leads into a private network ({error}); allow that with --allow-private, or {SAVE}"
        except httpx.InvalidURL:
            message = f"{address}: is no address; give one like https://example.org/page"
        except httpx.TimeoutException:
            message = f"{address}: the server does not answer for {PATIENCE:.0f} seconds; {OVERLOADED}"
        except httpx.HTTPError as error:
            message = f"{address}: cannot be fetched ({error}); check the address and the network"
        raise SourceError(" ".join(message.split()))

    def _fetched(self, client: httpx.Client, address: str) -> Fetched:
        with self._opened(client, address, address) as response:
            return _page(response, address)

    def _client(self) -> httpx.Client:
        accepted = ", ".join((*readable_types(), "*/*;q=0.1"))
        headers = {"User-Agent": AGENT, "Accept": accepted, "Accept-Encoding": ", ".join(PACKING)}
        if self.allow_private:
            return httpx.Client(headers=headers, timeout=PATIENCE, verify=trusted())
        return httpx.Client(headers=headers, timeout=PATIENCE, transport=PublicTransport())

    @contextmanager
    def _opened(self, client: httpx.Client, start: str, named: str, *, rules: bool = True) -> Iterator[httpx.Response]:
        """Open an address and whatever it leads to; each is checked before it is asked."""
        url = _url(start)
        for _ in range(HOPS + 1):
            _check(url, named)
            if rules and not self._welcome(client, url, named):
                raise SourceError(f"{named}: the robots.txt of {url.host} asks programs not to read it; {SAVE}")
            with client.stream("GET", url) as response:
                if not response.has_redirect_location:
                    yield response
                    return
                url = _url(response.headers["Location"], response.url)
        raise SourceError(f"{named}: leads on more than {HOPS} times; give the address where it ends")

    def _welcome(self, client: httpx.Client, url: httpx.URL, named: str) -> bool:
        """Tell whether a server lets robots read a page; one without rules for them lets them read all."""
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if origin not in self.rules:
            self.rules[origin] = Protego.parse(self._robots(client, origin, named))
        return bool(self.rules[origin].can_fetch(str(url), ROBOT))

    def _robots(self, client: httpx.Client, origin: str, named: str) -> str:
        with self._opened(client, f"{origin}/robots.txt", named, rules=False) as response:
            if response.status_code >= 500 or response.status_code == 429:
                status = response.status_code
                raise SourceError(f"{named}: the server cannot tell what robots may read ({status}); {OVERLOADED}")
            if response.is_success:
                return _body(response, named, MAX_RULES, whole=False).decode("utf-8", "replace")
            return ""


def _url(words: str, base: httpx.URL | None = None) -> httpx.URL:
    try:
        return httpx.URL(words) if base is None else base.join(words)
    except ValueError as error:  # which the parts of an address raise
        raise httpx.InvalidURL(str(error)) from None


def _check(url: httpx.URL, named: str) -> None:
    if url.scheme not in ("http", "https"):
        raise SourceError(f"{named}: leads to {url.scheme}, and only http and https are read; {SAVE}")
    if not url.host or "%" in url.host:  # what cannot be part of a name is escaped
        raise httpx.InvalidURL("no host")
    if url.userinfo:  # it would be kept in the graph
        raise SourceError(f"{named.rpartition('@')[2]}: is given with a password, which no source may hold; {SAVE}")


def _page(response: httpx.Response, address: str) -> Fetched:
    if not response.is_success:
        status = response.status_code
        remedy = REMEDIES.get(status, OVERLOADED if status >= 500 else "check the address")
        raise SourceError(f"{address}: the server answers {status} {response.reason_phrase}; {remedy}")
    media_type = response.headers.get("Content-Type", "")
    told(address, media_type)  # refuses what no reader reads, before it is fetched
    return Fetched(_body(response, address, MAX_BYTES), media_type)


def _body(response: httpx.Response, named: str, most: int, *, whole: bool = True) -> bytes:
    """Return what a response holds; where the whole is not needed, its beginning is enough."""
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    if packing not in ("", "identity", *PACKING):
        raise SourceError(f"{named}: the server packs it as {packing}; {SAVE}")
    data = bytearray()
    for piece in response.iter_bytes():
        data += piece
        if len(data) > most and whole:
            raise SourceError(f"{named}: larger than {most // 1_000_000} MB; save it and split it into documents")
        if len(data) > most:
            break
    return bytes(data[:most])
