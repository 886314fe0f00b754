#!/usr/bin/env python3
"""Has Recogito's W3C adapter read our annotations, and compares the quotes that it takes with the text."""

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import judging

place = judging.node_packages("recogito", "@recogito/text-annotator@4.1.1", "happy-dom@20.0.2")
script = place / "read.mjs"
script.write_text((Path(__file__).parent / "recogito.mjs").read_text())
table = judging.Table()
for path in judging.samples("w3c"):
    collection = json.loads(path.read_text())
    found = subprocess.run(["node", script, path], capture_output=True, text=True, cwd=place)
    if found.returncode:
        table.line(path.name, found.stderr.strip().splitlines()[-1])
        continue
    read = {one["id"]: one for one in json.loads(found.stdout)}
    texts = [article["text"] for article in collection["sayso:articles"]]
    for item in collection.get("first", {}).get("items", []):
        # Links are no annotations of a text, and orphans have no place in one.
        if item["motivation"] == "linking" or item["sayso:mark"].get("orphan"):
            continue
        one = read.get(item["id"], {})
        pieces = one.get("pieces") or []
        fits = pieces and all(any(text[a:b] == quote for text in texts) for quote, a, b in pieces)
        bodies = sum(body["type"] == "TextualBody" for body in item["body"])
        fault = one.get("error") or ("" if fits and one["bodies"] == bodies else str(one))
        table.line(f"{path.name}: {item['id'][:40]}", fault)
table.end()
