#!/usr/bin/env python3
"""Holds our annotations against what the standard says they MUST be, by the tests of its working group.

Those are JSON Schemas in github.com/w3c/web-annotation-tests, whose checkout WEB_ANNOTATION_TESTS names.
Where WEB_ANNOTATION names a checkout of github.com/w3c/web-annotation, PyLD reads the files with the context in it,
and has to find as many annotations and as many articles as there are.
"""

import json
import os
import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import judging

judging.packages("w3c", "jsonschema==4.17.3", "rfc3987==1.3.8", "strict-rfc3339==0.7", "PyLD==2.0.4")
warnings.filterwarnings("ignore")
from jsonschema import Draft4Validator, FormatChecker, RefResolver
from pyld import jsonld

BASE = "http://base.example/"


def assertions(place):
    """Each assertion with its schema, under names that references lead to."""
    named = {}

    def add(path):
        schema = json.loads(path.read_text())
        schema["id"] = BASE + path.name
        named[BASE + path.name] = schema
        return schema

    for path in (place / "definitions").glob("*.json"):
        add(path)
    musts = json.loads((place / "annotations" / "annotationMusts.test").read_text())["assertions"]
    return [(must, add(place / must)) for must in musts], named


def failed(annotation, musts, named):
    for must, schema in musts:
        resolver = RefResolver(schema["id"], schema, store=named)
        valid = Draft4Validator(schema, resolver=resolver, format_checker=FormatChecker()).is_valid(annotation)
        if valid != (schema.get("expectedResult", "valid") == "valid"):
            yield must


def expand(collection, place):
    """What a JSON-LD processor makes of it: how many annotations, and how many of our articles."""
    contexts = {}

    def load(url, _options=None):
        if url != "http://www.w3.org/ns/anno.jsonld":
            raise ValueError(f"nothing but the context of the model is loaded, not {url}")
        if url not in contexts:
            contexts[url] = json.loads((place / "jsonld" / "anno.jsonld").read_text())
        return {"contextUrl": None, "documentUrl": url, "document": contexts[url]}

    flat = jsonld.flatten(collection, options={"documentLoader": load, "processingMode": "json-ld-1.1"})
    kinds = [kind for node in flat for kind in node.get("@type", [])]
    articles = [value["@value"] for node in flat for value in node.get("urn:x-sayso:articles", [])]
    return kinds.count("http://www.w3.org/ns/oa#Annotation"), sum(map(len, articles))


def main():
    place = judging.checkout("WEB_ANNOTATION_TESTS", "github.com/w3c/web-annotation-tests")
    musts, named = assertions(place)
    table = judging.Table()
    for path in judging.samples("w3c"):
        collection = json.loads(path.read_text())
        items = collection.get("first", {}).get("items", [])
        bad = {}
        for item in items:
            for must in failed({"@context": collection["@context"], **item}, musts, named):
                bad.setdefault(must, item["id"])
        table.line(f"{path.name}: {len(items)} annotations, {len(musts)} assertions", str(bad) if bad else "")
        if collection["total"] != len(items):
            table.line(f"{path.name}: total", f"{collection['total']} of {len(items)}")
        if model := os.environ.get("WEB_ANNOTATION"):
            wanted = (len(items), len(collection["sayso:articles"]))
            found = expand(collection, Path(model))
            table.line(f"{path.name}: as linked data", "" if found == wanted else f"{found}, not {wanted}")
    # A judge that finds nothing wrong anywhere would be none.
    broken = list(failed({"@context": "x", "id": "not an iri", "type": "Annotation"}, musts, named))
    table.line("what is wrong is found", "" if len(broken) >= 3 else str(broken))
    table.end()


main()
