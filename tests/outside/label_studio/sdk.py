#!/usr/bin/env python3
"""Has Label Studio's own kit validate our tasks against our configuration, and convert them."""

import io
import json
import sys
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import judging

judging.packages("label-studio", "label-studio-sdk==2.1.2")
from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface

table = judging.Table()
for path in judging.samples("label-studio"):
    with zipfile.ZipFile(path) as packed:
        tasks = json.loads(packed.read("tasks.json"))
        config = packed.read("config.xml").decode()
    interface = LabelInterface(config)
    interface.validate()
    controls = {"label", "form", "verdict", "note", "tags"}
    table.line(f"{path.name}: configuration", "" if controls <= {one.name for one in interface.controls} else "controls")
    for task in tasks:
        text = task["data"]["text"]
        # The kit of this version cannot look at both at once.
        bare = {name: value for name, value in task.items() if name not in ("annotations", "predictions")}
        fault = "" if interface.validate_task(bare) else "the task is not valid"
        fault = fault or ("" if interface.validate_annotation(task["annotations"][0]) else "the annotation is not valid")
        results = task["annotations"][0]["result"]
        regions = [one for one in results if one["type"] == "labels"]
        odd = [one for one in regions if text[one["value"]["start"]:one["value"]["end"]] != one["value"]["text"]]
        table.line(f"{path.name}: task {task['id']}, {len(results)} results", fault or str(odd or ""))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "tasks.json"
        source.write_text(json.dumps(tasks))
        converter = Converter(config, None, download_resources=False)
        for kind in ("JSON_MIN", "CSV", "CONLL2003"):
            target = Path(folder) / kind
            target.mkdir()
            converter.convert(str(source), str(target), kind, is_dir=False)
            made = [one for one in target.rglob("*") if one.is_file() and one.stat().st_size]
            table.line(f"{path.name}: converted to {kind}", "" if made else "nothing was made")
table.end()
