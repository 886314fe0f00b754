#!/usr/bin/env python3
"""Has doccano's own code import what we write into a project of its own, and export it again.

Its packages are those that import and export need, without those of its server.
"""

import contextlib
import importlib.util
import io
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import judging

# The pandas that it asks for is none for newer Pythons.
pandas = ("pandas==1.5.3", "numpy==1.26.4") if sys.version_info < (3, 12) else ("pandas==2.2.3", "numpy==2.1.3", "tzdata==2024.2")
judging.packages(
    "doccano",
    "--no-deps",
    "doccano==1.8.4",
    "Django==4.2.30",
    "asgiref==3.13.0",
    "sqlparse==0.6.1",
    "django-polymorphic==3.1.0",
    "django-drf-filepond==0.5.0",
    "djangorestframework==3.17.2",
    "django-storages==1.14.6",
    "shortuuid==1.0.13",
    *pandas,
    "python-dateutil==2.9.0.post0",
    "pytz==2026.6",
    "six==1.17.0",
    "pydantic==2.14.3",
    "pydantic-core==2.50.4",
    "annotated-types==0.8.0",
    "typing-extensions==4.16.0",
    "typing-inspection==0.4.5",
    "chardet==4.0.0",
    "pyexcel==0.7.6",
    "pyexcel-io==0.6.8",
    "lml==0.2.0",
    "texttable==1.7.2",
    "seqeval==1.2.2",
    "scikit-learn==1.5.2",
    "scipy==1.14.1",
    "joblib==1.4.2",
    "threadpoolctl==3.5.0",
)
import warnings

warnings.simplefilter("ignore")
backend = Path(importlib.util.find_spec("backend").submodule_search_locations[0])
sys.path.insert(0, str(backend))
import django
from django.conf import settings
from django.core.management import call_command

place = tempfile.TemporaryDirectory()
folder = Path(place.name)
OURS = ("roles", "projects", "label_types", "examples", "labels", "data_import", "data_export")
NEEDED = ("django.contrib.contenttypes", "django.contrib.auth", "polymorphic", "django_drf_filepond")
settings.configure(
    INSTALLED_APPS=[*NEEDED, *OURS],
    # The tables are made from the models as they are now.
    MIGRATION_MODULES={name.rsplit(".", 1)[-1]: None for name in (*NEEDED, *OURS)},
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    USE_TZ=True,
    BASE_DIR=str(folder),
    MEDIA_ROOT=str(folder / "media"),
    DJANGO_DRF_FILEPOND_UPLOAD_TMP=str(folder / "uploads"),
    DJANGO_DRF_FILEPOND_FILE_STORE_PATH=str(folder / "media"),
)
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    django.setup()
call_command("migrate", run_syncdb=True, verbosity=0)

from data_export.models import ExportedExample
from data_export.pipeline.dataset import Dataset
from data_export.pipeline.factories import create_comment, create_formatter, create_labels, create_writer
from data_export.pipeline.services import ExportApplicationService
from data_import.datasets import load_dataset
from data_import.pipeline.catalog import RELATION_EXTRACTION, Options, create_file_format
from data_import.pipeline.readers import FileName
from django.contrib.auth.models import User
from examples.models import Example
from labels.models import Relation, Span
from projects.models import ProjectType, SequenceLabelingProject

user = User.objects.create(username="judge")
table = judging.Table()


def imported(path, task, file_format):
    """A new project with what doccano takes from a file, and what it says of the file."""
    project = SequenceLabelingProject.objects.create(
        name=path.name,
        project_type=ProjectType.SEQUENCE_LABELING,
        created_by=user,
        collaborative_annotation=True,
        allow_overlapping=True,
        use_relation=task == RELATION_EXTRACTION,
    )
    arguments = {option["name"]: option["properties"] for option in Options.filter_by_task(ProjectType.SEQUENCE_LABELING, True)}
    defaults = {name: one["default"] for name, one in arguments[file_format].items()}
    name = FileName(full_path=str(path), generated_name=path.name, upload_name=path.name)
    dataset = load_dataset(task, create_file_format(file_format), [name], project, **defaults)
    dataset.save(user)
    return project, [str(error) for error in dataset.errors]


def exported(project, path):
    """What doccano writes of a project."""
    examples = ExportedExample.objects.filter(project=project)
    dataset = Dataset(examples, create_labels(project, examples), create_comment(examples), project.is_text_project)
    ExportApplicationService(dataset, create_formatter(project, "JSONL"), create_writer("JSONL")).export(str(path))


def read(word, path):
    """What our reader says of a file, but for articles without a text, which doccano does not take."""
    command = ["cargo", "test", "--quiet", "--locked", "--test", "outside", "--", "read", word, str(path)]
    found = subprocess.run(command, cwd=judging.ROOT, capture_output=True, text=True)
    lines = [line for line in found.stdout.splitlines() if ": 0 characters, 0 marks" not in line]
    return lines, found.stderr.strip()[-400:] if found.returncode else ""


def words(text):
    """The letters of a text; between tokens doccano has one space, whatever stood there."""
    return "".join(text.split())


def entity(text, one):
    return one["label"], one["start_offset"], one["end_offset"], text[one["start_offset"]:one["end_offset"]]


def span(one):
    return one.label.text, one.start_offset, one.end_offset, one.example.text[one.start_offset:one.end_offset]


def judge_lines(path):
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    written = [line for line in lines if line["text"]]
    project, errors = imported(path, RELATION_EXTRACTION, "JSONL")
    examples = list(Example.objects.filter(project=project).order_by("id"))
    fault = "" if len(errors) == len(lines) - len(written) else "; ".join(errors)
    table.line(f"{path.name}: {len(written)} texts to the letter", fault or ("" if [one.text for one in examples] == [line["text"] for line in written] else "other texts"))
    if not written:
        return
    faults = {"fields beside the text": "", "entities with their words": "", "relations": ""}
    counts = Counter()
    for line, example in zip(written, examples):
        beside = {name: value for name, value in line.items() if name not in ("text", "entities", "relations")}
        if example.meta != beside:
            faults["fields beside the text"] = f"{beside} became {example.meta}"
        by_id = {one["id"]: entity(line["text"], one) for one in line["entities"]}
        if Counter(by_id.values()) != Counter(map(span, Span.objects.filter(example=example))):
            faults["entities with their words"] = "others than were written"
        ties = Counter((by_id[one["from_id"]], one["type"], by_id[one["to_id"]]) for one in line["relations"])
        theirs = Relation.objects.filter(example=example)
        if ties != Counter((span(one.from_id), one.type.text, span(one.to_id)) for one in theirs):
            faults["relations"] = "others than were written"
        counts.update({"fields beside the text": len(beside), "entities with their words": len(by_id), "relations": ties.total()})
    for name, fault in faults.items():
        table.line(f"{path.name}: {counts[name]} {name}", fault)
    again = folder / f"again-{path.name}"
    exported(project, again)
    (ours, fault), (theirs, their_fault) = read("doccano", path), read("doccano", again)
    table.line(f"{path.name}: exported by doccano and read here", fault or their_fault or ("" if ours == theirs else f"{ours} became {theirs}"))


def judge_tokens(path, entities):
    """Each table of a kind; `entities` are those of the same article as lines of JSON have them."""
    with zipfile.ZipFile(path) as packed:
        packed.extractall(folder / path.stem)
    for name, label, kind in (("sources", "Source", "Source"), ("cues", "Cue", "Cue"), ("claims", "Claim", "Content")):
        tokens = folder / path.stem / f"article.{name}.conll"
        project, errors = imported(tokens, ProjectType.SEQUENCE_LABELING, "CoNLL")
        theirs = Counter((one.label.text, words(span(one)[3])) for one in Span.objects.filter(example__project=project))
        wanted = Counter((kind, words(said)) for said in cut(entities, label))
        table.line(f"{path.name}: {wanted.total()} spans of {tokens.name}", "; ".join(errors) or ("" if theirs == wanted else f"{wanted} became {theirs}"))
        if wanted:
            again = folder / f"{path.stem}-{name}.jsonl"
            exported(project, again)
            judge_read(f"{path.name}: {tokens.name}, exported and read here", "doccano", again, Counter((label, said) for said in cut(entities, label)))


def plain(said):
    """A text without the escapes that Rust shows it with."""
    names = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}
    return re.sub(r"\\(?:u\{(\w+)\}|(.))", lambda found: chr(int(found[1], 16)) if found[1] else names.get(found[2], found[2]), said)


def judge_read(name, word, path, wanted):
    """Whether our reader finds these marks, each of them a kind (or a label) and its words."""
    lines, fault = read(word, path)
    # A line is `  Source(SourceId("s1")) "words" []`.
    said = [line.rsplit(" [", 1)[0].split(' "', 1) for line in lines if line.startswith("  ")]
    found = Counter((what.strip().removeprefix('Note("').split("(")[0].removesuffix('")'), words(plain(quote[:-1]))) for what, quote in said)
    wanted = Counter((label, words(quote)) for label, quote in wanted.elements())
    table.line(name, fault or ("" if found == wanted else f"{wanted} became {found}"))


def judge_examples():
    """Doccano's own examples, with the names of columns that it shows instead of `column_data`."""
    examples = backend / "data_import" / "pipeline" / "examples"
    simple = folder / "simple.jsonl"
    lines = (examples / "sequence_labeling" / "example.jsonl").read_text(encoding="utf-8")
    simple.write_text(lines.replace("column_data", "text").replace("column_label", "label"), encoding="utf-8")
    tokens = folder / "tokens.conll"
    # Its reader wants tabs, which its example lacks.
    tokens.write_text(re.sub(" +", "\t", (examples / "sequence_labeling" / "example.txt").read_text(encoding="utf-8")), encoding="utf-8")
    relations = examples / "relation_extraction" / "example.jsonl"
    for path, task, kind, word, given in (
        (simple, ProjectType.SEQUENCE_LABELING, "JSONL", "doccano", simple),
        (relations, RELATION_EXTRACTION, "JSONL", "doccano", relations),
        (tokens, ProjectType.SEQUENCE_LABELING, "CoNLL", "conll", examples / "sequence_labeling" / "example.txt"),
    ):
        project, errors = imported(path, task, kind)
        wanted = Counter((one.label.text, span(one)[3]) for one in Span.objects.filter(example__project=project))
        if errors:
            table.line(f"doccano's {given.parent.name}/{given.name}", "; ".join(errors))
        judge_read(f"doccano's {given.parent.name}/{given.name}: {wanted.total()} labels", word, given, wanted)


def cut(entities, label):
    """The words of the pieces of a kind, as no two of them lie on the same words."""
    found, end = [], 0
    for _, start, stop, said in sorted(one for one in entities if one[0] == label):
        if start >= end:
            found.append(said)
            end = stop
    return found


folder_of_samples = judging.samples()
every = folder / "every.jsonl"
every.write_bytes(b"".join(path.read_bytes() for path in sorted((folder_of_samples / "doccano").iterdir())))
for path in [*sorted((folder_of_samples / "doccano").iterdir()), every]:
    judge_lines(path)
for path in sorted((folder_of_samples / "conll").iterdir()):
    lines = folder_of_samples / "doccano" / f"{path.stem}.jsonl"
    articles = [json.loads(line) for line in lines.read_text(encoding="utf-8").split("\n") if line]
    if len(articles) == 1:
        judge_tokens(path, [entity(articles[0]["text"], one) for one in articles[0]["entities"]])
judge_examples()
place.cleanup()
table.end()
