#!/usr/bin/env python3
"""Reads every table of INCEpTION's own suite and compares it with what INCEpTION has: spans, types, features.

Asked with a checkout of inception-project/inception in INCEPTION. What has no place here (relations, what is in
slots, empty spans) has to be told, as often as it is there. A table holds no white space at the edges of spans that
is no token, and none behind the last sentence; what INCEpTION has is compared without. Tables without a document
beside them have to be read.
"""

import json
import subprocess
import sys
import xml.etree.ElementTree as XML
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import judging

SUITE = "inception-io-webanno-tsv/src/test/resources/tsv3-suite"
KNOWN = {"Token", "Sentence", "DocumentMetaData"}


def declared(table):
    """The plain features of each layer of a table, by the end of its name."""
    layers = {}
    for line in table.read_text(encoding="utf-8").split("\n"):
        if line.startswith("#T_"):
            name, *fields = line.split("=", 1)[1].split("|")
            layers[name.rsplit(".", 1)[-1]] = {one for one in fields if one and "." not in one}
    return layers


def theirs(document, layers):
    """The text, the spans, and how much there is that has no place here."""
    root = XML.parse(document).getroot()
    text, spans, others = "", Counter(), 0
    end_of_text, tokens = 0, []
    for one in root:
        name = one.tag.rsplit("}", 1)[-1]
        if name == "Token":
            tokens.append((int(one.attrib["begin"]), int(one.attrib["end"])))
        elif name == "Sentence":
            end_of_text = max(end_of_text, int(one.attrib["end"]))
    known = {one.tag.rsplit("}", 1)[-1] for one in root} & layers.keys()
    for one in root:
        name, says = one.tag.rsplit("}", 1)[-1], one.attrib
        if name == "Sofa":
            # Offsets count UTF-16 units.
            text = says["sofaString"].encode("utf-16-le")[: 2 * end_of_text].decode("utf-16-le")
        elif "target" in says or "Governor" in says:
            # What is in a slot, or a relation.
            others += 1
        elif "begin" in says and name not in KNOWN:
            # Types that the table has under another name, as its own reader reads them, count by their places.
            kind = name if name in known else next(iter(layers.keys() - known), name)
            features = {feature: says[feature] for feature in layers.get(kind, ()) if feature in says}
            begin, end = int(says["begin"]), int(says["end"])
            if begin == end:
                others += 1
                continue
            if not any(start <= begin < stop for start, stop in tokens):
                begin = min(start for start, _ in tokens if start > begin)
            if not any(start < end <= stop for start, stop in tokens):
                end = max(stop for _, stop in tokens if stop < end)
            spans[begin, end, kind, json.dumps(features, sort_keys=True)] += 1
    return text, spans, others


def ours(tables):
    """The same as it was read here, for each table."""
    command = ["cargo", "test", "--quiet", "--locked", "--test", "outside", "--", "marks", "webanno", *map(str, tables)]
    said = subprocess.run(command, cwd=judging.ROOT, check=True, capture_output=True, text=True).stdout
    read = {str(table): ["", Counter(), 0, ""] for table in tables}
    # Nothing but line feeds ends a line here.
    for kind, table, *rest in (line.split("\t") for line in said.split("\n") if "\t" in line):
        if kind == "text":
            read[table][0] = json.loads(rest[0])
        elif kind == "span":
            read[table][1][int(rest[0]), int(rest[1]), rest[2], json.dumps(json.loads(rest[3]), sort_keys=True)] += 1
        elif kind == "told" and rest[1].startswith("LeftOut"):
            read[table][2] += 1
        else:
            read[table][3] += f" {kind} {rest}"
    return read


place = judging.checkout("INCEPTION", "inception-project/inception")
suite = next((one for one in (place / SUITE, place / "inception" / SUITE) if one.is_dir()), None)
if suite is None:
    sys.exit(f"{place} has no {SUITE}")
tables = sorted(suite.glob("*/reference.tsv")) + sorted(suite.parent.glob("tsv3/*.tsv"))
read = ours(tables)
table, all_spans, all_others = judging.Table(), 0, 0
for one in tables:
    our_text, our_spans, told, more = read[str(one)]
    document = one.parent / "reference.xmi"
    if not document.exists():
        name = one.parent.name if one.stem == "reference" else one.name
        fault = more.strip() or ("" if our_spans and our_text else "nothing was read")
        table.line(f"{name}: {our_spans.total()} spans, {told} told", fault)
        continue
    text, spans, others = theirs(document, declared(one))
    faults = [more.strip()]
    if text != our_text:
        faults.append(f"text {our_text!r} for {text!r}")
    faults += [f"only there {key}" for key in spans - our_spans] + [f"only here {key}" for key in our_spans - spans]
    if told != others:
        faults.append(f"{told} told of {others}")
    all_spans, all_others = all_spans + spans.total(), all_others + others
    table.line(f"{one.parent.name}: {spans.total()} spans, {others} others", "; ".join(filter(None, faults)))
print(f"{len(tables)} tables, {all_spans} spans compared; {all_others} relations, fillers of slots and empty spans")
table.end()
