#!/usr/bin/env python3
"""Holds our markup of claims against the shapes of schemarama, by its own validator.

SCHEMARAMA names a checkout of github.com/google/schemarama. Its shapes of all types are older than `Claim`, so a
claim is held against those of a creative work. What search engines ask for besides is asked of reviews, once the
address of the page is put in, as a person has to.
"""

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import judging

checkout = judging.checkout("SCHEMARAMA", "github.com/google/schemarama").resolve()
place = judging.node_packages(
    "schemarama",
    # Of one day, as the checkout's own list has them: later ones do not fit each other.
    *(
        f"@shexjs/{name}@1.0.0-alpha.24"
        for name in "neighborhood-rdfjs parser term util validator visitor writer eval-simple-1err"
        " eval-threaded-nerr eval-validator-api".split()
    ),
    "axios@0.26.0",
    "jsonld@8.3.3",
    "microdata-rdf-streaming-parser@1.2.0",
    "n3@1.16.2",
    "rdfa-streaming-parser@1.2.2",
)
(place / "judge.cjs").write_text((Path(__file__).parent / "shapes.cjs").read_text())
table = judging.Table()
for path in judging.samples("claim-review"):
    found = subprocess.run(["node", "judge.cjs", checkout, path], capture_output=True, text=True, cwd=place)
    if found.returncode:
        table.line(path.name, found.stderr.strip()[-400:])
        continue
    for name, fault in json.loads(found.stdout):
        table.line(f"{path.name}: {name[:40]}", fault)
table.end()
