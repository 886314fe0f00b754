// Splits the program of a built page in two and puts both halves in its place; Trunk calls this when a
// build is done. With SAYSO_SPLIT=profile the program is numbered for `scripts/profile` instead.
// Usage: node scripts/lib/split/page.mjs [FOLDER]

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { parse, withoutNotes } from "./binary.mjs";
import { BRING, instrument, split } from "./split.mjs";
import { table } from "./table.mjs";

const folder = process.argv[2] ?? process.env.TRUNK_STAGING_DIR;
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const page = readFileSync(join(folder, "index.html"), "utf8");
const [old] = /sayso-[0-9a-f]+(?=_bg\.wasm)/u.exec(page) ?? [];
if (!old) throw new Error(`${folder}/index.html names no program`);
const built = (name) => join(process.env.CARGO_TARGET_DIR ?? "target", name);
/** What the linker wrote, with all it knows. */
const linked = () => readFileSync(built("wasm32-unknown-unknown/release/sayso.wasm"));
const read = (name) => readFileSync(join(folder, name));

/** Replaces what has to be there once. */
function replaced(string, what, by) {
  const parts = string.split(what);
  if (parts.length !== 2) throw new Error(`the glue has “${what}” ${parts.length - 1} times, not once: see scripts/lib/split`);
  return parts.join(by);
}

/** Makes a program, or a half of one, smaller. */
function optimised(bytes) {
  const file = join(folder, "large.wasm");
  writeFileSync(file, bytes);
  execFileSync("wasm-opt", ["-Oz", file, "-o", file], { stdio: "inherit" });
  const smaller = readFileSync(file);
  rmSync(file);
  return smaller;
}

const OWN = "wasm = instance.exports;";
const IMPORTS = /return \{\s*__proto__: null,\s*"(\.\/sayso[^"]*_bg\.js)": import0,\s*\};/u;

/** The glue hands the program's imports and exports to the one who brings the rest. */
function gluedForHalves(glue) {
  const [returned, name] = IMPORTS.exec(glue) ?? [];
  if (!returned) throw new Error("the glue returns its imports in another way than expected: see scripts/lib/split");
  const giving = `import0.${BRING} = () => globalThis.bringSaysoRest(wasm, imports);
    const imports = { __proto__: null, "${name}": import0 };
    return imports;`;
  return replaced(glue, returned, giving);
}

/** Short names instead of long ones for what the program imports. */
function shortened(glue, module) {
  let result = glue;
  module.imports.forEach((entry, nth) => {
    const long = new RegExp(`(?<=^\\s*)${entry.name}(?=: function)`, "mu");
    if (!long.test(result)) return;
    entry.name = `i${nth.toString(36)}`;
    result = result.replace(long, entry.name);
  });
  return result;
}

function halves() {
  const module = parse(read(`${old}_bg.wasm`));
  const profile = new Set(readFileSync(here("profile.txt"), "utf8").split("\n").filter(Boolean));
  const glue = gluedForHalves(shortened(read(`${old}.js`).toString(), module));
  const { first, rest, counts } = split(module, profile, linked());
  writeFileSync(built("first-half.json"), JSON.stringify(table(module, profile), null, 2));
  console.log(`Functions that are here at once: ${counts.stay}; later: ${counts.moved}; gates: ${counts.gates}.`);
  return { glue, first: optimised(first), rest: optimised(rest) };
}

function numbered() {
  const { bytes, names } = instrument(parse(read(`${old}_bg.wasm`)));
  writeFileSync(join(folder, "names.json"), JSON.stringify(names));
  return { glue: replaced(read(`${old}.js`).toString(), OWN, `globalThis.saysoProgram = ${OWN}`), first: bytes };
}

const integrity = (content) => `sha384-${createHash("sha384").update(content).digest("base64")}`;

/** Writes the files under a name that tells this build from others, and the page that names them. */
function put({ glue, first, rest }) {
  const hash = createHash("sha256").update(glue).update(first).update(rest ?? "").digest("hex");
  const name = `sayso-${hash.slice(0, 16)}`;
  for (const ending of [".js", "_bg.wasm"]) rmSync(join(folder, old + ending));
  let text = page;
  for (const [ending, content] of Object.entries({ ".js": glue, "_bg.wasm": first, "_rest.wasm": rest })) {
    if (!content) continue;
    writeFileSync(join(folder, name + ending), content);
    const link = new RegExp(`<link[^>]*${old}${ending.replace(".", "\\.")}[^>]*>`, "u");
    text = text.replace(link, (it) => it.replace(/integrity="[^"]*"/u, `integrity="${integrity(content)}"`));
  }
  writeFileSync(join(folder, "index.html"), text.replaceAll(old, name));
}

/** The second program stays whole. */
function optimiseWorker() {
  const name = "sayso-worker_bg.wasm";
  writeFileSync(join(folder, name), optimised(withoutNotes(read(name))));
}

optimiseWorker();
put(process.env.SAYSO_SPLIT === "profile" ? numbered() : halves());
