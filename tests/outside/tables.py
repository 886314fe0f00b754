"""pandas and openpyxl read the tables, and a workbook that openpyxl wrote is written for Sayso to read."""

import sys
from pathlib import Path

import openpyxl
import pandas

folder = Path(sys.argv[1])
faults = []


def check(what, holds):
    if not holds:
        faults.append(what)


def look(name, read):
    claims, spans, texts = read("claims"), read("spans"), read("text")
    text = "".join(texts["text"])
    check(f"{name}: five claims", len(claims) == 5)
    for _, span in spans.iterrows():
        # In CSV an apostrophe stands before what a spreadsheet program would take for a formula.
        span["quote"] = span["quote"].removeprefix("'") if span["quote"].startswith("'=") else span["quote"]
        check(f"{name}: {span['quote']!r} stands at its code points", text[span["start"] : span["end"]] == span["quote"])
        units = text.encode("utf-16-le")[2 * int(span["start_utf16"]) : 2 * int(span["end_utf16"])]
        check(f"{name}: {span['quote']!r} stands at its UTF-16 units", units.decode("utf-16-le") == span["quote"])
        octets = text.encode()[int(span["start_byte"]) : int(span["end_byte"])]
        check(f"{name}: {span['quote']!r} stands at its bytes", octets.decode() == span["quote"])
    said = dict(zip(claims["id"], claims["said_by"]))
    check(f"{name}: who says it", said["c1"] == "Oona Reyes" and said["c4"] == "a report by the Harbour Board;מרים כהן")
    check(f"{name}: a line break in a cell", "\nSecond line" in dict(zip(claims["id"], claims["note"]))["c1"])


look("CSV", lambda table: pandas.read_csv(folder / "csv" / "parts" / f"{table}.csv", encoding="utf-8-sig"))
workbook = folder / "xlsx" / "sample.xlsx"
look("XLSX", lambda table: pandas.read_excel(workbook, sheet_name=table))

book = openpyxl.load_workbook(workbook)
cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
check("XLSX: no cell is a formula", not any(cell.data_type == "f" for cell in cells))
raw = (folder / "csv" / "parts" / "claims.csv").read_text(encoding="utf-8-sig")
check("CSV: no cell begins as a formula does", not any(cell.strip('"').startswith("=") for cell in raw.replace("\n", ",").split(",")))
# What openpyxl saves again has its texts in another place. It takes texts that begin with = for formulas, so
# these are marked as what they are.
for cell in cells:
    if isinstance(cell.value, str):
        cell.data_type = "s"
again = folder / "xlsx" / "again.xlsx"
book.save(again)

print(f"pandas {pandas.__version__}, openpyxl {openpyxl.__version__}: {'; '.join(faults) or 'all as written'}")
sys.exit(bool(faults))
