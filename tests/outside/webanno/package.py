#!/usr/bin/env python3
"""Has dkpro-cassis load our layers, and webanno_tsv read our tables.

The latter is no package of a registry: a checkout of neuged/webanno_tsv is named in WEBANNO_TSV. It knows tokens
and spans of whole tokens that have a value, and neither parts of tokens nor slots.
"""

import json
import os
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import judging

judging.packages("webanno", "dkpro-cassis==0.12.0")
from cassis import load_typesystem

ROLE, OURS = "ROLE_", "webanno.custom."


def units(text):
    """The text as UTF-16, two bytes a unit."""
    return text.encode("utf-16-le")


def part(text, start, end):
    return units(text)[2 * start : 2 * end].decode("utf-16-le")


def tables(path):
    """Each table of a sample with the layers beside it and the article that was written."""
    own = json.loads((path.parents[1] / "sayso" / f"{path.stem}.json").read_text(encoding="utf-8"))
    with zipfile.ZipFile(path) as packed:
        names = sorted(name for name in packed.namelist() if name.endswith(".tsv"))
        for name, article in zip(names, own["articles"]):
            layers = packed.read(name.removesuffix("article.tsv") + "TypeSystem.xml").decode()
            yield name, packed.read(name).decode(), layers, article


def layers_fit(table, layers):
    """Whether every column is of a feature that there is."""
    known = load_typesystem(layers)
    for line in table.split("\n"):
        if not line.startswith("#T_SP="):
            continue
        name, *columns = line.split("=", 1)[1].split("|")
        kind = known.get_type(name)
        for column in filter(None, columns):
            if column.startswith(ROLE):
                slot, link = column.removeprefix(f"{ROLE}{name}:").split("_")
                feature, target = kind.get_feature(slot), columns[columns.index(column) + 1]
                if feature.rangeType.name != "uima.cas.FSArray" or feature.elementType.name != link:
                    return f"{slot} is no slot"
                if known.get_type(link).get_feature("target").rangeType.name != target:
                    return f"{slot} leads elsewhere"
            elif not column.startswith(OURS) and kind.get_feature(column).rangeType.name != "uima.cas.String":
                return f"{column} is no text"
    return ""


def text_comes_back(document, text):
    """Whether sentences, put one behind the other as INCEpTION does, are the text."""
    made = ""
    for sentence in document.sentences:
        begin = document.sentence_tokens(sentence)[0].start
        if len(units(made)) == 2 * begin + 2 and made.endswith("\n"):
            made = made[:-1]
        made += " " * (begin - len(units(made)) // 2) + plain(sentence.text) + "\n"
    return "" if made == text + "\n" else f"text {made!r}"


def plain(lines):
    """A text without what stands for control characters. Lines are parted by form feeds."""
    known = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b", "\\": "\\"}
    made, rest = "", iter(lines.replace("\f", "\n"))
    for character in rest:
        made += known.get(after := next(rest), after) if character == "\\" else character
    return made


def spans_are_there(document, article):
    """How many pieces of marks on whole tokens there are, and those that are not found."""
    starts, ends = {one.start for one in document.tokens}, {one.end for one in document.tokens}
    found = {(one.layer.removeprefix(OURS).lower(), one.start, one.end) for one in document.annotations}
    text, wanted = article["text"], set()
    said = ("label", "note", "tags", "fields", "creator", "codebook", "created", "modified")
    for mark in article.get("marks", []):
        is_bare = mark["kind"] in ("cue", "note") and not any(map(mark.get, said))
        for span in [] if mark.get("orphan") or is_bare else mark.get("spans", []):
            start, end = (len(units(text[: span[edge]])) // 2 for edge in ("start", "end"))
            if start in starts and end in ends:
                wanted.add((mark["kind"], start, end))
    return len(wanted), wanted - found


def tokens_fit(document, text):
    odd = [one for one in document.tokens if part(text, one.start, one.end) != one.text and one.text.strip().isprintable()]
    return f"tokens {odd[:3]}" if odd else ""


checkout = os.environ.get("WEBANNO_TSV")
if checkout:
    sys.path.insert(0, checkout)
    from webanno_tsv import webanno_tsv_read_file
else:
    print("skipped: WEBANNO_TSV names no checkout of neuged/webanno_tsv")
table = judging.Table()
for path in judging.samples("webanno"):
    for name, tsv, layers, article in tables(path):
        table.line(f"{path.name}: {name}: layers", layers_fit(tsv, layers))
        if not checkout:
            continue
        place = judging.PLACE / "article.tsv"
        place.write_text(tsv, encoding="utf-8", newline="")
        document = webanno_tsv_read_file(str(place))
        count, lost = spans_are_there(document, article)
        fault = tokens_fit(document, article["text"]) or text_comes_back(document, article["text"])
        table.line(f"{path.name}: {name}: {len(document.tokens)} tokens, {count} spans", fault or str(lost or ""))
table.end()
