#!/usr/bin/env python3
"""Holds our projects against the schema of the standard, and reads a project that NVivo wrote.

Schema and project are those that the package `qualitative-coding` brings along.
"""

import importlib.util
import subprocess
import sys
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import judging

judging.packages("refi", "--no-deps", "xmlschema==3.4.5", "elementpath==4.8.0", "qualitative-coding==1.7.8")
import xmlschema

place = Path(importlib.util.find_spec("qualitative_coding").submodule_search_locations[0]) / "refi_qda"
schema = xmlschema.XMLSchema(place / "schema.xsd")
table = judging.Table()
for path in judging.samples("refi-qda"):
    with zipfile.ZipFile(path) as packed:
        project = packed.read("project.qde").decode()
        texts = {name: packed.read(name).decode() for name in packed.namelist() if name.startswith("sources/")}
    faults = [fault.reason for fault in schema.iter_errors(project)]
    root = xml.fromstring(project)
    tag = "{urn:QDA-XML:project:1.0}"
    names = [one.get("guid") for one in root.iter() if one.get("guid")]
    known = set(names)
    loose = [one.get(to) for one in root.iter() for to in ("targetGUID", "originGUID", "creatingUser") if one.get(to) and one.get(to) not in known]
    table.line(f"{path.name}: against the schema", "; ".join(faults[:3]))
    table.line(f"{path.name}: {len(names)} names", "doubled" if len(known) < len(names) else str(loose or ""))
    for source in root.iter(f"{tag}TextSource"):
        text = texts["sources/" + source.get("plainTextPath").removeprefix("internal://")]
        spans = [(int(one.get("startPosition")), int(one.get("endPosition"))) for one in source.iter(f"{tag}PlainTextSelection")]
        odd = [span for span in spans if not 0 <= span[0] < span[1] <= len(text)]
        table.line(f"{path.name}: {len(spans)} selections in {source.get('name')[:20]!r}", str(odd or ""))
command = ["cargo", "test", "--quiet", "--locked", "--test", "outside", "--", "read", "refi-qda", place / "nvivo_project.qdpx"]
read = subprocess.run(command, cwd=judging.ROOT, capture_output=True, text=True)
lines = [line for line in read.stdout.splitlines() if "marks" in line]
table.line(f"NVivo's project: {'; '.join(lines)}", "" if read.returncode == 0 and lines else read.stderr[-300:])
table.end()
