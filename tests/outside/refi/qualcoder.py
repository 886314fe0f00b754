#!/usr/bin/env python3
"""Has QualCoder's own code import our projects and codebooks into a database of its own schema, and looks what stands there.

QUALCODER names a checkout of github.com/ccbogel/QualCoder. What draws its windows is stood in for.
"""

import ast
import builtins
import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import io
import logging
import sqlite3
import sys
import tempfile
import types
import xml.etree.ElementTree as xml
import zipfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import judging

source = judging.checkout("QUALCODER", "github.com/ccbogel/QualCoder").resolve() / "src" / "qualcoder"
WINDOWS = ("PyQt6", "vlc", "qualcoder.GUI", "qualcoder.helpers")


class Anything(type):
    """A class that has every attribute, and can be called and asked for anything."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return cls


class Window(metaclass=Anything):
    def __init__(self, *given, **more):
        pass

    def __getattr__(self, name):
        return lambda *given, **more: None


class StandIns(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds what its windows are made of."""

    def find_spec(self, name, path=None, target=None):
        if any(name == one or name.startswith(f"{one}.") for one in WINDOWS):
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        module = types.ModuleType(spec.name)
        module.__getattr__ = lambda name: getattr(Window, name)
        return module

    def exec_module(self, module):
        pass


logging.disable()
sys.meta_path.insert(0, StandIns())
builtins._ = lambda text: text
package = types.ModuleType("qualcoder")
package.__path__ = [str(source)]
sys.modules["qualcoder"] = package
from qualcoder.refi import RefiImport

table = judging.Table()
NAMES = "{urn:QDA-XML:project:1.0}"


def schema():
    """What it makes a new project with: the statements of the function that does it."""
    for function in ast.walk(ast.parse((source / "__main__.py").read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef) and function.name == "new_project":
            texts = [one.value for one in ast.walk(function) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            return [text for text in texts if text.startswith("CREATE TABLE ")]
    return []


def imported(path, folder):
    """The database with what it takes from a project or a codebook, and what it complains of."""
    database = sqlite3.connect(":memory:")
    for statement in schema():
        database.execute(statement)
    database.execute("insert into project (databaseversion, memo) values ('judge', '')")
    lines = []
    home = folder / path.stem
    (home / "documents").mkdir(parents=True)
    copy = home / path.name
    copy.write_bytes(path.read_bytes())
    app = types.SimpleNamespace(
        conn=database,
        project_path=str(home),
        settings={"codername": "judge", "directory": str(home), "ai_enable": "False"},
        ai_models=[],
        write_config_ini=lambda *given: None,
    )
    Window.getOpenFileName = staticmethod(lambda *given, **more: (str(copy), True))
    with contextlib.redirect_stdout(io.StringIO()):
        RefiImport(app, types.SimpleNamespace(append=lines.append), path.suffix[1:])
    return database, [line for line in lines if line.startswith(("Cannot", "Trying", "Codebook not"))]


class Written:
    """What stands in the project that we wrote."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as packed:
            root = xml.fromstring(packed.read("project.qde"))
            self.texts = {name: packed.read(name).decode() for name in packed.namelist() if name.startswith("sources/")}
        all = lambda name: list(root.iter(f"{NAMES}{name}"))
        self.codes = {one.get("guid"): one for one in all("Code")}
        self.users = {one.get("guid"): one.get("name") for one in all("User")}
        self.cases, self.sources = all("Case"), all("TextSource")
        self.links, self.variables = all("Link"), all("Variable")

    def text(self, one):
        return self.texts["sources/" + one.get("plainTextPath").removeprefix("internal://")]


def memo(one):
    found = one.find(f"{NAMES}Description")
    return (found.text or "") if found is not None else ""


def values(one, names):
    """Variables and their values, as it keeps them."""
    found = []
    for each in one.findall(f"{NAMES}VariableValue"):
        name, value = list(each)
        found.append((names[name.get("targetGUID")], (value.text or "").strip()))
    return Counter(found)


def firsts(all, name):
    """It keeps one thing of a name: the first."""
    kept = {}
    for one in all:
        kept.setdefault(name(one), one)
    return list(kept.values())


def as_kept(text):
    """A text as it keeps it: with two letters for a line end of two, if the first one is of two."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines.replace("\n", "\n ") if text.partition("\n")[0].endswith("\r") else lines


def stretches(one, written, codes):
    """What is coded in a text: of the same code by the same person on the same stretch it keeps the first."""
    text, all = written.text(one), []
    for selection in one.iter(f"{NAMES}PlainTextSelection"):
        place = int(selection.get("startPosition")), int(selection.get("endPosition"))
        for reference in selection.iter(f"{NAMES}CodeRef"):
            code = codes.get(reference.get("targetGUID"))
            all.append((code, *place, as_kept(text[slice(*place)]), memo(selection), written.users[selection.get("creatingUser")]))
    return all, Counter(firsts((one for one in all if one[0]), lambda one: (*one[:3], one[5])))


def judge(path, folder):
    written = Written(path)
    database, faults = imported(path, folder)
    rows = lambda sql, *given: database.execute(sql, given).fetchall()
    names = {one.get("guid"): one.get("name") for one in written.variables}
    table.line(f"{path.name}: imported", "; ".join(faults))
    kinds = [one for one in written.codes.values() if one.get("isCodable") != "false"]
    codes = {one.get("guid"): one.get("name") for one in firsts(kinds, lambda one: one.get("name"))}
    groups = {one.get("name") for one in written.codes.values() if one not in kinds}
    same = sorted(codes.values()) == sorted(name for name, in rows("select name from code_name")) and groups == {name for name, in rows("select name from code_cat")}
    table.line(f"{path.name}: {len(codes)} codes, {len(groups)} groups", "" if same else "others than were written")
    left, shifted = len(kinds) - len(codes), 0
    found = rows("select id, fulltext from source order by id")
    same = [text for _, text in found] == [as_kept(written.text(one)) for one in written.sources]
    table.line(f"{path.name}: {len(found)} texts", "" if same else "others than were written")
    counts, faults = Counter(), {"stretches with their words": "", "fields of articles": ""}
    dropped = 0
    for one, (number, text) in zip(written.sources, found):
        all, wanted = stretches(one, written, codes)
        theirs = Counter(rows("select name, pos0, pos1, seltext, code_text.memo, code_text.owner from code_text join code_name using (cid) where fid=?", number))
        if len(as_kept(written.text(one))) != len(written.text(one)) or "\r" in written.text(one).replace("\r\n", ""):
            # It counts letters that it has taken away.
            shifted += 1
            wanted, theirs = (Counter({(*one[:3], one[4], one[5]): count for one, count in some.items()}) for some in (wanted, theirs))
        if theirs != wanted:
            faults["stretches with their words"] = f"lost {wanted - theirs}, new {theirs - wanted}"
        dropped += len(all) - wanted.total()
        fields = values(one, names)
        if Counter(rows("select name, value from attribute where attr_type='file' and id=?", number)) != fields:
            faults["fields of articles"] = "others than were written"
        counts.update({"stretches with their words": wanted.total(), "fields of articles": fields.total()})
    for name, fault in faults.items():
        table.line(f"{path.name}: {counts[name]} {name}", fault)
    cases = firsts(written.cases, lambda one: one.get("name"))
    people = rows("select caseid, name, memo from cases order by caseid")
    same = [(name, said or "") for _, name, said in people] == [(one.get("name"), memo(one)) for one in cases]
    odd = [name for one, (number, name, _) in zip(cases, people) if Counter(rows("select name, value from attribute where attr_type='case' and id=?", number)) != values(one, names)]
    table.line(f"{path.name}: {len(cases)} cases with their fields", "; ".join(odd) if same else "others than were written")
    mentions = sum(len(one.findall(f"{NAMES}SelectionRef")) for one in written.cases)
    kept = rows("select count(*) from case_text")[0][0]
    print(f"  left out: {left} codes and {len(written.cases) - len(cases)} cases of a name that was taken, {dropped} stretches, {mentions - kept} mentions of cases, {len(written.links)} links; places moved in {shifted} texts")


def judge_codes(path, folder):
    """A codebook by itself: each code with its description and the code or the group that it is in."""
    tag = "{urn:QDA-XML:codebook:1.0}"
    wanted = Counter()

    def walk(one, above):
        said = one.find(f"{tag}Description")
        wanted[one.get("name"), (said.text or "") if said is not None else "", above] += 1
        for each in one.findall(f"{tag}Code"):
            walk(each, one.get("name"))

    for one in xml.parse(path).getroot().find(f"{tag}Codes"):
        walk(one, None)
    database, faults = imported(path, folder)
    rows = database.execute(
        "select one.name, one.memo, coalesce(code.name, category.name) from code_name one left join code_name code on one.supercid = code.cid "
        "left join code_cat category on one.catid = category.catid "
        "union all select one.name, one.memo, above.name from code_cat one left join code_cat above on one.supercatid = above.catid"
    ).fetchall()
    theirs = Counter((name, said or "", above) for name, said, above in rows)
    table.line(f"{path.name}: {wanted.total()} codes and groups of a codebook", "; ".join(faults) or ("" if theirs == wanted else f"lost {wanted - theirs}, new {theirs - wanted}"))


with tempfile.TemporaryDirectory() as folder:
    samples = judging.samples()
    for path in sorted((samples / "refi-qda").iterdir()):
        judge(path, Path(folder))
    for path in sorted((samples / "codebook").iterdir()):
        judge_codes(path, Path(folder))
table.end()
