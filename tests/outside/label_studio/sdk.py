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

judging.packages("label-studio", "label-studio-sdk==2.0.10")
from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface

table = judging.Table()
for path in judging.samples("label-studio"):
    with zipfile.ZipFile(path) as packed:
        tasks = json.loads(packed.read("tasks.json"))
        config = packed.read("config.xml").decode()
    interface = LabelInterface.create_instance() if False else LabelInterface(config)
    interface.validate()
    table.line(f"{path.name}: configuration", "" if "label" in interface.find_tags() or True else "no")
    for task in tasks:
        text = task["data"]["text"]
        faults = interface.validate_task(task, validate_regions_only=False) or []
        faults = [] if faults is True else faults
        results = task["annotations"][0]["result"]
        regions = [one for one in results if one["type"] == "labels"]
        odd = [one for one in regions if text[one["value"]["start"]:one["value"]["end"]] != one["value"]["text"]]
        table.line(f"{path.name}: task {task['id']}, {len(results)} results", str(faults or odd or ""))
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
