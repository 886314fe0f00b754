#!/usr/bin/env python3
"""Has INCEpTION's own reader read our tables: text, spans, and what is in slots.

Asked with two checkouts, inception-project/inception in INCEPTION and apache/uima-uimafit at rel/uimafit-2.5.0 in
UIMAFIT, and Debian's UIMA 2.10. Its two calls of a newer UIMA are put as that one has them; nothing else is changed.
"""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import judging

JARS = Path("/usr/share/java")
NEEDED = ("uimaj-core", "uimaj-tools", "commons-lang3", "commons-text", "commons-io", "slf4j-api", "slf4j-nop")
PACKAGES = "default-jdk-headless libuima-core-java libuima-tools-java libcommons-text-java libcommons-io-java libslf4j-java"
PACKAGE = "inception-io-webanno-tsv/src/main/java/de/tudarmstadt/ukp/clarin/webanno/tsv/internal/tsv3x"
UTIL = "uimafit-core/src/main/java/org/apache/uima/fit/util"
DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
MORPH, POS, TOKEN = "lexmorph.type.morph.MorphologicalFeatures", "lexmorph.type.pos.POS", "segmentation.type.Token"
LEMMA, STEM = "segmentation.type.Lemma", "segmentation.type.Stem"
# The types that its reader names, each with the features that it sets.
TYPES = {
    LEMMA: {"value": ""}, STEM: {"value": ""}, MORPH: {"value": ""}, POS: {"PosValue": ""},
    TOKEN: {"lemma": LEMMA, "stem": STEM, "pos": POS, "morph": MORPH},
    "segmentation.type.Sentence": {"id": ""},
    "syntax.type.dependency.Dependency": {"Governor": TOKEN, "Dependent": TOKEN},
}


def types():
    def feature(name, of):
        of = DKPRO + of if of else "uima.cas.String"
        return f"<featureDescription><name>{name}</name><description/><rangeTypeName>{of}</rangeTypeName></featureDescription>"

    def one(name, features):
        features = "".join(feature(*each) for each in features.items())
        return f"<typeDescription><name>{DKPRO}{name}</name><description/><supertypeName>uima.tcas.Annotation</supertypeName><features>{features}</features></typeDescription>"

    types = "".join(one(*each) for each in TYPES.items())
    return f'<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>{types}</types></typeSystemDescription>'


def java(*args):
    jars = ":".join(str(JARS / f"{name}.jar") for name in NEEDED)
    command = ["java", "-ea", "-Djava.awt.headless=true", "-cp", f"{built}:{jars}", *map(str, args)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def build(inception, uimafit):
    """Compiles the reader with what it needs."""
    source, made = place / "source", place / "made"
    source.mkdir(parents=True)
    built.mkdir()
    for path in [*(inception / PACKAGE).rglob("*.java")]:
        # What makes a table of a document is not asked.
        if path.name != "Tsv3XCasDocumentBuilder.java":
            text = path.read_text(encoding="utf-8")
            text = re.sub(r"aAnnotation\.set(Begin|End)\((.*?)\);", lambda call: f'setFeature(aAnnotation, "{call[1].lower()}", {call[2]});', text)
            (source / path.name).write_text(text, encoding="utf-8")
    for name in ("FSUtil", "CasUtil", "FSCollectionFactory"):
        shutil.copy(uimafit / UTIL / f"{name}.java", source)
    shutil.copy(Path(__file__).with_name("Reads.java"), source)
    (place / "types.xml").write_text(types())
    (source / "Types.java").write_text("public class Types { public static void main(String[] a) { new org.apache.uima.tools.jcasgen.Jg().main1(a); } }")
    jars = ":".join(str(JARS / f"{name}.jar") for name in NEEDED)
    compiler = ["javac", "-nowarn", "-encoding", "UTF-8", "-cp", jars, "-d", built]
    subprocess.run([*compiler, source / "Types.java"], check=True, capture_output=True)
    java("Types", "-jcasgeninput", place / "types.xml", "-jcasgenoutput", made)
    subprocess.run([*compiler, *source.glob("*.java"), *made.rglob("*.java")], check=True, capture_output=True)


def written(article):
    """What a reader should find of an article: each piece of a mark, and what is in the slots of claims."""
    text, marks = article["text"], {one["id"]: one for one in article.get("marks", []) if not one.get("orphan")}

    def places(mark):
        unit = lambda at: len(text[:at].encode("utf-16-le")) // 2
        return [f"{mark['kind']} {unit(one['start'])}-{unit(one['end'])}" for one in mark["spans"]]

    def of_kind(name, kind):
        return marks[name] if name in marks and marks[name]["kind"] == kind else None

    lines = []
    for mark in marks.values():
        first, *others = places(mark)
        ties = [one for one in mark.get("attributions") or [] if of_kind(one.get("mention"), "source")]
        slots = []
        for nth, tie in enumerate(ties):
            number = f" {nth + 1}" if nth else ""
            slots.append(f"source{number}={places(marks[tie['mention']])[0]}")
            if cue := of_kind(tie.get("cue"), "cue"):
                slots.append(f"cue{number}={places(cue)[0]}")
        lines += ["\t".join([first, *sorted(slots)]), *others]
    return sorted(lines)


inception = judging.checkout("INCEPTION", "inception-project/inception")
uimafit = judging.checkout("UIMAFIT", "apache/uima-uimafit")
missing = [name for name in NEEDED if not (JARS / f"{name}.jar").exists()]
if missing or not shutil.which("javac"):
    print(f"skipped: {', '.join(missing) or 'javac'} is missing (Debian: apt-get install {PACKAGES})")
    sys.exit(0)
place = judging.PLACE / "inception"
built = place / "built"
shutil.rmtree(place, ignore_errors=True)
build(next(one for one in (inception, inception / "inception") if (one / PACKAGE).is_dir()), uimafit)
articles, files = {}, []
for path in judging.samples("webanno"):
    own = json.loads((path.parents[1] / "sayso" / f"{path.stem}.json").read_text(encoding="utf-8"))
    folder = place / "samples" / path.stem
    zipfile.ZipFile(path).extractall(folder)
    for table, article in zip(sorted(folder.rglob("article.tsv")), own["articles"]):
        articles[str(table)] = article
        files += [table, table.with_name("TypeSystem.xml")]
texts, spans, refused = {}, {}, {}
for kind, table, *rest in (line.split("\t") for line in java("Reads", place / "types.xml", *files).splitlines()):
    if kind == "span":
        spans.setdefault(table, []).append("\t".join([rest[0], *sorted(rest[1:])]))
    else:
        (texts if kind == "text" else refused)[table] = json.loads(rest[0])
table = judging.Table()
for name, article in articles.items():
    wanted, found = written(article), sorted(spans.get(name, []))
    fault = refused.get(name, "")
    # It gives every text a line end.
    if not fault and texts.get(name) != article["text"] + "\n":
        fault = f"text {texts.get(name)!r}"
    if not fault and wanted != found:
        fault = f"only written {set(wanted) - set(found)}, only read {set(found) - set(wanted)}"
    table.line(f"{Path(name).relative_to(place / 'samples')}: {len(wanted)} spans", fault)
table.end()
