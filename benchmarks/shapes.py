"""Documents of hostile shapes: each is a line, a list, a table or a nest that grows with a number and nothing else.

No person writes them; exports, broken pages and attackers do. `growth.py` measures how the time for them grows, and the
tests read them at the sizes that `WANTED` names.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

FACT = "Baclofen may cause nausea. "
EFFECTS = ("nausea", "drowsiness", "dizziness", "vomiting", "headache", "constipation", "insomnia", "confusion")


@dataclass(frozen=True, slots=True)
class Shape:
    """A document that grows: its file's name, the size that must be read in seconds, and what makes it of a size."""

    name: str
    wanted: int
    make: Callable[[int], str]

    def of(self, size: int) -> bytes:
        """Return the document of a size."""
        return self.make(size).encode()


def _listed(count: int) -> str:
    return ", ".join(EFFECTS[at % len(EFFECTS)] for at in range(count))


def _nested(opening: str, middle: str, closing: str) -> Callable[[int], str]:
    return lambda depth: opening * depth + middle + closing * depth


def _table(cell: str, words: str, row: str = "{}\n") -> Callable[[int], str]:
    def make(columns: int) -> str:
        head, line = (cell.format("Effect" if not at else "Baclofen") for at in (0, 1)), cell.format(words)
        first, other = head
        return row.format(first + other * columns) + row.format(cell.format("Side effects") + line * columns)

    return make


def _stairs(item: str, step: int = 2) -> Callable[[int], str]:
    return lambda levels: "".join(f"{' ' * (step * (level % 500))}{item}\n" for level in range(levels))


def _printed(drawing: str) -> str:
    """Return a PDF of one page; its table of places is left to the reader to rebuild."""
    bodies = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
        f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    objects = "".join(f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(bodies, 1))
    return f"%PDF-1.4\n{objects}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"


def _columns(lines: int) -> str:
    """Return two columns that are drawn line by line, in a text that nobody could print."""
    placed = (
        f"1 0 0 1 {left} {-12 * line} Tm ({words}) Tj "
        for line in range(lines)
        for left, words in ((72, "baclofen may cause drowsiness and"), (330, "nausea. It is used by people who"))
    )
    return _printed(f"BT /F1 10 Tf {''.join(placed)}ET")


def _words(count: int) -> str:
    """Return a line each word of which is drawn at a place of its own."""
    return _printed(f"BT /F1 10 Tf {'(baclofen) Tj 60 0 Td ' * count}ET")


#: By what is wrong with them: what one thing is repeated, in which format, and how often it must be read in seconds.
SHAPES: Mapping[str, Shape] = {
    "a line of text": Shape("a.txt", 190_000, lambda n: FACT * n),
    "a line of words": Shape("a.txt", 600_000, lambda n: "baclofen " * n),
    "a line without an end of a sentence": Shape(
        "a.txt", 120_000, lambda n: "baclofen may cause nausea and the river " * n
    ),
    "a line of one word": Shape("a.txt", 5_000_000, lambda n: "a" * n + " baclofen"),
    "a line of marks": Shape("a.txt", 2_000_000, lambda n: "." * n + " baclofen"),
    "a line of blanks": Shape("a.txt", 5_000_000, lambda n: "baclofen" + " " * n + "baclofen"),
    "a line of abbreviated words": Shape("a.txt", 300_000, lambda n: "e.g. " * n + FACT),
    "a line of Markdown": Shape("a.md", 190_000, lambda n: FACT * n),
    "a line of HTML": Shape("a.html", 190_000, lambda n: f"<p>{FACT * n}</p>"),
    "a line of CSV": Shape("a.csv", 190_000, lambda n: f"text\n{FACT * n}\n"),
    "a line of JSON": Shape("a.json", 190_000, lambda n: json.dumps({"text": FACT * n})),
    "a line of XML": Shape("a.xml", 190_000, lambda n: f"<document><title>{FACT * n}</title></document>"),
    "a paragraph of XML": Shape(
        "a.xml", 190_000, lambda n: f"<article><front/><body><sec><p>{FACT * n}</p></sec></body></article>"
    ),
    "mentions in a sentence": Shape("a.txt", 100_000, lambda n: f"Baclofen may cause {_listed(n)}.\n"),
    "drugs in a sentence": Shape(
        "a.txt", 50_000, lambda n: f"Nausea is caused by {'baclofen and tramadol, ' * n}others.\n"
    ),
    "mentions in an item": Shape("a.md", 100_000, lambda n: f"# Baclofen\n\n## Side effects\n\n- {_listed(n)}\n"),
    "mentions in a heading": Shape("a.md", 100_000, lambda n: f"# Baclofen {_listed(n)}\n\n{FACT}\n"),
    "mentions without a blank": Shape("a.txt", 100_000, lambda n: "Baclofen may cause " + "nausea/" * n + "."),
    "clauses in a sentence": Shape(
        "a.txt", 30_000, lambda n: "Baclofen may cause nausea, which is not an opioid, and it relaxes muscles, but " * n
    ),
    "its in a sentence": Shape(
        "a.txt",
        50_000,
        lambda n: "Baclofen is not an opioid because it may cause nausea and " + "it and they and both " * n,
    ),
    "negations in a sentence": Shape("a.txt", 50_000, lambda n: "Baclofen does not " + "not cause nausea nor " * n),
    "round brackets": Shape("a.txt", 10_000, _nested("(", "baclofen", ")")),
    "open brackets": Shape("a.txt", 100_000, lambda n: "baclofen (" * n),
    "square brackets": Shape("a.md", 10_000, _nested("[", "baclofen", "](x)")),
    "open links": Shape("a.md", 100_000, lambda n: "[baclofen](" * n),
    "abbreviations": Shape("a.txt", 50_000, lambda n: "multiple sclerosis (MS) " * n),
    "abbreviations of many kinds": Shape(
        "a.txt",
        20_000,
        lambda n: "".join(f"Baclofen {chr(65 + at % 26)}{at} (BA{at}) relaxes muscles.\n" for at in range(n)),
    ),
    "quotes": Shape("a.md", 10_000, _nested(">", " baclofen", "")),
    "quoted lines": Shape("a.md", 50_000, lambda n: "> baclofen may cause nausea\n" * n),
    "list levels": Shape("a.md", 4_000, lambda n: "".join(f"{' ' * level}- nausea\n" for level in range(n))),
    "lists up and down": Shape("a.md", 50_000, _stairs("- nausea")),
    "markers of lists": Shape("a.md", 50_000, lambda n: "".join(f"{'-*+'[at % 3]} nausea\n" for at in range(n))),
    "levels of HTML lists": Shape("a.html", 10_000, _nested("<ul><li>nausea", "baclofen", "</li></ul>")),
    "open HTML elements": Shape("a.html", 100_000, lambda n: "<div>baclofen" * n),
    "open HTML spans": Shape("a.html", 100_000, lambda n: "<b><i>baclofen" * n),
    "unknown HTML elements": Shape("a.html", 100_000, _nested("<x>", "baclofen", "</x>")),
    "HTML quotations": Shape("a.html", 100_000, _nested("<q>", "baclofen", "</q>")),
    "HTML attributes": Shape("a.html", 100_000, lambda n: f"<p {' '.join(f'a{at}=b' for at in range(n))}>{FACT}</p>"),
    "HTML lists side by side": Shape("a.html", 50_000, lambda n: "<ul>" + "<li>nausea</li>" * n + "</ul>"),
    "HTML paragraphs": Shape("a.html", 50_000, lambda n: f"<p>{FACT}</p>" * n),
    "HTML headers": Shape("a.html", 20_000, lambda n: f"<header><p>{FACT}</p></header>" * n),
    "nested HTML headers": Shape("a.html", 2_000, _nested("<header>", FACT, "</header>")),
    "nested HTML menus": Shape("a.html", 2_000, _nested('<div class="menu">', f"<h1>{FACT}</h1>", "</div>")),
    "tables in HTML tables": Shape("a.html", 3_000, _nested("<table><tr><td>a<td>", FACT, "</table>")),
    "HTML tables": Shape("a.html", 20_000, lambda n: "<table><tr><td>a<td>b<tr><td>c<td>d</table>" * n),
    "HTML comments": Shape("a.html", 100_000, lambda n: "<!-- " * n + FACT),
    "HTML entities": Shape("a.html", 500_000, lambda n: f"<p>{'&amp;' * n}{FACT}</p>"),
    "levels of XML": Shape("a.xml", 10_000, _nested("<list><item>", "baclofen", "</item></list>")),
    "sections of XML": Shape(
        "a.xml",
        50_000,
        lambda n: f"<article><body>{'<sec><title>Uses</title><p>Baclofen treats pain.</p></sec>' * n}</body></article>",
    ),
    "levels of JSON": Shape("a.json", 100_000, _nested("[", '"baclofen"', "]")),
    "columns of Markdown": Shape(
        "a.md", 10_000, lambda n: f"|Effect|{'Baclofen|' * n}\n|-|{'-|' * n}\n|Side effects|{'nausea|' * n}\n"
    ),
    "columns of HTML": Shape("a.html", 10_000, _table("<td>{}</td>", "nausea", "<table><tr>{}</tr>")),
    "columns of HTML and rows": Shape(
        "a.html",
        10_000,
        lambda n: (
            "<table><tr>"
            + "<td>Baclofen</td>" * n
            + "</tr>"
            + ("<tr>" + "<td>nausea</td>" * n + "</tr>") * 5
            + "</table>"
        ),
    ),
    "columns of HTML beside a drug": Shape(
        "a.html",
        10_000,
        lambda n: (
            f"<table><tr><td>Drug</td>{'<td>Side effects</td>' * n}</tr>"
            f"<tr><td>Baclofen</td>{'<td>nausea</td>' * n}</tr></table>"
        ),
    ),
    "graded columns": Shape(
        "a.html",
        10_000,
        lambda n: (
            f"<table><tr><td>Effect</td>{'<td>Baclofen</td><td>Tramadol</td>' * (n // 2)}</tr>"
            f"<tr><td>Abuse potential</td>{'<td>high</td><td>low</td>' * (n // 2)}</tr></table>"
        ),
    ),
    "columns and rows of two": Shape(
        "a.html",
        5_000,
        lambda n: (
            f"<table><tr><td>Effect</td>{'<td>Baclofen</td>' * n}</tr>"
            f"{'<tr><td>Side effects</td><td>nausea</td></tr>' * n}</table>"
        ),
    ),
    "columns of text": Shape("a.txt", 10_000, _table("{}   ", "nausea")),
    "columns of CSV": Shape("a.csv", 10_000, lambda n: f"{'c,' * n}text\n{'1,' * n}Baclofen relaxes muscles.\n"),
    "rows of a table": Shape("a.md", 50_000, lambda n: "|Drug|Side effects|\n|-|-|\n" + "|Baclofen|nausea|\n" * n),
    "rows of text": Shape("a.txt", 50_000, lambda n: "Drug   Side effects\n" + "Baclofen   nausea\n" * n),
    "rows of CSV": Shape("a.csv", 20_000, lambda n: "title,text\n" + "x,Baclofen relaxes muscles.\n" * n),
    "cells that span": Shape(
        "a.html",
        5_000,
        lambda n: '<table><tr><td colspan="9999" rowspan="9999">a</td></tr>' + "<tr><td>b</td></tr>" * n + "</table>",
    ),
    "paragraphs in a cell": Shape(
        "a.html",
        20_000,
        lambda n: f"<table><tr><td>a</td><td>{'<p>b</p>' * n}</td></tr><tr><td>a</td><td>b</td></tr></table>",
    ),
    "headings": Shape("a.md", 50_000, lambda n: "## Side effects of baclofen\n\n" * n + FACT),
    "headings without marks": Shape("a.txt", 50_000, lambda n: "Side effects of baclofen\n\n" * n + FACT),
    "headings of HTML": Shape("a.html", 50_000, lambda n: "<h2>Side effects of baclofen</h2>" * n + f"<p>{FACT}</p>"),
    "headings of all ranks": Shape(
        "a.md", 50_000, lambda n: "".join(f"{'#' * (1 + at % 6)} Side effects\n" for at in range(n))
    ),
    "underlined lines": Shape("a.md", 50_000, lambda n: "Side effects\n===\n" * n),
    "a long heading": Shape("a.md", 190_000, lambda n: f"# {FACT * n}\n\n{FACT}"),
    "lines": Shape("a.txt", 100_000, lambda n: f"{FACT}\n" * n),
    "short lines": Shape("a.txt", 100_000, lambda n: "baclofen\n" * n),
    "short lines below a colon": Shape("a.txt", 100_000, lambda n: "Side effects include:\n" + "nausea\n" * n),
    "short lines apart below a colon": Shape("a.txt", 50_000, lambda n: "Side effects include:\n\n" + "nausea\n\n" * n),
    "lines that end in a colon": Shape("a.txt", 50_000, lambda n: "Side effects include:\n" * n),
    "colons alone above blank lines": Shape("a.txt", 50_000, lambda n: "Effects:\n\nnausea\n\n" * n),
    "titles without blank lines": Shape("a.txt", 50_000, lambda n: f"{FACT * 9}\n" + f"Side effects\n{FACT * 3}\n" * n),
    "titles right below each other": Shape(
        "a.txt", 50_000, lambda n: f"{FACT * 9}\n" + "Side effects\n" * n + FACT * 3
    ),
    "columns of a page": Shape("a.pdf", 20_000, _columns),
    "words of a printed line": Shape("a.pdf", 50_000, _words),
    "paragraphs": Shape("a.txt", 50_000, lambda n: f"{FACT}\n\n" * n),
    "blank lines": Shape("a.txt", 400_000, lambda n: f"{FACT}{chr(10) * n}{FACT}"),
    "indented lines": Shape("a.txt", 20_000, lambda n: f"{FACT}\n" + f"{' ' * 100}{FACT}\n" * n),
    "fences": Shape("a.md", 50_000, lambda n: "```\nbaclofen\n" * n),
    "comments": Shape("a.md", 50_000, lambda n: "<!-- baclofen\n" * n),
    "stars": Shape("a.md", 200_000, lambda n: "*" * n + "baclofen" + "*" * n),
    "backticks": Shape("a.md", 200_000, lambda n: "` " * n + "baclofen"),
    "rules": Shape("a.md", 500_000, lambda n: "- " * n + "baclofen"),
    "tags in a line": Shape("a.md", 200_000, lambda n: "<a>" * n + "baclofen"),
    "open tags in a line": Shape("a.md", 200_000, lambda n: "<a " * n + "baclofen"),
    "questions": Shape("a.txt", 50_000, lambda n: "Is baclofen an opioid? No. " * n),
    "lead-ins": Shape("a.txt", 30_000, lambda n: "Side effects of baclofen include:\n- nausea\n\n" * n),
    "colons": Shape("a.txt", 200_000, lambda n: "baclofen: " * n),
    "labels": Shape("a.md", 50_000, lambda n: "- Baclofen: nausea\n" * n),
    "numbers": Shape("a.txt", 100_000, lambda n: "Baclofen has a dose of " + "10-20 mg, " * n),
    "digits": Shape("a.txt", 1_000_000, lambda n: "Baclofen " + "1" * n + " mg"),
    "commas in a number": Shape("a.txt", 500_000, lambda n: "Baclofen 1" + ",1" * n + " mg"),
    "combining marks": Shape("a.txt", 1_000_000, lambda n: "baclofen a" + "\u0301" * n),
    "Greek letters": Shape("a.txt", 500_000, lambda n: "baclofen " + "μ" * n),
    "dashes": Shape("a.txt", 500_000, lambda n: "baclofen" + "-baclofen" * (n // 5) + "-" * n),
}
