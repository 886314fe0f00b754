#!/usr/bin/env python3
"""Has brat's own code read what we write, and reads its example data.

BRAT names a checkout of github.com/nlplab/brat.
"""

import codecs
import contextlib
import importlib.util
import io
import re
import subprocess
import sys
import tempfile
import types
import zipfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import judging

brat = judging.checkout("BRAT", "github.com/nlplab/brat").resolve()
sys.path.insert(0, str(brat / "server" / "src"))
# Its parser by itself, without the server around it.
sys.modules["common"] = None
import annotation

# Python has taken away the mode in which it opens files.
annotation.codecs_open = lambda name, mode, **more: codecs.open(name, mode.replace("U", ""), **more)
# Messages of a server that does not run.
said = []
silent = type("Messager", (), {name: staticmethod(lambda text, *more, **most: said.append(text)) for name in ("error", "warning", "info", "debug")})
for name, things in (("message", {"Messager": silent}), ("config", {})):
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(things)
import verify_annotations
from projectconfig import ProjectConfiguration

tool = importlib.util.spec_from_file_location("bio", brat / "tools" / "BIOtoStandoff.py")
bio = importlib.util.module_from_spec(tool)
tool.loader.exec_module(bio)
table = judging.Table()


def load(path):
    """What brat's parser makes of the annotations of a text, and what it complains of."""
    found = annotation.TextAnnotations(str(path.with_suffix("")), read_only=True)
    messages = found.get_messages()
    return found, [*messages.errors, *messages.warnings, *(f"line {line + 1}" for line in found.failed_lines)]


def texts(place):
    with open(place, encoding="utf-8", newline="") as file:
        return file.read()


def judge_annotations(name, folder):
    found, faults = load(folder / "article.ann")
    text = texts(folder / "article.txt")
    lines = [line.split("\t") for line in texts(folder / "article.ann").split("\n") if line]
    bounds = {line[0]: line for line in lines if line[0].startswith("T")}
    theirs = {one.id: one for one in found.get_textbounds()}
    if theirs.keys() != bounds.keys():
        faults.append("other annotations")
    for one in theirs.values():
        if one.text != " ".join(text[start:end] for start, end in one.spans) or one.text != bounds[one.id][2]:
            faults.append(f"{one.id}: {one.text!r}")
    table.line(f"{name}: {len(theirs)} text-bound annotations", "; ".join(faults))
    parts = {"events": found.get_events(), "relations": found.get_relations(), "attributes": found.get_attributes(), "normalizations": found.get_normalizations(), "notes": found.get_oneline_comments()}
    parts = {kind: list(all) for kind, all in parts.items()}
    unparsed = len(lines) - len(theirs) - sum(map(len, parts.values()))
    loose = [one.id for all in parts.values() for one in all for group in one.get_deps() for to in group if to not in theirs]
    table.line(f"{name}: {', '.join(f'{len(all)} {kind}' for kind, all in parts.items())}", f"{unparsed} lines left" if unparsed else str(loose or ""))
    said.clear()
    configuration = ProjectConfiguration(str(folder))
    issues = [one.human_readable_str() for one in verify_annotations.verify_annotation(found, configuration)]
    # How things look is said by a file that it has a default for.
    said[:] = [one for one in said if "visual.conf" not in one]
    table.line(f"{name}: verified against annotation.conf", "; ".join([*issues, *said]))
    return found


def places(text, found, kind):
    """Where marks of a kind stand in tokens: each piece by itself, but over ends of lines, at which brat cuts them;
    of pieces that overlap the first stays."""
    pieces = []
    for one in found.get_textbounds():
        whole = []
        for start, stop in one.spans if one.type == kind else []:
            gap = text[whole[-1][1]:start] if whole else ""
            if gap and not "".join(gap.splitlines()):
                start = whole.pop()[0]
            whole.append((start, stop))
        pieces += whole
    kept, end = [], 0
    for start, stop in sorted(pieces):
        if start >= end:
            kept.append((start, stop))
            end = stop
    return kept


def judge_tokens(name, folder, found):
    text, tokens = texts(folder / "article.txt"), texts(folder / "article.conll")
    for column, kind in ((4, "Source"), (5, "Cue"), (6, "Content")):
        with contextlib.redirect_stderr(io.StringIO()) as complaints:
            theirs = bio.BIO_to_standoff(tokens, text, 2, column)
        wanted = [(start, stop, text[start:stop]) for start, stop in places(text, found, kind)]
        same = [(one.startOff, one.endOff, one.eText) for one in theirs] == wanted
        table.line(f"{name}: {len(wanted)} of {kind} from tokens", complaints.getvalue().strip() or ("" if same else f"{wanted} became {[str(one) for one in theirs]}"))


def ours(paths, place):
    """What our reader says of each of these, and what it writes of them again."""
    command = ["cargo", "test", "--quiet", "--locked", "--test", "outside", "--", "rewrite", "brat", str(place)]
    pairs = [str(path) for one in paths for path in (one.with_suffix(".txt"), one)]
    return subprocess.run([*command, *pairs], cwd=judging.ROOT, check=True, capture_output=True, text=True).stdout.splitlines()


def judge_examples(place):
    paths = sorted(path for path in (brat / "example-data").rglob("*.ann") if path.with_suffix(".txt").exists())
    lines = ours(paths, place)
    refused = [line for line in lines if line.startswith("refused")]
    table.line(f"brat's example data: {len(paths)} files read here", "\n".join(refused))
    told = Counter(re.split(r"[( ]", line.rsplit("\t", 1)[1])[0] for line in lines if line.startswith("told"))
    print(f"  told while reading: {dict(told)}")
    faults, count = [], 0
    for nth, path in enumerate(paths):
        found, _ = load(path)
        triggers = {one.trigger for one in found.get_events()}
        wanted = Counter(tuple(sorted(span)) for span in (map(tuple, one.spans) for one in found.get_textbounds()))
        again = place / f"{nth}.ann"
        back, complaints = load(again)
        got = Counter(tuple(sorted(span)) for span in (map(tuple, one.spans) for one in back.get_textbounds()))
        count += wanted.total()
        if wanted != got or complaints:
            faults.append(f"{path.relative_to(brat)}: lost {wanted - got}, new {got - wanted}, {complaints[:2]} {len(triggers)}")
    table.line(f"brat's example data: {count} text-bound annotations", "\n".join(faults))


with tempfile.TemporaryDirectory() as folder:
    folder = Path(folder)
    # Above this it looks for no configuration.
    sys.modules["config"].BASE_DIR = str(folder)
    every = judging.samples()
    for path in sorted((every / "brat").iterdir()):
        if path.stem[-2:-1] != "-":
            continue
        place = folder / path.stem
        for word in ("brat", "conll"):
            with zipfile.ZipFile(every / word / path.name) as packed:
                packed.extractall(place)
        judge_tokens(path.stem, place, judge_annotations(path.stem, place))
    (folder / "again").mkdir()
    judge_examples(folder / "again")
table.end()
