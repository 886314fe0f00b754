#!/usr/bin/env python3
"""Has the client of Hypothesis read, anchor, import and export our files, by its own functions.

HYPOTHESIS_CLIENT names a checkout of github.com/hypothesis/client.
"""

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import judging

client = judging.checkout("HYPOTHESIS_CLIENT", "github.com/hypothesis/client").resolve()
place = judging.node_packages(
    "hypothesis",
    "esbuild@0.25.10",
    "happy-dom@20.0.2",
    "approx-string-match@2.0.0",
    "preact@10.27.2",
    "preact-render-to-string@6.6.2",
    "@hypothesis/annotation-ui@1.1.0",
    "classnames@2.5.1",
    "@hypothesis/frontend-shared@10.3.2",
)
(place / "entry.ts").write_text(
    "\n".join(
        f"export {{ {name} }} from '{client}/src/{path}';"
        for name, path in [
            ("readExportFile", "sidebar/helpers/import"),
            ("ImportAnnotationsService", "sidebar/services/import-annotations"),
            ("AnnotationsExporter", "sidebar/services/annotations-exporter"),
            ("matchQuote", "annotator/anchoring/match-quote"),
        ]
    )
)
# What reports errors over the network has no part in this.
(place / "silent.js").write_text("export const captureException = () => {};\n")
(place / "build.mjs").write_text(
    """import { build } from 'esbuild';
const silent = { name: 'silent', setup(build) {
  build.onResolve({ filter: /util\\/sentry$/ }, () => ({ path: `${process.cwd()}/silent.js` }));
} };
await build({ entryPoints: ['entry.ts'], outfile: 'client.mjs', bundle: true, format: 'esm', platform: 'node',
  jsx: 'automatic', jsxImportSource: 'preact', nodePaths: ['node_modules'], plugins: [silent], logLevel: 'error' });
"""
)
subprocess.run(["node", "build.mjs"], cwd=place, check=True)
(place / "judge.mjs").write_text((Path(__file__).parent / "client.mjs").read_text())
table = judging.Table()
for path in judging.samples("hypothesis"):
    # Of several articles there is a packed file, which is no file of that service.
    if path.suffix != ".json":
        continue
    text = judging.PLACE / "samples" / "text" / f"{path.stem}.txt"
    found = subprocess.run(["node", "judge.mjs", path, text], capture_output=True, text=True, cwd=place)
    if found.returncode:
        table.line(path.name, found.stderr.strip()[-400:])
        continue
    for name, fault in json.loads(found.stdout):
        table.line(f"{path.name}: {name}", fault)
table.end()
