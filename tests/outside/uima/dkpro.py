#!/usr/bin/env python3
"""Has DKPro Cassis load our CAS JSON and write it again, and reads what it and UIMA itself write.

DKPRO_CASSIS names a checkout of github.com/dkpro/dkpro-cassis, for the files that are read.
"""

import json
import os
import shutil
import subprocess
import sys
import warnings
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import judging

judging.packages("cassis", "dkpro-cassis==0.12.0")
import cassis

KINDS = {"claim": "Claim", "source": "Mention", "cue": "Cue", "note": "Note"}
# What is told and not made a note, as in src/format/exchange/uima/types.rs.
FURNITURE = {"Token", "Sentence", "Lemma", "Stem", "POS", "MorphologicalFeatures", "TagsetDescription"}
table = judging.Table()
folder = judging.PLACE / "uima"
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
warnings.simplefilter("ignore")


def ours(*args):
    command = ["cargo", "test", "--quiet", "--locked", "--test", "outside", "--", *args]
    return subprocess.run(command, cwd=judging.ROOT, capture_output=True, text=True)


def by_id(cas, *names):
    return {one.id: one for name in names for one in cas.select(f"sayso.{name}")}


def linked(mark, role):
    return [link.target for link in (mark.links.elements if mark.links else []) if link.role == role]


def words(cas, article):
    """Marks that do not cover what they should, by the text and the quotes of our own file."""
    found = by_id(cas, *KINDS.values())
    for mark in article.get("marks", []):
        if mark.get("orphan"):
            continue
        one = found.get(mark["id"])
        if one is None or one.type.name != f"sayso.{KINDS[mark['kind']]}":
            yield f"{mark['id']} is not there"
            continue
        pieces = [one, *linked(one, "piece")]
        said = [(article["text"][at["start"] : at["end"]], at["start"], at["end"]) for at in mark["spans"]]
        if [(piece.get_covered_text(), piece.begin, piece.end) for piece in pieces] != said:
            yield f"{mark['id']} covers {[piece.get_covered_text() for piece in pieces]}"
        if (one.note or "", one.tags.elements if one.tags else []) != (mark.get("note", ""), mark.get("tags", [])):
            yield f"{mark['id']} says {one.note!r}, {one.tags}"


def ties(cas, article):
    """Ties that lead elsewhere than those of our own file, link by link as well."""
    ties = {}
    for tie in cas.select("sayso.Attribution"):
        ends = (tie.voice.id, tie.mention and tie.mention.id, tie.cue and tie.cue.id)
        ties.setdefault(tie.claim.id, []).append(ends)
    marks = by_id(cas, *KINDS.values())
    for mark in article.get("marks", []):
        written = [(tie["source"], tie.get("mention"), tie.get("cue")) for tie in mark.get("attributions", [])]
        if ties.get(mark["id"], []) != written:
            yield f"{mark['id']} is tied to {ties.get(mark['id'])}"
        for nth, (_, mention, cue) in enumerate(written):
            number = f" {nth + 1}" if nth else ""
            for role, end in (("said by", mention), ("cue", cue)):
                if mark["id"] in marks and end in marks:
                    if [one.id for one in linked(marks[mark["id"]], role + number)] != [end]:
                        yield f"{mark['id']} has no link {role}{number}"


def lists(cas, article):
    """Whether as many records of each kind are there."""
    marks = article.get("marks", [])
    wanted = {
        "Voice": len(article.get("sources", [])),
        "Block": len(article.get("blocks", [])),
        "Inline": len(article.get("inlines", [])),
        "Evidence": sum(len(mark.get("evidence", [])) for mark in marks),
        "Answer": sum(len(mark.get("fields", {})) for mark in marks),
        "Unplaced": sum(bool(mark.get("orphan")) for mark in marks),
    }
    for name, count in wanted.items():
        found = len(cas.select(f"sayso.{name}"))
        if found != count:
            yield f"{found} of {count} {name}"


def written():
    """Our files, each article by itself, with the article as our own file has it."""
    samples = judging.samples()
    for path in sorted((samples / "uima-cas").iterdir()):
        articles = json.loads((samples / "sayso" / f"{path.stem}.json").read_text())["articles"]
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as packed:
                files = [packed.read(name).decode() for name in packed.namelist()]
        else:
            files = [path.read_text()]
        for nth, (text, article) in enumerate(zip(files, articles, strict=True)):
            yield f"{path.stem}/{nth}", text, article
    ours("write", folder)
    article = json.loads((folder / "sayso" / "sample.sayso.json").read_text())["articles"][0]
    yield "sample", (folder / "uima-cas" / "sample.cas.json").read_text(), article


pairs = []
for name, text, article in written():
    cas = cassis.load_cas_from_json(text)
    count = len(article.get("marks", []))
    table.line(f"{name}: loaded, the text is the same", "" if cas.sofa_string == article["text"] else "another text")
    table.line(f"{name}: {count} marks at their words", "; ".join(words(cas, article)))
    table.line(f"{name}: ties and links", "; ".join(ties(cas, article)))
    table.line(f"{name}: records", "; ".join(lists(cas, article)))
    pair = [folder / f"{name.replace('/', '-')}-{which}.json" for which in ("ours", "theirs")]
    pair[0].write_text(text)
    cas.to_json(pair[1])
    pairs.append(pair)
for pair, line in zip(pairs, ours("equal", "uima-cas", *sum(pairs, [])).stdout.splitlines(), strict=True):
    table.line(f"{pair[1].name}: read as what was written", "" if line == "equal" else line)
sample = ours("same", "uima-cas", pairs[-1][1])
table.line("sample-theirs.json: the very article", sample.stdout[-400:] if sample.returncode else "")


def layers():
    """What is left of the sample in a program that keeps annotations alone, as INCEpTION does."""
    whole, left = pairs[-1][0], folder / "layers.json"
    cas = cassis.load_cas_from_json(whole.read_text())
    for name in ("Article", "Voice", "Attribution", "Evidence", "Answer", "Unplaced"):
        for one in cas.select(f"sayso.{name}"):
            cas.remove(one)
    cas.to_json(left, type_system_mode=cassis.typesystem.TypeSystemMode.MINIMAL)
    lines = ours("spans", "uima-cas", whole, left).stdout.splitlines()
    table.line("sample, annotations alone: marks at the same places", "" if len(lines) == 2 and lines[0] == lines[1] else str(lines))


layers()


def expected(cas):
    """The annotations that are to become marks, in code points, by the names of their types."""
    view = next((view for view in cas.views if view.sofa.sofaString is not None), None)
    if view is None:
        return None
    found = []
    for one in cas.get_view(view.sofa.sofaID).select("uima.tcas.Annotation"):
        chain, at = [], one.type
        while at is not None:
            chain.append(at.name.rsplit(".", 1)[-1])
            at = at.supertype
        if "DocumentAnnotation" in chain or any(name in FURNITURE or name.startswith("POS_") for name in chain):
            continue
        length = len(view.sofa.sofaString)
        fits = one.begin is not None and one.end is not None and 0 <= one.begin < one.end <= length
        found.append([chain[0], [one.begin, one.end] if fits else None])
    return sorted(found, key=str)


def compare(files):
    """Our reading of files, and what Cassis says."""
    files = list(files)
    lines = ours("spans", "uima-cas", *(path for _, path, _ in files)).stdout.splitlines()
    for (name, _, cas), line in zip(files, lines, strict=True):
        read, wanted = json.loads(line), expected(cas)
        if wanted is None:
            table.line(f"{name}: no text, and that is said", "" if "NoText" in read.get("refused", "") else line)
            continue
        fault = "" if sorted(read.get("marks", []), key=str) == wanted else f"{line} instead of {wanted}"
        table.line(f"{name}: {len(wanted)} annotations", fault)


checkout = os.environ.get("DKPRO_CASSIS")
if checkout:
    files = Path(checkout) / "tests" / "test_files"
    paths = sorted((files / "json").rglob("data*.json"))
    compare((f"{path.parent.name}/{path.stem}", path, cassis.load_cas_from_json(path.read_text())) for path in paths)
    converted = []
    types = [path.read_text() for path in sorted((files / "typesystems").glob("*.xml"))]
    for path in sorted((files / "xmi").glob("*.xmi")):
        for system in types:
            # Which type system a file was written with is said nowhere: the first that knows all of its types is taken.
            try:
                cas = cassis.load_cas_from_xmi(path.read_text(), typesystem=cassis.load_typesystem(system))
                target = folder / f"{path.stem}.json"
                cas.to_json(target)
            except Exception:
                continue
            converted.append((path.name, target, cas))
            break
        else:
            print(f"{path.name}: of no type system that loads")
    compare(converted)
else:
    print("skipped: DKPRO_CASSIS names no checkout of github.com/dkpro/dkpro-cassis")
table.end()
