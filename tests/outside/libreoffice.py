#!/usr/bin/env python3
"""LibreOffice opens the Word document with each comment at its words, and the workbook with every cell as written.

Usage: libreoffice.py FOLDER, with openpyxl. Says so and ends where Writer or Calc is not installed.
"""

import csv
import json
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

import openpyxl

program = shutil.which("soffice")
if not program:
    print("skipped: LibreOffice is not installed")
    sys.exit(0)
folder = Path(sys.argv[1])
article = json.loads((folder / "sayso" / "sample.sayso.json").read_text())["articles"][0]
out = folder / "libreoffice"
shutil.rmtree(out, ignore_errors=True)
faults = []


def convert(path, to):
    profile = (out / "profile").resolve().as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", to, "--outdir", out, path]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def walk(node, words, live):
    """Gathers the words of each comment by its name; what a comment itself says is none of them."""
    if node.tag == f"{OFFICE}annotation":
        live.add(node.get(f"{OFFICE}name"))
        words.setdefault(node.get(f"{OFFICE}name"), "")
    elif node.tag == f"{OFFICE}annotation-end":
        live.discard(node.get(f"{OFFICE}name"))
    else:
        inside = {f"{TEXT}s": " " * int(node.get(f"{TEXT}c", 1)), f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
        say(inside.get(node.tag, node.text), words, live)
        for child in node:
            walk(child, words, live)
            say(child.tail, words, live)


def say(text, words, live):
    for name in live:
        words[name] += text or ""


convert(folder / "docx" / "sample.docx", "fodt")
found, live = {}, set()
walk(xml.parse(out / "sample.fodt").getroot(), found, live)
expected = [article["text"][mark["spans"][0]["start"] : mark["spans"][-1]["end"]] for mark in article["marks"]]
# Between paragraphs there is no line end to be had.
plain = lambda text: "".join(text.split())
if sorted(map(plain, found.values())) != sorted(map(plain, expected)):
    faults.append(f"comments at {sorted(found.values())} for {sorted(expected)}")

# All sheets, a comma between cells, UTF-8, every cell as it is shown.
convert(folder / "xlsx" / "sample.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1")
if not (out / "sample-claims.csv").exists():
    print(f"LibreOffice without Calc: {'; '.join(faults) or f'{len(found)} comments at their words'}")
    sys.exit(bool(faults))
cells = 0
for sheet in openpyxl.load_workbook(folder / "xlsx" / "sample.xlsx"):
    with open(out / f"sample-{sheet.title}.csv", encoding="utf-8", newline="") as file:
        theirs = list(csv.reader(file))
    for row, values in enumerate(sheet.iter_rows(values_only=True)):
        for column, value in enumerate(values):
            said = "" if value is None else str(value)
            shown = theirs[row][column] if row < len(theirs) and column < len(theirs[row]) else ""
            cells += 1
            if shown.replace("\r\n", "\n") != said.replace("\r\n", "\n"):
                faults.append(f"{sheet.title}, row {row + 1}, column {column + 1}: {shown!r} for {said!r}")
version = subprocess.run([program, "--version"], capture_output=True, text=True).stdout.split()[1]
print(f"LibreOffice {version}: {'; '.join(faults[:5]) or f'{len(found)} comments at their words, {cells} cells as written'}")
sys.exit(bool(faults))
