"""The canned queries: `.rq` files that say in their header what they answer and which parameters they take.

The header stands in the first lines, each begun with `#+`, and is YAML in the manner of grlc. A file put into
`queries/canned/` is a canned query: nothing else has to know of it.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ontology.errors import CallError, OntologyError
from queries.nearness import alternatives, nearest

#: The folder of the queries; a test may name another.
FOLDER = "canned"

_MARK = "#+"
_KEYS = {"summary", "tags", "answer", "parameters"}
_PARAMETER_KEYS = {"name", "type", "summary", "required", "default", "values", "example"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One variable of a query that the caller binds; `kinds` says what its value may name."""

    name: str
    kinds: tuple[str, ...]
    summary: str
    example: str
    required: bool = True
    default: str = ""
    values: tuple[str, ...] = ()  # the only legal ones, where there are any


@dataclass(frozen=True, slots=True)
class Canned:
    """A canned query: its name, what its header says, and its text."""

    name: str
    summary: str
    tags: tuple[str, ...]
    answer: str  # the variable whose values answer an open question
    parameters: tuple[Parameter, ...]
    text: str

    @property
    def example(self) -> str:
        """A call on the command line that can be pasted."""
        given = (
            f"{parameter.name}={_quoted(parameter.example)}" for parameter in self.parameters if parameter.required
        )
        return " ".join(["dispensatory run", self.name, *given])

    def parameter(self, name: str) -> Parameter | None:
        """Return the parameter of that name."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)


def names() -> tuple[str, ...]:
    """Return the names of all canned queries, sorted, without reading any."""
    folder = files("queries").joinpath(FOLDER)
    return tuple(sorted(entry.name[:-3] for entry in folder.iterdir() if entry.name.endswith(".rq")))


@cache
def canned(name: str) -> Canned:
    """Read one canned query by its name."""
    if name not in names():
        near = nearest(name, names())
        hint = f"did you mean {alternatives(near)}?" if near else "`dispensatory queries` lists them"
        raise CallError(f"no canned query is called '{name}'; {hint}")
    text = files("queries").joinpath(FOLDER, f"{name}.rq").read_text(encoding="utf-8")
    return parse(name, text)


def catalogue() -> tuple[Canned, ...]:
    """Read all canned queries, sorted by name."""
    return tuple(canned(name) for name in names())


def parse(name: str, text: str) -> Canned:
    """Read a canned query from its text; what is wrong with its header is named."""
    lines = text.splitlines()
    header = [line[len(_MARK) :] for line in lines if line.startswith(_MARK)]
    if not lines or not lines[0].startswith(_MARK):
        raise OntologyError(f"queries/{FOLDER}/{name}.rq: the first line is no header; begin it with '#+ summary: …'")
    given = _mapping(name, load_yaml(f"{FOLDER}/{name}.rq", "\n".join(header)), _KEYS, "the header")
    for key in sorted(_KEYS - set(given)):
        raise OntologyError(f"queries/{FOLDER}/{name}.rq: the header lacks '{key}'")
    parameters = tuple(_parameter(name, each) for each in given["parameters"] or ())
    query = Canned(name, str(given["summary"]), tuple(map(str, given["tags"])), str(given["answer"]), parameters, text)
    _check_variables(query)
    return query


def _parameter(query: str, given: object) -> Parameter:
    known = _mapping(query, given, _PARAMETER_KEYS, "a parameter")
    for key in ("name", "type", "summary", "example"):
        if key not in known:
            raise OntologyError(f"queries/{FOLDER}/{query}.rq: parameter {known.get('name', '')!r} lacks '{key}'")
    kinds = known["type"] if isinstance(known["type"], list) else [known["type"]]
    return Parameter(
        name=str(known["name"]),
        kinds=tuple(map(str, kinds)),
        summary=str(known["summary"]),
        example=str(known["example"]),
        required=bool(known.get("required", True)),
        default=str(known.get("default", "")),
        values=tuple(map(str, known.get("values", ()))),
    )


def _check_variables(query: Canned) -> None:
    """Refuse a parameter that the query does not select: who reads the query could not see what was asked."""
    body = "\n".join(line for line in query.text.splitlines() if not line.startswith(_MARK))
    selected = body.partition("WHERE")[0].replace(")", " ").split()
    for name in [*(parameter.name for parameter in query.parameters), query.answer]:
        if f"?{name}" not in selected:
            raise OntologyError(
                f"queries/{FOLDER}/{query.name}.rq: SELECT does not name ?{name}, which the header does"
            )


def _mapping(query: str, given: object, keys: set[str], what: str) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise OntologyError(f"queries/{FOLDER}/{query}.rq: {what} is no YAML mapping")
    unknown = sorted(set(map(str, given)) - keys)
    if unknown:
        raise OntologyError(
            f"queries/{FOLDER}/{query}.rq: {what} has '{unknown[0]}'; known are {', '.join(sorted(keys))}"
        )
    return given


def load_yaml(place: str, text: str) -> Any:
    """Read YAML; where it is none, the error names the place."""
    import yaml  # noqa: PLC0415  # only who reads a header pays for it

    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  # both are safe
    except yaml.YAMLError as error:
        raise OntologyError(f"queries/{place}: it is no YAML: {' '.join(str(error).split())}") from error


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
