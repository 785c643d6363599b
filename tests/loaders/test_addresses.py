"""Addresses give their bytes within limits, as their servers wish, and never from inside a private network unawares."""

import gzip
import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from time import sleep
from typing import Any

import pytest
import trustme
from protego import Protego

from dispensatory.cli import call
from loaders import addresses, network
from loaders.addresses import Web
from loaders.fetched import Fetched
from loaders.files import Place, fetch
from loaders.readers import read
from ontology.errors import SourceError

PAGE = b"<p>Baclofen relaxes muscles.</p>"
TABLE = b"title;text\nOn baclofen;It relaxes muscles.\n"
BOMB = gzip.compress(gzip.compress(b" " * 1_000_000))

#: What the server answers: status, headers, body.
Answer = tuple[int, dict[str, str], bytes]
ANSWERS: dict[str, Answer] = {
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
    "/private/page": (200, {"Content-Type": "text/html"}, PAGE),
    "/plain": (200, {"Content-Type": "text/plain"}, b"Baclofen relaxes muscles."),
    "/label.json": (200, {"Content-Type": "application/json"}, b'{"text": "Baclofen relaxes muscles."}'),
    "/table": (200, {"Content-Type": "text/csv; header=present"}, TABLE),
    "/table.csv": (200, {"Content-Type": "application/octet-stream"}, TABLE),
    "/unknown": (200, {}, PAGE),
    "/cyrillic": (
        200,
        {"Content-Type": "text/plain; charset=windows-1251"},
        "Баклофен — миорелаксант.".encode("cp1251"),
    ),
    "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
    "/bomb": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip, gzip"}, BOMB),
    "/broken": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"no gzip"),
    "/empty": (200, {"Content-Type": "text/html"}, b" "),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/login": (401, {}, b""),
    "/forbidden": (403, {}, b""),
    "/often": (429, {}, b""),
    "/down": (503, {}, b""),
    "/moved": (302, {"Location": "/page"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/local": (302, {"Location": "file:///etc/hosts"}, b""),
    "/inside": (302, {"Location": "http://10.0.0.1/page"}, b""),
    "/hidden": (302, {"Location": "/private/page"}, b""),
    "/odd": (302, {"Location": "http://[/"}, b""),
}
ROBOTS = b"User-agent: *\nDisallow: /private/\nDisallow: /*.cgi$\n"


class Handler(BaseHTTPRequestHandler):
    """Answers by the path, and remembers what it was asked."""

    robots: Answer = (200, {"Content-Type": "text/plain"}, ROBOTS)
    asked: list[tuple[str, str, str]]

    def do_GET(self) -> None:
        """Answer by the path."""
        self.asked.append((self.path, self.headers["User-Agent"], self.headers["Host"]))
        nothing: Answer = (404, {}, b"")
        status, headers, body = self.robots if self.path == "/robots.txt" else ANSWERS.get(self.path, nothing)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


class Site:
    """A server on this machine; `robots` is what it answers for robots.txt."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        """Start the server, over TLS with a context."""
        self.asked: list[tuple[str, str, str]] = []
        self.handler = type("Own", (Handler,), {"asked": self.asked})
        self.server = HTTPServer(("127.0.0.1", 0), self.handler)
        if context:
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_port
        self.at = f"http://127.0.0.1:{self.port}"
        self.thread = Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self.thread.start()

    @property
    def paths(self) -> list[str]:
        """What was asked for."""
        return [path for path, _, _ in self.asked]

    def close(self) -> None:
        """End the server."""
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    """Return a server on this machine."""
    served = Site()
    yield served
    served.close()


def refused(web: Web, address: str) -> str:
    """Return the line with which an address is refused."""
    with pytest.raises(SourceError) as caught:
        web.get(address)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.fixture
def as_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take this machine for a public one, so that a server on it can be met as those on the web are."""
    real = network.is_public
    here = ipaddress.ip_address("127.0.0.1")
    monkeypatch.setattr(network, "is_public", lambda address: address == here or real(address))


Names = Callable[[dict[str, list[str]]], None]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    """Return what sets the addresses of names, as a name server would tell them."""
    real = socket.getaddrinfo

    def tell(known: dict[str, list[str]]) -> None:
        def look_up(host: str, port: int | None, *options: int, **named: int) -> list[Any]:
            if host[0].isdigit():
                return real(host, port, *options, **named)
            if host not in known:
                raise socket.gaierror(-2, "Name or service not known")
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in known[host]]

        monkeypatch.setattr(socket, "getaddrinfo", look_up)

    return tell


def test_an_address_gives_its_bytes_and_their_type(site: Site) -> None:
    """A page is fetched as it stands, unpacked where the server packed it, with the type that the server tells."""
    web = Web(allow_private=True)
    assert web.get(f"{site.at}/page") == Fetched(PAGE, "text/html; charset=utf-8")
    assert web.get(f"{site.at}/packed").data == PAGE
    assert web.get(f"{site.at}/moved#part").data == PAGE


@pytest.mark.parametrize(
    ("path", "words", "kind"),
    [
        ("/page", "Baclofen relaxes muscles.\n", "text/html"),
        ("/unknown", "Baclofen relaxes muscles.\n", "text/html"),
        ("/plain", "Baclofen relaxes muscles.", "text/plain"),
        ("/label.json", "Baclofen relaxes muscles.\n", "application/json"),
        ("/table", "On baclofen\n\nIt relaxes muscles.\n", "text/csv"),
        ("/table.csv", "On baclofen\n\nIt relaxes muscles.\n", "text/csv"),
        ("/cyrillic", "Баклофен — миорелаксант.", "text/plain"),
    ],
)
def test_an_address_is_read_as_its_server_or_its_name_tells(site: Site, path: str, words: str, kind: str) -> None:
    """The type and the letters that a server names count; where it knows none, the ending or the first words do."""
    place = Place(site.at + path)
    found = fetch(place, allow_private=True)
    document = read(found.data, place.name, found.media_type)
    assert (document.text, document.source.media_type) == (words, kind)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/picture", "cannot read image/png; give text, Markdown"),
        ("/none", "the server answers 404 Not Found; check the address"),
        ("/login", "answers 401 Unauthorized; save the page and give the file"),
        ("/forbidden", "answers 403 Forbidden; save the page and give the file"),
        ("/often", "answers 429 Too Many Requests; wait and try again"),
        ("/down", "answers 503 Service Unavailable; try again later, or save the page"),
        ("/round", "leads on more than 5 times; give the address where it ends"),
        ("/local", "leads to file, and only http and https are read; save the page"),
        ("/odd", "is no address; give one like https://example.org/page"),
        ("/bomb", "the server packs it as gzip, gzip; save the page"),
        ("/broken", "cannot be fetched (Error -3 while decompressing data"),
        ("/private/page", "the robots.txt of 127.0.0.1 asks programs not to read it; save the page"),
        ("/run.cgi", "the robots.txt of 127.0.0.1 asks programs not to read it; save the page"),
        ("/hidden", "the robots.txt of 127.0.0.1 asks programs not to read it; save the page"),
    ],
)
def test_an_address_without_a_text_is_refused(site: Site, path: str, reason: str) -> None:
    """One line names the address, what is wrong, and what to do."""
    message = refused(Web(allow_private=True), site.at + path)
    assert message.startswith(f"{site.at}{path}: ")
    assert reason in message


def test_an_empty_page_is_refused(site: Site) -> None:
    """An answer of blanks alone is no text."""
    with pytest.raises(SourceError, match="/empty: is empty; give"):
        fetch(Place(f"{site.at}/empty"), allow_private=True)


@pytest.mark.parametrize("address", ["http://", "https://[", "http://example.org:port/", "https:///page"])
def test_a_broken_address_is_refused(address: str) -> None:
    """What does not parse as an address is told as such."""
    assert refused(Web(), address).startswith(f"{address}: is no address; give one like")


def test_an_address_with_a_password_is_refused_without_telling_it() -> None:
    """The name of a source is kept in the graph."""
    message = refused(Web(), "https://me:secret@example.org/page")
    assert message == (
        "example.org/page: is given with a password, which no source may hold; save the page and give the file"
    )


def test_a_server_that_is_not_there_is_told(site: Site) -> None:
    """A closed port is a matter of the network."""
    site.server.socket.close()
    assert "cannot be fetched" in refused(Web(allow_private=True), f"{site.at}/page")


def test_a_server_that_keeps_silent_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that nobody answers ends after a time."""
    monkeypatch.setattr(addresses, "PATIENCE", 0.05)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/page"
        assert "the server does not answer for 0 seconds; try again later" in refused(Web(allow_private=True), address)


def test_a_page_that_takes_too_long_is_given_up(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """However fast each piece comes, the whole has its time."""
    monkeypatch.setattr(addresses, "WHOLE", -1.0)
    assert "takes longer than" in refused(Web(True, rules={site.at: Protego.parse("")}), f"{site.at}/page")


@pytest.mark.parametrize("beginning", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_server_that_answers_byte_by_byte_is_given_up(monkeypatch: pytest.MonkeyPatch, beginning: bytes) -> None:
    """No step of the connection is slow, in the head or in the body, but all have one time; then it is closed."""
    monkeypatch.setattr(addresses, "WHOLE", 0.3)

    def trickle(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection, suppress(OSError):
            connection.sendall(beginning)
            while True:
                connection.sendall(b"x")
                sleep(0.01)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Thread(target=trickle, args=[listening], daemon=True)
        server.start()
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        message = refused(Web(True, rules={address: Protego.parse("")}), f"{address}/page")
        assert message == f"{address}/page: takes longer than 0 seconds; save the page and give the file"
        server.join(30)
        assert not server.is_alive()


def test_a_page_larger_than_the_limit_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read is counted after it is unpacked, whatever length the server claims."""
    monkeypatch.setattr(addresses, "MAX_BYTES", 5)
    for path in ("/page", "/packed"):
        assert "larger than 0 MB; save it and split it" in refused(Web(allow_private=True), site.at + path)


def test_a_server_knows_who_asks_and_its_rules_are_asked_for_once(site: Site) -> None:
    """The agent has a name, and a place that tells of it; the rules count for all pages of a run."""
    web = Web(allow_private=True)
    web.get(f"{site.at}/page")
    web.get(f"{site.at}/plain")
    assert site.paths == ["/robots.txt", "/page", "/plain"]
    assert {agent.partition(" ")[0] for _, agent, _ in site.asked} == {"dispensatory"}
    assert "https://w3id.org/dispensatory/" in site.asked[0][1]


@pytest.mark.parametrize(
    ("robots", "read_it"),
    [
        ((404, {}, b""), True),
        ((403, {}, b""), True),
        ((302, {"Location": "/table"}, b""), True),
        ((200, {}, b"\xff\xfe no rules"), True),
        ((200, {}, b"User-agent: dispensatory\nDisallow: /\n\nUser-agent: *\nAllow: /\n"), False),
        ((200, {}, b"User-agent: other\nDisallow: /\n"), True),
        ((200, {}, b"User-agent: *\nDisallow: /\nAllow: /page\n"), True),
        ((500, {}, b""), False),
    ],
)
def test_rules_for_robots_are_kept(site: Site, robots: Answer, read_it: bool) -> None:
    """A server without rules lets all be read; its own rule for this program counts most; an ill one is not pressed."""
    site.handler.robots = robots  # type: ignore[attr-defined]
    if read_it:
        assert Web(allow_private=True).get(f"{site.at}/page").data == PAGE
    else:
        refused(Web(allow_private=True), f"{site.at}/page")
        assert "/page" not in site.paths


def test_a_private_address_is_refused_unless_allowed(site: Site) -> None:
    """The server is not even asked."""
    message = refused(Web(), f"{site.at}/page")
    assert message == (
        f"{site.at}/page: leads into a private network (127.0.0.1); allow that with --allow-private, or save the page "
        "and give the file"
    )
    assert site.paths == []


@pytest.mark.parametrize(
    "answers", [["127.0.0.1"], ["10.0.0.1"], ["93.184.216.34", "192.168.0.1"], ["169.254.169.254"], ["::ffff:10.0.0.1"]]
)
def test_a_name_that_leads_into_a_private_network_is_refused(site: Site, names: Names, answers: list[str]) -> None:
    """Each answer of the name server is checked, before any is connected to."""
    names({"drugs.example": answers})
    assert f"leads into a private network ({answers[-1]})" in refused(Web(), f"http://drugs.example:{site.port}/page")
    assert site.paths == []


def test_a_name_that_nobody_knows_is_told(names: Names) -> None:
    """No server is looked for anywhere else."""
    names({})
    message = refused(Web(), "http://drugs.example/page")
    assert message == (
        "http://drugs.example/page: cannot be fetched (its name is not known); check the address and the network"
    )


@pytest.mark.usefixtures("as_public")
def test_a_public_name_is_met_under_its_name(site: Site, names: Names) -> None:
    """The address that was checked is connected to; the server is told the name."""
    names({"drugs.example": ["127.0.0.1"]})
    assert Web().get(f"http://drugs.example:{site.port}/page").data == PAGE
    assert {host for _, _, host in site.asked} == {f"drugs.example:{site.port}"}


@pytest.mark.usefixtures("as_public")
def test_a_public_page_that_leads_into_a_private_network_is_refused(site: Site) -> None:
    """Each hop is checked."""
    assert "leads into a private network (10.0.0.1)" in refused(Web(), f"{site.at}/inside")
    assert Web().get(f"{site.at}/moved").data == PAGE


@pytest.mark.usefixtures("as_public")
def test_a_certificate_is_checked_against_the_name(names: Names, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server proves that it has the name that was asked for, though its number is connected to."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("drugs.example").configure_cert(context)
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)
    monkeypatch.setattr(network, "trusted", lambda: trusted)
    names({"drugs.example": ["127.0.0.1"], "other.example": ["127.0.0.1"]})
    site = Site(context)
    try:
        assert Web().get(f"https://drugs.example:{site.port}/page").data == PAGE
        assert "certificate verify failed" in refused(Web(), f"https://other.example:{site.port}/page")
    finally:
        site.close()


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:4700::1111", True),
        ("64:ff9b::5db8:d822", True),
        ("2002:5db8:d822::1", True),
        ("10.0.0.1", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104
        ("224.0.0.1", False),
        ("169.254.169.254", False),
        ("::1", False),
        ("::ffff:127.0.0.1", False),
        ("::7f00:1", False),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
    ],
)
def test_addresses_are_told_as_public_or_private(address: str, public: bool) -> None:
    """An IPv4 address inside one of IPv6 counts as what it is."""
    assert network.is_public(ipaddress.ip_address(address)) is public


def test_the_command_reads_private_addresses_where_it_is_told_to(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --allow-private the line names it; with it what the page says comes out, under the address as given."""
    assert call(["extract", f"{site.at}/page"]) == 1
    assert "allow that with --allow-private" in capsys.readouterr().err
    assert call(["extract", f"{site.at}/page", "--allow-private"]) == 0
    rows = capsys.readouterr().out.splitlines()[1:]
    assert rows
    assert all(row.startswith(f"{site.at}/page,baclofen,") for row in rows)
