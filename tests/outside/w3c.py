"""The assertions of the W3C's own tests, over every annotation and over the collection.

Usage: w3c.py FOLDER CHECKOUT, a checkout of w3c/web-annotation-tests.
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft4Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

folder, checkout = Path(sys.argv[1]), Path(sys.argv[2])
BASE = "http://judge.invalid/"


def schema(path):
    """A schema whose name is its file, so that references by file name lead somewhere."""
    content = json.loads(path.read_text())
    content["id"] = BASE + path.name
    return content


definitions = [schema(path) for path in (checkout / "definitions").glob("*.json")]


def holds(document, assertion):
    wanted = schema(checkout / assertion)
    resources = [Resource(contents=each, specification=DRAFT4) for each in [*definitions, wanted]]
    names = [(name, resource) for resource in resources for name in (resource.contents["id"], resource.contents["id"].removeprefix(BASE))]
    registry = Registry().with_resources(names)
    valid = Draft4Validator(wanted, registry=registry).is_valid(document)
    return valid == (wanted.get("expectedResult", "valid") == "valid")


musts = json.loads((checkout / "annotations" / "annotationMusts.test").read_text())["assertions"]
file = json.loads((folder / "w3c" / "sample.jsonld").read_text())
items = file["first"]["items"]
faults = []
for item in items:
    # An annotation by itself has the context of its collection.
    alone = {"@context": "http://www.w3.org/ns/anno.jsonld", **{k: v for k, v in item.items() if not k.startswith("sayso:")}}
    faults += [f"{item['id']}: {must}" for must in musts if not holds(alone, must)]
print(f"W3C: {len(musts)} assertions over {len(items)} annotations: {'; '.join(faults) or 'all hold'}")
sys.exit(bool(faults))
