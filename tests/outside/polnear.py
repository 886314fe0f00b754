"""Every file of PolNeAR is read and written again; marks and attributions are compared.

Usage: polnear.py FOLDER CHECKOUT CARGO, a checkout of networkdynamics/PolNeAR.
"""

import subprocess
import sys
from collections import Counter
from pathlib import Path

folder, checkout, cargo = Path(sys.argv[1]) / "polnear", Path(sys.argv[2]), sys.argv[3]
folder.mkdir(exist_ok=True)
ROLES = ("Content", "Cue", "Source")


def texts():
    """Each file of annotations with its text: the one whose name begins as its own does."""
    for annotations in sorted(checkout.glob("data/*/attributions/*.ann")):
        found = [text for text in (annotations.parent.parent / "text").glob("*.txt") if annotations.stem.startswith(text.stem)]
        if found:
            yield max(found, key=lambda text: len(text.stem)), annotations


def stretches(pieces):
    """The same in order, with pieces joined that touch: no reader can tell them apart."""
    joined = []
    for start, end in sorted(pieces):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def load(path, plain=False):
    """Marks, and for each attribution the places of its parts.

    If it is to be `plain`, it does not matter in which order pieces are written, nor whether several contents of
    one attribution are marks of their own or pieces of one.
    """
    bounds, events, relations = {}, [], []
    for line in path.read_text(encoding="utf-8").split("\n"):
        columns = line.split("\t")
        if line.startswith("T") and len(columns) > 2:
            kind, offsets = columns[1].split(" ", 1)
            bounds[columns[0]] = (kind, tuple(tuple(map(int, piece.split())) for piece in offsets.split(";")))
        elif line.startswith("E"):
            events.append([arg.split(":") for arg in columns[1].split()])
        elif line.startswith("R"):
            relations.append([arg.split(":")[1] for arg in columns[1].split()[1:]])
    if plain:
        for roles in events:
            contents = [name for role, name in roles[1:] if role.startswith("Content") and name in bounds]
            for name in contents[1:]:
                bounds[contents[0]] = ("Content", bounds[contents[0]][1] + bounds.pop(name)[1])
            roles[:] = [(role, name) for role, name in roles if name not in contents[1:]]
        bounds = {name: (kind, stretches(pieces)) for name, (kind, pieces) in bounds.items()}
    triggers = {roles[0][1] for roles in events}
    marks = Counter(bound for name, bound in bounds.items() if name not in triggers)
    frames = Counter()
    for roles in events:
        parts = {role: [] for role in ROLES}
        for role, name in roles[1:]:
            parts[role.rstrip("0123456789")] += bounds[name][1]
        if parts["Source"] and parts["Content"] and parts["Cue"]:
            frames[tuple(tuple(sorted(parts[role])) for role in ROLES)] += 1
    for content, source in relations:
        frames[(tuple(sorted(bounds[content][1])), (), tuple(sorted(bounds[source][1])))] += 1
    return marks, frames


pairs = list(texts())
command = [cargo, "test", "--quiet", "--locked", "--test", "outside", "--", "rewrite", "brat", str(folder)]
said = subprocess.run([*command, *(str(path) for pair in pairs for path in pair)], check=True, capture_output=True, text=True).stdout
kinds = Counter(line.split("\t")[0] for line in said.splitlines())
told = Counter(line.rsplit("\t", 1)[1].split("(")[0].split(" ")[0] for line in said.splitlines() if line.startswith("told"))
lost = Counter(line.rsplit("\t", 1)[1] for line in said.splitlines() if line.startswith("lost"))


def compare(plain):
    same, marks_in, marks_back, frames_in, frames_back = 0, 0, 0, 0, 0
    for nth, (_, annotations) in enumerate(pairs):
        (marks, frames), (ours, our_frames) = load(annotations, plain), load(folder / f"{nth}.ann", plain)
        marks_in, marks_back = marks_in + marks.total(), marks_back + (marks & ours).total()
        frames_in, frames_back = frames_in + frames.total(), frames_back + (frames & our_frames).total()
        same += frames == our_frames and marks == ours
    return f"{marks_back} of {marks_in} marks and {frames_back} of {frames_in} attributions with source and cue, {same} files wholly"


print(f"PolNeAR: {len(pairs)} files, {kinds['refused']} refused; as they were come back {compare(False)}")
print(f"  over the same stretches of text {compare(True)}")
print(f"  told while reading: {dict(told)}; lost in writing: {dict(lost)}")
sys.exit(kinds["refused"] > 0)
